import { unlink } from "node:fs/promises";
import { setImmediate as breathe } from "node:timers/promises";
import { linesOf, unpackSheet, type Line, type Unreadable } from "../../spreadsheets/index.ts";
import type { ExchangePorts } from "../ports.ts";
import type { Row } from "./kind.ts";
import { fieldsIn, headingOf, type Field, type Heading } from "./model.ts";

/** A file laid down as lines. */
export interface Opened {
  readonly path: string;
  readonly heading: Heading;
  /** How many rows stand above the names of the columns, such as the table's title. */
  readonly above: number;
  /** How many rows there are below the names of the columns. */
  readonly rows: number;
  /** Of a workbook: which sheet was read, and how many others there are. */
  readonly sheet: string;
  readonly others: number;
}

/** The names of the columns stand this far down at most: offices write a title above them. */
const lookedThrough = 5;

/** Opens a kept file, hands it to `work`, and removes what was laid down for it. `stopped` ends the reading. */
export async function withSheet<T>(
  { files }: Pick<ExchangePorts, "files">,
  { kept, fields }: { readonly kept: string; readonly fields: readonly Field[] },
  stopped: Promise<unknown>,
  work: (opened: Opened | { readonly why: Unreadable }) => Promise<T>,
): Promise<T> {
  const path = await files.aside();
  try {
    const unpacked = await unpackSheet(files.pathOf(kept), path, undefined, stopped);
    if ("why" in unpacked) return await work(unpacked);
    const { heading, above } = await headingIn(path, fields);
    const { rows, sheet = "", others = 0 } = unpacked;
    return await work({ path, heading, above, rows: rows - 1 - above, sheet, others });
  } finally {
    await unlink(path).catch(() => undefined);
  }
}

/** The first row in which every column that must be there is named, or the first of all. */
async function headingIn(
  path: string,
  fields: readonly Field[],
): Promise<{ readonly heading: Heading; readonly above: number }> {
  let first: Heading | undefined;
  let above = 0;
  for await (const { cells } of linesOf(path)) {
    const heading = headingOf(cells, fields);
    first ??= heading;
    if (heading.missing.length === 0) return { heading, above };
    above += 1;
    if (above >= lookedThrough) break;
  }
  return { heading: first ?? headingOf([], fields), above: 0 };
}

/** Rows with the cells they were read from, so many at a time; the first `skip` are left out. Lets everybody else go first in between. */
export async function* chunksOf(
  { path, heading, above }: Opened,
  fields: readonly Field[],
  { atOnce, skip = 0 }: { readonly atOnce: number; readonly skip?: number },
): AsyncGenerator<readonly (Row & Pick<Line, "cells">)[], void, undefined> {
  let chunk: (Row & Pick<Line, "cells">)[] = [];
  let seen = -1;
  for await (const { number, cells } of linesOf(path)) {
    seen += 1;
    if (seen <= above + skip) continue;
    chunk.push({ line: number, cells, fields: fieldsIn(cells, heading, fields) });
    if (chunk.length < atOnce) continue;
    yield chunk;
    chunk = [];
    await breathe();
  }
  if (chunk.length > 0) yield chunk;
}
