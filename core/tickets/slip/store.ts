import type { Tx } from "../../store/index.ts";
import type { Score, TicketNumber } from "../model.ts";

/** When the last round of a matter was answered and settled, and what the villager said of it. */
export async function roundOf(tx: Tx, number: TicketNumber) {
  const row = await tx
    .selectFrom("ticket as t")
    .leftJoin("rating as r", (join) =>
      join.onRef("r.number", "=", "t.number").onRef("r.cycle", "=", "t.cycle"),
    )
    .select(["t.answered_at", "t.settled_at", "r.score", "r.reason"])
    .where("t.number", "=", number)
    .executeTakeFirstOrThrow();
  return {
    answeredAt: row.answered_at,
    settledAt: row.settled_at,
    score: row.score as Score | null,
    reason: row.reason,
  };
}
