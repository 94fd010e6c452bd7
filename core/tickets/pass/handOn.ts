import type { Text } from "../../language/index.ts";
import {
  calledName,
  isOfficerOf,
  tell,
  type HandedOn,
  type Holder,
  type Occasion,
  type Person,
  type PersonId,
} from "../../people/index.ts";
import { sendCard } from "../card.ts";
import type { ClockWhy } from "../clock/terms.ts";
import { leaveOffice } from "../desk/leave.ts";
import { officeWith } from "../desk/office.ts";
import { appendEvent, filesOf } from "../events/store.ts";
import { mayAct, type Ticket } from "../model.ts";
import { endPause } from "../pause/end.ts";
import { tellSeveralMoved } from "../progress.ts";
import * as store from "../store.ts";
import { say } from "../texts.ts";

/** A matter, and who is to have it. */
export interface Move {
  readonly ticket: Ticket;
  readonly to: Holder;
}

/** Why matters change hands without anybody passing them on. */
export interface Reason {
  /** The same twice is done once. */
  readonly key: string;
  /** What a matter's life keeps of it, besides who has it now. */
  readonly words: (to: string) => string;
  /** On the card of whoever gets one. */
  readonly note?: Text;
  /** Above the list of whoever gets several. */
  readonly list: (count: number) => Text;
}

/** Gives matters to others, clocks running on, and tells each of them once: one matter by its card, several as a list. */
export async function handOnAll(
  occasion: Occasion,
  moves: readonly Move[],
  why: Reason,
): Promise<readonly HandedOn[]> {
  const handed: HandedOn[] = [];
  for (const hers of Map.groupBy(moves, ({ to }) => to.person.id).values()) {
    const moved: Ticket[] = [];
    for (const { ticket, to } of hers) {
      const after = await move(occasion, ticket, to, why);
      if (after) moved.push(after);
    }
    const [first] = hers;
    if (!first || moved.length === 0) continue;
    handed.push({ to: first.to, numbers: moved.map(({ number }) => number) });
    await announce(occasion, first.to.person.id, moved.filter(mayAct), why);
    await tellWaiting(occasion, hers, first.to, why);
  }
  return handed;
}

/** @returns the matter as it is then; undefined when it was moved for this reason before. */
async function move(
  occasion: Occasion,
  ticket: Ticket,
  { person }: Holder,
  why: Reason,
): Promise<Ticket | undefined> {
  const event = {
    number: ticket.number,
    cycle: ticket.cycle,
    kind: "assigned",
    actor: occasion.person?.id,
    words: why.words(calledName(person)),
    files: [],
    sourceKey: why.key,
  } as const;
  if (!(await appendEvent(occasion.tx, event, occasion.now))) return undefined;
  const going = await endPause(occasion, ticket, handedOn(occasion), why.key);
  await store.changeTicket(occasion.tx, ticket.number, { responsible: person.id });
  return { ...(await outOfOffice(occasion, going, person, why)), responsible: person.id };
}

/** Where whoever gets it does not work in the office that has it, the office has it no more. */
async function outOfOffice(occasion: Occasion, ticket: Ticket, to: Person, { key }: Reason): Promise<Ticket> {
  const office = await officeWith(occasion, ticket);
  if (!office || isOfficerOf(to, office)) return ticket;
  return leaveOffice(occasion, ticket, {
    why: handedOn(occasion),
    key,
    isByClock: occasion.person === undefined,
  });
}

function handedOn({ person }: Occasion): ClockWhy {
  return { reason: "handed_on", actor: person?.id };
}

/** Each villager hears once of all matters of hers that went to somebody; of what is sealed nothing is said. */
async function tellWaiting(
  occasion: Occasion,
  moves: readonly Move[],
  to: Holder,
  { key }: Reason,
): Promise<void> {
  const seen = moves
    .filter(({ ticket }) => mayAct(ticket) && !ticket.isSealed)
    .map(({ ticket }) => ({ before: ticket, after: { ...ticket, responsible: to.person.id } }));
  await tellSeveralMoved(occasion, seen, to, `moved ${key}`);
}

const listed = 8;

async function announce(
  occasion: Occasion,
  to: PersonId,
  tickets: readonly Ticket[],
  why: Reason,
): Promise<void> {
  const [only, ...others] = tickets;
  if (!only) return;
  if (others.length === 0) {
    const files = await filesOf(occasion.tx, only.number);
    const note = why.note === undefined ? {} : { note: why.note };
    return sendCard(occasion, to, only, { head: say.handedHead, files, key: why.key, ...note });
  }
  const choices = tickets.slice(0, listed).map((ticket) => ({
    label: say.line(ticket),
    token: `/task ${ticket.number}`,
  }));
  if (tickets.length > listed)
    choices.push({ label: say.moreTasks(tickets.length - listed), token: "/tasks" });
  const saying = { text: why.list(tickets.length), choices };
  // What is sealed, or complains about her carer, goes to nobody in her place.
  const isPrivate = tickets.some(({ isSealed, about }) => isSealed || about !== undefined);
  await tell(occasion, to, saying, {
    key: `handed on ${why.key} ${to}`,
    lane: "reply",
    mayPassOn: () => !isPrivate,
  });
}
