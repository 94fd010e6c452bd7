import { tablesIn } from "./font.ts";
import { partsIn } from "./outline.ts";

/** A font with few glyphs, and what a document says of it; lengths in thousandths of a letter's height. */
export interface Subset {
  /** A TrueType font without a map of characters: its glyphs are known by their numbers. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How far the pen goes on after each glyph, from number 0. */
  readonly advances: readonly number[];
  readonly ascent: number;
  readonly descent: number;
  /** Left, lower, right and upper edge of all glyphs. */
  readonly box: readonly number[];
}

/** What is taken over as it is, where the font has it: the rest is made anew. */
const kept = ["cvt ", "fpgm", "prep"];

/**
 * A font with these glyphs, which get the numbers 1, 2, … in this order; 0 is the one that stands for nothing known. Glyphs
 * they are made of come after them.
 */
export function subsetOf(bytes: Uint8Array, wanted: readonly number[]): Subset {
  const tables = tablesIn(bytes);
  const glyphs = withParts(tables, [0, ...wanted]);
  const [head, hhea, maxp] = [copyOf(tables("head")), copyOf(tables("hhea")), copyOf(tables("maxp"))];
  const { glyf, loca } = outlines(tables, glyphs);
  const hmtx = metrics(tables, glyphs);
  head.setUint32(8, 0);
  head.setInt16(50, 1);
  hhea.setUint16(34, glyphs.length);
  maxp.setUint16(4, glyphs.length);
  const others = kept.flatMap((tag) => {
    const table = optional(tables, tag);
    return table ? [[tag, copyOf(table)] as const] : [];
  });
  const perThousand = (value: number) => Math.round((value * 1000) / head.getUint16(18));
  return {
    bytes: fontOf(
      new Map([
        ...others,
        ["glyf", glyf],
        ["head", head],
        ["hhea", hhea],
        ["hmtx", hmtx],
        ["loca", loca],
        ["maxp", maxp],
      ]),
    ),
    advances: glyphs.map((_, index) => perThousand(hmtx.getUint16(4 * index))),
    ascent: perThousand(hhea.getInt16(4)),
    descent: perThousand(hhea.getInt16(6)),
    box: [36, 38, 40, 42].map((at) => perThousand(head.getInt16(at))),
  };
}

type Tables = (tag: string) => DataView;

function optional(tables: Tables, tag: string): DataView | undefined {
  try {
    return tables(tag);
  } catch {
    return undefined;
  }
}

function copyOf({ buffer, byteOffset, byteLength }: DataView): DataView<ArrayBuffer> {
  const copy = new Uint8Array(byteLength);
  copy.set(new Uint8Array(buffer, byteOffset, byteLength));
  return new DataView(copy.buffer);
}

/** Where a glyph's own bytes stand in `glyf`. */
function placeOf(tables: Tables, glyph: number): { readonly from: number; readonly to: number } {
  const loca = tables("loca");
  const isLong = tables("head").getInt16(50) === 1;
  const offset = (index: number) => (isLong ? loca.getUint32(4 * index) : 2 * loca.getUint16(2 * index));
  return { from: offset(glyph), to: offset(glyph + 1) };
}

function withParts(tables: Tables, wanted: readonly number[]): readonly number[] {
  const glyf = tables("glyf");
  const all = new Set(wanted);
  // A set that grows while it is gone through is gone through to its new end.
  for (const glyph of all) {
    const { from, to } = placeOf(tables, glyph);
    if (to > from) for (const part of partsIn(glyf, from)) all.add(part.glyph);
  }
  return [...all];
}

function outlines(tables: Tables, glyphs: readonly number[]) {
  const source = tables("glyf");
  const numbers = new Map(glyphs.map((glyph, index) => [glyph, index]));
  const places = glyphs.map((glyph) => placeOf(tables, glyph));
  const starts = [0];
  for (const { from, to } of places) starts.push((starts.at(-1) ?? 0) + padded(to - from));
  const glyf = new DataView(new ArrayBuffer(starts.at(-1) ?? 0));
  for (const [index, { from, to }] of places.entries()) {
    const start = starts[index] ?? 0;
    new Uint8Array(glyf.buffer).set(
      new Uint8Array(source.buffer, source.byteOffset + from, to - from),
      start,
    );
    if (to > from)
      for (const part of partsIn(source, from))
        glyf.setUint16(start + part.at - from, numbers.get(part.glyph) ?? 0);
  }
  const loca = new DataView(new ArrayBuffer(4 * starts.length));
  for (const [index, start] of starts.entries()) loca.setUint32(4 * index, start);
  return { glyf, loca };
}

function metrics(tables: Tables, glyphs: readonly number[]): DataView<ArrayBuffer> {
  const hmtx = tables("hmtx");
  const full = tables("hhea").getUint16(34);
  const own = new DataView(new ArrayBuffer(4 * glyphs.length));
  for (const [index, glyph] of glyphs.entries()) {
    const bearing = glyph < full ? 4 * glyph + 2 : 4 * full + 2 * (glyph - full);
    own.setUint16(4 * index, hmtx.getUint16(4 * Math.min(glyph, full - 1)));
    own.setInt16(4 * index + 2, hmtx.getInt16(bearing));
  }
  return own;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

function sumOf(view: DataView): number {
  let sum = 0;
  for (let at = 0; at < view.byteLength; at += 1)
    sum = (sum + view.getUint8(at) * 2 ** (24 - 8 * (at % 4))) % 2 ** 32;
  return sum;
}

/** What the sum of a whole font and the number in its head come to (OpenType, "head"). */
const wholeSum = 0xb1_b0_af_ba;

/** The file of a font: a directory of its tables by their names, then the tables, each at a multiple of four bytes. */
function fontOf(tables: ReadonlyMap<string, DataView>): Uint8Array<ArrayBuffer> {
  const tags = [...tables.keys()].toSorted();
  const sizes = tags.map((tag) => padded(tables.get(tag)?.byteLength ?? 0));
  const first = 12 + 16 * tags.length;
  const bytes = new Uint8Array(first + sizes.reduce((sum, size) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  const power = Math.floor(Math.log2(tags.length));
  view.setUint32(0, 0x00_01_00_00);
  for (const [index, value] of [
    tags.length,
    16 * 2 ** power,
    power,
    16 * (tags.length - 2 ** power),
  ].entries())
    view.setUint16(4 + 2 * index, value);
  let [at, headAt] = [first, first];
  for (const [index, tag] of tags.entries()) {
    const table = tables.get(tag);
    if (!table) continue;
    if (tag === "head") headAt = at;
    bytes.set(new TextEncoder().encode(tag), 12 + 16 * index);
    for (const [place, value] of [sumOf(table), at, table.byteLength].entries())
      view.setUint32(16 + 16 * index + 4 * place, value);
    bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), at);
    at += sizes[index] ?? 0;
  }
  view.setUint32(headAt + 8, (wholeSum - sumOf(view) + 2 ** 32) % 2 ** 32);
  return bytes;
}
