/** Days of which a table is made, as dates that both belong to it: `2026-11-01` and `2026-11-30`. */
export interface Period {
  readonly first: string;
  readonly last: string;
}

/** A period as an answer keeps it: `2026-11-01_2026-11-30`; everything there ever was is `all`. */
export type PeriodKey = string;

export const everything: PeriodKey = "all";

export function keyOf({ first, last }: Period): PeriodKey {
  return `${first}_${last}`;
}

/** @returns null for everything, undefined for what is no key. */
export function periodOf(key: PeriodKey): Period | null | undefined {
  if (key === everything) return null;
  const [, first, last] = /^(\d{4}-\d\d-\d\d)_(\d{4}-\d\d-\d\d)$/.exec(key) ?? [];
  return first !== undefined && last !== undefined && first <= last ? { first, last } : undefined;
}

function dateAt(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** So many months from the first of one; months below 1 and above 12 are of the years before and after. */
export function monthsFrom(year: number, month: number, count = 1): Period {
  return { first: dateAt(year, month, 1), last: dateAt(year, month + count, 0) };
}

export function yearOf(year: number): Period {
  return monthsFrom(year, 1, 12);
}

/** The quarter of a year, 1 to 4. */
export function quarterOf(year: number, quarter: number): Period {
  return monthsFrom(year, quarter * 3 - 2, 3);
}

/** Monday to Sunday, so many weeks after that of a date. */
export function weekAround(date: string, weeks = 0): Period {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = day - weekday + 7 * weeks;
  return { first: dateAt(year, month, monday), last: dateAt(year, month, monday + 6) };
}

/** The year and the month, 1 to 12, of a date. */
export function monthOf(date: string): { readonly year: number; readonly month: number } {
  const [year = 0, month = 1] = date.split("-").map(Number);
  return { year, month };
}
