import { writeCsvStream } from "hucre/csv";
import { writeXlsx, writeXlsxStream } from "hucre/xlsx";
import type { SheetFormat } from "./model.ts";

/** A column of a table. */
export interface Column {
  readonly title: string;
  /** Characters. */
  readonly width?: number;
  /** A code or a telephone number: a spreadsheet must not take it for a number. */
  readonly isIdentifier?: boolean;
}

/** What stands in a cell. */
export type Value = string | number | null;

/** What a table is called and what its columns are. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
}

type Rows = AsyncIterable<readonly Value[]> | Iterable<readonly Value[]>;

/** Excel's: a sheet's name has no such signs and at most 31 of any. */
const notInNames = /[\\/?*[\]:']/g;
const longestName = 31;

/**
 * The bytes of a table, its rows taken as they are wanted. No cell becomes a formula; .csv begins with the mark by which
 * spreadsheets know UTF-8.
 */
export function writeSheet(
  format: SheetFormat,
  { name, columns }: Table,
  rows: Rows,
): AsyncIterable<Uint8Array> {
  if (format === "csv") {
    const headers = columns.map(({ title }) => title);
    return writeCsvStream(changeable(rows), { headers, bom: true, escapeFormulae: true });
  }
  return writeXlsxStream(changeable(rows), sheetOf({ name, columns }));
}

/** Across on A4, all columns on one page, the head on each. */
const pageSetup = {
  paperSize: "a4",
  orientation: "landscape",
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  printTitlesRow: "$1:$1",
} as const;

/**
 * The bytes of a file with several tables, one sheet each, that prints as it is; for few rows, since all of it is held. No
 * cell becomes a formula.
 */
export async function writeBook(
  tables: readonly (Table & { readonly rows: readonly (readonly Value[])[] })[],
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await writeXlsx({
    sheets: tables.map(({ rows, ...table }) => ({
      ...sheetOf(table),
      pageSetup,
      rows: [table.columns.map(({ title }) => title), ...rows.map((row) => [...row])],
    })),
  });
  return new Uint8Array(bytes);
}

function sheetOf({ name, columns }: Table) {
  return {
    name: name.replaceAll(notInNames, " ").slice(0, longestName),
    columns: columns.map(({ title, width = 12, isIdentifier }) => ({
      header: title,
      width,
      ...(isIdentifier === true && { numFmt: "@" }),
    })),
    freezePane: { rows: 1 },
  };
}

/** The library's type wants lists it might change; it does not. */
async function* changeable(rows: Rows): AsyncGenerator<Value[], void, undefined> {
  for await (const row of rows) yield row as Value[];
}
