import { day } from "./clock.ts";

/** A moment as people say it. The same shape as a `Text`, so that it can stand inside one. */
export interface SaidMoment {
  readonly zh: string;
  readonly en: string;
}

/** Says moments in one time zone: 「11月24日 16:20」, "24 Nov 16:20". */
export interface Calendar {
  moment(at: number): SaidMoment;
  /** 「今天」「昨天」「前天」 or the date. */
  dayOf(at: number, now: number): SaidMoment;
}

/** @param timeZone an IANA name this machine knows; a wrong one throws RangeError. */
export function createCalendar(timeZone: string): Calendar {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    month: "numeric",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const english = new Intl.DateTimeFormat("en-GB", { timeZone, month: "short", day: "numeric" });
  const dates = new Intl.DateTimeFormat("en-CA", { timeZone });

  function read(at: number): Record<string, string> {
    return Object.fromEntries(parts.formatToParts(at).map((part) => [part.type, part.value]));
  }

  function date(at: number): SaidMoment {
    const { month, day: dayOfMonth } = read(at);
    return { zh: `${Number(month)}月${Number(dayOfMonth)}日`, en: english.format(at) };
  }

  return {
    moment(at) {
      const { hour, minute } = read(at);
      const said = date(at);
      return { zh: `${said.zh} ${hour}:${minute}`, en: `${said.en} ${hour}:${minute}` };
    },
    dayOf(at, now) {
      const daysAgo = Math.round((Date.parse(dates.format(now)) - Date.parse(dates.format(at))) / day);
      return recentDays[daysAgo] ?? date(at);
    },
  };
}

const recentDays: readonly SaidMoment[] = [
  { zh: "今天", en: "today" },
  { zh: "昨天", en: "yesterday" },
  { zh: "前天", en: "the day before yesterday" },
];
