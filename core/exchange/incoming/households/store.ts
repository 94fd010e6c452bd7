import type { Tx } from "../../../store/index.ts";

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

/** People of a grid who live at no address that is kept: those with one of these names, or, without any given, all of them. */
export async function unhoused(
  tx: Tx,
  grid: string,
  names: readonly string[] | undefined,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const all = tx
    .selectFrom("person as p")
    .leftJoin("household_member as m", "m.person_id", "p.id")
    .select(["p.id", "p.name"])
    .where("p.grid", "=", grid)
    .where("m.household_id", "is", null)
    .orderBy("p.id");
  return (names === undefined ? all : all.where("p.name", "in", names)).execute();
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

/** Adds households with their heads. @returns the number of each, in no order. */
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
    .returning(["id", "grid", "address"])
    .execute();
}

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

export async function notePhoneOnly(tx: Tx, people: readonly string[], at: number | null): Promise<void> {
  if (people.length === 0) return;
  await tx.updateTable("person").set({ phone_only_at: at }).where("id", "in", people).execute();
}

/** Removes people on whom nothing was built: no chat, post, matter, point or word of theirs. @returns how many. */
export async function removeUnused(tx: Tx, people: readonly string[]): Promise<number> {
  if (people.length === 0) return 0;
  const result = await tx
    .deleteFrom("person")
    .where("id", "in", people)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("account as a").select("a.actor").whereRef("a.person_id", "=", "person.id"))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("membership as m")
            .select("m.role")
            .whereRef("m.person_id", "=", "person.id")
            .where("m.role", "<>", "villager"),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("ticket as t").select("t.number").whereRef("t.reporter_id", "=", "person.id"))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("person_tag as g").select("g.tag").whereRef("g.person_id", "=", "person.id"))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("points_entry as e")
            .select("e.id")
            .whereRef("e.account_id", "=", "person.id")
            .where("e.account_kind", "=", "person"),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("household as h").select("h.id").whereRef("h.carer_id", "=", "person.id"))),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
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
