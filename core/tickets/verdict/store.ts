import type { Tx } from "../../store/index.ts";
import type { Score, TicketNumber } from "../model.ts";

/** Has the villager had her word on this cycle? */
export async function isRated(tx: Tx, number: TicketNumber, cycle: number): Promise<boolean> {
  const row = await tx
    .selectFrom("rating")
    .select("score")
    .where("number", "=", number)
    .where("cycle", "=", cycle)
    .executeTakeFirst();
  return row !== undefined;
}

/** Keeps the villager's word on a cycle. @returns false when there already is one. */
export async function insertRating(
  tx: Tx,
  rating: { number: TicketNumber; cycle: number; score: Score; reason: string | undefined; by: string },
  now: number,
): Promise<boolean> {
  const result = await tx
    .insertInto("rating")
    .values({
      number: rating.number,
      cycle: rating.cycle,
      score: rating.score,
      reason: rating.reason ?? null,
      rated_by: rating.by,
      at: now,
    })
    .onConflict((conflict) => conflict.columns(["number", "cycle"]).doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
}
