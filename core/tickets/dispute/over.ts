import type { Moment } from "../../people/index.ts";
import { setAlarm } from "../../time/index.ts";
import type { Ticket } from "../model.ts";

/** The kind of the alarm that says that a dispute is over, however it ended; its subject is its number. */
export const disputeOverAlarm = "dispute_over";

/** A dispute that nobody has to act on any more: its mediation, if there is one, ends at the next sweep. */
export async function disputeIsOver(
  moment: Pick<Moment, "tx" | "now">,
  { number, kind }: Ticket,
): Promise<void> {
  if (kind !== "dispute") return;
  const alarm = { kind: disputeOverAlarm, subject: String(number), fireAt: moment.now };
  await setAlarm(moment.tx, { key: `${disputeOverAlarm} ${number}`, ...alarm });
}
