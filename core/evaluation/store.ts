import { codesInside, unitByCode, type UnitCode, type UnitKind } from "../org/index.ts";
import { sql, type evaluation_day, type Tx } from "../store/index.ts";
import { countNames, noCounts, sumOf, type CountName, type Counts, type Period } from "./model.ts";

type Column = Exclude<keyof evaluation_day, "of_kind" | "of_id" | "day_at">;

/** Where each count is kept. */
export const columnOf: Readonly<Record<CountName, Column>> = {
  filed: "filed",
  answeredInTime: "answered_in_time",
  answeredLate: "answered_late",
  neverAnswered: "never_answered",
  settledInTime: "settled_in_time",
  settledLate: "settled_late",
  neverSettled: "never_settled",
  stoodStill: "stood_still",
  settled: "settled",
  unverified: "unverified",
  reopened: "reopened",
  withdrawn: "withdrawn",
  settledInVillage: "settled_in_village",
  settledAbove: "settled_above",
  satisfied: "satisfied",
  fair: "fair",
  dissatisfied: "dissatisfied",
  unrated: "unrated",
  mediated: "mediated",
  mediationFailed: "mediation_failed",
};

/** Whose figures a share belongs to. */
export type OfKind = "unit" | "person" | "office";

type Sums = Readonly<Record<CountName, number | null>>;

const sums = countNames.map((name) =>
  sql<number | null>`sum(${sql.ref(`evaluation_day.${columnOf[name]}`)})`.as(name),
);

function asCounts(row: Sums | undefined): Counts {
  return sumOf(row ? [Object.fromEntries(countNames.map((name) => [name, row[name] ?? 0]))] : []);
}

/** The days of a period; what is kept of them, whatever has happened since it was counted. */
function daysIn(tx: Tx, kind: OfKind, { from, to }: Period) {
  return tx
    .selectFrom("evaluation_day")
    .where("of_kind", "=", kind)
    .where("day_at", ">=", from)
    .where("day_at", "<", to);
}

export async function countsOf(tx: Tx, kind: OfKind, id: string, period: Period): Promise<Counts> {
  const row = await daysIn(tx, kind, period).select(sums).where("of_id", "=", id).executeTakeFirst();
  return asCounts(row);
}

/** The sum of a unit and of everything below it; nothing for a unit that is not there. */
export async function countsInside(tx: Tx, code: UnitCode, period: Period): Promise<Counts> {
  const unit = await unitByCode(tx, code);
  if (!unit) return noCounts;
  const inside = codesInside(tx, unit.path);
  const row = await daysIn(tx, "unit", period).select(sums).where("of_id", "in", inside).executeTakeFirst();
  return asCounts(row);
}

/** The sum of each unit of a kind below one, in the order of their codes. */
export async function countsEach(
  tx: Tx,
  { under, kind }: { readonly under: UnitCode; readonly kind: UnitKind },
  period: Period,
): Promise<readonly { readonly unit: UnitCode; readonly counts: Counts }[]> {
  const top = await unitByCode(tx, under);
  if (!top) return [];
  const inside = codesInside(tx, top.path);
  const units = await tx
    .selectFrom("unit")
    .select(["code", "kind", "path"])
    .where("kind", "!=", "grid")
    .where("code", "in", inside)
    .orderBy("code")
    .execute();
  const rows = await daysIn(tx, "unit", period)
    .select(["of_id", ...sums])
    .where("of_id", "in", inside)
    .groupBy("of_id")
    .execute();
  const counted = new Map(rows.map((row) => [row.of_id, asCounts(row)]));
  const each = new Map<UnitCode, Counts[]>();
  for (const unit of units) if (unit.kind === kind) each.set(unit.code, []);
  for (const { code, path } of units) {
    const counts = counted.get(code);
    const at = path.split("/").find((above) => each.has(above));
    if (counts && at !== undefined) each.get(at)?.push(counts);
  }
  return [...each].map(([unit, counts]) => ({ unit, counts: sumOf(counts) }));
}

/** The sums of each unit directly below one, and of what hangs at itself, for periods that follow each other. */
export async function countsBelow(
  tx: Tx,
  code: UnitCode,
  periods: readonly Period[],
): Promise<ReadonlyMap<UnitCode, readonly Counts[]>> {
  const top = await unitByCode(tx, code);
  const [first, last] = [periods[0], periods.at(-1)];
  if (!top || !first || !last) return new Map();
  const ends = periods.map(({ to }, at) => sql`when evaluation_day.day_at < ${to} then ${sql.lit(at)}`);
  const above = sql<UnitCode>`case when unit.kind = 'village' then unit.parent else unit.code end`;
  const rows = await daysIn(tx, "unit", { from: first.from, to: last.to })
    .innerJoin("unit", "unit.code", "evaluation_day.of_id")
    .select(top.kind === "county" ? above.as("below") : "unit.code as below")
    .select([sql<number>`case ${sql.join(ends, sql` `)} end`.as("period"), ...sums])
    .where("of_id", "in", codesInside(tx, top.path))
    .groupBy([sql.ref("below"), sql.ref("period")])
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ below }) => below)].map(([unit, of]) => [
      unit,
      periods.map((_, at) => sumOf(of.filter(({ period }) => period === at).map(asCounts))),
    ]),
  );
}
