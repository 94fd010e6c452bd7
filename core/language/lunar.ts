import chineseDays from "chinese-days";
import { say } from "./texts.ts";
import type { Text } from "./text.ts";
import { daysAfter, numberIn } from "./when.ts";

/** A day of the farmers' calendar as somebody said it, and the next day by the usual one that it is. */
export interface LunarDay {
  readonly said: string;
  /** Like 2026-11-25. */
  readonly date: string;
}

const monthNames: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 };
const figures = "[一二三四五六七八九十廿卅]{1,3}";
/** 腊月初八, 八月十五 after 农历, 初一: nobody says 初 by the usual calendar. */
const spoken = new RegExp(
  `(?:农历|阴历|旧历)\\s*(?:(闰)?(正|冬|腊|${figures}|\\d{1,2})月\\s*)?(?:初(${figures}|\\d)|(${figures}|\\d{1,2}))[日号]?` +
    `|(?<![最当起年])(?:(闰)?(正|冬|腊|${figures}|\\d{1,2})月\\s*)?初(${figures}|\\d)` +
    `|(正|冬|腊)月\\s*(${figures}|\\d{1,2})`,
  "u",
);

/** A leap year of that calendar has 384 days. */
const longestYear = 385;

/**
 * A day that somebody says by the farmers' calendar, and when it is next. Never taken without asking: old people count by
 * it, offices do not. Undefined where the words say none.
 Its days are those of the package chinese-days: the calendar of Intl is a day
 * wrong in February 2027, when the new moon falls minutes before midnight.
 */
export function lunarDayIn(words: string, today: string): LunarDay | undefined {
  const found = spoken.exec(words.normalize("NFKC"));
  if (!found) return undefined;
  const [said, , month, first, plain, , otherMonth, otherFirst, namedMonth, namedDay] = found;
  const monthSaid = month ?? otherMonth ?? namedMonth;
  const day = numberIn(first ?? otherFirst ?? plain ?? namedDay ?? "");
  const date = nextDay(monthSaid === undefined ? undefined : monthOf(monthSaid), day, today);
  return date === undefined ? undefined : { said, date };
}

function monthOf(said: string): number {
  return monthNames[said] ?? numberIn(said);
}

/** The next day from today on; any month's where none was said. */
function nextDay(month: number | undefined, day: number, today: string): string | undefined {
  for (let ahead = 0; ahead <= longestYear; ahead += 1) {
    const date = daysAfter(today, ahead);
    const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(date);
    const isMonth = month === undefined || (lunarMon === month && !isLeap);
    if (isMonth && lunarDay === day) return date;
  }
  return undefined;
}

/** The question to ask where words say a day of the farmers' calendar; undefined where they say none. */
export function whichCalendar(words: string, today: string): Text | undefined {
  const day = lunarDayIn(words, today);
  return day && say.isLunar(day);
}
