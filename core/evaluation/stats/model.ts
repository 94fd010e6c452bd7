import type { Period } from "../model.ts";

/** A period people ask for by name. */
export const periodNames = ["week", "lastweek", "month", "lastmonth", "year"] as const;

export type PeriodName = (typeof periodNames)[number];

export function isPeriodName(word: string): word is PeriodName {
  return periodNames.some((name) => name === word);
}

/** What the calendar on the wall says, as core/time has it; dates are `2026-11-25`. */
interface WallZone {
  dateOf(at: number): string;
  momentOf(date: string, minutes: number): number;
}

const dayMs = 86_400_000;

function daysLater(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The first of the month of a date, or of one so many months later. */
function firstOfMonth(date: string, monthsLater = 0): string {
  const [year = 0, month = 1] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + monthsLater, 1)).toISOString().slice(0, 10);
}

/** The whole days of a period: weeks begin on Monday; what goes on still ends when it will. */
export function periodOf(zone: WallZone, now: number, name: PeriodName): Period {
  const today = zone.dateOf(now);
  const sinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = daysLater(today, -sinceMonday);
  const dates: Readonly<Record<PeriodName, readonly [from: string, to: string]>> = {
    week: [monday, daysLater(monday, 7)],
    lastweek: [daysLater(monday, -7), monday],
    month: [firstOfMonth(today), firstOfMonth(today, 1)],
    lastmonth: [firstOfMonth(today, -1), firstOfMonth(today)],
    year: [`${today.slice(0, 4)}-01-01`, `${Number(today.slice(0, 4)) + 1}-01-01`],
  };
  const [from, to] = dates[name];
  return { from: zone.momentOf(from, 0), to: zone.momentOf(to, 0) };
}
