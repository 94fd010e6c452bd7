import type { Calendar } from "../../time/index.ts";

/** The days of a year, where the installation stands; epoch milliseconds, `to` does not belong to it. */
export function daysOfYear({ zone }: Calendar, year: number): { readonly from: number; readonly to: number } {
  return { from: zone.momentOf(`${year}-01-01`, 0), to: zone.momentOf(`${year + 1}-01-01`, 0) };
}

/** The year before the one it is: what is assessed now. */
export function lastYear({ zone }: Calendar, now: number): number {
  return Number(zone.dateOf(now).slice(0, 4)) - 1;
}
