import type { Material, Reply } from "../dialogue/index.ts";
import type { Text } from "../language/index.ts";
import type { Acting } from "../people/index.ts";
import { commandRoom, type CommandRoom } from "./desk/service.ts";
import { changeKind, sortable } from "./kinds/change/service.ts";
import type { KindId } from "./kinds/model.ts";
import type { TicketNumber } from "./model.ts";
import { candidates, handOver, type Candidate, type Passed } from "./pass/service.ts";
import { pausable, pause } from "./pause/service.ts";
import { register, residentsFor, whyNotFor, type Known } from "./proxy/service.ts";
import { deedsFor, type Deeds } from "./respond/deeds.ts";
import { acknowledge } from "./respond/receipt.ts";
import { answer, type Answered } from "./respond/service.ts";
import { limitsDesk, type LimitsDesk } from "./sla/desk.ts";
import { enclosure, type Refusal } from "./service.ts";
import type { TicketTag } from "./tags/model.ts";
import { taggable, turnTag } from "./tags/service.ts";
import { severalFor, type Several } from "./tasks/several.ts";
import { tasksOf, ticketByNumber } from "./store.ts";
import { templatesDesk, type Templates } from "./templates/desk.ts";
import { say } from "./texts.ts";

/** What those who must act may do with matters. */
export interface StaffDesk {
  /** Matters this person must act on, as options. */
  tasks(): Promise<readonly { readonly number: TicketNumber; readonly label: Text }[]>;
  answer(key: string, number: TicketNumber, said: Material): Promise<Answered | Refusal>;
  /** Has nobody answered a matter yet? */
  waitsForAnswer(number: TicketNumber): Promise<boolean>;
  /** The villager hears that it was seen; no answer. */
  acknowledge(
    key: string,
    number: TicketNumber,
    words: string,
  ): Promise<{ readonly reporter: string; readonly reached: boolean } | Refusal>;
  /** Of which kind a matter is that this person may change. */
  kindNow(number: TicketNumber): Promise<{ readonly kind: KindId } | Refusal>;
  changeKind(
    key: string,
    number: TicketNumber,
    to: { readonly kind: KindId; readonly reason: string },
  ): Promise<"changed" | Refusal>;
  /** What a matter can be tagged with by this person. */
  taggable(number: TicketNumber): ReturnType<typeof taggable>;
  turnTag(key: string, number: TicketNumber, tag: TicketTag): Promise<Reply>;
  readonly deeds: Deeds;
  readonly desk: CommandRoom;
  readonly several: Several;
  readonly templates: Templates;
  /** Whom a matter can be given to. */
  candidates(
    number: TicketNumber,
  ): Promise<{ readonly candidates: readonly Candidate[]; readonly isInOffice: boolean } | Refusal>;
  handOver(key: string, number: TicketNumber, to: string, said: Material | null): Promise<Passed | Refusal>;
  /** Who a name may mean, among the people this person reports for. */
  residents(name: string): Promise<Known | Refusal>;
  /** Why this person may not hand a matter in for that one, or for a meeting; null when she may. */
  whyNotFor(reporter: string | undefined): Promise<Refusal | null>;
  /** For how many days a matter's clocks may stand still now. */
  pausable(number: TicketNumber): Promise<{ readonly days: readonly number[] } | Refusal>;
  pause(
    key: string,
    number: TicketNumber,
    given: { readonly why: string; readonly days: number },
  ): Promise<Reply>;
  readonly limits: LimitsDesk;
  register(
    key: string,
    given: { readonly name: string; readonly grid: string; readonly address: string | null },
  ): Promise<string | Refusal>;
}

const longestTaskMenu = 8;

/** @param known who acts; throws for a stranger. */
export function staffDesk(known: () => Acting): StaffDesk {
  return {
    tasks: async () => {
      const { tx, person } = known();
      const tasks = await tasksOf(tx, person.id, longestTaskMenu);
      return tasks.map((ticket) => ({ number: ticket.number, label: say.line(ticket) }));
    },
    answer: (key, number, said) => answer(known(), number, key, enclosure(said)),
    waitsForAnswer: async (number) => (await ticketByNumber(known().tx, number))?.state === "open",
    acknowledge: (key, number, words) => acknowledge(known(), number, key, words),
    async kindNow(number) {
      const ticket = await sortable(known(), number);
      return "refused" in ticket ? ticket : { kind: ticket.kind };
    },
    changeKind: (key, number, to) => changeKind(known(), number, key, to),
    taggable: (number) => taggable(known(), number),
    turnTag: (key, number, tag) => turnTag(known(), key, number, tag),
    deeds: deedsFor(known),
    desk: commandRoom(known),
    several: severalFor(known),
    templates: templatesDesk(known),
    candidates: (number) => candidates(known(), number),
    handOver: (key, number, to, said) =>
      handOver(known(), number, key, { to, said: enclosure(said ?? { pieces: [] }) }),
    residents: (name) => residentsFor(known(), name),
    whyNotFor: async (reporter) => (await whyNotFor(known(), reporter)) ?? null,
    async pausable(number) {
      const found = await pausable(known(), number);
      return "refused" in found ? found : { days: found.days };
    },
    pause: (key, number, given) => pause(known(), number, key, given),
    limits: limitsDesk(known),
    register: (key, given) => register(known(), key, given),
  };
}
