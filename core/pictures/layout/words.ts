import type { Typeface } from "../font/typeface.ts";
import { linesOf } from "./breaking.ts";
import { inner, lineHeight, margin, sizes, write, type Piece, type Style } from "./piece.ts";

/** Words over the whole width, as many lines as they need. */
export function paragraph(
  typeface: Typeface,
  words: string,
  { style, ...rest }: { readonly style: Style } & Pick<Piece, "gap" | "leads">,
): Piece {
  const lines = linesOf(words, inner, (some) => typeface.widthOf(some, style.size));
  const each = lineHeight(style.size);
  return {
    ...rest,
    height: lines.length * each,
    draw(canvas, top) {
      for (const [index, one] of lines.entries())
        write({ canvas, typeface }, one, { x: margin, top: top + index * each }, style);
    },
  };
}

export function heading(typeface: Typeface, words: string): Piece {
  const style: Style = { size: sizes.heading, colour: "bar" };
  return paragraph(typeface, words, { style, gap: 36, leads: true });
}

export function line(typeface: Typeface, words: string): Piece {
  return paragraph(typeface, words, { style: { size: sizes.text, colour: "ink" }, gap: 8 });
}

/** One figure in the middle, as large as fits. */
export function figure(typeface: Typeface, words: string): Piece {
  const width = typeface.widthOf(words, sizes.figure);
  const size = Math.max(Math.floor(sizes.figure * Math.min(1, inner / width)), sizes.least);
  const x = margin + Math.max(Math.round((inner - typeface.widthOf(words, size)) / 2), 0);
  return {
    gap: 16,
    height: lineHeight(size),
    draw: (canvas, top) => write({ canvas, typeface }, words, { x, top }, { size, colour: "ink" }),
  };
}
