import type { Acting, Moment } from "../../people/index.ts";
import { eventsOf } from "../events/store.ts";
import type { Ticket, TicketNumber } from "../model.ts";
import type { Filed } from "../report/service.ts";
import { record, type Refusal } from "../service.ts";
import { say } from "../texts.ts";
import { own, reopenEnded } from "../verdict/service.ts";

/** Was she asked in this round? */
async function isAsked(moment: Moment, { number, cycle }: Ticket): Promise<boolean> {
  const events = await eventsOf(moment.tx, number);
  const begun = events.findLastIndex(({ kind }) => kind === "reopened" || kind === "put_back");
  return cycle > 0 && events.slice(begun + 1).some(({ kind }) => kind === "asked_after");
}

/** She was asked and it is still over: what she says now is about that. */
export async function askedAfter(acting: Acting, number: TicketNumber): Promise<Ticket | Refusal> {
  const ticket = await own(acting, number);
  if ("refused" in ticket) return ticket;
  const waits = ticket.state === "closed" && (await isAsked(acting, ticket));
  return waits ? ticket : { refused: say.notAskedAfter(number) };
}

/** It is mended for good; nobody asks again. */
export async function held(acting: Acting, number: TicketNumber): Promise<"held" | Refusal> {
  const ticket = await askedAfter(acting, number);
  if ("refused" in ticket) return ticket;
  await record(acting, ticket, "held", { words: "", files: [] }, `cycle ${ticket.cycle}`);
  return "held";
}

/** Broken again, in one tap: the next round of the same matter, one level up. */
export async function broken(acting: Acting, number: TicketNumber): Promise<Filed | Refusal> {
  const ticket = await askedAfter(acting, number);
  if ("refused" in ticket) return ticket;
  return reopenEnded(acting, number, { words: say.brokenAfterWeeks.zh, files: [] });
}
