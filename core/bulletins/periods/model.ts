import type { Period, SheetKind } from "../model.ts";

/** What a clock on the wall of a place says. */
export interface WallZone {
  dateOf(at: number): string;
  momentOf(date: string, minutes: number): number;
}

const day = 86_400_000;

function daysLater(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
}

/** The first of the month so many months later. */
function monthsLater(date: string, months: number): string {
  const [year = 0, month = 1] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

function later(kind: SheetKind, date: string, times: number): string {
  return kind === "weekly" ? daysLater(date, 7 * times) : monthsLater(date, times);
}

/** The Monday of a date's week, or the first of its month. */
function firstOf(kind: SheetKind, date: string): string {
  if (kind === "monthly") return monthsLater(date, 0);
  return daysLater(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** The week or month with this first day. */
export function periodFrom(kind: SheetKind, zone: WallZone, first: string): Period {
  const next = later(kind, first, 1);
  return {
    kind,
    from: zone.momentOf(first, 0),
    to: zone.momentOf(next, 0),
    first,
    last: daysLater(next, -1),
  };
}

/** The last whole week or month before a moment. */
export function periodBefore(kind: SheetKind, zone: WallZone, now: number): Period {
  return periodFrom(kind, zone, later(kind, firstOf(kind, zone.dateOf(now)), -1));
}

/** The one right before another. */
export function previous(period: Period, zone: WallZone): Period {
  return periodFrom(period.kind, zone, later(period.kind, period.first, -1));
}
