import { actsFor, calledName, type Acting, type Person } from "../../people/index.ts";
import { resumeSettleClock, startAnswerClock, startSettleClock, stopRatingClock } from "../clock/alarms.ts";
import { nextResponsible, responsibleFor, tellAbout, unitOf } from "../responsible.ts";
import { answerWithin, mayRate, settleWithin, type Score, type Ticket, type TicketNumber } from "../model.ts";
import { choicesOfResponsible, sendCard } from "../card.ts";
import { filesOf } from "../events/store.ts";
import { filed, type Filed } from "../report/service.ts";
import { record, type Enclosure, type Refusal } from "../service.ts";
import * as store from "../store.ts";
import { say } from "../texts.ts";

/** The villager's side of a matter once it is with somebody: she adds, and has the last word. */

async function own(acting: Acting, number: TicketNumber): Promise<Ticket | Refusal> {
  const ticket = await store.ticketByNumber(acting.tx, number);
  if (!ticket) return { refused: say.noSuch(String(number)) };
  const isHers = ticket.reporter === acting.person.id;
  const may = isHers || (await actsFor(acting.tx, acting.person.id, ticket.reporter));
  return may ? ticket : { refused: say.notYourRating(number) };
}

/** A matter this person may rate now, without rating; one that was closed unrated may still be. */
export async function mayRateNow(acting: Acting, number: TicketNumber): Promise<Ticket | Refusal> {
  const ticket = await own(acting, number);
  if ("refused" in ticket || mayRate(ticket)) return ticket;
  if (ticket.state !== "closed") return { refused: say.notSettledYet(number) };
  return (await store.isRated(acting.tx, number, ticket.cycle))
    ? { refused: say.alreadyRated(number) }
    : ticket;
}

/** Keeps the villager's word; satisfied or fairly satisfied ends the matter. */
export async function rate(
  acting: Acting,
  number: TicketNumber,
  score: "satisfied" | "fair",
): Promise<"rated" | Refusal> {
  const ticket = await mayRateNow(acting, number);
  if ("refused" in ticket) return ticket;
  await keepRating(acting, ticket, score, undefined);
  await store.changeTicket(acting.tx, number, { state: "closed", closedAt: acting.now });
  if (ticket.responsible !== undefined)
    await tellAbout(
      acting,
      ticket.responsible,
      ticket,
      { text: say.rated(number, score) },
      `rated ${ticket.cycle}`,
    );
  return "rated";
}

async function keepRating(
  acting: Acting,
  ticket: Ticket,
  score: Score,
  reason: string | undefined,
): Promise<void> {
  const { number, cycle } = ticket;
  await store.insertRating(acting.tx, { number, cycle, score, reason, by: acting.person.id }, acting.now);
  const words = reason === undefined ? score : `${score} ${reason}`;
  await record(acting, ticket, "rated", { words, files: [] }, `cycle ${cycle}`);
  await stopRatingClock(acting, number);
}

/** Not satisfied: the next cycle begins, one level up, with a full answer clock. */
export async function reopen(acting: Acting, number: TicketNumber, reason: string): Promise<Filed | Refusal> {
  const ticket = await mayRateNow(acting, number);
  if ("refused" in ticket) return ticket;
  await keepRating(acting, ticket, "dissatisfied", reason);
  const before = await responsibleFor(acting, ticket);
  const unit = await unitOf(acting, ticket.unit);
  const holder = (before && (await nextResponsible(acting, unit, before.role))) ?? before;
  const again: Ticket = {
    ...ticket,
    cycle: ticket.cycle + 1,
    state: "open",
    responsible: holder?.person.id,
    answerDueAt: acting.now + answerWithin,
    settleDueAt: ticket.tier === "simple" ? undefined : acting.now + settleWithin,
  };
  await store.changeTicket(acting.tx, number, {
    state: "open",
    cycle: again.cycle,
    answerDueAt: again.answerDueAt,
    settleDueAt: again.settleDueAt ?? null,
    answeredAt: null,
    settledAt: null,
    ...(holder ? { responsible: holder.person.id } : {}),
  });
  await record(acting, again, "reopened", { words: reason, files: [] }, `cycle ${again.cycle}`);
  await startAnswerClock(acting, again);
  if (again.settleDueAt !== undefined) await startSettleClock(acting, again, again.settleDueAt);
  await tellReopened(acting, again, before?.person, reason);
  return filed(acting, again);
}

async function tellReopened(
  acting: Acting,
  ticket: Ticket,
  before: Person | undefined,
  reason: string,
): Promise<void> {
  const { number, cycle } = ticket;
  if (ticket.responsible !== undefined)
    await sendCard(acting, ticket.responsible, ticket, {
      head: say.reopenedHead,
      note: say.reopenedNote(cycle, reason),
      files: await filesOf(acting.tx, number),
      key: `card ${cycle}`,
    });
  if (before && before.id !== ticket.responsible)
    await tellAbout(acting, before.id, ticket, { text: say.passedOn(number) }, `passed on ${cycle}`);
}

/** [还没好] is not a rating: the matter goes back to whoever had it, in the same cycle. */
export async function notFixed(acting: Acting, number: TicketNumber, key: string): Promise<"back" | Refusal> {
  const ticket = await mayRateNow(acting, number);
  if ("refused" in ticket) return ticket;
  if (!mayRate(ticket)) return { refused: say.over(number) };
  await record(acting, ticket, "not_fixed", { words: "", files: [] }, key);
  await store.changeTicket(acting.tx, number, { state: "answered", settledAt: null });
  await stopRatingClock(acting, number);
  await resumeSettleClock(acting, ticket);
  const saying = { text: say.notFixedCard(number), choices: await choicesOfResponsible(acting, ticket) };
  if (ticket.responsible !== undefined)
    await tellAbout(acting, ticket.responsible, ticket, saying, `not fixed ${key}`);
  return "back";
}

/** What the villager adds to her own matter goes to whoever must act; it never moves a clock. */
export async function add(
  acting: Acting,
  number: TicketNumber,
  key: string,
  said: Enclosure,
): Promise<"added" | Refusal> {
  const ticket = await own(acting, number);
  if ("refused" in ticket) return ticket;
  if (ticket.state === "closed") return { refused: say.over(number) };
  const fresh = await record(acting, ticket, "added", said, key);
  const text = say.addedCard(number, calledName(acting.person), said.words, said.files);
  if (fresh && ticket.responsible !== undefined)
    await tellAbout(acting, ticket.responsible, ticket, { text, files: said.files }, `added ${key}`);
  return "added";
}
