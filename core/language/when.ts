/** What a clock on the wall shows: a date like 2026-11-25, and minutes after midnight. */
export interface Wall {
  readonly date: string;
  readonly minutes: number;
}

/** A moment as somebody said it: with a time of day, or only the day. */
interface Said extends Wall {
  readonly isTimed: boolean;
}

/** What is due on a day without a time is due when offices close: a demonstration's setting. */
export const closingTime = 17 * 60;

const day = 86_400_000;

/** Is the first one later? */
export function isLater(one: Wall, other: Wall): boolean {
  return one.date === other.date ? one.minutes > other.minutes : one.date > other.date;
}

/** The date so many days later. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
}

/** How many days lie between two dates; negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / day);
}

const spokenDigits = "零一二三四五六七八九";
const otherDigits: Readonly<Record<string, string>> = {
  壹: "一",
  贰: "二",
  叁: "三",
  肆: "四",
  伍: "五",
  陆: "六",
  柒: "七",
  捌: "八",
  玖: "九",
  拾: "十",
  廿: "二十",
  卅: "三十",
};

/** 「25」「二十五」「廿五」「贰拾伍」 as a number; NaN for anything else. */
export function numberIn(said: string): number {
  if (/^\d+$/.test(said)) return Number(said);
  const words = Array.from(said, (digit) => otherDigits[digit] ?? digit).join("");
  const [, tens, ones] = /^(?:([一二三四五六七八九]?)十)?([一二三四五六七八九两])?$/u.exec(words) ?? [];
  if (words === "" || (tens === undefined && ones === undefined)) return Number.NaN;
  const ten = tens === undefined ? 0 : tens === "" ? 1 : spokenDigits.indexOf(tens);
  return ten * 10 + (ones === undefined ? 0 : ones === "两" ? 2 : spokenDigits.indexOf(ones));
}

/** A date out of its parts; undefined for the 31st of April. */
function dateOf(year: number, month: number, dayOfMonth: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, dayOfMonth));
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === dayOfMonth;
  return isReal ? at.toISOString().slice(0, 10) : undefined;
}

/** In November 「1月5日」 is of next year; 「10月5日」 is over. */
const yearAhead = 183;

function nearestYear(month: number, dayOfMonth: number, today: string): string | undefined {
  const year = Number(today.slice(0, 4));
  const date = dateOf(year, month, dayOfMonth);
  const next = dateOf(year + 1, month, dayOfMonth);
  const isNext =
    date !== undefined && date < today && next !== undefined && daysBetween(today, next) <= yearAhead;
  return isNext ? next : date;
}

function ofThisMonth(dayOfMonth: number, today: string): string | undefined {
  const [year = 0, month = 0] = today.split("-").map(Number);
  const date = dateOf(year, month, dayOfMonth);
  return date !== undefined && date < today
    ? month === 12
      ? dateOf(year + 1, 1, dayOfMonth)
      : dateOf(year, month + 1, dayOfMonth)
    : date;
}

function ofWeek(weekday: number, isNext: boolean, today: string): string {
  const todays = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const ahead = weekday - todays;
  return daysAfter(today, isNext ? ahead + 7 : ahead < 0 ? ahead + 7 : ahead);
}

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const english = `(${months.join("|")})[a-z]*`;

interface Spelling {
  readonly pattern: RegExp;
  readonly date: (groups: readonly string[], today: string) => string | undefined;
}

const near: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  今朝: 0,
  今密: 0,
  today: 0,
  明天: 1,
  明日: 1,
  明朝: 1,
  天亮: 1,
  tomorrow: 1,
  后天: 2,
  后日: 2,
  大后天: 3,
};

const figures = "一二三四五六七八九十两廿卅壹贰叁肆伍陆柒捌玖拾";
const count = `(\\d{1,3}|[${figures}]{1,3})`;

/** How people say a day. 「天亮」 is tomorrow in Ninghai; the preview says the date. */
const spellings: readonly Spelling[] = [
  {
    pattern: /(?<!\d)(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?/u,
    date: ([year, month, date]) => dateOf(Number(year), Number(month), Number(date)),
  },
  {
    pattern: new RegExp(`(?<!\\d)${count}\\s*月\\s*${count}\\s*[日号]?`, "u"),
    date: ([month = "", date = ""], today) => nearestYear(numberIn(month), numberIn(date), today),
  },
  {
    pattern: /(?<![\d\p{L}.])(\d{1,2})[-/.](\d{1,2})(?=$|[\s,:;前]|之前)/u,
    date: ([month, date], today) => nearestYear(Number(month), Number(date), today),
  },
  {
    pattern: /大后天|今天|今日|今朝|今密|明天|明日|明朝|天亮|后天|后日|today|tomorrow/iu,
    date: (_groups, today) => today,
  },
  {
    pattern: new RegExp(`${count}\\s*[天日]\\s*(?:后|内|之后|之内|以内)`, "u"),
    date: ([days = ""], today) => daysAfter(today, numberIn(days)),
  },
  {
    pattern: /(下)?(?:个)?(?:本|这)?(?:周|星期|礼拜)([一二三四五六日天])/u,
    date: ([next = "", weekday = ""], today) =>
      ofWeek("一二三四五六日".indexOf(weekday === "天" ? "日" : weekday), next !== "", today),
  },
  {
    pattern: new RegExp(`(?<![\\d月])${count}\\s*[日号](?![\\p{L}\\d])`, "u"),
    date: ([date = ""], today) => ofThisMonth(numberIn(date), today),
  },
  {
    pattern: new RegExp(`\\b(\\d{1,2}) ${english}\\b`, "iu"),
    date: ([date, month = ""], today) => nearestYear(monthNamed(month), Number(date), today),
  },
  {
    pattern: new RegExp(`\\b${english} (\\d{1,2})\\b`, "iu"),
    date: ([month = "", date], today) => nearestYear(monthNamed(month), Number(date), today),
  },
];

function monthNamed(word: string): number {
  return months.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

interface Found {
  readonly date: string;
  readonly at: number;
  readonly length: number;
}

/** Days of the farmers' calendar are no days here: who means one is asked (lunarDayIn). */
const lunar = /农历|阴历|旧历|[正冬腊]月|初[一二三四五六七八九十]/u;

function findDate(words: string, today: string): Found | undefined {
  if (lunar.test(words)) return undefined;
  const found: Found[] = [];
  for (const { pattern, date } of spellings) {
    const match = pattern.exec(words);
    if (!match) continue;
    const [whole, ...groups] = match;
    const ahead = near[whole.toLowerCase()];
    const read = ahead === undefined ? date(groups, today) : daysAfter(today, ahead);
    if (read !== undefined) found.push({ date: read, at: match.index, length: whole.length });
  }
  return found.toSorted((one, other) => one.at - other.at || other.length - one.length)[0];
}

const hours = `(\\d{1,2}|[${figures}]{1,3})`;
const timePattern = new RegExp(
  `^\\s*(?:(上午|早上|早晨|中午|下午|傍晚|晚上|晚)?\\s*(?:${hours}\\s*(?::(\\d{2})|[点时]\\s*(?:(\\d{1,2})\\s*分?|(半)|(一刻)|(三刻))?整?)\\s*(am|pm)?)|(下班前?)|(中午))`,
  "iu",
);

/** The time a stretch of words begins with: minutes after midnight, and how long its words are. */
function timeAt(words: string): { readonly minutes: number; readonly length: number } | undefined {
  const match = timePattern.exec(words);
  if (!match) return undefined;
  const [
    whole,
    part = "",
    hour = "",
    minutes,
    spoken,
    half,
    quarter,
    threeQuarters,
    halfOfDay,
    closing,
    noon,
  ] = match;
  if (closing !== undefined) return { minutes: closingTime, length: whole.length };
  if (noon !== undefined) return { minutes: 12 * 60, length: whole.length };
  const isAfternoon = /下午|傍晚|晚/u.test(part) || halfOfDay?.toLowerCase() === "pm";
  const said = numberIn(hour);
  const past = half ? 30 : quarter ? 15 : threeQuarters ? 45 : Number(minutes ?? spoken ?? 0);
  const clock = (isAfternoon && said < 12 ? said + 12 : said) * 60 + past;
  return past < 60 && clock <= 24 * 60 ? { minutes: clock, length: whole.length } : undefined;
}

const before = /^\s*(?:之前|以前|前|截止|为止|by)?/u;

/** The first day that words say, with its time where one follows it, and what stands around it. */
export function findWhen(
  words: string,
  now: Wall,
): { readonly wall: Said; readonly around: readonly [string, string] } | undefined {
  const plain = words.normalize("NFKC");
  const found = findDate(plain, now.date);
  if (!found) return undefined;
  const after = plain.slice(found.at + found.length);
  const time = timeAt(after);
  const rest = after.slice(time?.length ?? 0).replace(before, "");
  return {
    wall: { date: found.date, minutes: time?.minutes ?? closingTime, isTimed: time !== undefined },
    around: [plain.slice(0, found.at).trim(), rest.trim()],
  };
}

const filler = /^(?:截止到?|最晚|就|到|在|by|,|:|\s|。|\.|吧|回|答复)*$/iu;

/** When somebody says that something is due, and nothing else; a time alone is today's. */
export function readWhen(words: string, now: Wall): Said | undefined {
  const found = findWhen(words, now);
  if (found) return found.around.every((left) => filler.test(left)) ? found.wall : undefined;
  const plain = words.normalize("NFKC").trim();
  const time = timeAt(plain);
  const isAll = time !== undefined && filler.test(plain.slice(time.length).replace(before, ""));
  return isAll ? { date: now.date, minutes: time.minutes, isTimed: true } : undefined;
}
