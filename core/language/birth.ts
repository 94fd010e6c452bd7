import { normalise } from "./normalise.ts";
import { simplify } from "./simplified.ts";

/** When somebody was born, as far as it was said. */
export interface Birth {
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
  /** By the old calendar: its months are not those of an identity card. */
  readonly isLunar: boolean;
}

/** How old somebody is, in whole years (周岁): both the same where the day of birth decides nothing. */
export interface Age {
  readonly least: number;
  readonly most: number;
}

/** What helps to read a year of two digits: the date today, and about how old whoever is spoken of will be. */
export interface BirthHints {
  readonly today: string;
  readonly aboutYears: number;
}

const oldest = 115;
const spokenDigits = "零一二三四五六七八九";
const digit = "[零〇一二三四五六七八九\\d]";
const small = "(\\d{1,2}|[一二三四五六七八九十]{1,3}|正|冬|腊)";

/** After these a number of years is a length of time: 「交了 15 年的社保」. */
const isLength = "(?<![了过满近有交缴第住干做用\\d零〇一二三四五六七八九十])";
const yearFirst = new RegExp(
  `${isLength}(${digit}{4}|${digit}{2})\\s*年\\s*(?:(农历|阴历|旧历)?\\s*${small}\\s*月\\s*(?:初?${small}\\s*[日号]?)?)?`,
  "u",
);
const written = /(?<!\d)((?:19|20)\d{2})\s*[-./]\s*(\d{1,2})(?:\s*[-./]\s*(\d{1,2}))?(?!\d)/u;
const joined = /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])?(?!\d)/u;
/** Characters 7 to 14 of an identity number are the date of birth (GB 11643-1999). */
const identity = /(?<!\d)\d{6}((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dxX](?!\d)/u;
const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const english = new RegExp(`(?:\\b(${months.join("|")})[a-z]*\\.?,?\\s+)?\\b((?:19|20)\\d{2})\\b`, "iu");
const lunar = /农历|阴历|旧历|lunar/iu;
const bornMark = /^\s*(?:的|生|出生|人)/u;

/** When somebody was born, where the words say so as an answer to just that: 「46年三月」「1946.3」, an identity number. */
export function readBirth(words: string, hints: BirthHints): Birth | undefined {
  const said = simplify(normalise(words));
  const dated = identity.exec(said) ?? joined.exec(said) ?? written.exec(said);
  if (dated) return born(dated.slice(1), said, hints);
  const spoken = yearFirst.exec(said);
  if (spoken) return born([spoken[1], spoken[3], spoken[4]], said, hints);
  const [, month = "", year] = english.exec(said) ?? [];
  const at = months.indexOf(month.toLowerCase().slice(0, 3)) + 1;
  return year === undefined ? undefined : born([year, at > 0 ? String(at) : undefined], said, hints);
}

/** When somebody was born, where words about other things say so too: 「那我老太婆呢，48年的」; never a mere number of years. */
export function findBirth(words: string, hints: BirthHints): Birth | undefined {
  const said = simplify(normalise(words));
  const spoken = yearFirst.exec(said);
  const isMarked = spoken !== null && bornMark.test(said.slice(spoken.index + spoken[0].length));
  const isDated = spoken !== null && spoken[3] !== undefined && said.length <= spoken[0].length + 8;
  const isEnglish = /\bborn\b/iu.test(said);
  return isMarked || isDated || isEnglish || identity.test(said) ? readBirth(said, hints) : undefined;
}

function born(
  [year = "", month, day]: readonly (string | undefined)[],
  said: string,
  hints: BirthHints,
): Birth | undefined {
  const read = {
    year: yearIn(digitsOf(year), hints),
    month: month === undefined ? undefined : smallNumber(month),
    day: day === undefined ? undefined : smallNumber(day),
    isLunar: lunar.test(said) || /[正冬腊]月|月初/u.test(said),
  };
  const age = Number(hints.today.slice(0, 4)) - read.year;
  const isPossible = age >= 0 && age <= oldest;
  const isMonth = read.month === undefined || (read.month >= 1 && read.month <= 12);
  const isDay = read.day === undefined || (read.day >= 1 && read.day <= longestMonth(read));
  return isPossible && isMonth && isDay ? read : undefined;
}

function longestMonth({ year, month = 1, isLunar }: Pick<Birth, "year" | "month" | "isLunar">): number {
  return isLunar ? 30 : new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The year that two digits mean: whichever century comes nearest to the age expected. */
function yearIn(digits: string, { today, aboutYears }: BirthHints): number {
  if (digits.length === 4) return Number(digits);
  const thisYear = Number(today.slice(0, 4));
  const candidates = [1900 + Number(digits), 2000 + Number(digits)].filter(
    (year) => thisYear - year >= 0 && thisYear - year <= oldest,
  );
  const distance = (year: number): number => Math.abs(thisYear - year - aboutYears);
  return candidates.toSorted((one, other) => distance(one) - distance(other))[0] ?? Number.NaN;
}

function digitsOf(words: string): string {
  return Array.from(words, (one) => {
    const value = spokenDigits.indexOf(one === "〇" ? "零" : one);
    return value < 0 ? one : String(value);
  }).join("");
}

const monthNames: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 };

function smallNumber(words: string): number {
  if (/^\d+$/u.test(words)) return Number(words);
  const named = monthNames[words];
  if (named !== undefined) return named;
  const [tens, ones] = words.includes("十") ? words.split("十") : ["", words];
  const value = (one: string | undefined): number => Math.max(0, spokenDigits.indexOf(one || "零"));
  return (words.includes("十") ? (tens === "" ? 1 : value(tens)) * 10 : 0) + value(ones);
}

/** How old somebody is on a date, in whole years, as far as her date of birth is known. */
export function ageOn({ year, month, day, isLunar }: Birth, today: string): Age {
  const [thisYear = 0, thisMonth = 0, thisDay = 0] = today.split("-").map(Number);
  const years = thisYear - year;
  if (month === undefined || isLunar) return { least: Math.max(0, years - 1), most: years };
  if (month !== thisMonth) return sure(month < thisMonth ? years : years - 1);
  if (day === undefined) return { least: Math.max(0, years - 1), most: years };
  return sure(day <= thisDay ? years : years - 1);
}

function sure(years: number): Age {
  const whole = Math.max(0, years);
  return { least: whole, most: whole };
}

const ageWords =
  /(?:今年|都|快|已经|刚|虚岁|周岁|满|有)?\s*(\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]百)\s*(?:多|来)?\s*(?:周岁|虚岁|岁|了(?!解)|years? old)|\b(?:am|is|aged)\s+(\d{2,3})\b/iu;

/** The age somebody says, in whatever way she counts: 「今年八十了」「79岁」. */
export function findAge(words: string): number | undefined {
  const [, spoken, told] = ageWords.exec(simplify(normalise(words))) ?? [];
  const said = spoken ?? told;
  if (said === undefined) return undefined;
  const age = said.endsWith("百") ? spokenDigits.indexOf(said.charAt(0)) * 100 : smallNumber(said);
  return age >= 1 && age <= oldest ? age : undefined;
}
