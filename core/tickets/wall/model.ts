/** What the calendar on the wall says, as core/time has it; rules take no more than they need. Dates are `2026-11-25`. */
export interface WallZone {
  dateOf(at: number): string;
  /** The moment a clock on the wall shows so many minutes after midnight. */
  momentOf(date: string, minutes: number): number;
}

const dayMs = 86_400_000;

/** The date so many days later, or earlier. */
export function daysLater(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}
