import { sql, type Tx } from "../../store/index.ts";
import { countNames } from "../model.ts";
import { columnOf, type OfKind } from "../store.ts";
import type { Line } from "./model.ts";

const dayMs = 86_400_000;

/** So many lines are added up in one statement: a village has one for each day. */
const linesAtOnce = 50;

/** What the tallies of the next units, persons or offices come to, over all days; in the order of their ids. */
export async function linesKept(
  tx: Tx,
  kind: OfKind,
  after: string,
): Promise<readonly (Line & { readonly id: string })[]> {
  const ids = tx
    .selectFrom("evaluation_day")
    .select("of_id")
    .distinct()
    .where("of_kind", "=", kind)
    .where("of_id", ">", after)
    .orderBy("of_id")
    .limit(linesAtOnce);
  const all = sql.join(
    countNames.map((name) => sql.ref(columnOf[name])),
    sql` + `,
  );
  const rows = await tx
    .selectFrom("evaluation_day")
    .select(["of_kind", "of_id"])
    .select([
      sql<number>`cast(sum(${all}) as bigint)`.as("total"),
      sql<number>`cast(sum((day_at / ${sql.lit(dayMs)}) * (${all})) as bigint)`.as("weighted"),
    ])
    .select(countNames.map((name) => sql<number>`sum(${sql.ref(columnOf[name])})`.as(name)))
    .where("of_kind", "=", kind)
    .where("of_id", "in", ids)
    .groupBy(["of_kind", "of_id"])
    .orderBy("of_id")
    .execute();
  return rows.map(({ of_kind, of_id, total, weighted, ...counts }) => ({
    id: of_id,
    whose: `${of_kind} ${of_id}`,
    total,
    weighted,
    counts,
  }));
}
