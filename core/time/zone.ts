import { day, minute } from "./clock.ts";

/** A time zone: what the calendar on the wall says, and when it says so. Dates are `2026-11-25`. */
export interface Zone {
  /** An IANA name. */
  readonly name: string;
  /** The date at a moment, epoch milliseconds. */
  dateOf(at: number): string;
  /**
   * The moment a clock on the wall shows so many minutes after midnight: where it shows that twice the first one, where it
   * jumps over it the same stretch later.
   */
  momentOf(date: string, minutes: number): number;
}

/** @param name an IANA name this machine knows; a wrong one throws RangeError. */
export function createZone(name: string): Zone {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: name,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });

  /** What the wall shows, as if it were UTC. */
  function wallAt(at: number): number {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day: date = 1, hour = 0, minute: minutes = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, date, hour, minutes, second);
  }

  function offsetAt(at: number): number {
    const whole = Math.floor(at / 1_000) * 1_000;
    return wallAt(whole) - whole;
  }

  return {
    name,
    dateOf: (at) => new Date(wallAt(at)).toISOString().slice(0, 10),
    momentOf(date, minutes) {
      const wall = Date.parse(`${date}T00:00:00Z`) + minutes * minute;
      const [before, after] = [offsetAt(wall - day), offsetAt(wall + day)];
      const shown = [wall - before, wall - after].filter((at) => at + offsetAt(at) === wall);
      return shown.length > 0 ? Math.min(...shown) : wall - before;
    },
  };
}

/** The date so many days later. */
export function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
}

/** 0 for Monday … 6 for Sunday. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}
