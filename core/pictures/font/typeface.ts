import { openFont, type Font } from "./font.ts";
import { inkOf, type Ink } from "./ink.ts";
import { subsetOf, type Subset } from "./subset.ts";

/** The letters of a font at any size, in pixels. */
export interface Typeface {
  widthOf(words: string, size: number): number;
  /** What each sign leaves on paper, and how far from the first one. */
  inksOf(words: string, size: number): readonly { readonly ink: Ink; readonly x: number }[];
  /** Each sign of the words with its glyph. */
  lettersOf(words: string): readonly { readonly sign: string; readonly glyph: number }[];
  /** The font with nothing but these glyphs, to be carried by a document. */
  only(glyphs: readonly number[]): Subset;
  /** Those signs of the words that the font does not have. */
  missingIn(words: string): readonly string[];
}

/** 〓: what stands in Chinese print where a type is missing, and nobody takes for a character. */
const missing = 0x30_13;
/** Bounds the memory: a sheet has some hundred. */
const mostInks = 6_000;
/** Signs without a shape: joiners, selectors, marks that change direction. */
const shapeless = /[\p{Cf}\p{Mn}]/gu;
const control = /\p{Cc}/gu;
/** What most words are made of: nothing in them is left out or put in another form. */
const plain = /^[\u4e00-\u9fff\u3001-\u3011\uff01-\uff5e\u0020-\u007e]*$/;

export function openTypeface(bytes: Uint8Array): Typeface {
  const font = openFont(bytes);
  const glyphOf = (sign: string) => font.glyphOf(sign.codePointAt(0) ?? 0);
  const shown = (sign: string) => glyphOf(sign) || font.glyphOf(missing);
  const advance = (sign: string, size: number) => (font.advanceOf(shown(sign)) * size) / font.unitsPerEm;
  const ink = createInks(font);
  return {
    widthOf: (words, size) => signsOf(words).reduce((sum, sign) => sum + advance(sign, size), 0),
    inksOf(words, size) {
      let pen = 0;
      return signsOf(words).map((sign) => {
        const x = Math.round(pen);
        pen += advance(sign, size);
        return { ink: ink(shown(sign), size), x };
      });
    },
    lettersOf: (words) => signsOf(words).map((sign) => ({ sign, glyph: shown(sign) })),
    only: (glyphs) => subsetOf(bytes, glyphs),
    missingIn: (words) => signsOf(words).filter((sign) => glyphOf(sign) === 0),
  };
}

function signsOf(words: string): readonly string[] {
  if (plain.test(words)) return Array.from(words);
  return Array.from(words.normalize("NFC").replaceAll(shapeless, "").replaceAll(control, " "));
}

/** Draws each glyph once at each size. */
function createInks(font: Font): (glyph: number, size: number) => Ink {
  const inks = new Map<string, Ink>();
  return (glyph, size) => {
    const key = `${glyph} ${size}`;
    const known = inks.get(key);
    if (known) return known;
    if (inks.size >= mostInks) inks.clear();
    const drawn = inkOf(font.outlineOf(glyph), size / font.unitsPerEm);
    inks.set(key, drawn);
    return drawn;
  };
}
