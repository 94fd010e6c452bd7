import { paperWidth, type Field, type PaperPart } from "./model.ts";
import { edge, leading, padding, size } from "./sizes.ts";

export interface Cell {
  readonly x: number;
  readonly width: number;
  readonly lines: readonly string[];
  /** Its words stand in the middle between left and right. */
  readonly isMiddle?: boolean;
  /** Its words begin at its top, for there is more in its row. */
  readonly isTop?: boolean;
  /** At its foot, to the right. */
  readonly below?: string;
}

/** A row of boxes, as wide as the paper all together. */
export interface Row {
  readonly cells: readonly Cell[];
  /** Points it is high at least. */
  readonly least?: number;
  /** It is never divided between two pages. */
  readonly isWhole?: boolean;
}

const wide = paperWidth - 2 * edge;
const labelWide = 66;
/** Room for a stamp, which is 42 mm wide, over the date. */
const stampHigh = 128;

type Wrapped = (words: string, width: number) => readonly string[];

/** The rows of a part, and the one that is said again on each page of it. */
export function rowsOf(
  part: PaperPart,
  wrapped: Wrapped,
): { readonly rows: readonly Row[]; readonly head: Row | undefined } {
  const inside = (words: string, width: number) => wrapped(words, width - 2 * padding);
  if (part.type === "fields")
    return { rows: part.rows.map((fields) => fieldsRow(fields, inside)), head: undefined };
  if (part.type === "signing") {
    const cells = part.boxes.map(({ label, below }, index): Cell => {
      const width = wide / part.boxes.length;
      return { x: edge + index * width, width, lines: inside(label, width), isTop: true, below };
    });
    return { rows: [{ cells, least: stampHigh, isWhole: true }], head: undefined };
  }
  const title: Row = {
    cells: [{ x: edge, width: wide, lines: inside(part.title, wide), isMiddle: true }],
    isWhole: true,
  };
  const widths = part.columns.map(({ share }) => share * wide);
  const row = (words: readonly string[]): Row => ({
    cells: widths.map((width, index) => ({
      x: edge + widths.slice(0, index).reduce((sum, one) => sum + one, 0),
      width,
      lines: inside(words[index] ?? "", width),
    })),
  });
  const head = { ...row(part.columns.map((column) => column.head)), isWhole: true };
  return { rows: [title, head, ...part.rows.map(row)], head };
}

function fieldsRow(fields: readonly Field[], inside: Wrapped): Row {
  const each = wide / fields.length;
  return {
    cells: fields.flatMap(({ label, value }, index): readonly Cell[] => {
      const x = edge + index * each;
      return [
        { x, width: labelWide, lines: inside(label, labelWide), isMiddle: true },
        { x: x + labelWide, width: each - labelWide, lines: inside(value, each - labelWide) },
      ];
    }),
  };
}

/** So many lines of each cell of a row, and the rest. */
export function splitRow({ cells, ...row }: Row, lines: number): readonly [Row, Row] {
  const part = (cut: (all: readonly string[]) => readonly string[]): Row => ({
    ...row,
    cells: cells.map((cell) => ({ ...cell, lines: cut(cell.lines), isTop: true })),
  });
  return [part((all) => all.slice(0, lines)), part((all) => all.slice(lines))];
}

export function linesIn({ cells }: Row): number {
  return Math.max(1, ...cells.map(({ lines }) => lines.length));
}

export function heightOfRow(row: Row): number {
  return Math.max(row.least ?? 0, linesIn(row) * size.text * leading + 2 * padding);
}
