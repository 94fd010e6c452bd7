import type { Text } from "../../language/index.ts";
import { personById, type Acting, type Person } from "../../people/index.ts";
import { lastDuesOf, type RoundDues } from "../clock/lastDues.ts";
import { otherPartiesOf } from "../dispute/store.ts";
import { eventsOf, type StoredEvent } from "../events/store.ts";
import type { Score, Ticket, TicketNumber } from "../model.ts";
import { placeName, postAndName, responsibleFor } from "../responsible.ts";
import { followersOf } from "../same/store.ts";
import { permitted, type Refusal } from "../service.ts";
import { countFiles, deed } from "../texts/names.ts";
import { endingOf, type Ending, type Source } from "./model.ts";
import { sourceOf } from "./source.ts";
import { roundOf } from "./store.ts";

/** Who did something: staff are called by their name, villagers may be starred. */
export interface Doer {
  readonly as: "reporter" | "villager" | "staff";
  readonly name: string;
}

/** One line of what was done. */
export interface SlipStep {
  readonly cycle: number;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Undefined for what happened by itself. */
  readonly who: Doer | undefined;
  readonly what: Text;
}

/** A matter as it goes on paper; times in epoch milliseconds. */
export interface Slip {
  readonly ticket: Ticket;
  readonly source: Source;
  /** The village and grid. */
  readonly unit: string;
  readonly reporter: Person | undefined;
  readonly responsible: Text | undefined;
  /** 「照片 2、语音 1」; empty without any. */
  readonly files: Text;
  readonly followers: number;
  readonly dues: RoundDues;
  readonly answeredAt: number | null;
  readonly settledAt: number | null;
  readonly ending: Ending;
  readonly rating: { readonly score: Score; readonly reason: string | null } | undefined;
  /** Without notes among those who work on it. */
  readonly steps: readonly SlipStep[];
  /** What villagers in it are called, wherever it stands. */
  readonly names: readonly string[];
}

/** The slip of a matter for whoever may read it as staff; asked anew each time, and for a file again when it is made. */
export async function slipOf(acting: Acting, number: TicketNumber): Promise<Slip | Refusal> {
  const ticket = await permitted(acting, number, "ticket.read");
  if ("refused" in ticket) return ticket;
  const { tx } = acting;
  const events = (await eventsOf(tx, number)).filter(({ kind }) => kind !== "noted");
  const people = await peopleIn(acting, ticket, events);
  const holder = await responsibleFor(acting, ticket);
  const { answeredAt, settledAt, score, reason } = await roundOf(tx, number);
  const round = events.filter(({ cycle }) => cycle === ticket.cycle);
  return {
    ticket,
    source: sourceOf(ticket),
    unit: await placeName(acting, ticket),
    reporter: people.get(ticket.reporter),
    responsible: holder && postAndName({ ...holder, person: { ...holder.person, nickname: null } }),
    files: countFiles(events.flatMap(({ files }) => files)),
    followers: (await followersOf(tx, number)).length,
    dues: (await lastDuesOf(acting, [ticket])).get(number) ?? {},
    answeredAt,
    settledAt,
    ending: endingOf(ticket.state, round),
    rating: score === null ? undefined : { score, reason },
    steps: events.map((event) => stepOf(event, ticket, people)),
    names: [...people.values()].flatMap((one) => (isStaffOn(one, ticket) ? [] : namesOf(one))),
  };
}

/** Everybody who did something in a matter or is a side of it. */
async function peopleIn(
  { tx }: Acting,
  { number, reporter }: Ticket,
  events: readonly StoredEvent[],
): Promise<ReadonlyMap<string, Person>> {
  const people = new Map<string, Person>();
  const parties = await otherPartiesOf(tx, number);
  const actors = events.flatMap(({ actor }) => (actor === undefined ? [] : [actor]));
  for (const id of new Set([reporter, ...parties, ...actors])) {
    const person = await personById(tx, id);
    if (person) people.set(id, person);
  }
  return people;
}

/** Whoever holds a post acts as staff, but for in her own matter. */
function isStaffOn({ id, memberships }: Person, { reporter }: Ticket): boolean {
  return id !== reporter && memberships.some(({ role }) => role !== "villager");
}

function namesOf({ name, nickname }: Person): readonly string[] {
  return nickname === null ? [name] : [name, nickname];
}

function stepOf(event: StoredEvent, ticket: Ticket, people: ReadonlyMap<string, Person>): SlipStep {
  const { cycle, at, actor } = event;
  const person = actor === undefined ? undefined : people.get(actor);
  const as =
    actor === ticket.reporter ? "reporter" : person && isStaffOn(person, ticket) ? "staff" : "villager";
  return { cycle, at, who: person && { as, name: person.name }, what: deed(event) };
}
