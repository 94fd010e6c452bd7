import type { Tx } from "../../store/index.ts";
import type { TicketNumber } from "../model.ts";

/** Who follows a matter, the longest waiting first. */
export async function followersOf(tx: Tx, number: TicketNumber): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("ticket_follower")
    .select("person_id")
    .where("number", "=", number)
    .orderBy("since_at")
    .orderBy("person_id")
    .execute();
  return rows.map((row) => row.person_id);
}
