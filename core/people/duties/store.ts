import { readOnce, sql, type Tx } from "../../store/index.ts";
import type { PersonId, Role } from "../model.ts";
import type { Absence, Post } from "./model.ts";

/** Somebody who holds a post or stands in for it, and whether she is away now. */
export interface OnDuty {
  readonly person: PersonId;
  readonly isAway: boolean;
}

const tablesOfHolders = ["membership", "absence"] as const;

/** Who holds a post in a unit, first come first, with who is away. */
export async function holdersNow(tx: Tx, { unit, role }: Post, now: number): Promise<readonly OnDuty[]> {
  return readOnce(tx, `holders now ${unit} ${role} ${now}`, tablesOfHolders, async () => {
    const rows = await tx
      .selectFrom("membership as m")
      .leftJoin("absence as a", (join) =>
        join
          .onRef("a.person_id", "=", "m.person_id")
          .on("a.from_at", "<=", now)
          .on(({ or, eb }) => or([eb("a.until_at", "is", null), eb("a.until_at", ">", now)])),
      )
      .select(({ fn }) => ["m.person_id as person", fn.count<number>("a.id").as("absences")])
      .where("m.unit_code", "=", unit)
      .where("m.role", "=", role)
      .groupBy(["m.person_id", "m.created_at"])
      .orderBy("m.created_at")
      .orderBy("m.person_id")
      .execute();
    return rows.map(({ person, absences }) => ({ person, isAway: absences > 0 }));
  });
}

// ---------------------------------------------------------------- absences

const absenceColumns = ["id", "person_id", "from_at", "until_at", "reason", "made_by"] as const;

interface AbsenceRow {
  readonly id: number;
  readonly person_id: string;
  readonly from_at: number;
  readonly until_at: number | null;
  readonly reason: string;
  readonly made_by: string;
}

function asAbsence(row: AbsenceRow): Absence {
  return {
    id: row.id,
    person: row.person_id,
    fromAt: row.from_at,
    untilAt: row.until_at ?? undefined,
    reason: row.reason,
    madeBy: row.made_by,
  };
}

/** Why somebody is not on duty now, the longest absence first; undefined while she is. */
export async function absenceOf(tx: Tx, person: PersonId, now: number): Promise<Absence | undefined> {
  return readOnce(tx, `absence ${person} ${now}`, ["absence"], async () => {
    const row = await tx
      .selectFrom("absence")
      .select(absenceColumns)
      .where("person_id", "=", person)
      .where("from_at", "<=", now)
      .where(({ or, eb }) => or([eb("until_at", "is", null), eb("until_at", ">", now)]))
      .orderBy(sql`coalesce(until_at, 9007199254740991)`, "desc")
      .limit(1)
      .executeTakeFirst();
    return row && asAbsence(row);
  });
}

export async function absenceById(tx: Tx, id: number): Promise<Absence | undefined> {
  const row = await tx.selectFrom("absence").select(absenceColumns).where("id", "=", id).executeTakeFirst();
  return row && asAbsence(row);
}

export async function insertAbsence(tx: Tx, absence: Omit<Absence, "id">): Promise<Absence> {
  const { id } = await tx
    .insertInto("absence")
    .values({
      person_id: absence.person,
      from_at: absence.fromAt,
      until_at: absence.untilAt ?? null,
      reason: absence.reason,
      made_by: absence.madeBy,
      created_at: absence.fromAt,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { ...absence, id };
}

/** Until when and why somebody is away. */
export async function changeAbsence(tx: Tx, { id, untilAt, reason }: Absence): Promise<void> {
  await tx
    .updateTable("absence")
    .set({ until_at: untilAt ?? null, reason })
    .where("id", "=", id)
    .execute();
}

/** Ends whatever absence of hers is under way. */
export async function endAbsences(tx: Tx, person: PersonId, now: number): Promise<void> {
  await tx
    .updateTable("absence")
    .set({ until_at: now })
    .where("person_id", "=", person)
    .where("from_at", "<=", now)
    .where(({ or, eb }) => or([eb("until_at", "is", null), eb("until_at", ">", now)]))
    .execute();
}

// ---------------------------------------------------------------- deputies

/** Who stands in for the holder of a post, first named first. */
export async function deputiesOf(
  tx: Tx,
  { unit, role }: Post,
  holder: PersonId,
): Promise<readonly PersonId[]> {
  const rows = await tx
    .selectFrom("deputy")
    .select("deputy_id")
    .where("unit_code", "=", unit)
    .where("role", "=", role)
    .where("person_id", "=", holder)
    .orderBy("created_at")
    .execute();
  return rows.map(({ deputy_id }) => deputy_id);
}

/** Names who stands in, instead of whoever did. */
export async function setDeputy(
  tx: Tx,
  { unit, role }: Post,
  given: { readonly holder: PersonId; readonly deputy: PersonId },
  now: number,
): Promise<void> {
  const named = { deputy_id: given.deputy, created_at: now };
  await tx
    .insertInto("deputy")
    .values({ unit_code: unit, role, person_id: given.holder, ...named })
    .onConflict((conflict) => conflict.columns(["unit_code", "role", "person_id"]).doUpdateSet(named))
    .execute();
}

export async function deleteDeputy(tx: Tx, { unit, role }: Post, holder: PersonId): Promise<void> {
  await tx
    .deleteFrom("deputy")
    .where("unit_code", "=", unit)
    .where("role", "=", role)
    .where("person_id", "=", holder)
    .execute();
}

/** Takes somebody out wherever she stands in for others. */
export async function deleteDeputyships(tx: Tx, deputy: PersonId): Promise<void> {
  await tx.deleteFrom("deputy").where("deputy_id", "=", deputy).execute();
}

/** The posts somebody stands in for, in these units. */
export async function deputyRoles(
  tx: Tx,
  deputy: PersonId,
  units: readonly string[],
): Promise<readonly Role[]> {
  const rows = await tx
    .selectFrom("deputy")
    .select("role")
    .where("deputy_id", "=", deputy)
    .where("unit_code", "in", units)
    .orderBy("role")
    .execute();
  return rows.map(({ role }) => role as Role);
}

// ------------------------------------------------------------------- words

/** What a post's duties are in the words of one of these units, the first of them that has any. */
export async function ownWords(tx: Tx, units: readonly string[], role: Role): Promise<string | undefined> {
  const rows = await tx
    .selectFrom("duty_words")
    .select(["unit_code", "words"])
    .where("role", "=", role)
    .where("unit_code", "in", units)
    .execute();
  return units.flatMap((unit) => rows.find((row) => row.unit_code === unit)?.words ?? [])[0];
}

export async function setWords(
  tx: Tx,
  { unit, role }: Post,
  given: { readonly words: string; readonly by: PersonId },
  now: number,
): Promise<void> {
  const row = { words: given.words, made_by: given.by, created_at: now };
  await tx
    .insertInto("duty_words")
    .values({ unit_code: unit, role, ...row })
    .onConflict((conflict) => conflict.columns(["unit_code", "role"]).doUpdateSet(row))
    .execute();
}

/** The usual words count again. */
export async function deleteWords(tx: Tx, { unit, role }: Post): Promise<void> {
  await tx.deleteFrom("duty_words").where("unit_code", "=", unit).where("role", "=", role).execute();
}
