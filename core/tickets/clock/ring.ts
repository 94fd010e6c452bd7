import type { Moment } from "../../people/index.ts";
import { timesAfter, type Clock, type Stage } from "../../time/index.ts";
import { mayAct, type Ticket } from "../model.ts";
import { ticketByNumber } from "../store.ts";
import { numberIn } from "./clocks.ts";
import { answerLapsed, settleLapsed } from "./lapse.ts";
import { remind } from "./remind.ts";
import { stillOverdue } from "./stillOverdue.ts";

/** What a stage of a matter's clock brings about; one that no longer fits the matter's cycle and state does nothing. */
export async function ringTicketStage(moment: Moment, clock: Clock, stage: Stage): Promise<void> {
  const number = numberIn(clock);
  const ticket = number === undefined ? undefined : await ticketByNumber(moment.tx, number);
  if (!ticket || ticket.cycle !== clock.cycle || !isWaitedFor(ticket, clock)) return;
  const times = timesAfter(stage);
  if (stage !== "breach" && times === 0) return remind(moment, ticket, clock, stage);
  // What is sealed climbs to nobody.
  if (ticket.isSealed || times > 0) return stillOverdue(moment, ticket, clock, times);
  return clock.kind === "answer" ? answerLapsed(moment, ticket, clock) : settleLapsed(moment, ticket, clock);
}

function isWaitedFor(ticket: Ticket, { kind }: Clock): boolean {
  return kind === "answer" ? ticket.state === "open" : mayAct(ticket);
}
