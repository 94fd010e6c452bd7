import { Parser } from "htmlparser2";
import type { Document } from "../model.ts";
import { decodeWords } from "./decode.ts";

/** What stands on lines of its own. */
const blocks = new Set(
  "address article aside blockquote body caption center dd div dl dt figcaption footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tr ul".split(
    " ",
  ),
);
/** What nobody reads: programs, styles, and what a site puts around each of its pages. */
const unread = new Set(
  "script style template noscript nav select textarea button iframe svg object head".split(" "),
);
const cells = new Set(["td", "th"]);

/** The words of a page, a line for each block, headings marked as in a .md file, the cells of a row parted by a bar. */
export function readHtml(bytes: Uint8Array): Document {
  const decoded = decodeWords(bytes);
  if ("why" in decoded) return decoded;
  const parts: string[] = [];
  let silent = 0;
  const parser = new Parser(
    {
      onopentagname(name) {
        if (unread.has(name)) silent += 1;
        const level = /^h([1-6])$/.exec(name)?.[1];
        if (blocks.has(name) || name === "br") parts.push("\n");
        if (level !== undefined) parts.push(`${"#".repeat(Number(level))} `);
      },
      ontext(text) {
        if (silent === 0) parts.push(text.replaceAll(/\s+/gu, " "));
      },
      onclosetag(name) {
        if (unread.has(name)) silent = Math.max(0, silent - 1);
        if (cells.has(name)) parts.push(" | ");
        if (blocks.has(name)) parts.push("\n");
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(decoded.words);
  const words = tidied(parts.join(""));
  return words === "" ? { why: "empty" } : { words };
}

/** Headings without words and bars without cells are nothing. */
function tidied(words: string): string {
  return words
    .split("\n")
    .map((line) => line.trim().replace(/(?: ?\|)+$/u, ""))
    .filter((line) => /[^#\s|]/u.test(line))
    .join("\n");
}
