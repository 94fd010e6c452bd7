import type { Text } from "../../language/index.ts";
import type { Unit } from "../../org/index.ts";
import type { Acting, Moment } from "../../people/index.ts";
import type { TransferId } from "../model.ts";
import type { Fields } from "./model.ts";

/** A row of a file, by the line it stands in. */
export interface Row {
  readonly line: number;
  readonly fields: Fields;
}

/** What a row comes to. */
export type Verdict = "fresh" | "changed" | "same" | { readonly bad: Text };

/** For whom, where, and what is known of the rows before. One for each time a file is gone through. */
export interface Going {
  readonly transfer: TransferId;
  readonly scope: Unit;
  /** What stood in which line, and what was found in the database, by any words. */
  readonly seen: Map<string, number | string>;
}

/** A table that can be brought in. */
export interface Incoming {
  /** So many rows are looked at, or brought in, in one transaction. */
  readonly rowsAtOnce: number;
  readonly mostRows: number;
  /** What each row would do now; changes nothing. */
  readonly judge: (acting: Acting, going: Going, rows: readonly Row[]) => Promise<readonly Verdict[]>;
  /** Brings rows in. @returns what was done, for `takeBack`; or what stands in the way of one. */
  readonly bring: (
    acting: Acting,
    going: Going,
    rows: readonly Row[],
  ) => Promise<{ readonly deeds: object } | { readonly line: number; readonly bad: Text }>;
  /** Takes back what was done, as far as nothing was built on it since. @returns how many rows had to stay. Left out where it cannot be. */
  readonly takeBack?: (moment: Moment, deeds: unknown) => Promise<number>;
}
