import type { FileRef } from "../channel/index.ts";
import { filesIn, wordsIn, type Material } from "../dialogue/index.ts";
import type { Text } from "../language/index.ts";
import {
  actsFor,
  can,
  isOfficerOf,
  unitsWhere,
  type Acting,
  type Action,
  type Moment,
  type Person,
} from "../people/index.ts";
import { appendEvent } from "./events/store.ts";
import type { Ticket, TicketEventKind, TicketNumber } from "./model.ts";
import { isAssisting, isInOffice, officeWith } from "./desk/office.ts";
import { isInTeam, isKeptFrom, postHeld, teamFor, unitOf } from "./responsible.ts";
import { followersOf } from "./same/store.ts";
import * as store from "./store.ts";
import { say } from "./texts.ts";

/** What somebody sent about a matter: words, files, or both. */
export interface Enclosure {
  readonly words: string;
  readonly files: readonly FileRef[];
}

/** A material as it is kept with a matter. */
export function enclosure(said: Material): Enclosure {
  return { words: wordsIn(said), files: filesIn(said) };
}

/** An expected "no", with the sentence for the person. */
export interface Refusal {
  readonly refused: Text;
}

/** Appends what happened. @returns false when it was already there. */
export async function record(
  acting: Acting,
  ticket: Ticket,
  kind: TicketEventKind,
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
    holder: ticket.responsible,
    office: ticket.office,
  };
  return appendEvent(acting.tx, event, acting.now);
}

/** The matter, if this person must act on it or holds a post that may do this to it. */
export async function permitted(
  acting: Acting,
  number: TicketNumber,
  action: Action,
): Promise<Ticket | Refusal> {
  const ticket = await store.ticketByNumber(acting.tx, number);
  const { person } = acting;
  if (!ticket || (await isKeptFrom(acting, person.id, ticket)))
    return { refused: say.noSuch(String(number)) };
  const unit = await unitOf(acting, ticket.unit);
  const may =
    (ticket.responsible === person.id && !ticket.isSealed && (await stillHolds(acting, person, ticket))) ||
    (!ticket.isSealed && (await isInOffice(acting, ticket))) ||
    can(person.memberships, ticket.isSealed ? "ticket.sealed" : action, unit) ||
    (ticket.tier === "ordinary" && !ticket.isSealed && (await isInTeam(acting, ticket)));
  if (may) return ticket;
  if (ticket.isSealed) return { refused: say.noSuch(String(number)) };
  return { refused: (await isAssisting(acting, ticket)) ? say.onlyHelping(number) : say.notYours(number) };
}

/** Does she answer for a matter: by a post of her own or of whom she stands in for, or in the team of its village? */
export async function holdsPost(
  moment: Moment,
  person: Person,
  ticket: Pick<Ticket, "unit">,
): Promise<boolean> {
  if ((await postHeld(moment, person, await unitOf(moment, ticket.unit))) !== undefined) return true;
  return (await teamFor(moment, ticket)).some((member) => member.person.id === person.id);
}

/** May somebody who must act on a matter still do so: does she work in the office that has it, else hold a post for it? */
export async function stillHolds(moment: Moment, person: Person, ticket: Ticket): Promise<boolean> {
  const office = await officeWith(moment, ticket);
  return office ? isOfficerOf(person, office) : holdsPost(moment, person, ticket);
}

/**
 * Is a matter this person's own: did she report it, or does she care for whoever did and gets no messages? What is sealed,
 * or complains about the carer, is the reporter's alone.
 */
export async function isOwn({ tx, person }: Acting, ticket: Ticket): Promise<boolean> {
  if (ticket.reporter === person.id) return true;
  if (ticket.isSealed || (await isKeptFrom({ tx }, person.id, ticket))) return false;
  return actsFor(tx, person.id, ticket.reporter);
}

/** May this person read the matter: its reporter, whoever waits for it too, or a post for its unit? */
export async function readable(acting: Acting, number: TicketNumber): Promise<Ticket | Refusal> {
  const ticket = await store.ticketByNumber(acting.tx, number);
  if (ticket && (await isOwn(acting, ticket))) return ticket;
  if (ticket && (await followersOf(acting.tx, number)).includes(acting.person.id)) return ticket;
  if (ticket && (await isAssisting(acting, ticket))) return ticket;
  return permitted(acting, number, "ticket.read");
}

export async function isReadable(acting: Acting, number: TicketNumber): Promise<boolean> {
  return !("refused" in (await readable(acting, number)));
}

/** Does this person hold a post that gets matters to act on? */
export function isStaff(person: Person): boolean {
  return (["ticket.act", "ticket.claim", "ticket.receive", "ticket.sealed"] as const).some(
    (action) => unitsWhere(person.memberships, action).length > 0,
  );
}
