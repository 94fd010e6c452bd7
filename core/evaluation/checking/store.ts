import { sql, type Tx } from "../../store/index.ts";
import { countNames } from "../model.ts";
import { columnOf } from "../store.ts";
import type { Line } from "./model.ts";

const dayMs = 86_400_000;

/** What the tallies of each unit, person and office come to, over all days. */
export async function linesKept(tx: Tx): Promise<readonly Line[]> {
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
    .groupBy(["of_kind", "of_id"])
    .execute();
  return rows.map(({ of_kind, of_id, total, weighted, ...counts }) => ({
    whose: `${of_kind} ${of_id}`,
    total,
    weighted,
    counts,
  }));
}
