import type { OfficeId, UnitCode, UnitKind } from "../org/index.ts";
import type { PersonId } from "../people/index.ts";
import type { Tx } from "../store/index.ts";
import type { Counts, Period } from "./model.ts";
import { countsBelow, countsEach, countsInside, countsOf } from "./store.ts";

/** A period at a place: a village, or what has villages inside; a grid has no figures of its own. */
export interface AtUnit extends Period {
  readonly unit: UnitCode;
}

/** What was counted for a unit with everything inside it. */
export function evaluate(tx: Tx, { unit, from, to }: AtUnit): Promise<Counts> {
  return countsInside(tx, unit, { from, to });
}

/** What was counted for one unit, with everything inside it. */
export interface UnitCounts {
  readonly unit: UnitCode;
  readonly counts: Counts;
}

/** What was counted for each unit of a kind below one, in the order of their codes; those in which nothing happened too. */
export function evaluateEach(
  tx: Tx,
  { under, kind, from, to }: Period & { readonly under: UnitCode; readonly kind: Exclude<UnitKind, "grid"> },
): Promise<readonly UnitCounts[]> {
  return countsEach(tx, { under, kind }, { from, to });
}

/** What was counted for each unit directly below one, and under its own code for what hangs at itself, period by period: read in one pass. */
export function evaluateBelow(
  tx: Tx,
  { unit, periods }: { readonly unit: UnitCode; readonly periods: readonly Period[] },
): Promise<ReadonlyMap<UnitCode, readonly Counts[]>> {
  return countsBelow(tx, unit, periods);
}

/** What was counted for what somebody did herself, or let fall due while she had it. */
export function evaluatePerson(
  tx: Tx,
  { person, from, to }: Period & { readonly person: PersonId },
): Promise<Counts> {
  return countsOf(tx, "person", person, { from, to });
}

/** What was counted for what an office did, or let fall due while it had it. */
export function evaluateOffice(
  tx: Tx,
  { office, from, to }: Period & { readonly office: OfficeId },
): Promise<Counts> {
  return countsOf(tx, "office", String(office), { from, to });
}
