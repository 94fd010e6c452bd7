import { simplify, type Text } from "../../language/index.ts";
import {
  calledName,
  isReachable,
  personById,
  type Acting,
  type Person,
  type PersonId,
} from "../../people/index.ts";
import type { SaidMoment } from "../../time/index.ts";
import { sendCard } from "../card.ts";
import { beginAnswerClock, followKind } from "../clock/clocks.ts";
import type { KindOrigin } from "../kinds/guess/service.ts";
import { learnKind } from "../kinds/learn.ts";
import { kindCorrectedTo, type KindId } from "../kinds/model.ts";
import { notePassedOver } from "../pass/passedOver.ts";
import { headline, mayAct, notPassedOn, type Ticket, type TicketNumber } from "../model.ts";
import { nextResponsible, postAndName, responsibleFor, tellAbout, unitOf } from "../responsible.ts";
import { beginWaitingWords } from "../stillWaiting/alarm.ts";
import { record, type Enclosure } from "../service.ts";
import * as store from "../store.ts";
import { say } from "../texts.ts";

export interface Matter extends Enclosure {
  /** Whose matter it is, where somebody else hands it in. */
  readonly reporter?: PersonId;
  readonly isFromMeeting?: boolean;
  readonly kind: KindId;
  /** How it came by its kind, where that was noted. */
  readonly origin?: KindOrigin;
  readonly place: string;
  readonly coordinates?: { readonly latitude: number; readonly longitude: number };
}

export interface Filed {
  readonly number: TicketNumber;
  /** Who must act, as people say it; null where nobody holds any post. */
  readonly responsible: Text | null;
  readonly due: SaidMoment;
  /** Whose matter it is, where somebody else handed it in; null for one's own. */
  readonly reporter: { readonly name: string; readonly isReached: boolean } | null;
}

/**
 * Files a matter and hands it to whoever must act, with the clock of the first answer started.
 * @param key what it is filed from: the same twice is one matter.
 */
export async function file(acting: Acting, key: string, matter: Matter): Promise<Filed> {
  const known = await store.ticketBySource(acting.tx, key);
  if (known) return filed(acting, known);
  const ticket = await lodge(acting, key, { ...matter, words: wordsOf(matter) });
  const { origin } = matter;
  if (origin && origin.by !== "guess") await learnKind(acting, ticket, origin.by);
  const { responsible, note } = ticket;
  if (responsible !== undefined) {
    const news = { head: say.newHead, files: matter.files, key: `card ${ticket.cycle}` };
    await sendCard(acting, responsible, ticket, note ? { ...news, note } : news);
  }
  await tellReporter(acting, ticket);
  return filed(acting, ticket);
}

function wordsOf({ words, isFromMeeting }: Matter): string {
  return isFromMeeting === true ? `${say.raisedAtMeeting.zh}${words}` : words;
}

/** Whoever did not hand her matter in herself hears of it. */
export async function tellReporter(acting: Acting, ticket: Ticket): Promise<void> {
  if (ticket.filedBy === undefined) return;
  const due = acting.calendar.moment(ticket.answerDueAt);
  const text = say.filedForYou(ticket.number, calledName(acting.person), headline(ticket.what), due);
  await tellAbout(acting, ticket.reporter, ticket, { text }, "filed for you");
}

/** How a matter differs from the usual one. */
export interface Lodging {
  readonly isUrgent?: boolean;
  readonly isSealed?: boolean;
  /** Who must act, null for nobody; the lowest post there is, unless given. */
  readonly responsible?: string | null;
  /** Whom a complaint is about. */
  readonly about?: string | undefined;
}

/** Where somebody's matters belong. Throws for somebody who lives and works nowhere. */
export function homeOf(person: Person): string {
  const unit = person.grid ?? person.memberships[0]?.unit;
  if (unit === undefined) throw new Error(`person ${person.id} lives and works nowhere`);
  return unit;
}

/** A matter just written down. */
export interface Lodged extends Ticket {
  /** Why it comes to whoever has it, where that is not the usual person. */
  readonly note: Text | undefined;
}

/** Writes a matter down with its number, whoever must act, and the clock of its first answer. Tells nobody. */
export async function lodge(
  acting: Acting,
  key: string,
  matter: Matter,
  lodging: Lodging = {},
): Promise<Lodged> {
  const { tx } = acting;
  const person = await reporterFor(acting, matter);
  const unit = homeOf(person);
  const isOpen = lodging.responsible === undefined;
  const found = isOpen ? await nextResponsible(acting, await unitOf(acting, unit)) : undefined;
  const responsible = isOpen ? found?.person.id : lodging.responsible;
  const ticket = await written(
    acting,
    { person, unit, responsible: responsible ?? undefined },
    matter,
    lodging,
  );
  await store.insertTicket(tx, { ...ticket, coordinates: matter.coordinates, sourceKey: key });
  await record(acting, ticket, "filed", matter, key);
  await beginWaitingWords(acting, ticket.number, acting.now);
  return { ...ticket, note: await notePassedOver(acting, ticket, found, key) };
}

async function reporterFor(acting: Acting, { reporter }: Matter): Promise<Person> {
  const other = reporter === undefined ? undefined : await personById(acting.tx, reporter);
  return other ?? acting.person;
}

/** A matter as it is at its beginning, with its number and the clock of its first answer. */
async function written(
  acting: Acting,
  { person, unit, responsible }: { person: Person; unit: string; responsible: string | undefined },
  { kind, words, place, origin }: Matter,
  { isUrgent = false, isSealed = false, about }: Lodging,
): Promise<Ticket> {
  const number = await store.takeNumber(acting.tx);
  const answerDueAt = await beginAnswerClock(acting, { number, unit, kind, cycle: 1 }, "filed");
  return {
    number,
    kind,
    what: words,
    place,
    reporter: person.id,
    unit,
    responsible,
    state: "open",
    cycle: 1,
    answerDueAt,
    dueAt: answerDueAt,
    filedBy: person.id === acting.person.id ? undefined : acting.person.id,
    ...notPassedOn,
    isUrgent,
    isSealed,
    about,
    kindBy: origin?.by,
    kindBecause: origin?.because,
    createdAt: acting.now,
  };
}

/**
 * 「不是，我说的是灯」: a matter of hers becomes the kind that the words put right, where they do. A complaint is none
 * afterwards, nor is any other matter one: it lies with somebody else.
 */
export async function putKindRight(acting: Acting, number: TicketNumber, words: string): Promise<void> {
  const ticket = await store.ticketByNumber(acting.tx, number);
  const kind = kindCorrectedTo(simplify(words));
  if (kind === undefined || ticket?.reporter !== acting.person.id || !mayAct(ticket)) return;
  if (ticket.isSealed || [ticket.kind, kind].includes("complaint")) return;
  const right: Ticket = { ...ticket, kind, kindBy: "villager" };
  await store.changeTicket(acting.tx, number, { kind, kindBy: "villager" });
  await followKind(acting, right, { reason: "kind", actor: acting.person.id });
  await learnKind(acting, right, "villager");
}

/** A filed matter as its reporter is told of it. */
export async function filed(acting: Acting, ticket: Ticket): Promise<Filed> {
  const holder = await responsibleFor(acting, ticket);
  return {
    number: ticket.number,
    responsible: holder ? postAndName(holder) : null,
    due: acting.calendar.moment(ticket.answerDueAt),
    reporter: ticket.filedBy === acting.person.id ? await reporterOf(acting, ticket) : null,
  };
}

async function reporterOf(acting: Acting, { reporter }: Ticket) {
  const name = (await personById(acting.tx, reporter))?.name ?? "";
  return { name, isReached: await isReachable(acting.tx, reporter) };
}
