import { blockOf, isContents, isPageNumber, namedInContents, startOf, type Start } from "./line/model.ts";

/** One article or section of a document, before it is a passage of a policy. */
export interface Section {
  /** As the document numbers it: 第三十四条, 一、补贴对象; null where it has no number. */
  readonly article: string | null;
  /** The chapters above it. */
  readonly heading: string | null;
  readonly words: string;
}

/** How long a document may be: the longest statute of the country, 民法典, has some 110,000 characters. */
export const longestDocument = 300_000;
/** How many passages it may have: 民法典 has 1,260 articles. */
export const mostSections = 1_500;
/** A section longer than this is told in parts. */
const longestSection = 1_500;
/** Paragraphs without any structure are gathered up to this length. */
const gathered = 400;

/** By what a document is divided: the first of these of which it has any. */
export type Division = "articles" | "numbers" | "headings" | "items" | "paragraphs";

/** A document in sections, in its own order. Page numbers and tables of contents are left out. */
export function splitDocument(words: string): {
  readonly by: Division;
  readonly sections: readonly Section[];
} {
  const lines = withoutSignature(withoutContents(linesOf(words)));
  const by = divisionOf(lines);
  const sections = (by === "paragraphs" ? paragraphs(lines) : sectionsBy(lines, by)).flatMap(inParts);
  return { by, sections };
}

/** Lines without the space around them, page numbers and empty ones. */
export function linesOf(words: string): readonly string[] {
  return words
    .replaceAll(/\r\n?|[\v\f\u2028\u2029\u0085]/g, "\n")
    .split("\n")
    .map((line) => line.replaceAll(/[\s\u00a0\u3000\ufeff\u200b]+/g, " ").trim())
    .filter((line) => line !== "" && !isPageNumber(line));
}

/**
 * Without the table of contents: lines that end in the number of a page, and after 「目录」 every heading, until one comes that
 * was there before: that is where the text itself begins.
 */
function withoutContents(lines: readonly string[]): readonly string[] {
  const at = lines.findIndex((line) => /^#* ?目 ?[录次]$/u.test(line));
  const kept = (from: readonly string[]) => from.filter((line) => !isContents(line));
  if (at < 0) return kept(lines);
  const seen = new Set<string>();
  let next = at + 1;
  for (; next < lines.length; next += 1) {
    const line = lines[next] ?? "";
    const bare = namedInContents(line);
    if (!isContents(line) && (startOf(line) === undefined || seen.has(bare))) break;
    seen.add(bare);
  }
  return kept([...lines.slice(0, at), ...lines.slice(next)]);
}

const date = /^[12一二][\d〇○零一二三四五六七八九]{3} ?年.{1,4}月.{1,4}日$/u;
const longestSignature = 25;

/** Without office and date at the end, and the list of what is attached: they are no part of the last article. */
function withoutSignature(lines: readonly string[]): readonly string[] {
  if (!date.test(lines.at(-1) ?? "")) return lines;
  const isOffice = (line = "") =>
    line.length <= longestSignature && !/[。；;]$/u.test(line) && startOf(line) === undefined;
  const end = isOffice(lines.at(-2)) ? -2 : -1;
  const signed = lines.slice(0, end);
  return /^附件[:：]/u.test(signed.at(-1) ?? "") ? signed.slice(0, -1) : signed;
}

function divisionOf(lines: readonly string[]): Division {
  const count = (kind: Start["kind"]) => lines.filter((line) => startOf(line)?.kind === kind).length;
  if (count("article") > 0) return "articles";
  if (count("number") > 1) return "numbers";
  if (count("heading") + count("chapter") > 1) return "headings";
  return count("item") > 1 ? "items" : "paragraphs";
}

const begins: Readonly<Record<Exclude<Division, "paragraphs">, readonly Start["kind"][]>> = {
  articles: ["article", "annex"],
  numbers: ["number", "annex"],
  headings: ["heading", "annex"],
  items: ["item", "annex"],
};

/** What is being gathered while a document is read from the top. */
interface Reading {
  readonly sections: Section[];
  /** The headings above, the highest level first. */
  readonly above: Map<number, string>;
  open: { article: string | null; heading: string | null; lines: string[]; number: number };
}

function sectionsBy(lines: readonly string[], by: Exclude<Division, "paragraphs">): readonly Section[] {
  const reading: Reading = {
    sections: [],
    above: new Map(),
    open: { article: null, heading: null, lines: [], number: 0 },
  };
  for (const [index, line] of lines.entries()) {
    const start = startOf(line);
    // What stands in the first line is the title of all of it.
    if (index === 0 && start?.kind === "heading") continue;
    const isNext = start !== undefined && isBeginning(start, reading, lines[index - 1]);
    if (start && isNext && begins[by].includes(start.kind)) open(reading, start);
    else if (start && isAbove(start, by)) under(reading, start);
    else reading.open.lines.push(blockOf(line));
  }
  close(reading);
  return reading.sections;
}

/** 「第三条规定的…」 at the beginning of a line that a page broke is no article: numbers go up, and a sentence ended before. */
function isBeginning(start: Start, { open: { number } }: Reading, before: string | undefined): boolean {
  if (start.kind === "annex" || start.number === undefined) return true;
  if (start.isParted) return start.number > number || start.number === 1;
  const isAfterSentence = before === undefined || !/[\p{Script=Han}、,，]$/u.test(before);
  return (
    start.number === Math.floor(number) + 1 &&
    (isAfterSentence || number === 0 || startOf(before) !== undefined)
  );
}

function isAbove(start: Start, by: Division): boolean {
  return start.kind === "chapter" || (start.kind === "heading" && by !== "headings");
}

/** A heading holds for what follows, until one of its own level or a higher one. */
function under(reading: Reading, start: Start): void {
  close(reading);
  for (const level of reading.above.keys()) if (level >= start.level) reading.above.delete(level);
  reading.above.set(start.level, start.label);
  reading.open = { article: null, heading: headingOf(reading), lines: [], number: reading.open.number };
}

function open(reading: Reading, start: Start): void {
  close(reading);
  const { kind, label, level, rest } = start;
  for (const higher of reading.above.keys())
    if (kind === "annex" || (kind === "heading" && higher >= level)) reading.above.delete(higher);
  reading.open = {
    article: label,
    heading: headingOf(reading),
    lines: rest === "" ? [] : [rest],
    number: start.number ?? reading.open.number,
  };
  if (kind === "heading") reading.above.set(level, label);
}

function headingOf({ above }: Reading): string | null {
  return above.size === 0 ? null : Array.from(above.values()).join(" ");
}

function close({ sections, open: { article, heading, lines } }: Reading): void {
  // Before the first article stand title, number and history, which are in the header: sentences are kept.
  const kept = article === null ? lines.filter((line) => /^[^(（].*[。；;！!？?：:]$/u.test(line)) : lines;
  const words = kept.filter((line) => line !== "").join("\n");
  if (words !== "") sections.push({ article, heading, words });
}

function paragraphs(lines: readonly string[]): readonly Section[] {
  const sections: string[] = [];
  for (const line of lines.map(blockOf)) {
    const last = sections.at(-1);
    if (last !== undefined && last.length + line.length < gathered)
      sections[sections.length - 1] = `${last}\n${line}`;
    else sections.push(line);
  }
  return sections.map((words) => ({ article: null, heading: null, words }));
}

/** A long section in parts that end where a sentence does. */
function inParts(section: Section): readonly Section[] {
  const parts: string[] = [];
  let rest = section.words;
  while (rest.length > longestSection) {
    const end = Math.max(...["\n", "。", "；"].map((mark) => rest.lastIndexOf(mark, longestSection - 1)));
    const at = end > longestSection / 3 ? end + 1 : longestSection;
    parts.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return [...parts, rest]
    .filter((words) => words !== "")
    .map((words, index) => ({ ...section, article: partOf(section.article, index), words }));
}

function partOf(article: string | null, index: number): string | null {
  return index === 0 || article === null ? article : `${article}（续${index > 1 ? index : ""}）`;
}
