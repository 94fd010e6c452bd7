import type { Typeface } from "../font/typeface.ts";
import type { Cell, Column, Row } from "../model.ts";
import { linesOf } from "./breaking.ts";
import { inner, lineHeight, margin, sizes, write, type Piece, type Style } from "./piece.ts";

/** Between two columns, and above and below the words of a row. */
const [between, padding] = [28, 12];
const rule = 2;
/** What is late says so by a sign, not by its colour alone. */
const lateSign = "▲";

/** Sizes that are tried, the largest first. */
const tried = [sizes.text, 36, sizes.least] as const;
/** Words narrower than so many characters are torn apart too often. */
const leastSigns = 5;

interface Widths {
  readonly size: number;
  readonly widths: readonly number[];
}

/** A table over the whole width: its head, then each row. Words are broken into lines where a column is too narrow for them. */
export function table(
  typeface: Typeface,
  columns: readonly Column[],
  rows: readonly Row[],
): readonly Piece[] {
  const signed = rows.map(withSign);
  const whole = fit(typeface, columns, signed);
  const shown = whole.isRoomy ? signed : signed.map(stacked);
  const fitted = whole.isRoomy ? whole : widthsAt(typeface, columns, shown, sizes.least);
  const grid = { typeface, columns, ...fitted };
  const heads = columns.map(({ head }) => ({ text: head }));
  const head = rowPiece(grid, heads, { size: Math.min(fitted.size, sizes.small), colour: "quiet" });
  return [
    { ...head, gap: 12, leads: true },
    ...shown.map(({ cells, isLate }): Piece => {
      const style: Style = { size: fitted.size, colour: isLate === true ? "late" : "ink" };
      return { ...rowPiece(grid, cells, style), head, isRow: true };
    }),
  ];
}

function withSign(row: Row): Row {
  if (row.isLate !== true) return row;
  const [first, ...others] = row.cells;
  return first ? { ...row, cells: [{ ...first, text: `${lateSign} ${first.text}` }, ...others] } : row;
}

/** 「105,555/111,111」 in two lines: a number stays whole where even the smallest letters leave no room for both beside each other. */
function stacked(row: Row): Row {
  const cells = row.cells.map(({ text, below }): Cell => ({
    text: inLines(text),
    ...(below !== undefined && { below: inLines(below) }),
  }));
  return { ...row, cells };
}

function inLines(figure: string): string {
  return figure.replace(/^([\d,]+\/)(?=[\d,]+$)/, "$1\n");
}

/** The largest letters with which figures are whole and words have room; the smallest ones where none leave any. */
function fit(typeface: Typeface, columns: readonly Column[], rows: readonly Row[]): Fitted {
  const [first, ...smaller] = tried;
  let found = widthsAt(typeface, columns, rows, first);
  for (const size of smaller) if (!found.isRoomy) found = widthsAt(typeface, columns, rows, size);
  return found;
}

interface Fitted extends Widths {
  readonly isRoomy: boolean;
}

function widthsAt(
  typeface: Typeface,
  columns: readonly Column[],
  rows: readonly Row[],
  size: number,
): Fitted {
  const natural = columns.map((column, index) => naturalWidth(typeface, column, { rows, index, size }));
  const whole = inner - between * (columns.length - 1);
  if (sum(natural) <= whole) return { size, widths: spread(natural, whole), isRoomy: true };
  return { size, ...squeezed(natural, columns, { size, whole }) };
}

function sum(some: readonly number[]): number {
  return some.reduce((whole, width) => whole + width, 0);
}

/** What is left over goes between the columns. */
function spread(widths: readonly number[], whole: number): readonly number[] {
  const each = Math.floor((whole - sum(widths)) / widths.length);
  return widths.map((width) => width + each);
}

/** Figures are never broken; words get what is left of the width. */
function squeezed(
  natural: readonly number[],
  columns: readonly Column[],
  { size, whole }: { readonly size: number; readonly whole: number },
): Omit<Fitted, "size"> {
  const words = natural.filter((_, index) => columns[index]?.isFigure !== true);
  const free = whole - sum(natural) + sum(words);
  const least = sum(words.map((width) => Math.min(width, leastSigns * size)));
  const share = sum(words) === 0 ? 1 : Math.max(free, least) / sum(words);
  const widths = natural.map((width, index) =>
    columns[index]?.isFigure === true ? width : Math.floor(width * share),
  );
  return { widths, isRoomy: free >= least };
}

/** As wide as its widest cell, and as each line of its head. */
function naturalWidth(
  typeface: Typeface,
  { head }: Column,
  { rows, index, size }: { readonly rows: readonly Row[]; readonly index: number; readonly size: number },
): number {
  const cells = rows.flatMap(({ cells: ofRow }) => ofRow[index] ?? []);
  const widths = [
    ...head.split("\n").map((line) => typeface.widthOf(line, Math.min(size, sizes.small))),
    ...cells.flatMap(({ text }) => text.split("\n").map((line) => typeface.widthOf(line, size))),
    ...cells.flatMap(({ below = "" }) =>
      below.split("\n").map((line) => typeface.widthOf(line, sizes.least)),
    ),
  ];
  return Math.ceil(Math.max(...widths));
}

interface Grid extends Widths {
  readonly typeface: Typeface;
  readonly columns: readonly Column[];
}

function rowPiece({ typeface, columns, widths }: Grid, cells: readonly Cell[], style: Style): Piece {
  const broken = cells.map((cell, index) => linesIn(typeface, cell, { width: widths[index] ?? 0, style }));
  const heights = broken.map((lines) => lines.reduce((high, { size }) => high + lineHeight(size), 0));
  const height = Math.max(0, ...heights) + 2 * padding + rule;
  const lefts = widths.map((_, index) =>
    widths.slice(0, index).reduce((x, width) => x + width + between, margin),
  );
  return {
    height,
    draw(canvas, top) {
      for (const [index, lines] of broken.entries()) {
        const endsThere = columns[index]?.isFigure === true;
        const x = (lefts[index] ?? margin) + (endsThere ? (widths[index] ?? 0) : 0);
        let y = top + padding;
        for (const { words, ...ofLine } of lines) {
          write({ canvas, typeface }, words, { x, top: y, endsThere }, ofLine);
          y += lineHeight(ofLine.size);
        }
      }
      canvas.fillBox({ x: margin, y: top + height - rule, width: inner, height: rule }, "line");
    },
  };
}

function linesIn(
  typeface: Typeface,
  { text, below }: Cell,
  { width, style }: { readonly width: number; readonly style: Style },
): readonly (Style & { readonly words: string })[] {
  const broken = (words: string, ofWords: Style) =>
    linesOf(words, width, (some) => typeface.widthOf(some, ofWords.size)).map((one) => ({
      words: one,
      ...ofWords,
    }));
  const small: Style = { size: sizes.least, colour: style.colour === "ink" ? "quiet" : style.colour };
  return [...broken(text, style), ...(below === undefined ? [] : broken(below, small))];
}
