import { daysLater, type WallZone } from "../wall/model.ts";

/** How long after it was filed, and then again and again, a villager hears what keeps her matter. */
export const wordEveryDays = 30;
/** When people begin to work and do not sleep any more. */
const morning = 9 * 60;
/** A longer stretch of holidays is not looked through. */
const longestHolidays = 14;

/** When the next word is due, and when whoever is responsible is asked for a sentence to put into it. */
export interface NextWord {
  /** 1 for the first month. */
  readonly month: number;
  readonly askAt: number;
  readonly wordAt: number;
}

/**
 * The first word later than `after`: the morning thirty days after it was filed, or a multiple of that; asked for on the
 * last morning before it that somebody works.
 */
export function nextWord(
  zone: WallZone,
  filedAt: number,
  after: number,
  isWorkday: (date: string) => boolean,
): NextWord {
  const filed = zone.dateOf(filedAt);
  const dateOf = (month: number): string => daysLater(filed, wordEveryDays * month);
  let month = 1;
  while (zone.momentOf(dateOf(month), morning) <= after) month += 1;
  const date = dateOf(month);
  let asked = daysLater(date, -1);
  for (let back = 1; back < longestHolidays && !isWorkday(asked); back += 1)
    asked = daysLater(date, -1 - back);
  return { month, askAt: zone.momentOf(asked, morning), wordAt: zone.momentOf(date, morning) };
}

/** How many days somebody has waited, counted on the wall. */
export function daysWaited(zone: WallZone, filedAt: number, now: number): number {
  return Math.round((Date.parse(zone.dateOf(now)) - Date.parse(zone.dateOf(filedAt))) / 86_400_000);
}
