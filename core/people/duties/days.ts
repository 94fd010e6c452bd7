import type { Refusal } from "../households/service.ts";
import type { Moment } from "../moment.ts";
import { dateAfter } from "../../time/index.ts";
import { readDate } from "./dates.ts";
import { say } from "./texts.ts";

const farthestDays = 366;

/** A day from today on, as people write it, a year ahead at most; otherwise what is wrong with it. */
export function dayOf(
  { now, calendar }: Pick<Moment, "now" | "calendar">,
  words: string,
): { readonly date: string } | Refusal {
  const today = calendar.zone.dateOf(now);
  const read = readDate(words, today);
  if (!read) return { refused: say.dayUnread(words) };
  if ("wrong" in read) return { refused: say.noSuchDay(words) };
  if ("past" in read) return { refused: say.dayPast(calendar.date(calendar.zone.momentOf(read.past, 0))) };
  return read.date > dateAfter(today, farthestDays) ? { refused: say.dayTooFar } : read;
}
