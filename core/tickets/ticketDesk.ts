import type { Material, Place, Reply } from "../dialogue/index.ts";
import { respelled, simplify, type Text } from "../language/index.ts";
import { unitName, villagesIn } from "../org/index.ts";
import { calledName, type Acting } from "../people/index.ts";
import { complain, complainedAbout } from "./accusation/service.ts";
import { fileDispute, namedInDispute } from "./dispute/filing.ts";
import { guessKindNow, originOf } from "./kinds/guess/service.ts";
import { guessKind, guessPlace, type KindId } from "./kinds/model.ts";
import { isOver, type TicketNumber } from "./model.ts";
import type { Wishes } from "./report/wishes.ts";
import type { NamedVillage } from "./report/namedVillage.ts";
import { file, homeOf, type Filed, type Matter } from "./report/service.ts";
import { enclosure, type Refusal } from "./service.ts";
import { reportedBy } from "./store.ts";
import { staffDesk, type StaffDesk } from "./staffDesk.ts";
import { reopen } from "./verdict/service.ts";
import { say } from "./texts.ts";
import { villagerDesk, type VillagerDesk } from "./villagerDesk.ts";
import { ticketView } from "./views.ts";

/** Whose a matter is: the speaker's own unless it says otherwise. */
export type Whose = Pick<Matter, "reporter" | "isFromMeeting">;

/** What flows and commands may do with matters, for whoever speaks. */
export interface TicketDesk extends StaffDesk, VillagerDesk {
  /** What the words say without being asked; nothing is sure. */
  guess(words: string): Promise<Guess>;
  file(key: string, what: Material, where: Place, kind: KindId, whose?: Whose): Promise<Filed>;
  /** The newest matters this person reported and still waits for, as options; first what sounds like `words`. */
  mine(words: string): Promise<readonly { readonly number: TicketNumber; readonly label: Text }[]>;
  view(number: TicketNumber): Promise<Reply>;
  reopen(key: string, number: TicketNumber, reason: string): Promise<Filed | Refusal>;
}

/** What words say by themselves: of what kind, where, and in a complaint about whom. */
export interface Guess {
  readonly kind: KindId | null;
  /** What to ask for where the kind is not sure, the likeliest first. */
  readonly likely: readonly KindId[];
  readonly place: string | null;
  readonly about: string | null;
  /** Who of those who serve here is named in a dispute. */
  readonly named: string | null;
  /** The villages named, as people call them and with their townships. */
  readonly villages: readonly NamedVillage[];
}

export interface TicketServices {
  /** Undefined while the speaker has not joined. */
  readonly acting: Acting | undefined;
  /** Unique per message; what is done for it is done once. */
  readonly messageKey: string;
  /** Erases what was said from what is kept of this chat. */
  readonly forget: (said: Material) => Promise<void>;
  readonly tickets: TicketDesk;
  readonly wishes: Wishes;
}

const newestLooked = 8;

/** The desk for whoever acts; every call of a stranger throws, since strangers are only offered to join. */
export function ticketDesk(acting: Acting | undefined): TicketDesk {
  const known = (): Acting => {
    if (!acting) throw new Error("somebody who has not joined cannot act on matters");
    return acting;
  };
  return {
    ...villagerDesk(known),
    ...staffDesk(known),
    guess: (words) => guess(known(), words),
    async file(key, what, where, kind, whose = {}) {
      const said = { ...enclosure(what), ...only(whose) };
      if (kind === "complaint") return complain(known(), key, said);
      const isForOthers = whose.reporter !== undefined || whose.isFromMeeting === true;
      const origin = await originOf(known().tx, said.words, { kind, isForOthers });
      const matter = { ...said, kind, origin, place: where.words, ...coordinates(where) };
      return kind === "dispute" ? fileDispute(known(), key, matter) : file(known(), key, matter);
    },
    mine: (words) => soundingLike(known(), words),
    view: (number) => ticketView(known(), number),
    reopen: (_key, number, reason) => reopen(known(), number, reason),
  };
}

/** The newest two matters she waits for; what sounds like the words first. */
async function soundingLike(acting: Acting, words: string) {
  const reported = await reportedBy(acting.tx, acting.person.id, newestLooked);
  const kind = guessKind(simplify(words));
  const waiting = reported.filter((ticket) => !isOver(ticket));
  const alike = waiting.filter((ticket) => ticket.kind === kind);
  return Array.from(new Set([...alike, ...waiting]))
    .slice(0, 2)
    .map((ticket) => ({ number: ticket.number, label: say.line(ticket) }));
}

async function guess(acting: Acting, words: string): Promise<Guess> {
  const said = respelled(words);
  const about = await complainedAbout(acting, said);
  if (!about) {
    const { kind, likely } = await guessKindNow(acting.tx, words);
    const named = kind === "dispute" ? await namedInDispute(acting, words) : undefined;
    const called = named ? calledName(named.person) : null;
    const villages = await villagesNamed(acting, words);
    const place = guessPlace(words) ?? null;
    return { kind, likely, place, about: null, named: called, villages };
  }
  const village = await unitName(acting.tx, homeOf(acting.person));
  const complained = { about: calledName(about.person), named: null };
  return { kind: "complaint", likely: [], place: village, ...complained, villages: [] };
}

/** Villages other than her own that the words name; where one of those called so is hers, it is meant. */
async function villagesNamed(acting: Acting, words: string): Promise<readonly NamedVillage[]> {
  const found = await villagesIn(acting.tx, words.normalize("NFKC"));
  const home = homeOf(acting.person);
  const [first] = found.some(({ code }) => home.startsWith(code)) ? [] : found;
  const named: NamedVillage[] = [];
  for (const { code, name, parent } of found.filter((village) => village.name === first?.name)) {
    const township = parent === null ? "" : await unitName(acting.tx, parent);
    named.push({ code, name, whole: `${township}${name}` });
  }
  return named;
}

/** Nothing but whose it is: flows hand over all that they know. */
function only({ reporter, isFromMeeting }: Whose): Whose {
  return { ...(reporter !== undefined && { reporter }), ...(isFromMeeting === true && { isFromMeeting }) };
}

function coordinates(where: Place) {
  const { latitude, longitude } = where;
  return latitude === undefined || longitude === undefined ? {} : { coordinates: { latitude, longitude } };
}
