import type { Moment } from "../../people/index.ts";
import type { Value } from "../../spreadsheets/index.ts";

/** How a table is told: for whom, and whether names are written whole. */
export interface Telling {
  readonly moment: Moment;
  readonly language: "zh" | "en";
  readonly isWhole: boolean;
  /** Who lives where, as far as it was asked for: by the code of a place. */
  readonly known: Map<string, ReadonlySet<string>>;
}

/** Rows of a page, and where the next one begins; undefined after the last. */
export interface Told {
  readonly rows: readonly (readonly Value[])[];
  readonly next: number | undefined;
}
