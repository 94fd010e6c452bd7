import type { Tx } from "../../store/index.ts";
import { unsettled } from "../store.ts";

/** How many matters a person must act on, and how many of them are due before a moment. */
export async function countTasks(
  tx: Tx,
  person: string,
  before: number,
): Promise<{ readonly all: number; readonly soon: number }> {
  const row = await tx
    .selectFrom("ticket")
    .select(({ fn, eb }) => [
      fn.countAll<number>().as("all"),
      fn.count<number>(eb.case().when("due_at", "<", before).then(1).end()).as("soon"),
    ])
    .where("responsible_id", "=", person)
    .where("state", "in", unsettled)
    .executeTakeFirstOrThrow();
  return { all: row.all, soon: row.soon };
}
