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
  /** How many rows there are below the names of the columns. */
  readonly rows: number;
}

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
    const first = await firstOf(path);
    return await work({ path, heading: headingOf(first, fields), rows: unpacked.rows - 1 });
  } finally {
    await unlink(path).catch(() => undefined);
  }
}

async function firstOf(path: string): Promise<readonly string[]> {
  for await (const { cells } of linesOf(path)) return cells;
  return [];
}

/** Rows with the cells they were read from, so many at a time; the first `skip` are left out. Lets everybody else go first in between. */
export async function* chunksOf(
  { path, heading }: Opened,
  fields: readonly Field[],
  { atOnce, skip = 0 }: { readonly atOnce: number; readonly skip?: number },
): AsyncGenerator<readonly (Row & Pick<Line, "cells">)[], void, undefined> {
  let chunk: (Row & Pick<Line, "cells">)[] = [];
  let seen = -1;
  for await (const { number, cells } of linesOf(path)) {
    seen += 1;
    if (seen === 0 || seen <= skip) continue;
    chunk.push({ line: number, cells, fields: fieldsIn(cells, heading, fields) });
    if (chunk.length < atOnce) continue;
    yield chunk;
    chunk = [];
    await breathe();
  }
  if (chunk.length > 0) yield chunk;
}
