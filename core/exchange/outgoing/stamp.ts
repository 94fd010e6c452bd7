import type { Moment } from "../../people/index.ts";

/** 2026-11-26 16:20, as the wall clock of the installation shows it; nothing for null. */
export function stamp({ calendar: { zone } }: Pick<Moment, "calendar">, at: number | null): string {
  if (at === null) return "";
  const date = zone.dateOf(at);
  const minutes = Math.floor((at - zone.momentOf(date, 0)) / 60_000);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${date} ${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
}
