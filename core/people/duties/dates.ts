import { dateAfter, weekdayOf } from "../../time/index.ts";
import { simplify } from "../../language/index.ts";

/**
 * A date as people write it. `past` is one that has just been; `wrong` one that no calendar has, such as 11月31日.
 * Undefined for words that are no date. Dates are `2026-11-30`.
 */
export type DateReading =
  | { readonly date: string }
  | { readonly past: string }
  | { readonly wrong: true }
  | undefined;

const digits = "零一二三四五六七八九";

/** 「十一」 is 11, 「二十」 20, 「三十一」 31; digits stay. */
function withDigits(words: string): string {
  return words
    .replaceAll("两", "二")
    .replaceAll("廿", "二十")
    .replaceAll(/[一二三四五六七八九]?十[一二三四五六七八九]?/g, (number) => {
      const [tens = "", ones = ""] = number.split("十");
      return String((tens === "" ? 1 : digits.indexOf(tens)) * 10 + (ones === "" ? 0 : digits.indexOf(ones)));
    })
    .replaceAll(/[零一二三四五六七八九]/g, (digit) => String(digits.indexOf(digit)));
}

function tidied(words: string): string {
  return simplify(words.normalize("NFKC"))
    .toLowerCase()
    .replaceAll(/[\s,，。]+/g, "");
}

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const relative: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  today: 0,
  明天: 1,
  明日: 1,
  tomorrow: 1,
  后天: 2,
  大后天: 3,
};

/** How far back a day without its year is taken for one that has been, and not for next year's. */
const recentDays = 60;

/** Reads one date: 今天 明天 11月30日 30号 2026-11-30 12-1 周一 下周一 3天后 月底, Dec 1, next Monday. @param today the date now. */
export function readDate(words: string, today: string): DateReading {
  const said = tidied(words);
  if (said === "" || said.length > 20) return undefined;
  const days = Object.hasOwn(relative, said) ? relative[said] : undefined;
  if (days !== undefined) return { date: dateAfter(today, days) };
  return inDays(said, today) ?? weekdayIn(said, today) ?? monthEnd(said, today) ?? calendarDay(said, today);
}

function inDays(said: string, today: string): DateReading {
  const [, count] = /^(?:过)?(\d{1,3})天(?:后|以后|之后)$|^in(\d{1,3})days?$/.exec(withDigits(said)) ?? [];
  return count === undefined ? undefined : { date: dateAfter(today, Number(count)) };
}

function weekdayIn(said: string, today: string): DateReading {
  const weekday = readWeekday(said);
  if (weekday !== undefined) {
    const ahead = (weekday - weekdayOf(today) + 7) % 7;
    return { date: dateAfter(today, ahead) };
  }
  const [, which, rest = ""] = /^(这|本|下下|下|next)(?:个)?(.*)$/.exec(said) ?? [];
  const named = which === undefined ? undefined : readWeekday(rest);
  if (named === undefined) return undefined;
  const weeks = { 下: 1, next: 1, 下下: 2 }[which ?? ""] ?? 0;
  return dated(dateAfter(today, named - weekdayOf(today) + 7 * weeks), today);
}

/** 0 for 周一, 星期一, 礼拜一, Monday … 6 for 周日; undefined for other words. */
export function readWeekday(words: string): number | undefined {
  const said = tidied(words);
  const [, day] = /^(?:周|星期|礼拜)([一二三四五六日天1-6])$/.exec(said) ?? [];
  if (day !== undefined) return "日天".includes(day) ? 6 : Number(withDigits(day)) - 1;
  const english = weekdays.indexOf(said);
  return english < 0 ? undefined : english;
}

function monthEnd(said: string, today: string): DateReading {
  if (!/^(?:本|这个?)?月底$/.test(said)) return undefined;
  const [year = 0, month = 1] = today.split("-").map(Number);
  return { date: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) };
}

const patterns = [
  /^(?<year>\d{4})[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})[日号]?$/,
  /^(?<month>\d{1,2})(?:[-/.]|月份?)(?<day>\d{1,2})[日号]?$/,
  /^(?<day>\d{1,2})[日号]$/,
];
const englishPatterns = [
  /^(?<name>[a-z]{3})[a-z]*(?<day>\d{1,2})(?:st|nd|rd|th)?$/,
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?(?<name>[a-z]{3})[a-z]*$/,
];

function calendarDay(said: string, today: string): DateReading {
  const numbers = withDigits(said);
  for (const pattern of [...patterns, ...englishPatterns]) {
    const { year, month, name, day } = pattern.exec(numbers)?.groups ?? {};
    if (day === undefined) continue;
    const named = name === undefined ? undefined : months.indexOf(name) + 1;
    if (named === 0) continue;
    return placed({ year, month: named ?? (month === undefined ? undefined : Number(month)), day }, today);
  }
  return undefined;
}

interface Parts {
  readonly year: string | undefined;
  readonly month: number | undefined;
  readonly day: string;
}

/** What was left out comes from today: the next time there is such a day, unless it has just been. */
function placed({ year, month, day }: Parts, today: string): DateReading {
  const [thisYear = 0, thisMonth = 1] = today.split("-").map(Number);
  if (year !== undefined) return dated(isoDate(Number(year), month ?? 0, Number(day)), today);
  const here = isoDate(thisYear, month ?? thisMonth, Number(day));
  if (here !== undefined && here >= today) return { date: here };
  if (month === undefined) {
    const [nextYear, nextMonth] = thisMonth === 12 ? [thisYear + 1, 1] : [thisYear, thisMonth + 1];
    const next = isoDate(nextYear, nextMonth, Number(day));
    return next === undefined ? { wrong: true } : { date: next };
  }
  if (here !== undefined && here >= dateAfter(today, -recentDays)) return { past: here };
  return dated(isoDate(thisYear + 1, month, Number(day)), today);
}

function dated(date: string | undefined, today: string): DateReading {
  if (date === undefined) return { wrong: true };
  return date < today ? { past: date } : { date };
}

/** Undefined for a day that is not there. */
function isoDate(year: number, month: number, day: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  const isThere = day >= 1 && month >= 1 && month <= 12 && at.getUTCDate() === day;
  return isThere ? at.toISOString().slice(0, 10) : undefined;
}

/**
 * The day on which somebody is back: 「3天」 counts today, 「一周」 seven days, 「11月30日」 「到下周一」 is that day itself, 「今天」
 * and 「半天」 mean tomorrow.
 */
export function readReturn(words: string, today: string): DateReading {
  const said = tidied(words).replace(/^(?:直?到|至|until)/, "");
  if (["今天", "今日", "today", "半天", "一天"].includes(said)) return { date: dateAfter(today, 1) };
  const [, days] = /^(\d{1,3})(?:天|days?)$/.exec(withDigits(said)) ?? [];
  if (days !== undefined) return days === "0" ? { wrong: true } : { date: dateAfter(today, Number(days)) };
  const [, weeks] = /^(\d{1,2})(?:周|个?星期|个?礼拜|weeks?)$/.exec(withDigits(said)) ?? [];
  if (weeks !== undefined) return { date: dateAfter(today, 7 * Number(weeks)) };
  const read = readDate(said, today);
  // Back today is not away.
  return read && "date" in read && read.date === today ? { past: today } : read;
}
