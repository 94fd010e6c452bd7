import { codesInside, type Unit } from "../../org/index.ts";
import type { PersonId, Role } from "../../people/index.ts";
import { sql, type Tx } from "../../store/index.ts";
import type { Week } from "../../tickets/index.ts";
import { toldAgainst } from "../model.ts";

/** How many people told of a kind of thing in the village, or the unit above the villages, that it belongs to. */
export interface Count {
  readonly place: string;
  readonly kind: string;
  readonly people: number;
}

/**
 * How many people told of what in a week, themselves or by following a neighbour's matter. What is sealed, was taken back or is said
 * against somebody is in no count.
 * @param readers disputes in which one of them is another side are left out.
 */
export async function countsIn(
  tx: Tx,
  { from, until }: Week,
  readers: readonly PersonId[],
): Promise<readonly Count[]> {
  const told = openMatters(tx, readers)
    .select([placeOf, "t.kind", "t.reporter_id as person"])
    .where("t.created_at", ">=", from)
    .where("t.created_at", "<", until);
  const followed = openMatters(tx, readers)
    .innerJoin("ticket_follower as f", "f.number", "t.number")
    .select([placeOf, "t.kind", "f.person_id as person"])
    .where("f.since_at", ">=", from)
    .where("f.since_at", "<", until);
  return tx
    .selectFrom(told.unionAll(followed).as("told"))
    .select(({ fn }) => ["told.place", "told.kind", fn.count<number>("told.person").distinct().as("people")])
    .groupBy(["told.place", "told.kind"])
    .execute();
}

const placeOf = sql<string>`case when u.kind = 'grid' then u.parent else u.code end`.as("place");

function openMatters(tx: Tx, readers: readonly PersonId[]) {
  const matters = tx
    .selectFrom("ticket as t")
    .innerJoin("unit as u", "u.code", "t.unit_code")
    .where("t.sealed", "=", 0)
    .where("t.about_id", "is", null)
    .where("t.state", "<>", "withdrawn")
    .where("t.kind", "not in", toldAgainst);
  if (readers.length === 0) return matters;
  const theirs = tx
    .selectFrom("mediation_party as p")
    .innerJoin("ticket as told", "told.number", "p.number")
    .select("p.number")
    .where("p.person_id", "in", readers)
    .whereRef("p.person_id", "<>", "told.reporter_id");
  return matters.where("t.number", "not in", theirs);
}

/** Keeps what was counted for a week that is over, in the place of what was kept of it before. */
export async function keepWeek(
  tx: Tx,
  { from, counts }: { readonly from: number; readonly counts: readonly Count[] },
  now: number,
): Promise<void> {
  const lines = counts.map(({ place, kind, people }) => [place, kind, people]);
  const kept = { counts: JSON.stringify(lines), counted_at: now };
  await tx
    .insertInto("told_week")
    .values({ week_at: from, ...kept })
    .onConflict((conflict) => conflict.column("week_at").doUpdateSet(kept))
    .execute();
}

/** What is kept of weeks, by their first moments. */
export async function keptWeeks(
  tx: Tx,
  weeks: readonly number[],
): Promise<ReadonlyMap<number, readonly Count[]>> {
  if (weeks.length === 0) return new Map();
  const rows = await tx
    .selectFrom("told_week")
    .select(["week_at", "counts"])
    .where("week_at", "in", weeks)
    .execute();
  return new Map(
    rows.map(({ week_at, counts }) => {
      const lines = JSON.parse(counts) as readonly (readonly [string, string, number])[];
      return [week_at, lines.map(([place, kind, people]) => ({ place, kind, people }))];
    }),
  );
}

export async function forgetWeeks(tx: Tx, before: number): Promise<void> {
  await tx.deleteFrom("told_week").where("week_at", "<", before).execute();
}

/** At which of these places somebody told of something before that moment, ever; taken back or not. */
export async function toldBefore(
  tx: Tx,
  places: readonly string[],
  before: number,
): Promise<ReadonlySet<string>> {
  if (places.length === 0) return new Set();
  const rows = await tx
    .selectFrom("ticket as t")
    .innerJoin("unit as u", "u.code", "t.unit_code")
    .select(placeOf)
    .distinct()
    .where("t.created_at", "<", before)
    .where("t.sealed", "=", 0)
    .where(({ or, eb }) => or([eb("u.code", "in", places), eb("u.parent", "in", places)]))
    .execute();
  return new Set(rows.map(({ place }) => place));
}

/** When the first matter of all was told; undefined where none was. */
export async function firstTold(tx: Tx): Promise<number | undefined> {
  const row = await tx
    .selectFrom("ticket")
    .select("created_at")
    .orderBy("created_at")
    .limit(1)
    .executeTakeFirst();
  return row?.created_at;
}

/** A unit that is no grid, with its path. */
export interface PlaceRow {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  readonly path: string;
}

/** Every unit but grids. */
export async function allPlaces(tx: Tx): Promise<readonly PlaceRow[]> {
  return tx
    .selectFrom("unit")
    .select(["code", "name", "parent", "path"])
    .where("kind", "<>", "grid")
    .orderBy("code")
    .execute();
}

/** Somebody holds a post of a unit. */
export interface Held {
  readonly unit: string;
  readonly role: Role;
  readonly person: PersonId;
}

/** Who holds one of these posts of which unit; the units in the order of their codes. */
export async function holdersEverywhere(tx: Tx, roles: readonly Role[]): Promise<readonly Held[]> {
  const rows = await tx
    .selectFrom("membership")
    .select(["unit_code as unit", "role", "person_id as person"])
    .where("role", "in", roles)
    .orderBy("unit_code")
    .orderBy("person_id")
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}

/** A matter of a topic, as little of it as a list needs. */
export interface Matter {
  readonly number: number;
  readonly kind: string;
  readonly what: string;
  readonly place: string;
  readonly unit: string;
  readonly state: string;
}

/** The matters of a kind told, or followed by somebody more, in a week inside a unit; the newest first. */
export async function mattersIn(
  tx: Tx,
  { unit, kind, week }: { readonly unit: Pick<Unit, "path">; readonly kind: string; readonly week: Week },
  readers: readonly PersonId[],
  limit: number,
): Promise<readonly Matter[]> {
  const followed = tx
    .selectFrom("ticket_follower as f")
    .select("f.number")
    .where("f.since_at", ">=", week.from)
    .where("f.since_at", "<", week.until);
  return openMatters(tx, readers)
    .select(["t.number", "t.kind", "t.what", "t.place", "t.unit_code as unit", "t.state"])
    .where("t.kind", "=", kind)
    .where("t.unit_code", "in", codesInside(tx, unit.path))
    .where(({ or, and, eb }) =>
      or([
        and([eb("t.created_at", ">=", week.from), eb("t.created_at", "<", week.until)]),
        eb("t.number", "in", followed),
      ]),
    )
    .orderBy("t.number", "desc")
    .limit(limit)
    .execute();
}

/** The names of everybody who told of one of these matters, follows it, or is a side of it; not of staff who told it for somebody else. */
export async function namesBehind(tx: Tx, numbers: readonly number[]): Promise<readonly string[]> {
  if (numbers.length === 0) return [];
  const reporters = tx.selectFrom("ticket").select("reporter_id as person").where("number", "in", numbers);
  const filers = tx
    .selectFrom("ticket")
    .select("filed_by as person")
    .where("number", "in", numbers)
    .where("filed_by", "is not", null)
    .where(
      "filed_by",
      "not in",
      tx.selectFrom("membership").select("person_id").where("role", "<>", "villager"),
    );
  const followers = tx
    .selectFrom("ticket_follower")
    .select("person_id as person")
    .where("number", "in", numbers);
  const rows = await tx
    .selectFrom("person")
    .select(["name", "nickname"])
    .where((eb) => eb.or([eb("id", "in", reporters), eb("id", "in", filers), eb("id", "in", followers)]))
    .execute();
  const sides = await tx
    .selectFrom("mediation_party")
    .select("name")
    .where("number", "in", numbers)
    .execute();
  return [
    ...rows.flatMap(({ name, nickname }) => [name, nickname ?? name]),
    ...sides.map(({ name }) => name),
  ];
}

/** Is one of these people a side of a mediation that she did not ask for? */
export async function areSidesSomewhere(tx: Tx, people: readonly PersonId[]): Promise<boolean> {
  if (people.length === 0) return false;
  const row = await tx
    .selectFrom("mediation_party as p")
    .innerJoin("ticket as t", "t.number", "p.number")
    .select("p.id")
    .where("p.person_id", "in", people)
    .whereRef("t.reporter_id", "<>", "p.person_id")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
