import { Canvas } from "./drawing/canvas.ts";
import type { Typeface } from "./font/typeface.ts";
import { bar } from "./layout/bars.ts";
import { code } from "./layout/code.ts";
import { apart, cut, dealt, heightOf, roomBetween, type Page } from "./layout/pages.ts";
import { margin, sizes, type Piece } from "./layout/piece.ts";
import { table } from "./layout/table.ts";
import { figure, heading, line, paragraph } from "./layout/words.ts";
import { pageWidth, usualPages, type Part, type Picture } from "./model.ts";
import { say } from "./texts.ts";

/** A picture on its pages; each is a canvas still, for whoever measures. */
export function paint(picture: Picture, typeface: Typeface): readonly Canvas[] {
  const { language, parts, mostPages: most = usualPages } = picture;
  // The number of a page takes the same room however many there are: it is known only when all are dealt.
  const room = roomBetween(topOf(picture, typeface, 1, 2), footOf(picture, typeface));
  const notice = (rows: number) =>
    paragraph(typeface, say.leftOut(rows)[language], {
      style: { size: sizes.text, colour: "late" },
      gap: 20,
    });
  const pages = dealt(
    parts.flatMap((part) => piecesOf(part, typeface)),
    room,
  );
  const kept = cut(pages.length === 0 ? [[]] : pages, { most, room, notice });
  return kept.map((page, index) =>
    drawn({
      top: topOf(picture, typeface, index + 1, kept.length),
      page,
      foot: footOf(picture, typeface),
    }),
  );
}

function piecesOf(part: Part, typeface: Typeface): readonly Piece[] {
  switch (part.type) {
    case "heading":
      return [heading(typeface, part.text)];
    case "lines":
      return part.lines.map((words) => line(typeface, words));
    case "figure":
      return [figure(typeface, part.text)];
    case "table":
      return table(typeface, part.columns, part.rows);
    case "bars":
      return part.bars.map((one) => bar(typeface, one));
    case "code":
      return [code(part.words)];
  }
}

/** What a page begins with: shown alone, it says whose it is and which one of how many. */
function topOf({ language, title, subtitle }: Picture, typeface: Typeface, page: number, of: number): Page {
  const which = of > 1 ? [say.page(page, of)[language]] : [];
  const below = [...(subtitle === undefined ? [] : [subtitle]), ...which].join(" · ");
  return [
    paragraph(typeface, title, { style: { size: sizes.title, colour: "ink" } }),
    ...(below === "" ? [] : [paragraph(typeface, below, { style: { size: sizes.small, colour: "quiet" } })]),
  ];
}

function footOf({ foot }: Picture, typeface: Typeface): Page {
  if (foot === undefined) return [];
  return [paragraph(typeface, foot, { style: { size: sizes.least, colour: "quiet" } })];
}

function drawn({
  top,
  page,
  foot,
}: {
  readonly top: Page;
  readonly page: Page;
  readonly foot: Page;
}): Canvas {
  const stacks = [top, page, foot].filter((stack) => stack.length > 0);
  const height = stacks.reduce((sum, stack) => sum + heightOf(stack), 0);
  const canvas = new Canvas(pageWidth, height + 2 * margin + apart * (stacks.length - 1));
  let y = margin;
  for (const stack of stacks) {
    for (const [index, { gap = 0, height: tall, draw }] of stack.entries()) {
      if (index > 0) y += gap;
      draw(canvas, y);
      y += tall;
    }
    y += apart;
  }
  return canvas;
}
