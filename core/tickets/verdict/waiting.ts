import type { Text } from "../../language/index.ts";
import { personById, type Acting } from "../../people/index.ts";
import { choicesOfResponsible, sendCard } from "../card.ts";
import { alertAll } from "../danger/service.ts";
import { goOnSettling, startAnswerClock, stopAllClocks } from "../clock/clocks.ts";
import { startRatingClock } from "../clock/rating.ts";
import { eventsOf, filesOf } from "../events/store.ts";
import { mayAct, type Ticket, type TicketNumber } from "../model.ts";
import { postAndName, responsibleFor, tellAbout, tellFollowers } from "../responsible.ts";
import { followersOf, removeFollower } from "../same/store.ts";
import { waitAgain } from "../stillWaiting/again.ts";
import { record, type Refusal } from "../service.ts";
import * as store from "../store.ts";
import { say } from "../texts.ts";
import { backWithin, nextNudgeAt } from "./model.ts";
import { own } from "./service.ts";

/** What a villager may do while her matter is with somebody: ask again, take it back, say that it is mended. */

/** A matter of hers that is still being dealt with. */
export async function ownWaiting(acting: Acting, number: TicketNumber): Promise<Ticket | Refusal> {
  const ticket = await own(acting, number);
  if ("refused" in ticket || mayAct(ticket)) return ticket;
  return { refused: ticket.state === "settled" ? say.settledAlready(number) : say.over(number) };
}

/** Asks whoever must act once more, at most once an hour; no clock moves. @returns who was asked, as people say it. */
export async function nudge(
  acting: Acting,
  number: TicketNumber,
  key: string,
): Promise<{ readonly who: Text | undefined } | Refusal> {
  const ticket = await ownWaiting(acting, number);
  if ("refused" in ticket) return ticket;
  if (ticket.isSealed && ticket.responsible === undefined) return { refused: say.sealedWithNobody(number) };
  const events = await eventsOf(acting.tx, number);
  const nextAt = nextNudgeAt(events, acting.now);
  if (nextAt !== undefined) return { refused: say.nudgedJustNow(number, acting.calendar.moment(nextAt)) };
  await record(acting, ticket, "nudged", { words: "", files: [] }, key);
  const count = events.filter(({ kind }) => kind === "nudged").length + 1;
  const holder = await responsibleFor(acting, ticket);
  if (!holder) return { who: undefined };
  const choices = await choicesOfResponsible(acting, ticket);
  const saying = { text: say.nudgeCard(ticket, count), choices };
  const reached = await tellAbout(acting, holder.person.id, ticket, saying, `nudge ${key}`);
  return { who: reached ? postAndName(holder) : undefined };
}

/**
 * Takes a matter back, for a reason or none. Where neighbours wait for it too, it goes on with the first of them as its
 * reporter.
 */
export async function withdraw(
  acting: Acting,
  number: TicketNumber,
  key: string,
  { reason, cycle }: { readonly reason: string; readonly cycle: number },
): Promise<"withdrawn" | "goes on" | Refusal> {
  const ticket = await ownWaiting(acting, number);
  if ("refused" in ticket) return ticket;
  if (ticket.cycle !== cycle) return { refused: say.changedMeanwhile(number) };
  const [heir] = await followersOf(acting.tx, number);
  if (heir !== undefined) return goOnWith(acting, ticket, heir, key);
  await record(acting, ticket, "withdrawn", { words: reason, files: [] }, key);
  await store.changeTicket(acting.tx, number, { state: "withdrawn", closedAt: acting.now });
  await stopAllClocks(acting, ticket, { reason: "withdrawn", actor: acting.person.id });
  await tellResponsible(acting, ticket, say.withdrawnCard(ticket, reason), `withdrawn ${key}`);
  return "withdrawn";
}

async function goOnWith(acting: Acting, ticket: Ticket, heir: string, key: string): Promise<"goes on"> {
  const { number } = ticket;
  await record(acting, ticket, "left", { words: "", files: [] }, key);
  await removeFollower(acting.tx, number, heir);
  await store.changeTicket(acting.tx, number, { reporter: heir });
  const passed = { ...ticket, reporter: heir };
  await tellAbout(acting, heir, passed, { text: say.yoursNow(number) }, `yours now ${key}`);
  const name = (await personById(acting.tx, heir))?.name ?? "";
  await tellResponsible(acting, passed, say.goesOnCard(number, name), `goes on ${key}`);
  return "goes on";
}

/** Puts a matter back that was taken back not long ago: its next round, with whoever had it. */
export async function putBack(
  acting: Acting,
  number: TicketNumber,
  key: string,
): Promise<{ readonly who: Text | undefined } | Refusal> {
  const ticket = await own(acting, number);
  if ("refused" in ticket) return ticket;
  if (mayAct(ticket)) return { refused: say.stillDealtWith(number) };
  const events = await eventsOf(acting.tx, number);
  const endedAt = events.findLast(({ kind }) => kind === "withdrawn")?.at;
  const isLate = endedAt === undefined || acting.now - endedAt > backWithin;
  if (ticket.state !== "withdrawn" || isLate) return { refused: say.tooLateToPutBack(number) };
  const { cycle } = ticket;
  const next: Ticket = { ...ticket, cycle: cycle + 1, state: "open" };
  await store.changeTicket(acting.tx, number, { state: "open", cycle: next.cycle });
  await record(acting, next, "put_back", { words: "", files: [] }, key);
  const started = await startAnswerClock(acting, next, "put_back");
  await waitAgain(acting, next);
  const again = await goOnSettling(acting, started, { reason: "put_back" });
  const files = await filesOf(acting.tx, number);
  if (ticket.responsible !== undefined)
    await sendCard(acting, ticket.responsible, again, { head: say.putBackHead, files, key: `back ${key}` });
  const backAgain = say.alertMore(number, acting.person.name, say.deeds.back.zh, []);
  if (ticket.isUrgent) await alertAll(acting, again, { text: backAgain }, `back again ${key}`);
  const holder = await responsibleFor(acting, ticket);
  return { who: holder && postAndName(holder) };
}

/** She says herself that it is mended: settled by her word, and she is asked to rate it. */
export async function settleByReporter(
  acting: Acting,
  number: TicketNumber,
  key: string,
): Promise<"settled" | Refusal> {
  const ticket = await ownWaiting(acting, number);
  if ("refused" in ticket) return ticket;
  await record(acting, ticket, "settled", { words: "", files: [] }, key);
  await store.changeTicket(acting.tx, number, { state: "settled", settledAt: acting.now });
  await stopAllClocks(acting, ticket, { reason: "settled", actor: acting.person.id });
  await startRatingClock(acting, ticket);
  await tellResponsible(acting, ticket, say.settledByVillager(number), `mended ${key}`);
  await tellFollowers(acting, ticket, { text: say.followedSettled(number, "") }, `mended ${key}`);
  return "settled";
}

/** Of a danger everybody who was alerted hears. */
async function tellResponsible(acting: Acting, ticket: Ticket, text: Text, key: string): Promise<void> {
  if (ticket.isUrgent) {
    await alertAll(acting, ticket, { text }, key);
    return;
  }
  if (ticket.responsible !== undefined) await tellAbout(acting, ticket.responsible, ticket, { text }, key);
}
