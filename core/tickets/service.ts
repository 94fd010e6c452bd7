import type { FileRef } from "../channel/index.ts";
import type { Choice } from "../dialogue/index.ts";
import type { Text } from "../language/index.ts";
import {
  actsFor,
  can,
  unitsWhere,
  type Acting,
  type Action,
  type Moment,
  type Person,
} from "../people/index.ts";
import type { SaidMoment } from "../time/index.ts";
import { startAnswerClock, startRatingClock, stopAnswerClock } from "./alarms.ts";
import {
  nextResponsible,
  placeName,
  postAndName,
  postFor,
  reporterName,
  responsibleFor,
  tellAbout,
  unitOf,
} from "./responsible.ts";
import {
  answerWithin,
  mayAnswer,
  maySettle,
  type KindId,
  type Score,
  type Ticket,
  type TicketNumber,
} from "./model.ts";
import * as store from "./store.ts";
import { say, scoreNames } from "./texts.ts";

/** What somebody sent about a matter: words, files, or both. */
export interface Enclosure {
  readonly words: string;
  readonly files: readonly FileRef[];
}

export interface Matter extends Enclosure {
  readonly kind: KindId;
  readonly place: string;
  readonly coordinates?: { readonly latitude: number; readonly longitude: number };
}

/** An expected "no", with the sentence for the person. */
export interface Refusal {
  readonly refused: Text;
}

export interface Filed {
  readonly number: TicketNumber;
  /** Who must act, as people say it; null where nobody holds any post. */
  readonly responsible: Text | null;
  readonly due: SaidMoment;
}

/**
 * Files a matter and hands it to whoever must act, with the clock of the first answer started.
 * @param key what it is filed from: the same twice is one matter.
 */
export async function file(acting: Acting, key: string, matter: Matter): Promise<Filed> {
  const { tx, now, person } = acting;
  const known = await store.ticketBySource(tx, key);
  if (known) return filed(acting, known);
  const unit = person.grid ?? person.memberships[0]?.unit;
  if (unit === undefined) throw new Error(`person ${person.id} lives and works nowhere`);
  const holder = await nextResponsible(acting, await unitOf(acting, unit));
  const ticket: Ticket = {
    number: await store.takeNumber(tx),
    kind: matter.kind,
    what: matter.words,
    place: matter.place,
    reporter: person.id,
    unit,
    responsible: holder?.person.id,
    state: "open",
    cycle: 1,
    answerDueAt: now + answerWithin,
    createdAt: now,
  };
  await store.insertTicket(tx, { ...ticket, coordinates: matter.coordinates, sourceKey: key });
  await record(acting, ticket, "filed", matter, key);
  await startAnswerClock(acting, ticket);
  await sendCard(acting, ticket, matter.files);
  return filed(acting, ticket);
}

/** A filed matter as its reporter is told of it. */
export async function filed(acting: Acting, ticket: Ticket): Promise<Filed> {
  const holder = await responsibleFor(acting, ticket);
  return {
    number: ticket.number,
    responsible: holder ? postAndName(holder) : null,
    due: acting.calendar.moment(ticket.answerDueAt),
  };
}

/** Appends what happened. @returns false when it was already there. */
export async function record(
  acting: Acting,
  ticket: Ticket,
  kind: store.NewEvent["kind"],
  what: Enclosure,
  key: string,
): Promise<boolean> {
  const event = {
    number: ticket.number,
    cycle: ticket.cycle,
    kind,
    actor: acting.person.id,
    words: what.words,
    files: what.files,
    sourceKey: key,
  };
  return store.appendEvent(acting.tx, event, acting.now);
}

/** The buttons of a matter that must be acted on. */
export function taskChoices(number: TicketNumber): readonly Choice[] {
  return [
    { label: say.answer, token: `/task ${number} answer` },
    { label: say.done, token: `/task ${number} done` },
  ];
}

async function sendCard(moment: Moment, ticket: Ticket, files: readonly FileRef[]): Promise<void> {
  if (ticket.responsible === undefined) return;
  const given = {
    ticket,
    unit: await placeName(moment, ticket),
    reporter: await reporterName(moment, ticket),
    files,
  };
  const text = say.card({ ...given, due: moment.calendar.moment(ticket.answerDueAt) });
  await tellAbout(
    moment,
    ticket.responsible,
    ticket,
    { text, files, choices: taskChoices(ticket.number) },
    `card ${ticket.cycle}`,
  );
}

/** The matter, if this person must act on it or holds a post that may do this to it. */
async function allowed(acting: Acting, number: TicketNumber, action: Action): Promise<Ticket | Refusal> {
  const ticket = await store.ticketByNumber(acting.tx, number);
  if (!ticket) return { refused: say.noSuch(String(number)) };
  const { person } = acting;
  const may =
    ticket.responsible === person.id || can(person.memberships, action, await unitOf(acting, ticket.unit));
  return may ? ticket : { refused: say.notYours(number) };
}

/** A matter as far as this person may act on it, without acting. */
export async function mayAct(acting: Acting, number: TicketNumber): Promise<Ticket | Refusal> {
  const ticket = await allowed(acting, number, "ticket.act");
  if ("refused" in ticket || mayAnswer(ticket)) return ticket;
  return { refused: ticket.state === "closed" ? say.over(number) : say.alreadySettled(number) };
}

/** Answers the villager. @returns her name, and whether the answer could be sent to her. */
export async function answer(
  acting: Acting,
  number: TicketNumber,
  key: string,
  said: Enclosure,
): Promise<{ reporter: string; reached: boolean } | Refusal> {
  const ticket = await mayAct(acting, number);
  if ("refused" in ticket) return ticket;
  const reporter = await reporterName(acting, ticket);
  if (!(await record(acting, ticket, "answered", said, key))) return { reporter, reached: true };
  await stopAnswerClock(acting, number);
  const first = ticket.state === "open" ? { answeredAt: acting.now } : {};
  await store.changeTicket(acting.tx, number, { state: "answered", ...first, ...takenOver(ticket, acting) });
  const text = say.yourAnswer(number, await actorName(acting, ticket), said.words, said.files);
  return {
    reporter,
    reached: await tellAbout(acting, ticket.reporter, ticket, { text, files: said.files }, `answer ${key}`),
  };
}

/**
 * What whoever may act on a matter says after it was noted as settled: the villager hears it and still has the last word.
 * @returns false when the matter is not settled, or not hers to act on.
 */
export async function addToSettled(
  acting: Acting,
  number: TicketNumber,
  key: string,
  said: Enclosure,
): Promise<boolean> {
  const ticket = await allowed(acting, number, "ticket.act");
  if ("refused" in ticket || ticket.state !== "settled") return false;
  if (!(await record(acting, ticket, "added", said, key))) return true;
  const text = say.yourAnswer(number, await actorName(acting, ticket), said.words, said.files);
  const saying = { text, files: said.files, choices: ratingChoices(number) };
  await tellAbout(acting, ticket.reporter, ticket, saying, `added ${key}`);
  return true;
}

/** Whoever acts, as the villager is told: 「网格员老李」. */
async function actorName(acting: Acting, ticket: Ticket): Promise<Text> {
  const role = postFor(acting.person, await unitOf(acting, ticket.unit)) ?? "grid_worker";
  return postAndName({ person: acting.person, role });
}

/** A matter nobody answered for belongs to whoever acts on it first. */
function takenOver(ticket: Ticket, acting: Acting): { responsible?: string } {
  return ticket.responsible === undefined ? { responsible: acting.person.id } : {};
}

/** Notes a matter as settled, in the words of its last answer or in `said`, and asks the villager. */
export async function settle(
  acting: Acting,
  number: TicketNumber,
  key: string,
  said?: Enclosure,
): Promise<{ reporter: string } | "unexplained" | Refusal> {
  const ticket = await mayAct(acting, number);
  if ("refused" in ticket) return ticket;
  if (!maySettle(ticket)) return { refused: say.alreadySettled(number) };
  const how = said ?? (await store.lastAnswer(acting.tx, number, ticket.cycle));
  if (!how) return "unexplained";
  await record(acting, ticket, "settled", said ?? { words: how.words, files: [] }, key);
  await stopAnswerClock(acting, number);
  await startRatingClock(acting, ticket);
  const first = ticket.state === "open" ? { answeredAt: acting.now } : {};
  await store.changeTicket(acting.tx, number, {
    state: "settled",
    settledAt: acting.now,
    ...first,
    ...takenOver(ticket, acting),
  });
  const text = said
    ? say.yourSettled(number, said.words, said.files)
    : say.yourSettledAsSaid(number, await actorName(acting, ticket));
  const saying = { text, files: said?.files ?? [], choices: ratingChoices(number) };
  await tellAbout(acting, ticket.reporter, ticket, saying, `settled ${key}`);
  return { reporter: await reporterName(acting, ticket) };
}

/** The three scores, one tap each. */
export function scoreChoices(number: TicketNumber): readonly Choice[] {
  const rate = (score: Score): Choice => ({ label: scoreNames[score], token: `/mine ${number} ${score}` });
  return [rate("satisfied"), rate("fair"), rate("dissatisfied")];
}

/** The scores, and [还没好], which is none. */
export function ratingChoices(number: TicketNumber): readonly Choice[] {
  return [...scoreChoices(number), { label: say.notFixed, token: `/mine ${number} not_fixed` }];
}

/** May this person read the matter: its reporter, or a post for its unit? */
export async function readable(acting: Acting, number: TicketNumber): Promise<Ticket | Refusal> {
  const ticket = await store.ticketByNumber(acting.tx, number);
  if (ticket?.reporter === acting.person.id) return ticket;
  if (ticket && (await actsFor(acting.tx, acting.person.id, ticket.reporter))) return ticket;
  return allowed(acting, number, "ticket.read");
}

/** Does this person hold a post that gets matters to act on? */
export function isStaff(person: Person): boolean {
  return unitsWhere(person.memberships, "ticket.act").length > 0;
}
