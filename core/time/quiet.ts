import { dateAfter, type Zone } from "./zone.ts";

/** The hours of a night in which nobody is disturbed, minutes after midnight; the end is on the next day. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

/** 21:00–07:00. */
export const usualQuietHours: QuietHours = { from: 21 * 60, to: 7 * 60 };

/** Reads `21:00-07:00`; equal hours mean no quiet at all. Undefined for anything else. */
export function readQuietHours(words: string): QuietHours | undefined {
  const [, from, fromMinute, to, toMinute] = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/.exec(words.trim()) ?? [];
  const [first, last] = [minutesOf(from, fromMinute), minutesOf(to, toMinute)];
  return first === undefined || last === undefined || last > first ? undefined : { from: first, to: last };
}

function minutesOf(hours: string | undefined, minutes: string | undefined): number | undefined {
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return Number(hours) * 60 + Number(minutes);
}

/** When those who only have to know hear of it, in one list each time; minutes after midnight. */
export const listTimes: readonly number[] = [7 * 60, 17 * 60];

/** The next time a list is due, this moment included. */
export function nextList(now: number, zone: Zone): number {
  const today = zone.dateOf(now);
  const times = [today, dateAfter(today, 1)].flatMap((date) =>
    listTimes.map((minutes) => zone.momentOf(date, minutes)),
  );
  return times.find((at) => at >= now) ?? now;
}

/** When what is not urgent may be said: now, or when the night is over. */
export function afterQuiet(now: number, zone: Zone, { from, to }: QuietHours): number {
  if (from === to) return now;
  const today = zone.dateOf(now);
  const wakes = zone.momentOf(today, to);
  if (now < wakes) return wakes;
  return now < zone.momentOf(today, from) ? now : zone.momentOf(dateAfter(today, 1), to);
}
