import { encodeQR } from "qr";
import { inner, margin, type Piece } from "./piece.ts";

/** Light squares that the standard wants around a code: ISO/IEC 18004, 9.1. */
const quiet = 4;
/** How wide a code is at most, light squares included. */
const widest = 720;

/** A QR code in the middle, each of its squares of the same whole number of pixels. */
export function code(words: string): Piece {
  const squares = squaresOf(words);
  const side = Math.floor(widest / squares.length);
  const left = margin + Math.floor((inner - squares.length * side) / 2);
  return {
    gap: 8,
    height: squares.length * side,
    draw(canvas, top) {
      for (const [row, dark] of squares.entries())
        for (const [column, isDark] of dark.entries()) {
          const [x, y] = [left + column * side, top + row * side];
          if (isDark) canvas.fillBox({ x, y, width: side, height: side }, "ink");
        }
    },
  };
}

/** Dark where true; a quarter of it may be unreadable on a dirty screen. */
function squaresOf(words: string): readonly (readonly boolean[])[] {
  return encodeQR(words, "raw", { ecc: "quartile", border: quiet });
}
