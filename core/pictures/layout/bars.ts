import type { Box, Canvas } from "../drawing/canvas.ts";
import type { Typeface } from "../font/typeface.ts";
import type { Bar } from "../model.ts";
import { linesOf } from "./breaking.ts";
import { inner, lineHeight, margin, sizes, write, type Piece } from "./piece.ts";

/** How high a bar is, and how thick its frame. */
const [thick, frame] = [30, 3];
const between = 24;

/** What it is about and what it comes to, and below a bar as long as its share of the whole frame. */
export function bar(typeface: Typeface, { label, value, share, isSmall = false }: Bar): Piece {
  const size = sizes.text;
  const room = inner - Math.ceil(typeface.widthOf(value, size)) - between;
  const hasRoom = room >= inner / 3;
  const lines = linesOf(label, hasRoom ? room : inner, (some) => typeface.widthOf(some, size));
  const wordsHeight = (lines.length + (hasRoom ? 0 : 1)) * lineHeight(size);
  return {
    gap: 20,
    isRow: true,
    height: wordsHeight + (share === null ? 0 : thick),
    draw(canvas, top) {
      const pen = { canvas, typeface };
      for (const [index, words] of lines.entries()) {
        const place = { x: margin, top: top + index * lineHeight(size) };
        write(pen, words, place, { size, colour: "ink" });
      }
      const valueTop = top + wordsHeight - lineHeight(size);
      write(pen, value, { x: margin + inner, top: valueTop, endsThere: true }, { size, colour: "ink" });
      if (share === null) return;
      const y = top + wordsHeight;
      framed(canvas, { x: margin, y, width: inner, height: thick }, "line");
      const long = Math.round((inner - 2 * frame) * Math.min(Math.max(share, 0), 1));
      const filled = { x: margin + frame, y: y + frame, width: long, height: thick - 2 * frame };
      canvas.fillBox(filled, "bar");
      if (isSmall && long > 2 * frame) canvas.fillBox(within(filled), "paper");
    },
  };
}

function within({ x, y, width, height }: Box): Box {
  return { x: x + frame, y: y + frame, width: width - 2 * frame, height: height - 2 * frame };
}

function framed(canvas: Canvas, box: Box, colour: "line"): void {
  canvas.fillBox(box, colour);
  canvas.fillBox(within(box), "paper");
}
