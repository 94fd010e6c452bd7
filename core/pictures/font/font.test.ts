import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openFont } from "./font.ts";
import { darkest, inkOf, type Ink } from "./ink.ts";
import { openTypeface } from "./typeface.ts";

const bytes = readFileSync(new URL("files/NotoSansSC-Medium.ttf", import.meta.url));
const font = openFont(bytes);
const typeface = openTypeface(bytes);
const size = 100;

function ink(sign: string): Ink {
  const [drawn] = typeface.inksOf(sign, size);
  if (!drawn) throw new Error("a sign is drawn");
  return drawn.ink;
}

function share({ levels, width, height }: Ink): number {
  return levels.reduce((sum, level) => sum + level, 0) / (darkest * width * height);
}

test("characters of places that other fonts leave out are there, and no two of them look alike", () => {
  const signs = Array.from("甽峧堧岙双桥村前童镇▲—·％");

  const drawn = signs.map((sign) => Buffer.from(ink(sign).levels).toString("base64"));

  expect(typeface.missingIn(signs.join(""))).toEqual([]);
  expect(new Set(drawn).size).toBe(signs.length);
  expect(drawn).not.toContain(Buffer.from(ink("〓").levels).toString("base64"));
});

test("every name of the demonstration's divisions can be written", () => {
  const divisions = readFileSync(new URL("../../../prisma/seed/ninghai.json", import.meta.url), "utf8");

  expect(typeface.missingIn(divisions.replaceAll(/\s/g, ""))).toEqual([]);
});

test("what the font has not stands as 〓 and is named", () => {
  expect(typeface.missingIn("路灯⏰")).toEqual(["⏰"]);
  expect(ink("⏰")).toEqual(ink("〓"));
});

test("a sign without a shape takes no room, and a line break is a space", () => {
  expect(typeface.widthOf("村\u200b\ufe0f村", size)).toBe(typeface.widthOf("村村", size));
  expect(typeface.widthOf("a\nb", size)).toBe(typeface.widthOf("a b", size));
});

test("一 is one flat stroke, 口 a frame around nothing", () => {
  const [one, mouth] = [ink("一"), ink("口")];
  const middle = Math.floor(mouth.height / 2) * mouth.width + Math.floor(mouth.width / 2);

  expect(one.width).toBeGreaterThan(80);
  expect(one.height).toBeLessThan(15);
  expect(share(one)).toBeGreaterThan(0.7);
  expect(mouth.levels[middle]).toBe(0);
  expect(share(mouth)).toBeLessThan(0.5);
});

test("Chinese characters are as wide as their size, figures all as wide as each other", () => {
  expect(typeface.widthOf("村", size)).toBe(size);
  expect(new Set(Array.from("0123456789", (digit) => typeface.widthOf(digit, size))).size).toBe(1);
});

test("each character of the whole font can be read and drawn", () => {
  let drawn = 0;
  for (let codePoint = 0; codePoint < 0x3_ff_ff; codePoint += 97) {
    const glyph = font.glyphOf(codePoint);
    const { width, height, levels } = inkOf(font.outlineOf(glyph), 20 / font.unitsPerEm);
    expect(levels.length).toBe(width * height);
    drawn += glyph === 0 ? 0 : 1;
  }
  expect(drawn).toBeGreaterThan(250);
});

test.each([
  ["WOFF2", Buffer.from("wOF2aaaaaaaaaaaaaaaa")],
  ["OpenType with cubic outlines", Buffer.from("OTTOaaaaaaaaaaaaaaaa")],
  ["nothing", new Uint8Array()],
])("%s is refused with a sentence, and never drawn as nothing", (_what, wrong) => {
  expect(() => openFont(wrong)).toThrow("this is no TrueType font");
});
