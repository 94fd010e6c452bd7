import type { Moment } from "../../people/index.ts";
import { startClock } from "../../time/index.ts";
import { upwards } from "../../org/index.ts";
import type { Ticket } from "../model.ts";
import { aboutTicket, unitOf } from "../responsible.ts";
import { goOnSettling, inStep, settleKindOf } from "./clocks.ts";
import { startRatingClock } from "./rating.ts";
import { beginWaitingWords } from "../stillWaiting/alarm.ts";
import { hasClocks, removeOldAlarms, withoutEnd } from "./store.ts";
import { usualTerms, type ClockKind } from "./terms.ts";

/**
 * Gives clocks to the matters of a database from before there were any, once: each is due when it was due then. Does
 * nothing where there are clocks already.
 */
export async function adoptMatters(moment: Moment): Promise<void> {
  if (await hasClocks(moment.tx)) return;
  for (const ticket of await withoutEnd(moment.tx)) {
    await adopt(moment, ticket);
    await beginWaitingWords(moment, ticket.number, ticket.createdAt);
  }
  await removeOldAlarms(moment.tx);
}

async function adopt(moment: Moment, ticket: Ticket): Promise<void> {
  if (ticket.state === "settled") return startRatingClock(moment, ticket);
  if (ticket.state === "open") await startAt(moment, ticket, "answer", ticket.answerDueAt);
  if (ticket.settleDueAt !== undefined)
    await startAt(moment, ticket, settleKindOf(ticket), ticket.settleDueAt);
  else await goOnSettling(moment, ticket, { reason: "adopted" });
  await inStep(moment, ticket);
}

async function startAt(moment: Moment, ticket: Ticket, kind: ClockKind, dueAt: number): Promise<void> {
  await startClock(moment, {
    subject: aboutTicket(ticket.number),
    kind,
    cycle: ticket.cycle,
    scopes: upwards(await unitOf(moment, ticket.unit)),
    matter: ticket.kind,
    usual: usualTerms[kind],
    dueAt,
    startAt: Math.min(dueAt, ticket.createdAt),
    reason: "adopted",
  });
}
