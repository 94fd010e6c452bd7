import { readFileSync } from "node:fs";
import { openTypeface, type Typeface } from "./font/typeface.ts";
import type { Picture } from "./model.ts";
import { paint } from "./paint.ts";
import type { Painted, Printed } from "./painter.ts";
import { pagesOf } from "./paper/layout.ts";
import type { Paper } from "./paper/model.ts";
import { pdfOf } from "./paper/pdf.ts";

let typeface: Typeface | undefined;

/** The letters that come with the program: Noto Sans SC, see docs/decisions/046-pictures.md. Read once. */
export function bundledTypeface(): Typeface {
  typeface ??= openTypeface(readFileSync(new URL("font/files/NotoSansSC-Medium.ttf", import.meta.url)));
  return typeface;
}

/** Draws a picture here and now: some milliseconds of computing for each page, so in a thread and never in a turn. */
export function pngsOf(picture: Picture): Painted {
  const letters = bundledTypeface();
  const pages = paint(picture, letters).map((canvas) => canvas.png());
  return { pages, missing: [...new Set(letters.missingIn(wordsIn(picture)))].join("") };
}

/** Sets a paper here and now, as a PDF: some milliseconds, so in a thread, too. */
export function printed(paper: Paper): Printed {
  const letters = bundledTypeface();
  const file = pdfOf(
    pagesOf(paper, letters),
    { ...paper, title: `${paper.title} ${paper.subtitle}` },
    letters,
  );
  return { file, missing: [...new Set(letters.missingIn(wordsIn(paper)))].join("") };
}

/** Every word of a picture or a paper. */
function wordsIn(picture: Picture | Paper): string {
  const words: string[] = [];
  JSON.stringify(picture, (_, value: unknown) => {
    if (typeof value === "string") words.push(value);
    return value;
  });
  return words.join("");
}
