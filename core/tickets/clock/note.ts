import type { Moment } from "../../people/index.ts";
import { appendEvent } from "../events/store.ts";
import type { Ticket, TicketEventKind } from "../model.ts";

/** Notes what a clock found. @returns false when it was noted before: in this cycle, unless `which` says more. */
export async function note(
  moment: Moment,
  ticket: Ticket,
  kind: TicketEventKind,
  at: number,
  which = `cycle ${ticket.cycle}`,
): Promise<boolean> {
  const { number, cycle, responsible: holder, office } = ticket;
  const event = { number, cycle, kind, actor: undefined, words: "", files: [], sourceKey: which };
  return appendEvent(moment.tx, { ...event, holder, office }, at);
}
