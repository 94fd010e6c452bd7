import type { Material, Reply } from "../dialogue/index.ts";
import type { Text } from "../language/index.ts";
import { personById, type Acting, type PersonId } from "../people/index.ts";
import { enclosure, type Refusal, type TicketServices } from "../tickets/index.ts";
import { object, writable, write } from "./agreement.ts";
import { elders, people, teamMediators, twins, type Candidate, type Side } from "./candidates.ts";
import { askable, askSide, hear, noteSide, sideUnderWay } from "./hearing.ts";
import { ledBy } from "./lead.ts";
import { fail, leave, replace, replaceable, resign } from "./manage.ts";
import { arrange, askOtherTime, meetable, readMeeting } from "./meeting.ts";
import { nextSteps, type NextStep } from "./model.ts";
import { open, openable, type Opening } from "./open.ts";
import { mediatorText, ticketOf } from "./telling.ts";
import { namesOf } from "./texts.ts";

/** What flows may do with mediations, for whoever speaks. */
export interface MediationDesk {
  /** Whose matter it is, and whether it becomes a dispute by being mediated; or why it cannot be. */
  mayOpen(number: number): Promise<{ readonly reporter: string; readonly changesKind: boolean } | Refusal>;
  people(number: number, name: string): Promise<readonly Candidate[]>;
  mediators(number: number, others: readonly Side[]): Promise<readonly Candidate[]>;
  elders(number: number, others: readonly Side[], name: string): Promise<readonly Candidate[]>;
  /** The other sides' own disputes, and what the mediator is called. */
  preview(
    number: number,
    others: readonly Side[],
    mediator: PersonId,
  ): Promise<{
    readonly twins: readonly { readonly name: string; readonly number: number }[];
    readonly mediator: Text;
  }>;
  open(key: string, number: number, given: Opening): Promise<Reply>;
  /** The other sides of a mediation that may get another mediator, or why not. */
  mayReplace(number: number): Promise<{ readonly others: readonly Side[] } | Refusal>;
  replace(key: string, number: number, to: PersonId): Promise<Reply>;
  hear(key: string, number: number, said: Material): Promise<Reply>;
  askable(number: number, party: number): Promise<{ readonly name: string } | Refusal>;
  ask(key: string, number: number, party: number, said: Material): Promise<Reply>;
  note(key: string, number: number, party: number, said: Material): Promise<Reply>;
  mayMeet(number: number): Promise<{ readonly names: Text } | Refusal>;
  readMeeting(words: string): Promise<{ readonly at: number; readonly said: Text } | Refusal>;
  arrange(
    key: string,
    number: number,
    given: { readonly at: number; readonly place: string },
  ): Promise<Reply>;
  otherTime(key: string, number: number, words: string): Promise<Reply>;
  mayWrite(number: number): Promise<{ readonly names: Text } | Refusal>;
  write(
    key: string,
    number: number,
    given: { readonly words: string; readonly isToCourt: boolean },
  ): Promise<Reply>;
  object(key: string, number: number, version: number, said: Material): Promise<Reply>;
  /** Why somebody may not end it; null when she leads it, or is a side of it. */
  whyNotLead(number: number): Promise<Refusal | null>;
  whyNotSide(number: number): Promise<Refusal | null>;
  fail(key: string, number: number, next: NextStep | "all"): Promise<Reply>;
  leave(key: string, number: number): Promise<Reply>;
  resign(key: string, number: number): Promise<Reply>;
}

export interface MediationServices extends TicketServices {
  readonly mediation: MediationDesk;
}

/** The desk for whoever acts; every call of a stranger throws, since strangers are offered no mediation. */
export function mediationDesk(acting: Acting | undefined): MediationDesk {
  const known = (): Acting => {
    if (!acting) throw new Error("somebody who has not joined is in no mediation");
    return acting;
  };
  return { ...openingDesk(known), ...leadingDesk(known), ...sideDesk(known) };
}

type OpeningVerb =
  | "mayOpen"
  | "people"
  | "mediators"
  | "elders"
  | "preview"
  | "open"
  | "mayReplace"
  | "replace";
type SideVerb = "hear" | "otherTime" | "object" | "whyNotSide" | "leave";

function openingDesk(known: () => Acting): Pick<MediationDesk, OpeningVerb> {
  const ticket = (number: number) => ticketOf(known(), number);
  return {
    async mayOpen(number) {
      const may = await openable(known(), number);
      if ("refused" in may) return may;
      const reporter = await personById(known().tx, may.reporter);
      return { reporter: reporter?.name ?? "", changesKind: may.kind !== "dispute" };
    },
    people: async (number, name) => people(known(), await ticket(number), name),
    mediators: async (number, others) => teamMediators(known(), await ticket(number), others),
    elders: async (number, others, name) => elders(known(), await ticket(number), others, name),
    preview: async (number, others, mediator) => ({
      twins: await twins(known(), await ticket(number), others),
      mediator: await mediatorText(known(), mediator),
    }),
    open: (key, number, given) => open(known(), number, key, given),
    async mayReplace(number) {
      const found = await replaceable(known(), number);
      return "refused" in found ? found : { others: found.others };
    },
    replace: (key, number, to) => replace(known(), number, key, to),
  };
}

function leadingDesk(known: () => Acting): Omit<MediationDesk, OpeningVerb | SideVerb> {
  return {
    askable: (number, party) => askable(known(), number, party),
    ask: (key, number, party, said) => askSide(known(), number, key, { party, said: enclosure(said) }),
    note: (key, number, party, said) => noteSide(known(), number, key, { party, said: enclosure(said) }),
    async mayMeet(number) {
      const found = await meetable(known(), number);
      return "refused" in found ? found : { names: namesOf(found.parties) };
    },
    readMeeting: (words) => {
      const read = readMeeting(known(), words);
      return Promise.resolve("refused" in read ? read : { ...read, said: known().calendar.moment(read.at) });
    },
    arrange: (key, number, given) => arrange(known(), number, key, given),
    async mayWrite(number) {
      const found = await writable(known(), number);
      return "refused" in found ? found : { names: namesOf(found.parties) };
    },
    write: (key, number, given) => write(known(), number, key, given),
    async whyNotLead(number) {
      const found = await ledBy(known(), number);
      return "refused" in found ? found : null;
    },
    fail: (key, number, next) => fail(known(), number, key, next === "all" ? nextSteps : [next]),
    resign: (key, number) => resign(known(), number, key),
  };
}

function sideDesk(known: () => Acting): Pick<MediationDesk, SideVerb> {
  return {
    hear: (key, number, said) => hear(known(), number, key, enclosure(said)),
    otherTime: (key, number, words) => askOtherTime(known(), number, key, words),
    object: (key, number, version, said) => object(known(), number, key, { version, said: enclosure(said) }),
    async whyNotSide(number) {
      const found = await sideUnderWay(known(), number);
      return "refused" in found ? found : null;
    },
    leave: (key, number) => leave(known(), number, key),
  };
}
