import { contoursOf, type Contour } from "./outline.ts";

/** A TrueType font, read where it is asked: opening one reads its tables' places and nothing else. */
export interface Font {
  readonly unitsPerEm: number;
  /** The glyph of a character; 0 when the font has none. */
  glyphOf(codePoint: number): number;
  /** How far the pen goes on after a glyph, in font units. */
  advanceOf(glyph: number): number;
  outlineOf(glyph: number): readonly Contour[];
}

/** @throws when the bytes are no TrueType font: OpenType with cubic outlines, WOFF and WOFF2 are none. */
export function openFont(bytes: Uint8Array): Font {
  const tables = tablesIn(bytes);
  const [head, hhea, hmtx] = [tables("head"), tables("hhea"), tables("hmtx")];
  const [loca, glyf] = [tables("loca"), tables("glyf")];
  const isLong = head.getInt16(50) === 1;
  const advances = hhea.getUint16(34);
  const offset = (glyph: number) => (isLong ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph));
  const at = (glyph: number) => ({ from: offset(glyph), to: offset(glyph + 1) });
  return {
    unitsPerEm: head.getUint16(18),
    glyphOf: glyphsIn(tables("cmap")),
    advanceOf: (glyph) => hmtx.getUint16(4 * Math.min(glyph, advances - 1)),
    outlineOf: (glyph) => contoursOf(glyf, at, glyph),
  };
}

const trueType = 0x00_01_00_00;

/** The tables of a font by their four letters, read where they stand. Throws for bytes that are no TrueType font. */
export function tablesIn(bytes: Uint8Array): (tag: string) => DataView {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 12 || view.getUint32(0) !== trueType) throw new Error("this is no TrueType font");
  const places = new Map<string, DataView>();
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = 12 + 16 * index;
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    const [from, length] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    places.set(tag, new DataView(bytes.buffer, bytes.byteOffset + from, length));
  }
  return (tag) => {
    const place = places.get(tag);
    if (!place) throw new Error(`the font has no table ${tag}`);
    return place;
  };
}

/** The map with every character where the font has one, else the one with the first 65,536. */
function glyphsIn(cmap: DataView): (codePoint: number) => number {
  const starts = Array.from({ length: cmap.getUint16(2) }, (_, index) => cmap.getUint32(8 + 8 * index));
  const [segmented, grouped] = [4, 12].map((format) => starts.find((at) => cmap.getUint16(at) === format));
  if (grouped !== undefined) return (codePoint) => inGroups(cmap, grouped, codePoint);
  if (segmented !== undefined) return (codePoint) => inSegments(cmap, segmented, codePoint);
  throw new Error("the font maps no characters");
}

/** The first of so many things in order for which `isEnough`; as many as there are when it is none. */
function firstWhere(count: number, isEnough: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isEnough(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function inGroups(cmap: DataView, at: number, codePoint: number): number {
  const count = cmap.getUint32(at + 12);
  const group = (index: number) => at + 16 + 12 * index;
  const found = firstWhere(count, (index) => cmap.getUint32(group(index) + 4) >= codePoint);
  if (found === count || cmap.getUint32(group(found)) > codePoint) return 0;
  return cmap.getUint32(group(found) + 8) + codePoint - cmap.getUint32(group(found));
}

function inSegments(cmap: DataView, at: number, codePoint: number): number {
  const count = cmap.getUint16(at + 6) / 2;
  const [ends, begins] = [at + 14, at + 16 + 2 * count];
  const [deltas, offsets] = [begins + 2 * count, begins + 4 * count];
  const found = firstWhere(count, (index) => cmap.getUint16(ends + 2 * index) >= codePoint);
  if (found === count || cmap.getUint16(begins + 2 * found) > codePoint) return 0;
  const [delta, offset] = [cmap.getUint16(deltas + 2 * found), cmap.getUint16(offsets + 2 * found)];
  if (offset === 0) return (codePoint + delta) & 0xff_ff;
  const place = offsets + 2 * found + offset + 2 * (codePoint - cmap.getUint16(begins + 2 * found));
  const glyph = cmap.getUint16(place);
  return glyph === 0 ? 0 : (glyph + delta) & 0xff_ff;
}
