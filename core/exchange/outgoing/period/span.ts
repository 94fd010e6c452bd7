import { dateAfter, type Zone } from "../../../time/index.ts";
import type { Span } from "../../model.ts";
import type { Period } from "./model.ts";

/** The moments of the days of a period, as the clocks on the wall show them. */
export function spanOf({ first, last }: Period, zone: Zone): Span {
  return { from: zone.momentOf(first, 0), to: zone.momentOf(dateAfter(last, 1), 0) };
}

/** The days of what `spanOf` gave. */
export function daysIn({ from, to }: Span, zone: Zone): Period {
  return { first: zone.dateOf(from), last: dateAfter(zone.dateOf(to), -1) };
}
