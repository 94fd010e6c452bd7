import type { Tx } from "../../store/index.ts";
import { dropAllButFacts, dropNagsTo, dropReminders } from "../../time/index.ts";
import type { TicketNumber, TicketState } from "../model.ts";

const ended: readonly TicketState[] = ["settled", "closed", "withdrawn"];

interface Change {
  readonly responsible?: string | null;
  readonly reporter?: string;
  readonly state?: TicketState;
}

/**
 * Drops what waits to be said about a matter and will not be true after a change of it; called before the change. Goes it to
 * somebody else, whoever had it is not chased for it any more; is it over, nobody is, and those who wait for it hear nothing
 * of how it was before; nor does a reporter who has left it to her neighbours.
 */
export async function dropUntrue(tx: Tx, number: TicketNumber, change: Change): Promise<void> {
  const { responsible, reporter, state } = change;
  const subject = `ticket ${number}`;
  const row = tx.selectFrom("ticket").where("number", "=", number);
  if (responsible !== undefined) {
    const before = row.select("responsible_id");
    const former = responsible === null ? before : before.where("responsible_id", "<>", responsible);
    await dropReminders(tx, subject, former.$asScalar());
  }
  const isOver = state !== undefined && ended.includes(state);
  if (reporter !== undefined || isOver) await dropNagsTo(tx, subject, row.select("reporter_id").$asScalar());
  if (!isOver) return;
  const followers = tx.selectFrom("ticket_follower").where("number", "=", number);
  await dropNagsTo(tx, subject, followers.select("person_id").$asScalar());
  await dropAllButFacts(tx, subject);
}
