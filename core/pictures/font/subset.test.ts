import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openFont } from "./font.ts";
import { subsetOf } from "./subset.ts";

const bytes = readFileSync(new URL("files/NotoSansSC-Medium.ttf", import.meta.url));
const whole = openFont(bytes);

/** What the file of a font says of its tables, and the sum of each as it stands. */
function directoryOf(font: Uint8Array<ArrayBuffer>) {
  const view = new DataView(font.buffer);
  return Array.from({ length: view.getUint16(4) }, (_, index) => {
    const at = 12 + 16 * index;
    const [said, from, length] = [view.getUint32(at + 4), view.getUint32(at + 8), view.getUint32(at + 12)];
    let sum = 0;
    for (let place = 0; place < length; place += 4) {
      // The number that makes the whole sum right is not part of its table's own.
      const isAdjustment = String.fromCharCode(...font.subarray(at, at + 4)) === "head" && place === 8;
      if (!isAdjustment) sum = (sum + view.getUint32(from + place)) % 2 ** 32;
    }
    return { isRight: said === sum, isAligned: from % 4 === 0 };
  });
}

test("a font of few letters draws each as the whole one does, those made of others included", () => {
  const signs = Array.from("事项处理单甽峧堧É½ǚÅ，—1");
  const glyphs = signs.map((sign) => whole.glyphOf(sign.codePointAt(0) ?? 0));

  const { bytes: few, advances } = subsetOf(bytes, glyphs);

  expect(directoryOf(few).every(({ isRight, isAligned }) => isRight && isAligned)).toBe(true);
  const tables = new DataView(few.buffer);
  expect(tables.getUint32(0)).toBe(0x00_01_00_00);
  expect(few.byteLength).toBeLessThan(20_000);
  for (const [index, glyph] of glyphs.entries())
    expect(advances[index + 1]).toBe(Math.round((whole.advanceOf(glyph) * 1000) / whole.unitsPerEm));
  // It has no map of characters, so that opening it needs one of the whole font's.
  const opened = openFont(withMap(few));
  for (const [index, glyph] of glyphs.entries())
    expect(opened.outlineOf(index + 1)).toEqual(whole.outlineOf(glyph));
});

test("an empty document has a font with the sign for nothing known, and no more", () => {
  expect(subsetOf(bytes, []).advances).toHaveLength(1);
});

/** The same font with a map that maps nothing. */
function withMap(font: Uint8Array<ArrayBuffer>): Uint8Array {
  const map = [0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0, 0];
  const count = new DataView(font.buffer).getUint16(4);
  const grown = new Uint8Array(font.byteLength + 16 + map.length);
  const view = new DataView(grown.buffer);
  grown.set(font.subarray(0, 12 + 16 * count));
  grown.set(font.subarray(12 + 16 * count), 28 + 16 * count);
  grown.set(map, font.byteLength + 16);
  view.setUint16(4, count + 1);
  for (let index = 0; index < count; index += 1) {
    const at = 12 + 16 * index + 8;
    view.setUint32(at, view.getUint32(at) + 16);
  }
  grown.set(new TextEncoder().encode("cmap"), 12 + 16 * count);
  view.setUint32(12 + 16 * count + 8, font.byteLength + 16);
  view.setUint32(12 + 16 * count + 12, map.length);
  return grown;
}
