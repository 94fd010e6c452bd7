import type { TicketEvent } from "../model.ts";
import { daysLater, type WallZone } from "../wall/model.ts";

/** How long after she began to wait a villager hears what keeps her matter, and then again and again. */
const everyDays = 30;
/** When people begin to work and do not sleep any more. */
const morning = 9 * 60;
/** A longer stretch of holidays is not looked through. */
const longestHolidays = 14;

/** When the next word is due, and when it is looked on which day to ask for a sentence to put into it. */
export interface NextWord {
  /** 1 for the first month. */
  readonly month: number;
  readonly planAt: number;
  readonly wordAt: number;
}

/** The first word later than `after`: the morning thirty days after she began to wait, or a multiple of that. */
export function nextWord(zone: WallZone, since: number, after: number): NextWord {
  const begun = zone.dateOf(since);
  const dateOf = (count: number): string => daysLater(begun, everyDays * count);
  let month = 1;
  while (zone.momentOf(dateOf(month), morning) <= after) month += 1;
  const date = dateOf(month);
  return {
    month,
    planAt: zone.momentOf(daysLater(date, -1 - longestHolidays), 0),
    wordAt: zone.momentOf(date, morning),
  };
}

/** When a sentence is asked for: on the last morning before the word that somebody works. */
export function askAtFor(zone: WallZone, wordAt: number, isWorkday: (date: string) => boolean): number {
  const date = zone.dateOf(wordAt);
  let asked = daysLater(date, -1);
  for (let back = 1; back < longestHolidays && !isWorkday(asked); back += 1)
    asked = daysLater(date, -1 - back);
  return zone.momentOf(asked, morning);
}

/** Since when a villager waits: what had ended and began again is a new wait, what did not satisfy her is the same. */
export function waitingSince(
  events: readonly Pick<TicketEvent, "kind" | "words" | "at">[],
  filedAt: number,
): number {
  let [since, hasEnded] = [filedAt, false];
  for (const { kind, words, at } of events) {
    if (kind === "closed" || kind === "withdrawn") hasEnded = true;
    if (kind === "rated") hasEnded = !words.startsWith("dissatisfied");
    if (kind !== "reopened" && kind !== "put_back") continue;
    if (hasEnded) since = at;
    hasEnded = false;
  }
  return since;
}

/** How many days somebody has waited, counted on the wall. */
export function daysWaited(zone: WallZone, since: number, now: number): number {
  return Math.round((Date.parse(zone.dateOf(now)) - Date.parse(zone.dateOf(since))) / 86_400_000);
}
