import { day, minute } from "../clock.ts";
import { dateAfter, weekdayOf, type Zone } from "../zone.ts";

/** Minutes after midnight, the end left out: 08:30–12:00 is [510, 720]. */
export type Interval = readonly [from: number, to: number];

/** The hours that count, as they stood when they were written; never changed afterwards. */
export interface Hours {
  readonly id: number;
  readonly name: string;
  /** Of each day of the week, Monday first; undefined where every minute counts. */
  readonly week: readonly (readonly Interval[])[] | undefined;
  /** Days unlike their weekday: holidays (no interval) and make-up workdays. */
  readonly days: ReadonlyMap<string, readonly Interval[]>;
}

/** Every minute of every day counts: 24 hours are 24 hours. */
export const naturalHours: Hours = { id: 0, name: "natural", week: undefined, days: new Map() };

/** A longer stretch without a working hour is a mistake, not a holiday. */
const longestClosed = 400;

/** The intervals that count on a date, in order. */
export function hoursOn({ week, days }: Hours, date: string): readonly Interval[] {
  return days.get(date) ?? week?.[weekdayOf(date)] ?? [];
}

/** Intervals in order, each after the one before; throws RangeError for any other. */
export function checkedIntervals(intervals: readonly Interval[]): readonly Interval[] {
  let last = 0;
  for (const [from, to] of intervals) {
    const isRight = Number.isInteger(from) && Number.isInteger(to) && from >= last && to > from && to <= 1440;
    if (!isRight) throw new RangeError(`no hours: ${JSON.stringify(intervals)}`);
    last = to;
  }
  return intervals;
}

/**
 * The moment by which so many milliseconds that count have passed; at closing time where they end there.
 * Throws where the hours have no day to work on.
 */
export function addTime(hours: Hours, zone: Zone, from: number, milliseconds: number): number {
  if (hours.week === undefined) return from + Math.max(0, milliseconds);
  let left = milliseconds;
  if (left <= 0) return from;
  let closed = 0;
  for (let date = zone.dateOf(from); closed <= longestClosed; date = dateAfter(date, 1)) {
    closed += 1;
    for (const [opens, closes] of openingsOn(hours, zone, date)) {
      const start = Math.max(from, opens);
      if (closes <= start) continue;
      closed = 0;
      if (left <= closes - start) return start + left;
      left -= closes - start;
    }
  }
  throw new RangeError(
    `the hours "${hours.name}" (${hours.id}) have no day to work on within ${longestClosed} days`,
  );
}

/** How many milliseconds that count lie between two moments; 0 where the second is not later. */
export function timeBetween(hours: Hours, zone: Zone, from: number, to: number): number {
  if (to <= from) return 0;
  if (hours.week === undefined) return to - from;
  let passed = 0;
  const last = zone.dateOf(to);
  for (let date = zone.dateOf(from); date <= last; date = dateAfter(date, 1)) {
    for (const [opens, closes] of openingsOn(hours, zone, date))
      passed += Math.max(0, Math.min(to, closes) - Math.max(from, opens));
  }
  return passed;
}

/** The intervals of a date as moments. */
function openingsOn(hours: Hours, zone: Zone, date: string): readonly (readonly [number, number])[] {
  return hoursOn(hours, date).map(([from, to]) => [
    zone.momentOf(date, from),
    to * minute === day ? zone.momentOf(dateAfter(date, 1), 0) : zone.momentOf(date, to),
  ]);
}
