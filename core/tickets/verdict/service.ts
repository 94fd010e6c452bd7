import type { Text } from "../../language/index.ts";
import { calledName, type Acting } from "../../people/index.ts";
import { earn } from "../../points/index.ts";
import { beginAftercare } from "../aftercare/alarm.ts";
import { choicesOfResponsible } from "../card.ts";
import { addToAlarm } from "../danger/service.ts";
import { goOnSettling } from "../clock/clocks.ts";
import { stopRatingClock } from "../clock/rating.ts";
import { payTeam } from "../outcome/service.ts";
import { isOver, mayRate, type Score, type Ticket, type TicketNumber } from "../model.ts";
import type { Filed } from "../report/service.ts";
import { tellAbout } from "../responsible.ts";
import { isFollower } from "../same/service.ts";
import { isOwn, record, type Enclosure, type Refusal } from "../service.ts";
import { handOnWhileAway } from "../pass/absent.ts";
import * as store from "../store.ts";
import { insertRating, isRated } from "./store.ts";
import { say } from "../texts.ts";
import { nextCycle } from "./cycle.ts";

/** The villager's side of a matter once it is with somebody: she adds, and has the last word. */

/** A matter of the speaker's own, or why it is not hers to decide. */
export async function own(
  acting: Acting,
  number: TicketNumber,
  notHers: (number: number) => Text = say.notYours,
): Promise<Ticket | Refusal> {
  const ticket = await store.ticketByNumber(acting.tx, number);
  if (ticket && (await isOwn(acting, ticket))) return ticket;
  if (notHers === say.notYours && (await isFollower(acting, number)))
    return { refused: say.neighboursOwn(number) };
  return { refused: ticket && !ticket.isSealed ? notHers(number) : say.noSuch(String(number)) };
}

/** A matter this person may rate now, without rating; one that was closed unrated may still be. */
export async function mayRateNow(
  acting: Acting,
  number: TicketNumber,
  isRating = true,
): Promise<Ticket | Refusal> {
  const ticket = await own(acting, number, say.notYourRating);
  // Nobody rates her own work for somebody she cares for.
  const isHerWork = isRating && !("refused" in ticket) && ticket.responsible === acting.person.id;
  if (isHerWork && ticket.reporter !== acting.person.id) return { refused: say.notYourRating(number) };
  if ("refused" in ticket || mayRate(ticket)) return ticket;
  if (ticket.state !== "closed") return { refused: say.notSettledYet(number) };
  return (await isRated(acting.tx, number, ticket.cycle)) ? { refused: say.alreadyRated(number) } : ticket;
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
  await beginAftercare(acting, ticket);
  await payTeam(acting, ticket);
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
  await insertRating(acting.tx, { number, cycle, score, reason, by: acting.person.id }, acting.now);
  const words = reason === undefined ? score : `${score} ${reason}`;
  await record(acting, ticket, "rated", { words, files: [] }, `cycle ${cycle}`);
  await stopRatingClock(acting, number);
  await earnByRating(acting, ticket);
}

/** A rating earns the same whatever it says, once for a matter; nobody earns by a matter that was her own work. */
async function earnByRating(acting: Acting, { number, reporter, responsible }: Ticket): Promise<void> {
  if (reporter === responsible) return;
  await earn(acting, { rule: "rated", person: reporter, sourceKey: `rated ${number}` });
}

/** Not satisfied: the next cycle begins, one level up, with a full answer clock. */
export async function reopen(acting: Acting, number: TicketNumber, reason: string): Promise<Filed | Refusal> {
  const ticket = await mayRateNow(acting, number);
  if ("refused" in ticket) return ticket;
  await keepRating(acting, ticket, "dissatisfied", reason);
  return nextCycle(
    acting,
    ticket,
    { words: "", files: [] },
    { note: (cycle) => say.reopenedNote(cycle, reason), passedOn: say.passedOn(number) },
  );
}

/** Broken again after it had ended: the next cycle of the same matter, one level up; no rating is changed. */
export async function reopenEnded(
  acting: Acting,
  number: TicketNumber,
  said: Enclosure,
): Promise<Filed | Refusal> {
  const ticket = await own(acting, number);
  if ("refused" in ticket) return ticket;
  if (ticket.state !== "closed") return { refused: say.notOver(number) };
  return nextCycle(acting, ticket, said, {
    note: (cycle) => say.brokenAgainNote(cycle, said.words),
    passedOn: say.brokenAgainUp(number),
  });
}

/** [还没好] is not a rating: the matter goes back to whoever had it, in the same cycle. */
export async function notFixed(acting: Acting, number: TicketNumber, key: string): Promise<"back" | Refusal> {
  const ticket = await mayRateNow(acting, number, false);
  if ("refused" in ticket) return ticket;
  if (!mayRate(ticket)) return { refused: say.over(number) };
  await record(acting, ticket, "not_fixed", { words: "", files: [] }, key);
  await store.changeTicket(acting.tx, number, { state: "answered", settledAt: null });
  await stopRatingClock(acting, number);
  await goOnSettling(
    acting,
    { ...ticket, state: "answered" },
    { reason: "not_fixed", actor: acting.person.id },
  );
  const { person: _villager, ...moment } = acting;
  if (ticket.responsible === undefined || (await handOnWhileAway(moment, number, key))) return "back";
  const saying = { text: say.notFixedCard(number), choices: await choicesOfResponsible(acting, ticket) };
  await tellAbout(acting, ticket.responsible, ticket, saying, `not fixed ${key}`);
  return "back";
}

/** What a villager adds to a matter she waits for goes to whoever must act; it never moves a clock. */
export async function add(
  acting: Acting,
  number: TicketNumber,
  key: string,
  said: Enclosure,
): Promise<"added" | Refusal> {
  const ticket = await store.ticketByNumber(acting.tx, number);
  if (!ticket) return { refused: say.noSuch(String(number)) };
  const isHers = (await isOwn(acting, ticket)) || (await isFollower(acting, number));
  if (!isHers) return { refused: ticket.isSealed ? say.noSuch(String(number)) : say.notYours(number) };
  if (isOver(ticket)) return { refused: say.over(number) };
  if (ticket.isUrgent) {
    await addToAlarm(acting, key, number, said);
    return "added";
  }
  const fresh = await record(acting, ticket, "added", said, key);
  const text = say.addedCard(number, calledName(acting.person), said.words, said.files);
  if (fresh && ticket.responsible !== undefined)
    await tellAbout(acting, ticket.responsible, ticket, { text, files: said.files }, `added ${key}`);
  return "added";
}
