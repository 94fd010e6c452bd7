import { Parser } from "htmlparser2";
import { largestPart, type Document } from "../model.ts";
import { numberingOf, type Numbering } from "./numbering.ts";
import { unpack } from "./zip.ts";

/** The words of a .docx: a line for each paragraph, headings marked as in a .md file, the numbers that Word adds written out. */
export function readDocx(archive: Uint8Array): Document {
  const document = unpack(archive, "word/document.xml", largestPart);
  if ("why" in document) return { why: document.why === "absent" ? "broken" : document.why };
  const lists = unpack(archive, "word/numbering.xml", largestPart);
  const numbering = numberingOf("bytes" in lists ? xmlOf(lists.bytes) : "");
  const words = paragraphsOf(xmlOf(document.bytes), numbering);
  return words.trim() === "" ? { why: "empty" } : { words };
}

function xmlOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** One paragraph while it is read. */
interface Paragraph {
  text: string;
  level: number;
  list: string | null;
  depth: number;
}

function blank(): Paragraph {
  return { text: "", level: 0, list: null, depth: 0 };
}

/** Where the reading stands: inside how many cells, and inside what is said twice. */
interface Place {
  cells: number;
  repeated: number;
  isText: boolean;
}

/** What Word writes a second time for older programs. */
const fallback = "mc:Fallback";
const longestHeading = 40;

function paragraphsOf(xml: string, numbering: Numbering): string {
  const parts: string[] = [];
  const place: Place = { cells: 0, repeated: 0, isText: false };
  let paragraph = blank();
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === fallback) place.repeated += 1;
        if (name === "w:p") paragraph = blank();
        if (name === "w:tc") place.cells += 1;
        place.isText = name === "w:t";
        note(paragraph, name, attributes);
      },
      ontext(text) {
        if (place.isText && place.repeated === 0) paragraph.text += text;
      },
      onclosetag(name) {
        place.isText = false;
        if (name === fallback) place.repeated -= 1;
        if (name === "w:p" && place.repeated === 0)
          parts.push(lineOf(paragraph, numbering), place.cells > 0 ? " " : "\n");
        if (name === "w:p") paragraph = blank();
        if (name === "w:tc") {
          place.cells -= 1;
          parts.push(" | ");
        }
        if (name === "w:tr") parts.push("\n");
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return parts.join("").replaceAll(/(?: *\|)* *\n/gu, "\n");
}

/** What a paragraph is besides its words. */
function note(paragraph: Paragraph, name: string, attributes: Readonly<Record<string, string>>): void {
  const value = attributes["w:val"] ?? "";
  if (name === "w:tab") paragraph.text += " ";
  if (name === "w:br" || name === "w:cr") paragraph.text += "\n";
  if (name === "w:pStyle") paragraph.level = Number(/^(?:heading|标题) ?([1-6])$/iu.exec(value)?.[1] ?? 0);
  if (name === "w:outlineLvl" && /^[0-5]$/.test(value)) paragraph.level = Number(value) + 1;
  if (name === "w:numId") paragraph.list = value === "0" ? null : value;
  if (name === "w:ilvl") paragraph.depth = Number(value) || 0;
}

function lineOf({ text, level, list, depth }: Paragraph, numbering: Numbering): string {
  if (text.trim() === "") return "";
  const numbered = `${list === null ? "" : numbering.next(list, depth)}${text}`;
  return level > 0 && text.length <= longestHeading ? `${"#".repeat(level)} ${numbered}` : numbered;
}
