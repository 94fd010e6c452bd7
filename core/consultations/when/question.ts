import type { Question } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { spelled } from "../spelled.ts";
import { say } from "../texts.ts";
import {
  closingTime,
  daysBetween,
  isLater,
  readWhen,
  whichCalendar,
  type Wall,
} from "../../language/index.ts";

/** How far ahead it may be, and the least it must be. */
export interface Range {
  readonly leastMinutes: number;
  readonly mostDays: number;
}

/** Why a moment cannot be taken for a deadline; undefined when it can. */
export function whyNotWhen(wall: Wall, now: Wall, range: Range): Text | undefined {
  if (!isLater(wall, now)) return say.whenPast;
  const minutes = daysBetween(now.date, wall.date) * 24 * 60 + wall.minutes - now.minutes;
  if (minutes < range.leastMinutes) return say.whenTooSoon(range.leastMinutes);
  return daysBetween(now.date, wall.date) > range.mostDays ? say.whenTooFar(range.mostDays) : undefined;
}

/** Asks until when, with the likeliest moments as buttons. */
export function until(text: Text, now: Wall, range: Range): Question<Wall> {
  const isEarly = closingTime - now.minutes >= range.leastMinutes;
  return spelled<Wall>({
    text,
    expects: say.expectsWhen,
    options: isEarly ? say.days : say.days.slice(1),
    read(words) {
      const wall = readWhen(words, now);
      const why = wall ? whyNotWhen(wall, now, range) : (whichCalendar(words, now.date) ?? say.noSuchWhen);
      return wall && !why ? { value: wall } : { why: why ?? say.noSuchWhen };
    },
  });
}
