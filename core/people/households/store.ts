import type { Tx } from "../../store/index.ts";
import type { PersonId } from "../model.ts";

/** Who lives at one address, without the members. */
export interface Household {
  readonly id: number;
  readonly grid: string;
  readonly address: string;
  /** 户主. */
  readonly head: PersonId | null;
  /** 照看人: gets the messages of, and may act for, a member who has no chat. */
  readonly carer: PersonId | null;
}

interface HouseholdRow {
  readonly id: number;
  readonly grid: string;
  readonly address: string;
  readonly head_id: string | null;
  readonly carer_id: string | null;
}

const columns = ["h.id", "h.grid", "h.address", "h.head_id", "h.carer_id"] as const;

function asHousehold({ id, grid, address, head_id, carer_id }: HouseholdRow): Household {
  return { id, grid, address, head: head_id, carer: carer_id };
}

/** Adds a household, or finds the one that is at this address of the grid. */
export async function householdAt(
  tx: Tx,
  at: { readonly grid: string; readonly address: string; readonly by: PersonId | null },
  now: number,
): Promise<Household> {
  const { grid, address, by } = at;
  await tx
    .insertInto("household")
    .values({ grid, address, created_by: by, created_at: now })
    .onConflict((conflict) => conflict.columns(["grid", "address"]).doNothing())
    .execute();
  const found = await findHousehold(tx, grid, address);
  if (!found) throw new Error(`the household at ${address} in ${grid} could not be kept`);
  return found;
}

export async function findHousehold(tx: Tx, grid: string, address: string): Promise<Household | undefined> {
  const row = await tx
    .selectFrom("household as h")
    .select(columns)
    .where("h.grid", "=", grid)
    .where("h.address", "=", address)
    .executeTakeFirst();
  return row && asHousehold(row);
}

export async function householdById(tx: Tx, id: number): Promise<Household | undefined> {
  const row = await tx.selectFrom("household as h").select(columns).where("h.id", "=", id).executeTakeFirst();
  return row && asHousehold(row);
}

/** Where a person lives, if it is kept. */
export async function householdOf(tx: Tx, person: PersonId): Promise<Household | undefined> {
  const row = await tx
    .selectFrom("household_member as m")
    .innerJoin("household as h", "h.id", "m.household_id")
    .select(columns)
    .where("m.person_id", "=", person)
    .executeTakeFirst();
  return row && asHousehold(row);
}

/** The households of a grid, in the order in which they were added. */
export async function householdsIn(
  tx: Tx,
  grid: string,
  page: { readonly from: number; readonly limit: number },
): Promise<readonly Household[]> {
  const rows = await tx
    .selectFrom("household as h")
    .select(columns)
    .where("h.grid", "=", grid)
    .orderBy("h.id")
    .offset(page.from)
    .limit(page.limit)
    .execute();
  return rows.map(asHousehold);
}

export async function countHouseholds(tx: Tx, grid: string): Promise<number> {
  const row = await tx
    .selectFrom("household")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("grid", "=", grid)
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function changeHousehold(
  tx: Tx,
  id: number,
  change: { readonly address?: string; readonly head?: PersonId | null; readonly carer?: PersonId | null },
): Promise<void> {
  const { address, head, carer } = change;
  await tx
    .updateTable("household")
    .set({
      ...(address === undefined ? {} : { address }),
      ...(head === undefined ? {} : { head_id: head }),
      ...(carer === undefined ? {} : { carer_id: carer }),
    })
    .where("id", "=", id)
    .execute();
}

/** Removes a household; its members live nowhere that is kept. */
export async function deleteHousehold(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom("household").where("id", "=", id).execute();
}

/** Who lives there, in the order in which they were added. */
export async function membersOf(tx: Tx, id: number): Promise<readonly PersonId[]> {
  const rows = await tx
    .selectFrom("household_member")
    .select("person_id")
    .where("household_id", "=", id)
    .orderBy("created_at")
    .orderBy("person_id")
    .execute();
  return rows.map((row) => row.person_id);
}

/** Lets a person live there, and no longer elsewhere; she heads no household in which she does not live. */
export async function moveIn(tx: Tx, person: PersonId, household: number, now: number): Promise<void> {
  await tx
    .updateTable("household")
    .set({ head_id: null })
    .where("head_id", "=", person)
    .where("id", "<>", household)
    .execute();
  await tx
    .insertInto("household_member")
    .values({ person_id: person, household_id: household, created_at: now })
    .onConflict((conflict) =>
      conflict.column("person_id").doUpdateSet({ household_id: household, created_at: now }),
    )
    .execute();
}

/** @returns false when she did not live there. */
export async function moveOut(tx: Tx, person: PersonId, household: number): Promise<boolean> {
  const result = await tx
    .deleteFrom("household_member")
    .where("person_id", "=", person)
    .where("household_id", "=", household)
    .executeTakeFirst();
  return result.numDeletedRows > 0;
}

/** Who gets the messages of somebody who cannot be reached; undefined where nobody was named, or she herself. */
export async function carerOf(tx: Tx, person: PersonId): Promise<PersonId | undefined> {
  const carer = (await householdOf(tx, person))?.carer;
  return carer === null || carer === person ? undefined : carer;
}

/** Everybody in the households somebody looks after, but herself. */
export async function membersCaredFor(tx: Tx, carer: PersonId): Promise<readonly PersonId[]> {
  const rows = await tx
    .selectFrom("household as h")
    .innerJoin("household_member as m", "m.household_id", "h.id")
    .select("m.person_id")
    .where("h.carer_id", "=", carer)
    .where("m.person_id", "<>", carer)
    .orderBy("m.person_id")
    .execute();
  return rows.map((row) => row.person_id);
}

/** Notes that somebody has a telephone and no chat, or, with null, that she has more. */
export async function setPhoneOnly(tx: Tx, person: PersonId, at: number | null): Promise<void> {
  await tx.updateTable("person").set({ phone_only_at: at }).where("id", "=", person).execute();
}

/** People who live in these grids and have this in their name or nickname, by name, then by address. */
export async function residentsCalled(
  tx: Tx,
  grids: readonly string[],
  words: string,
  limit: number,
): Promise<readonly { readonly person: PersonId; readonly address: string | null }[]> {
  const said = words.replaceAll(/[%_\\]/g, "").trim();
  if (said === "" || grids.length === 0) return [];
  const rows = await tx
    .selectFrom("person as p")
    .leftJoin("household_member as m", "m.person_id", "p.id")
    .leftJoin("household as h", "h.id", "m.household_id")
    .select(["p.id", "h.address"])
    .where("p.grid", "in", grids)
    .where(({ or, eb }) => or([eb("p.name", "like", `%${said}%`), eb("p.nickname", "like", `%${said}%`)]))
    .orderBy("p.name")
    .orderBy("p.created_at")
    .orderBy("p.id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ person: row.id, address: row.address }));
}
