import { sql, type SqlBool, type Tx } from "../../../store/index.ts";

/** Somebody who lives at an address, or the household alone. */
export interface Living {
  readonly id: number;
  readonly grid: string;
  readonly address: string;
  readonly head: string | null;
  readonly person: string | null;
  readonly name: string | null;
  readonly isPhoneOnly: boolean;
}

/** The households of a grid with who lives there: those at these addresses, or, without any given, all of them. */
export async function livingAt(
  tx: Tx,
  grid: string,
  addresses: readonly string[] | undefined,
): Promise<readonly Living[]> {
  const everywhere = tx
    .selectFrom("household as h")
    .leftJoin("household_member as m", "m.household_id", "h.id")
    .leftJoin("person as p", "p.id", "m.person_id")
    .select(["h.id", "h.grid", "h.address", "h.head_id as head", "p.id as person", "p.name"])
    .select("p.phone_only_at")
    .where("h.grid", "=", grid)
    .orderBy("h.id")
    .orderBy("p.id");
  const there = addresses === undefined ? everywhere : everywhere.where("h.address", "in", addresses);
  const rows = await there.execute();
  return rows.map(({ phone_only_at, ...row }) => ({ ...row, isPhoneOnly: phone_only_at !== null }));
}

/** Somebody who lives at no address that is kept. */
export interface Unhoused {
  readonly id: string;
  readonly name: string;
  readonly isConfirmed: boolean;
}

/** People of a grid who live at no address that is kept: those with one of these names, or, without any given, all of them. */
export async function unhoused(
  tx: Tx,
  grid: string,
  names: readonly string[] | undefined,
): Promise<readonly Unhoused[]> {
  const all = tx
    .selectFrom("person as p")
    .leftJoin("household_member as m", "m.person_id", "p.id")
    .select(["p.id", "p.name", "p.confirmed_at"])
    .where("p.grid", "=", grid)
    .where("m.household_id", "is", null)
    .orderBy("p.id");
  const rows = await (names === undefined ? all : all.where("p.name", "in", names)).execute();
  return rows.map(({ id, name, confirmed_at }) => ({ id, name, isConfirmed: confirmed_at !== null }));
}

/** Somebody to be registered. */
export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly grid: string;
  readonly isPhoneOnly: boolean;
}

/** Registers people as villagers of their grids; whoever brings them in vouches for them. */
export async function insertResidents(
  tx: Tx,
  people: readonly NewPerson[],
  by: string,
  now: number,
): Promise<void> {
  if (people.length === 0) return;
  await tx
    .insertInto("person")
    .values(
      people.map(({ id, name, grid, isPhoneOnly }) => ({
        id,
        name,
        grid,
        language: "zh",
        created_at: now,
        confirmed_at: now,
        confirmed_by: by,
        phone_only_at: isPhoneOnly ? now : null,
      })),
    )
    .execute();
  await tx
    .insertInto("membership")
    .values(
      people.map(({ id, grid }) => ({ person_id: id, unit_code: grid, role: "villager", created_at: now })),
    )
    .execute();
}

/** Adds households with their heads, but those that are there. @returns the number of each that was added, in no order. */
export async function insertHouseholds(
  tx: Tx,
  households: readonly { readonly grid: string; readonly address: string; readonly head: string | null }[],
  by: string,
  now: number,
): Promise<readonly { readonly id: number; readonly grid: string; readonly address: string }[]> {
  if (households.length === 0) return [];
  return tx
    .insertInto("household")
    .values(
      households.map(({ grid, address, head }) => ({
        grid,
        address,
        head_id: head,
        created_by: by,
        created_at: now,
      })),
    )
    .onConflict((conflict) => conflict.columns(["grid", "address"]).doNothing())
    .returning(["id", "grid", "address"])
    .execute();
}

/** Lets people live there; who was given a home by somebody at this moment keeps it. */
export async function insertMembers(
  tx: Tx,
  members: readonly { readonly person: string; readonly household: number }[],
  now: number,
): Promise<void> {
  if (members.length === 0) return;
  await tx
    .insertInto("household_member")
    .values(
      members.map(({ person, household }) => ({
        person_id: person,
        household_id: household,
        created_at: now,
      })),
    )
    .onConflict((conflict) => conflict.column("person_id").doNothing())
    .execute();
}

/** Names the head of a household instead of another. @returns false when somebody else named one meanwhile. */
export async function changeHead(
  tx: Tx,
  id: number,
  { before, head }: { readonly before: string | null; readonly head: string | null },
): Promise<boolean> {
  const result = await tx
    .updateTable("household")
    .set({ head_id: head })
    .where("id", "=", id)
    .where("head_id", before === null ? "is" : "=", before)
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}

/** Names who was the head before again, if she still lives there, and else nobody; not where somebody else was named since. */
export async function giveHeadBack(
  tx: Tx,
  id: number,
  { before, head }: { readonly before: string; readonly head: string | null },
): Promise<void> {
  await tx
    .updateTable("household")
    .set(({ selectFrom }) => ({
      head_id: selectFrom("household_member as m")
        .select("m.person_id")
        .where("m.household_id", "=", id)
        .where("m.person_id", "=", head ?? ""),
    }))
    .where("id", "=", id)
    .where("head_id", "=", before)
    .execute();
}

export async function notePhoneOnly(tx: Tx, people: readonly string[], at: number): Promise<void> {
  if (people.length === 0) return;
  await tx.updateTable("person").set({ phone_only_at: at }).where("id", "in", people).execute();
}

/** Takes a note back that was made at this moment, and no other. */
export async function forgetPhoneOnly(tx: Tx, people: readonly string[], at: number): Promise<void> {
  if (people.length === 0) return;
  await tx
    .updateTable("person")
    .set({ phone_only_at: null })
    .where("id", "in", people)
    .where("phone_only_at", "=", at)
    .execute();
}

/** What is built on somebody: a chat, a post, a matter, a point, a note, a dispute, an order, people she cares for, a visit. */
const built = [
  sql`select 1 from account as b where b.person_id = person.id`,
  sql`select 1 from membership as b where b.person_id = person.id and b.role <> 'villager'`,
  sql`select 1 from ticket as b where b.reporter_id = person.id`,
  sql`select 1 from points_entry as b where b.account_id = person.id and b.account_kind = 'person'`,
  sql`select 1 from person_tag as b where b.person_id = person.id`,
  sql`select 1 from mediation_party as b where b.person_id = person.id`,
  sql`select 1 from shop_order as b where b.person_id = person.id`,
  sql`select 1 from household as b where b.carer_id = person.id`,
];

/** Removes people on whom nothing was built, and who still live where they were registered, without a carer. @returns how many. */
export async function removeUnused(tx: Tx, people: readonly string[]): Promise<number> {
  if (people.length === 0) return 0;
  let unused = tx
    .deleteFrom("person")
    .where("id", "in", people)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("household_member as m")
          .innerJoin("household as h", "h.id", "m.household_id")
          .select("m.person_id")
          .whereRef("m.person_id", "=", "person.id")
          .whereRef("m.created_at", "=", "person.created_at")
          .where("h.carer_id", "is", null),
      ),
    )
    // Visits have no index by person: asked once, not for each of them.
    .where("id", "not in", ({ selectFrom }) => selectFrom("visit").select("person_id"));
  for (const use of built) unused = unused.where(sql<SqlBool>`not exists (${use})`);
  return Number((await unused.executeTakeFirst()).numDeletedRows);
}

/** Lets people live no more at a household in which they still live. */
export async function moveOutOf(
  tx: Tx,
  members: readonly { readonly person: string; readonly household: number }[],
): Promise<void> {
  for (const { person, household } of members)
    await tx
      .deleteFrom("household_member")
      .where("person_id", "=", person)
      .where("household_id", "=", household)
      .execute();
}

/** Removes households in which nobody lives. */
export async function removeEmpty(tx: Tx, households: readonly number[]): Promise<void> {
  if (households.length === 0) return;
  await tx
    .deleteFrom("household")
    .where("id", "in", households)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("household_member as m")
            .select("m.person_id")
            .whereRef("m.household_id", "=", "household.id"),
        ),
      ),
    )
    .execute();
}
