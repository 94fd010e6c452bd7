import type { Canvas } from "../drawing/canvas.ts";
import type { Typeface } from "../font/typeface.ts";
import { pageWidth } from "../model.ts";
import type { ColourName } from "../palette.ts";

/** What is on one page whole or not at all. */
export interface Piece {
  readonly height: number;
  readonly draw: (canvas: Canvas, top: number) => void;
  /** Empty space above, where it is not the first on its page. */
  readonly gap?: number;
  /** Never the last on a page: something follows that it belongs to. */
  readonly leads?: boolean;
  /** Drawn again above it where it is the first on its page. */
  readonly head?: Piece;
  /** A line of a table or a bar: counted when it is left out. */
  readonly isRow?: boolean;
}

export const margin = 48;
export const inner = pageWidth - 2 * margin;

/** Sizes of letters in pixels; nothing is smaller than the last: three millimetres on a phone. */
export const sizes = { figure: 132, title: 62, heading: 46, text: 40, small: 34, least: 32 };

export interface Style {
  readonly size: number;
  readonly colour: ColourName;
}

/** From one line to the next, as a share of the size. */
const leading = 1.3;
/** Chinese characters reach from 0.88 above the line to 0.12 below it. */
const above = 0.88;

export function lineHeight(size: number): number {
  return Math.round(size * leading);
}

/** Where a line of words stands. */
export interface Place {
  readonly x: number;
  readonly top: number;
  /** Do they end at `x`? */
  readonly endsThere?: boolean;
}

/** Writes one line. */
export function write(
  { canvas, typeface }: { readonly canvas: Canvas; readonly typeface: Typeface },
  words: string,
  { x, top, endsThere = false }: Place,
  { size, colour }: Style,
): void {
  const left = endsThere ? x - Math.ceil(typeface.widthOf(words, size)) : x;
  const y = top + Math.round((lineHeight(size) - size) / 2 + above * size);
  for (const { ink, x: from } of typeface.inksOf(words, size))
    canvas.stamp(ink, { x: left + from, y }, colour);
}
