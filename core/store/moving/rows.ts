import { StoreRefusal } from "../refusal.ts";
import type { Kind, Table } from "./tables.ts";

/** What a database holds in a column; whole numbers are exact, however large. */
export type Value = string | bigint | number | null | Uint8Array;

/** The values of a row, in the order of its table's columns. */
export type Row = readonly Value[];

/** So many rows are in memory at once. */
export const CHUNK = 500;

const largest: Readonly<Record<"integer" | "bigint", bigint>> = {
  integer: 2n ** 31n - 1n,
  // Beyond it a JavaScript number is not exact, and the program would refuse to read it.
  bigint: 2n ** 53n - 1n,
};

/** Why a value cannot be moved, as the end of a sentence; undefined for one that can. */
export function unportable(value: Value, kind: Kind): string | undefined {
  if (value === null) return undefined;
  if (value instanceof Uint8Array) return "holds bytes, not text or a number";
  if (kind === "text") return unportableText(value);
  if (kind === "real") {
    const isNumber = typeof value === "number" && Number.isFinite(value);
    return isNumber ? undefined : `holds ${shown(value)}, which is not a finite number`;
  }
  if (typeof value !== "bigint") return `holds ${shown(value)}, which is not a whole number`;
  const limit = largest[kind];
  return value > limit || value < -limit ? `holds ${value}, which is too large` : undefined;
}

function unportableText(value: string | bigint | number): string | undefined {
  if (typeof value !== "string") return `holds the number ${value} where text belongs`;
  if (value.includes("\0")) return "holds text with a NUL character";
  return value.isWellFormed() ? undefined : "holds text that is not valid Unicode";
}

function shown(value: Value): string {
  return typeof value === "string" ? `the text “${value.slice(0, 40)}”` : String(value);
}

/** A row as people find it again: `id=5`. */
export function keyOf(table: Table, row: Row): string {
  const parts = table.key.map((name) => {
    const value = row[table.columns.findIndex((column) => column.name === name)] ?? null;
    return `${name}=${String(value).slice(0, 80)}`;
  });
  return parts.join(", ");
}

/** Refuses the first row with a value that the other database could not hold as it is. */
export function refuseUnportableRows(table: Table, rows: readonly Row[]): void {
  for (const row of rows) {
    for (const [index, { name, kind }] of table.columns.entries()) {
      const why = unportable(row[index] ?? null, kind);
      if (why === undefined) continue;
      throw refusedRow(table, row, `column ${name} ${why}`);
    }
  }
}

/** The refusal that names a row. */
export function refusedRow(table: Table, row: Row, why: string, cause?: unknown): StoreRefusal {
  return new StoreRefusal(
    "not portable",
    `Row ${keyOf(table, row)} of table ${table.name} cannot be moved: ${why}. Mend that row in the source and begin again; nothing was moved.`,
    cause,
  );
}

/** A row as one line, the same on both databases exactly when the row is the same. */
export function lineOf(row: Row): string {
  const line = row.map((value) => (typeof value === "bigint" ? `${value}n` : value));
  return `${JSON.stringify(line)}\n`;
}
