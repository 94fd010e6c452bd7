import type { Text } from "../../language/index.ts";
import type { Acting } from "../../people/index.ts";
import { ratingChoices } from "../choices.ts";
import { answered, stopAllClocks } from "../clock/clocks.ts";
import { startRatingClock } from "../clock/rating.ts";
import { eventsOf, lastAnswer } from "../events/store.ts";
import { learnKind } from "../kinds/learn.ts";
import { isOver, mayAct, type Ticket, type TicketNumber } from "../model.ts";
import { isInOffice } from "../desk/office.ts";
import { holderOn, isWithTeam, postAndName, reporterName, tellVillagers } from "../responsible.ts";
import { permitted, record, type Enclosure, type Refusal } from "../service.ts";
import * as store from "../store.ts";
import { say } from "../texts.ts";

/** A matter as far as this person may act on it, without acting. */
export async function actable(acting: Acting, number: TicketNumber): Promise<Ticket | Refusal> {
  const ticket = await permitted(acting, number, "ticket.act");
  if ("refused" in ticket || mayAct(ticket)) return ticket;
  return { refused: isOver(ticket) ? say.overForWorker(number) : say.alreadySettled(number) };
}

export interface Answered {
  readonly reporter: string;
  /** Could it be sent to her? */
  readonly reached: boolean;
  /** Can it go on to the village team? */
  readonly mayHandOver: boolean;
}

/** Answers the villager. @returns her name, and whether the answer could be sent to her. */
export async function answer(
  acting: Acting,
  number: TicketNumber,
  key: string,
  said: Enclosure,
): Promise<Answered | Refusal> {
  const ticket = await actable(acting, number);
  if ("refused" in ticket) return ticket;
  const mayHandOver = ticket.tier === "simple" && !ticket.isSealed;
  const reporter = await reporterName(acting, ticket);
  if (!(await record(acting, ticket, "answered", said, key))) return { reporter, reached: true, mayHandOver };
  await answered(acting, ticket, { reason: "answered", actor: acting.person.id });
  const first = ticket.state === "open" ? { answeredAt: acting.now } : {};
  await store.changeTicket(acting.tx, number, {
    state: "answered",
    ...first,
    ...(await takenOver(ticket, acting)),
  });
  const text = say.yourAnswer(number, await actorName(acting, ticket), said.words, said.files);
  const saying = { text, files: said.files };
  const reached = await tellVillagers(acting, ticket, saying, `answer ${key}`, saying);
  return { reporter, reached, mayHandOver };
}

/**
 * What whoever may act on a matter says after it was noted as settled, or has ended: it stays with the matter, the villager
 * hears it, and as long as it is not rated has the last word.
 * @returns false when the matter is still dealt with, taken back, or not hers to act on.
 */
export async function addToSettled(
  acting: Acting,
  number: TicketNumber,
  key: string,
  said: Enclosure,
): Promise<boolean> {
  const ticket = await permitted(acting, number, "ticket.act");
  if ("refused" in ticket || !["settled", "closed"].includes(ticket.state)) return false;
  if (!(await record(acting, ticket, "added", said, key))) return true;
  const text = say.yourAnswer(number, await actorName(acting, ticket), said.words, said.files);
  const choices = ticket.state === "settled" ? { choices: ratingChoices(number) } : {};
  await tellVillagers(acting, ticket, { text, files: said.files, ...choices }, `added ${key}`);
  return true;
}

/** Whoever acts, as the villager is told: 「网格员老李」. */
export async function actorName(acting: Acting, ticket: Ticket): Promise<Text> {
  return postAndName(await holderOn(acting, acting.person, ticket));
}

/** A matter nobody answers for, or that lies with the whole team or an office, belongs to whoever acts on it first. */
export async function takenOver(ticket: Ticket, acting: Acting): Promise<{ responsible?: string }> {
  const isFree =
    ticket.responsible === undefined ||
    (await isWithTeam(acting, ticket)) ||
    (await isInOffice(acting, ticket));
  return isFree ? { responsible: acting.person.id } : {};
}

/** What the village team settles is shown: its answers hold a picture. A simple matter needs words only. */
async function isShown(acting: Acting, ticket: Ticket): Promise<boolean> {
  if (ticket.tier === "simple") return true;
  const events = await eventsOf(acting.tx, ticket.number);
  return events.some(({ kind, files }) => ["answered", "noted"].includes(kind) && files.length > 0);
}

/** Notes a matter as settled, in the words of its last answer or in `said`, and asks the villager. */
export async function settle(
  acting: Acting,
  number: TicketNumber,
  key: string,
  said?: Enclosure,
): Promise<{ reporter: string } | "unexplained" | Refusal> {
  const ticket = await actable(acting, number);
  if ("refused" in ticket) return ticket;
  if (!mayAct(ticket)) return { refused: say.alreadySettled(number) };
  const how = said ?? (await lastAnswer(acting.tx, number, ticket.cycle));
  if (!how || (said === undefined && !(await isShown(acting, ticket)))) return "unexplained";
  await record(acting, ticket, "settled", said ?? { words: "", files: [] }, key);
  await stopAllClocks(acting, ticket, { reason: "settled", actor: acting.person.id });
  await startRatingClock(acting, ticket);
  const first = ticket.state === "open" ? { answeredAt: acting.now } : {};
  await store.changeTicket(acting.tx, number, {
    state: "settled",
    settledAt: acting.now,
    ...first,
    ...(await takenOver(ticket, acting)),
  });
  await learnKind(acting, ticket, "confirmed");
  const text = said
    ? say.yourSettled(number, said.words, said.files)
    : say.yourSettledAsSaid(number, await actorName(acting, ticket));
  const saying = { text, files: said?.files ?? [], choices: ratingChoices(number) };
  const forFollowers = say.followedSettled(number, said?.words ?? "");
  await tellVillagers(acting, ticket, saying, `settled ${key}`, {
    text: forFollowers,
    files: said?.files ?? [],
  });
  return { reporter: await reporterName(acting, ticket) };
}
