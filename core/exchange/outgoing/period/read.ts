import { numberIn } from "../../../language/index.ts";
import {
  everything,
  keyOf,
  monthOf,
  monthsFrom,
  quarterOf,
  weekAround,
  yearOf,
  type Period,
  type PeriodKey,
} from "./model.ts";

const all = /^(?:全部|所有|不限|都要|全要|all|everything)$/iu;
const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const figure = "(\\d{1,2}|[一二三四五六七八九十]{1,2})";
const year = "(?:(\\d{4}|今|本|去)年?[-/.]?)?";

interface Spelling {
  readonly pattern: RegExp;
  readonly period: (groups: readonly (string | undefined)[], today: string) => Period | undefined;
}

/** How people name a stretch of days that is over, or that they are in. */
const spellings: readonly Spelling[] = [
  {
    pattern: /^(?:今天?|今日|现在|目前|today|now)$/iu,
    period: (_groups, today) => ({ first: today, last: today }),
  },
  {
    pattern: /^(?:本|这|这个|这一)(?:周|星期|礼拜)$|^thisweek$/iu,
    period: (_groups, today) => weekAround(today),
  },
  {
    pattern: /^上(?:个|一)?(?:周|星期|礼拜)$|^lastweek$/iu,
    period: (_groups, today) => weekAround(today, -1),
  },
  { pattern: /^(?:本|这个?|当)月$|^thismonth$/iu, period: (_groups, today) => monthsBefore(today, 0) },
  { pattern: /^上个?月$|^lastmonth$/iu, period: (_groups, today) => monthsBefore(today, 1) },
  { pattern: /^(?:本|这个?)季度?$|^thisquarter$/iu, period: (_groups, today) => quartersBefore(today, 0) },
  { pattern: /^上个?季度?$|^lastquarter$/iu, period: (_groups, today) => quartersBefore(today, 1) },
  { pattern: /^(?:今|本)年$|^thisyear$/iu, period: (_groups, today) => yearOf(monthOf(today).year) },
  { pattern: /^去年$|^lastyear$/iu, period: (_groups, today) => yearOf(monthOf(today).year - 1) },
  { pattern: /^(\d{4})年?$/u, period: ([said]) => yearOf(Number(said)) },
  {
    pattern: new RegExp(`^${year}(上|下)半年$`, "u"),
    period: ([said, half], today) => monthsFrom(yearSaid(said, today), half === "上" ? 1 : 7, 6),
  },
  {
    pattern: new RegExp(`^${year}第?([一二三四1-4])季度?$|^()q([1-4])$`, "iu"),
    period([said, chinese, , english], today) {
      const quarter = numberIn(chinese ?? english ?? "");
      return lately(said, today, (of) => quarterOf(of, quarter));
    },
  },
  {
    pattern: new RegExp(`^${year}${figure}(?:月份?)?$`, "u"),
    period([said, month = ""], today) {
      const which = numberIn(month);
      const isMonth = which >= 1 && which <= 12;
      return isMonth ? lately(said, today, (of) => monthsFrom(of, which)) : undefined;
    },
  },
  {
    pattern: new RegExp(`^(${months.join("|")})[a-z]*(\\d{4})?$`, "iu"),
    period: ([month = "", said], today) =>
      lately(said, today, (of) => monthsFrom(of, months.indexOf(month.toLowerCase()) + 1)),
  },
  {
    pattern: new RegExp(`^${year}${figure}[月\\-/.]${figure}[日号]?$`, "u"),
    period: ([said, month = "", date = ""], today) =>
      lately(said, today, (of) => dayOf(of, numberIn(month), numberIn(date))),
  },
];

function monthsBefore(today: string, ago: number): Period {
  const { year: of, month } = monthOf(today);
  return monthsFrom(of, month - ago);
}

function quartersBefore(today: string, quarters: number): Period {
  const { year: of, month } = monthOf(today);
  return quarterOf(of, Math.ceil(month / 3) - quarters);
}

/** Of no word, or of 今 and 本, it is this year. */
function yearSaid(said: string | undefined, today: string): number {
  const { year: of } = monthOf(today);
  if (said === "去") return of - 1;
  return said === undefined || !/^\d/.test(said) ? of : Number(said);
}

/** Of the year that was said, or the last time it began: in November 「12月」 is last year's. */
function lately<Of extends Period | undefined>(
  said: string | undefined,
  today: string,
  inYear: (of: number) => Of,
): Of {
  const found = inYear(yearSaid(said, today));
  return said === undefined && found !== undefined && found.first > today
    ? inYear(monthOf(today).year - 1)
    : found;
}

/** One day; undefined for the 31st of April. */
function dayOf(of: number, month: number, date: number): Period | undefined {
  const at = new Date(Date.UTC(of, month - 1, date));
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
  if (!isReal) return undefined;
  const day = at.toISOString().slice(0, 10);
  return { first: day, last: day };
}

const between = /^(?:从)?(.+?)(?:到|至|~|—+|–|to)(.+)$/iu;
const onlyDay = new RegExp(`^${figure}[日号]?$`, "u");

function stretchOf(words: string, today: string): Period | undefined {
  for (const { pattern, period } of spellings) {
    const [whole, ...groups] = pattern.exec(words) ?? [];
    if (whole !== undefined) return period(groups, today);
  }
  return undefined;
}

/** What a stretch ends with: 「10月1日到15日」 is of the same month, 「2025年9月到10月」 of the same year or the next. */
function endOf(words: string, begin: Period, today: string): Period | undefined {
  const [, day] = onlyDay.exec(words) ?? [];
  const { year: of, month } = monthOf(begin.first);
  const isDay = begin.first === begin.last || /[日号]$/u.test(words);
  if (day !== undefined && isDay) return dayOf(of, month, numberIn(day));
  for (const meant of [of, of + 1]) {
    const found = stretchOf(`${meant}年${words}`, today);
    if (found && found.last >= begin.last) return found;
  }
  return stretchOf(words, today);
}

/** A hyphen between two dates, which may have hyphens of their own. */
const hyphens: readonly (readonly [RegExp, string])[] = [
  [/\s+-\s+/u, "至"],
  [/^(\d{1,2})-(\d{1,2})月$/u, "$1月至$2月"],
  [/(?<=[./月]\d{1,2}[日号]?)-(?=\d{1,4}[./月年])/u, "至"],
];

/**
 * A period as somebody says it: 「10月」「第三季度」「去年」「10月1日到15日」「2026-10-01至2026-10-31」「全部」. Without a year it is the last
 * one that has begun.
 * @returns undefined for anything else.
 */
export function readPeriod(said: string, today: string): PeriodKey | undefined {
  const words = hyphens
    .reduce((so, [from, to]) => so.replace(from, to), said.normalize("NFKC").trim())
    .replaceAll(/[\s,。的]/gu, "");
  if (all.test(words)) return everything;
  const whole = stretchOf(words, today);
  if (whole) return keyOf(whole);
  const [, from, to] = between.exec(words) ?? [];
  const begin = from === undefined ? undefined : stretchOf(from, today);
  const end = begin && to !== undefined ? endOf(to, begin, today) : undefined;
  if (!begin || !end || end.last < begin.first) return undefined;
  return keyOf({ first: begin.first, last: end.last });
}
