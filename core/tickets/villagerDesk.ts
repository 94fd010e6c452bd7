import { placeIn, wordsIn, type Material } from "../dialogue/index.ts";
import type { Acting } from "../people/index.ts";
import { seal, type Sealed } from "./accusation/service.ts";
import { placeSaid, type More } from "./danger/more.ts";
import type { Danger } from "./danger/model.ts";
import { addToAlarm, calm, raise, type Raised } from "./danger/service.ts";
import { guessPlace, type KindId } from "./kinds/model.ts";
import type { TicketNumber } from "./model.ts";
import { follow, neighboursAlike, ownAlike, type Alike, type Telling } from "./same/service.ts";
import { enclosure, type Enclosure, type Refusal } from "./service.ts";
import { putKindRight, type Filed } from "./report/service.ts";
import { add, reopenEnded } from "./verdict/service.ts";
import { ticketByNumber } from "./store.ts";
import { say } from "./texts.ts";
import { settleByReporter, withdraw } from "./verdict/waiting.ts";

/** What villagers may do with matters that are there already. */
export interface VillagerDesk {
  ownAlike(kind: KindId, place: string): Promise<readonly Alike[]>;
  neighboursAlike(told: Telling): Promise<readonly Alike[]>;
  follow(key: string, number: TicketNumber, said: Material): Promise<"followed" | "gone">;
  add(key: string, number: TicketNumber, said: Enclosure): Promise<"added" | Refusal>;
  /** The kind that the words put right becomes the kind of her matter. */
  putKindRight(number: TicketNumber, words: string): Promise<void>;
  /** Is it a sealed matter of her own? */
  isOwnSealed(number: TicketNumber): Promise<boolean>;
  /** Which round a matter is in. */
  cycleOf(number: TicketNumber): Promise<number>;
  withdraw(
    key: string,
    number: TicketNumber,
    asked: { readonly reason: string; readonly cycle: number },
  ): Promise<"withdrawn" | "goes on" | Refusal>;
  settleByReporter(key: string, number: TicketNumber): Promise<"settled" | Refusal>;
  /** A danger to life: filed at once, and everybody who can come is told. */
  raise(key: string, what: Material, danger: Danger): Promise<Raised & { readonly isPlaceKnown: boolean }>;
  /** More about a danger, to everybody who was told. @returns whether it says where. */
  passOn(key: string, number: TicketNumber, more: More): Promise<boolean>;
  /** Seals an accusation for the discipline role. */
  seal(key: string, what: Material): Promise<Sealed>;
  calm(key: string, number: TicketNumber): Promise<"calm" | Refusal>;
  reopenEnded(key: string, number: TicketNumber, said: Material): Promise<Filed | Refusal>;
}

/** @param known who acts; throws for a stranger. */
export function villagerDesk(known: () => Acting): VillagerDesk {
  return {
    ownAlike: (kind, place) => ownAlike(known(), kind, place),
    neighboursAlike: (told) => neighboursAlike(known(), told),
    follow: (key, number, said) => follow(known(), number, key, enclosure(said)),
    add: (key, number, said) => add(known(), number, key, said),
    putKindRight: (number, words) => putKindRight(known(), number, words),
    isOwnSealed: async (number) => {
      const ticket = await ticketByNumber(known().tx, number);
      return ticket?.isSealed === true && ticket.reporter === known().person.id;
    },
    cycleOf: async (number) => (await ticketByNumber(known().tx, number))?.cycle ?? 0,
    withdraw: (key, number, asked) => withdraw(known(), number, key, asked),
    settleByReporter: (key, number) => settleByReporter(known(), number, key),
    raise: (key, what, danger) => raiseAlarm(known(), key, what, danger),
    passOn: (key, number, more) => passOn(known(), key, number, more),
    seal: (key, what) => seal(known(), key, enclosure(what)),
    calm: (key, number) => calm(known(), number, key),
    reopenEnded: (_key, number, said) => reopenEnded(known(), number, enclosure(said)),
  };
}

async function raiseAlarm(acting: Acting, key: string, what: Material, danger: Danger) {
  const located = placeIn(what);
  const place = located?.words ?? guessPlace(wordsIn(what)) ?? "";
  const degrees = located && { latitude: located.latitude ?? 0, longitude: located.longitude ?? 0 };
  const matter = {
    ...enclosure(what),
    kind: "danger",
    place,
    ...(degrees && { coordinates: degrees }),
  } as const;
  return { ...(await raise(acting, key, matter, danger)), isPlaceKnown: place !== "" };
}

async function passOn(acting: Acting, key: string, number: TicketNumber, more: More): Promise<boolean> {
  const { state, said } = more;
  const place = placeSaid(more);
  const words = state === null || state === "calm" ? "" : say.dangerSaid[state].zh;
  const enclosed = said === null ? { words, files: [] } : enclosure(said);
  const where = said === null ? undefined : placeIn(said)?.words;
  const all = [enclosed.words, where ?? ""].filter((part) => part !== "").join(" ");
  await addToAlarm(acting, key, number, { words: all, files: enclosed.files, place });
  return place !== undefined;
}
