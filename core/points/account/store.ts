import { codesInside } from "../../org/index.ts";
import type { Tx } from "../../store/index.ts";
import type { Stretch } from "../ledger/store.ts";

/** Who earned how much inside a unit within a stretch of time, by name; nobody whose sum is nothing. */
export async function publishedIn(
  tx: Tx,
  path: string,
  { from, until }: Stretch,
  page: { readonly offset: number; readonly limit: number },
): Promise<readonly { readonly name: string; readonly sum: number }[]> {
  const rows = await tx
    .selectFrom("person as p")
    .innerJoin("points_entry as e", (join) =>
      join.onRef("e.account_id", "=", "p.id").on("e.account_kind", "=", "person"),
    )
    .select(({ fn }) => ["p.id", "p.name", fn.sum<number>("e.delta").as("sum")])
    .where("p.grid", "in", codesInside(tx, path))
    .where("e.kind", "<>", "spent")
    .where("e.at", ">=", from)
    .where("e.at", "<", until)
    .groupBy(["p.id", "p.name"])
    .having(({ fn }) => fn.sum("e.delta"), "<>", 0)
    .orderBy("p.name")
    .orderBy("p.id")
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  return rows.map(({ name, sum }) => ({ name, sum }));
}
