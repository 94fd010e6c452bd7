import { linesOf } from "../layout/breaking.ts";
import type { Typeface } from "../font/typeface.ts";
import { say } from "../texts.ts";
import { paperHeight, paperWidth, type Mark, type Paper, type PaperPage } from "./model.ts";
import { heightOfRow, linesIn, rowsOf, splitRow, type Cell, type Row } from "./rows.ts";
import { edge, leading, padding, size } from "./sizes.ts";

const top = edge;
const bottom = paperHeight - edge;
/** How far the base line is below the top of a letter, of its size; and below the top of its line. */
const base = 0.88;
const baseInLine = base + (leading - 1) / 2;
/** A row of no more lines goes on to the next page whole; of a longer one so many lines are begun at least. */
const shortRow = 8;
const fewest = 2;

/** Where the next row goes. */
interface Pen {
  readonly pages: Mark[][];
  y: number;
}

/** A paper on its pages. */
export function pagesOf(paper: Paper, typeface: Typeface): readonly PaperPage[] {
  const wrapped = (words: string, width: number, letters: number) =>
    linesOf(words, width, (part) => typeface.widthOf(part, letters));
  const pen: Pen = { pages: [[]], y: top };
  const centred = (words: string, letters: number): void => {
    for (const line of wrapped(words, paperWidth - 2 * edge, letters)) {
      const x = (paperWidth - typeface.widthOf(line, letters)) / 2;
      pen.pages
        .at(-1)
        ?.push({ type: "words", words: line, x, y: pen.y + baseInLine * letters, size: letters });
      pen.y += letters * leading;
    }
  };
  centred(paper.title, size.title);
  centred(paper.subtitle, size.text);
  pen.y += padding;
  const all = paper.parts.flatMap((part) => {
    const { rows, head } = rowsOf(part, (words, width) => wrapped(words, width, size.text));
    return rows.map((row) => ({ row, head }));
  });
  for (const [index, { row, head }] of all.entries())
    place(pen, paper, { row, head, below: signedBelow(row, all[index + 1]?.row) }, typeface);
  const { pages } = pen;
  return pages.map((page, index) => [...page, ...footOf(paper, typeface, index + 1, pages.length)]);
}

/** Nobody signs or stamps an empty page: what comes right before that stays with it. @returns how high it is. */
function signedBelow(row: Row, next: Row | undefined): number {
  return next?.least !== undefined && linesIn(row) <= shortRow ? heightOfRow(next) : 0;
}

interface Placed {
  readonly row: Row;
  readonly head: Row | undefined;
  /** So much room must be left below it. */
  readonly below: number;
}

/** Puts a row where there is room; what does not fit any more goes on, below the table's head, on the next page. */
function place(pen: Pen, paper: Paper, { row, head, below }: Placed, typeface: Typeface): void {
  let rest: Row | undefined = row;
  while (rest) {
    const room = Math.floor((bottom - pen.y - 2 * padding) / (size.text * leading));
    if (heightOfRow(rest) + below <= bottom - pen.y) {
      draw(pen, rest, typeface);
      return;
    }
    const isBegun: boolean = !rest.isWhole && linesIn(rest) > shortRow && room >= fewest;
    const [first, later]: readonly [Row | undefined, Row] = isBegun
      ? splitRow(rest, room)
      : [undefined, rest];
    if (first) draw(pen, first, typeface);
    nextPage(pen, paper);
    if (head && row !== head) draw(pen, head, typeface);
    rest = later;
  }
}

function nextPage(pen: Pen, { title, subtitle }: Paper): void {
  const y = top + base * size.small;
  pen.pages.push([{ type: "words", words: `${title} · ${subtitle}`, x: edge, y, size: size.small }]);
  pen.y = top + 2 * size.small;
}

function draw(pen: Pen, row: Row, typeface: Typeface): void {
  const page = pen.pages.at(-1);
  const height = heightOfRow(row);
  for (const cell of row.cells) {
    page?.push({ type: "box", x: cell.x, y: pen.y, width: cell.width, height });
    page?.push(...wordsOf(cell, pen.y, height, typeface));
  }
  pen.y += height;
}

function wordsOf(cell: Cell, y: number, height: number, typeface: Typeface): readonly Mark[] {
  const { lines, below, x, width, isMiddle, isTop } = cell;
  const line = size.text * leading;
  const from = isTop ? y + padding : y + (height - lines.length * line) / 2;
  const at = (words: string, index: number): Mark => ({
    type: "words",
    words,
    x: isMiddle ? x + (width - typeface.widthOf(words, size.text)) / 2 : x + padding,
    y: from + index * line + baseInLine * size.text,
    size: size.text,
  });
  if (below === undefined) return lines.map(at);
  const right = x + width - padding - typeface.widthOf(below, size.text);
  const last = {
    type: "words",
    words: below,
    x: right,
    y: y + height - padding - 2,
    size: size.text,
  } as const;
  return [...lines.map(at), last];
}

function footOf({ foot, language }: Paper, typeface: Typeface, page: number, of: number): readonly Mark[] {
  const y = paperHeight - edge / 2;
  const which = say.paperPage(page, of)[language];
  const x = paperWidth - edge - typeface.widthOf(which, size.small);
  const shown = linesOf(foot, x - 2 * edge, (part) => typeface.widthOf(part, size.small)).slice(0, 2);
  return [
    ...shown.map((words, index): Mark => ({
      type: "words",
      words,
      x: edge,
      y: y + index * size.small * leading,
      size: size.small,
    })),
    { type: "words", words: which, x, y, size: size.small },
  ];
}
