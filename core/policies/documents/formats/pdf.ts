import { getDocumentProxy } from "unpdf";
import { startOf } from "../../splitting/line/model.ts";
import type { Document } from "../model.ts";
import { isGarbled } from "./decode.ts";

/** 民法典 in print has some 400 pages. */
const mostPages = 600;
/** A page with fewer signs than this is a picture. */
const fewestSigns = 10;

/** The words of a .pdf, its broken lines put together again. */
export async function readPdf(bytes: Uint8Array): Promise<Document> {
  try {
    // It takes its bytes for itself.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false });
    if (pdf.numPages > mostPages) return { why: "too_long" };
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await wordsOnPage(pdf, number));
    return judged(pages);
  } catch (error) {
    return { why: (error as Error).name === "PasswordException" ? "locked" : "broken" };
  }
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

async function wordsOnPage(pdf: Pdf, number: number): Promise<string> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  page.cleanup();
  return items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : "")).join("");
}

function judged(pages: readonly string[]): Document {
  const words = joined(pages.join("\n"));
  const signs = words.replaceAll(/\s/gu, "").length;
  if (signs < pages.length * fewestSigns) return { why: "scanned" };
  return isGarbled(words) ? { why: "garbled" } : { words };
}

const endsSentence = /[。；：！？;:!?）)》」”]$/u;

/** A line that fills the page and ends in the middle of a sentence goes on in the next one. */
function joined(words: string): string {
  const lines = words
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const full = lengthOfFullLines(lines) * 0.8;
  let text = "";
  let before = "";
  for (const line of lines) {
    const goesOn = before.length >= full && !endsSentence.test(before) && startOf(line) === undefined;
    text += goesOn ? `${/[a-z]$/iu.test(before) ? " " : ""}${line}` : `\n${line}`;
    before = line;
  }
  return text;
}

/** Nine of ten lines are no longer than this. */
function lengthOfFullLines(lines: readonly string[]): number {
  const lengths = lines.map(({ length }) => length).toSorted((one, other) => one - other);
  return lengths[Math.floor(lengths.length * 0.9)] ?? 0;
}
