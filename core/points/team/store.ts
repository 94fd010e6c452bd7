import type { UnitCode } from "../../org/index.ts";
import type { Tx } from "../../store/index.ts";
import type { Stretch } from "../ledger/store.ts";

/** What village teams earned within a stretch of time, what was taken back in it taken off; those without an entry are not there. */
export async function teamSums(
  tx: Tx,
  villages: readonly UnitCode[],
  { from, until }: Stretch,
): Promise<ReadonlyMap<UnitCode, number>> {
  if (villages.length === 0) return new Map();
  const rows = await tx
    .selectFrom("points_entry")
    .select(({ fn }) => ["account_id", fn.sum<number>("delta").as("sum")])
    .where("account_kind", "=", "team")
    .where("account_id", "in", villages)
    .where("at", ">=", from)
    .where("at", "<", until)
    .groupBy("account_id")
    .execute();
  return new Map(rows.map(({ account_id, sum }) => [account_id, sum]));
}
