import { day } from "./clock.ts";
import { usualQuietHours, type QuietHours } from "./quiet.ts";
import { createZone, type Zone } from "./zone.ts";

/** A moment as people say it. The same shape as a `Text`, so that it can stand inside one. */
export interface SaidMoment {
  readonly zh: string;
  readonly en: string;
}

/** Says moments in one time zone: 「11月24日 16:20」, "24 Nov 16:20". */
export interface Calendar {
  readonly zone: Zone;
  /** The hours in which nobody is disturbed. */
  readonly quiet: QuietHours;
  moment(at: number): SaidMoment;
  /** 「11月24日」 */
  date(at: number): SaidMoment;
  /** 「今天」「昨天」「前天」 or the date. */
  dayOf(at: number, now: number): SaidMoment;
}

/** @param timeZone an IANA name this machine knows; a wrong one throws RangeError. */
export function createCalendar(timeZone: string, quiet: QuietHours = usualQuietHours): Calendar {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    month: "numeric",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const english = new Intl.DateTimeFormat("en-GB", { timeZone, month: "short", day: "numeric" });

  function read(at: number): Record<string, string> {
    return Object.fromEntries(parts.formatToParts(at).map((part) => [part.type, part.value]));
  }

  function date(at: number): SaidMoment {
    const { month, day: dayOfMonth } = read(at);
    return { zh: `${Number(month)}月${Number(dayOfMonth)}日`, en: english.format(at) };
  }

  const zone = createZone(timeZone);

  return {
    zone,
    quiet,
    date,
    moment(at) {
      const { hour, minute } = read(at);
      const said = date(at);
      return { zh: `${said.zh} ${hour}:${minute}`, en: `${said.en} ${hour}:${minute}` };
    },
    dayOf(at, now) {
      const daysAgo = Math.round((Date.parse(zone.dateOf(now)) - Date.parse(zone.dateOf(at))) / day);
      return recentDays[daysAgo] ?? date(at);
    },
  };
}

const recentDays: readonly SaidMoment[] = [
  { zh: "今天", en: "today" },
  { zh: "昨天", en: "yesterday" },
  { zh: "前天", en: "the day before yesterday" },
];

const units = [
  { ms: day, zh: "天", en: "day" },
  { ms: 3_600_000, zh: "小时", en: "hour" },
  { ms: 60_000, zh: "分钟", en: "minute" },
] as const;

/** A length of time as people say it, in its largest unit and the next: 「1 天 6 小时」; less than a minute is one. */
export function lengthOf(milliseconds: number): SaidMoment {
  const whole = Math.max(60_000, milliseconds);
  const at = units.findIndex(({ ms }) => whole >= ms);
  const [first, next] = units.slice(at);
  const parts: SaidMoment[] = [];
  let left = whole;
  for (const unit of [first, next]) {
    const count = unit === undefined ? 0 : Math.floor(left / unit.ms);
    if (unit === undefined || count === 0) continue;
    left -= count * unit.ms;
    parts.push({ zh: `${count} ${unit.zh}`, en: `${count} ${unit.en}${count === 1 ? "" : "s"}` });
  }
  return { zh: parts.map(({ zh }) => zh).join(" "), en: parts.map(({ en }) => en).join(" ") };
}
