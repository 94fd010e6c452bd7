import type { Moment } from "../../people/index.ts";
import { minute } from "../../time/index.ts";
import type { Wall } from "../../language/index.ts";

/** What the clock on the wall shows now. */
export function wallNow({ now, calendar }: Pick<Moment, "now" | "calendar">): Wall {
  const { zone } = calendar;
  const date = zone.dateOf(now);
  return { date, minutes: Math.floor((now - zone.momentOf(date, 0)) / minute) };
}

/** The moment the clock on the wall shows this, epoch milliseconds. */
export function momentOf({ calendar }: Pick<Moment, "calendar">, { date, minutes }: Wall): number {
  return calendar.zone.momentOf(date, minutes);
}
