import type { Box, Canvas } from "../drawing/canvas.ts";
import type { Typeface } from "../font/typeface.ts";
import type { Bar } from "../model.ts";
import { linesOf } from "./breaking.ts";
import { inner, lineHeight, margin, sizes, write, type Piece } from "./piece.ts";

/** How high a bar is, and how thick its frame. */
const [thick, frame] = [30, 3];
const between = 24;

/** What it is about and what it comes to, and below a bar as long as its share of the whole frame. */
export function bar(typeface: Typeface, { label, beside = "", value, share, isSmall = false }: Bar): Piece {
  const size = sizes.text;
  const right = Math.ceil(typeface.widthOf(value, size)) + between;
  const small = { size: sizes.small, colour: "quiet" } as const;
  const besideWidth = beside === "" ? 0 : Math.ceil(typeface.widthOf(beside, small.size)) + between;
  const labelWidth = Math.ceil(typeface.widthOf(label, size));
  const isOneLine = labelWidth + besideWidth + right <= inner;
  const lines = isOneLine ? [label] : linesOf(label, inner, (some) => typeface.widthOf(some, size));
  const wordsHeight = (lines.length + (isOneLine ? 0 : 1)) * lineHeight(size);
  return {
    gap: 20,
    isRow: true,
    height: wordsHeight + (share === null ? 0 : thick),
    draw(canvas, top) {
      const pen = { canvas, typeface };
      for (const [index, words] of lines.entries())
        write(pen, words, { x: margin, top: top + index * lineHeight(size) }, { size, colour: "ink" });
      const last = top + wordsHeight - lineHeight(size);
      const besideLeft = margin + (isOneLine ? labelWidth + between : 0);
      const lower = last + Math.round((lineHeight(size) - lineHeight(small.size)) / 2) + 2;
      write(pen, beside, { x: besideLeft, top: lower }, small);
      write(pen, value, { x: margin + inner, top: last, endsThere: true }, { size, colour: "ink" });
      const box = { x: margin, y: top + wordsHeight, width: inner, height: thick };
      if (share !== null) drawBar(canvas, box, { share, isSmall });
    },
  };
}

function drawBar(
  canvas: Canvas,
  box: Box,
  { share, isSmall }: { readonly share: number; readonly isSmall: boolean },
): void {
  canvas.fillBox(box, "line");
  const inside = within(box);
  canvas.fillBox(inside, "paper");
  const filled = { ...inside, width: Math.round(inside.width * Math.min(Math.max(share, 0), 1)) };
  canvas.fillBox(filled, "bar");
  if (isSmall && filled.width > 2 * frame) canvas.fillBox(within(filled), "paper");
}

function within({ x, y, width, height }: Box): Box {
  return { x: x + frame, y: y + frame, width: width - 2 * frame, height: height - 2 * frame };
}
