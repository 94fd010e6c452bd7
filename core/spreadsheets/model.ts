/** How a table is written. */
export type SheetFormat = "xlsx" | "csv";

/** Why a file could not be read as a table; each has its sentence where it is said. */
export type Unreadable =
  /** Its bytes never came. */
  | "gone"
  | "other_kind"
  /** An .xls or .et, or anything else of the old Office. */
  | "old_office"
  /** It has programs in it. */
  | "macros"
  | "locked"
  | "too_large"
  | "too_many_rows"
  | "too_wide"
  /** It took longer or more memory than any honest table. */
  | "too_hard"
  | "broken"
  /** Words in no encoding that is known. */
  | "garbled"
  | "empty";

const megabyte = 1_000_000;
/** So much may come out of all parts of an .xlsx: four times 252,000 rows of five columns, as Excel writes them. */
export const mostUnpacked = 400 * megabyte;
/** An .xlsx of one sheet has some ten parts. */
export const mostParts = 2_000;
/** A county's people and half as many again. */
export const mostRows = 300_000;
export const mostColumns = 60;
/** A longer cell is cut: no field of ours is as long. */
export const longestCell = 4_000;

/** One row of a file. */
export interface Line {
  /** As a spreadsheet counts, from 1. */
  readonly number: number;
  /** Without space around, without signs that cannot be seen. */
  readonly cells: readonly string[];
}

/** A value as words: dates as 2026-11-26, whole numbers without an exponent unless their last digits are lost. */
export function cellOf(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  if (typeof value === "number") return digitsOf(value);
  if (typeof value !== "string" && typeof value !== "boolean") return "";
  return String(value)
    .replaceAll(/[\p{Cc}\p{Cf}\ufffd]+/gu, " ")
    .trim()
    .slice(0, longestCell);
}

/** Whole numbers in full as long as every digit is known, longer ones as 3.3e+17. */
function digitsOf(value: number): string {
  if (!Number.isInteger(value)) return String(value);
  return Number.isSafeInteger(value) ? BigInt(value).toString() : value.toExponential();
}

/** A row as words, without the empty cells at its end; undefined when nothing stands in it. */
export function cellsOf(values: readonly unknown[]): readonly string[] | undefined {
  const cells = values.map(cellOf);
  const last = cells.findLastIndex((cell) => cell !== "");
  return last < 0 ? undefined : cells.slice(0, last + 1);
}

/** What a spreadsheet may take for a formula, also behind what cannot be seen and in full width. Source: OWASP, CSV Injection. */
const formula = /^[\s\p{Cf}]*[=+\-@＝＋－＠|\0\t\r\n]/u;

/** Words for a cell of a .csv that no spreadsheet takes for a formula. */
export function guarded(words: string): string {
  return formula.test(words) ? `'${words}` : words;
}

/** What stood in a cell before it was guarded. */
export function unguarded(words: string): string {
  return words.startsWith("'") && formula.test(words.slice(1)) ? words.slice(1) : words;
}
