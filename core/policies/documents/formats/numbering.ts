import { Parser } from "htmlparser2";

/** The numbers that Word puts before paragraphs of a list, which stand in no text. */
export interface Numbering {
  /** The number of the next paragraph of this list: 「第三条 」; empty where the list has none. */
  next(list: string, depth: number): string;
}

interface Level {
  format: string;
  /** 「第%1条」 */
  pattern: string;
  start: number;
}

/** Lists by their number, each with its levels. */
function listsOf(xml: string): ReadonlyMap<string, readonly Level[]> {
  const drafts = new Map<string, Level[]>();
  const lists = new Map<string, readonly Level[]>();
  let [draft, list] = ["", ""];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const value = attributes["w:val"] ?? "";
        const levels = drafts.get(draft);
        const level = levels?.at(-1);
        if (name === "w:abstractNum") drafts.set((draft = attributes["w:abstractNumId"] ?? ""), []);
        if (name === "w:lvl") levels?.push({ format: "", pattern: "", start: 1 });
        if (level && name === "w:numFmt") level.format = value;
        if (level && name === "w:lvlText") level.pattern = value;
        if (level && name === "w:start") level.start = Number(value) || 1;
        if (name === "w:num") list = attributes["w:numId"] ?? "";
        if (name === "w:abstractNumId") lists.set(list, drafts.get(value) ?? []);
      },
      onclosetag(name) {
        if (name === "w:abstractNum") draft = "";
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return lists;
}

export function numberingOf(xml: string): Numbering {
  const lists = listsOf(xml);
  const counts = new Map<string, number[]>();
  return {
    next(list, depth) {
      const levels = lists.get(list);
      const level = levels?.[depth];
      if (!levels || !level || level.format === "bullet" || level.format === "none") return "";
      const before = counts.get(list) ?? [];
      const own = (before[depth] ?? level.start - 1) + 1;
      const now = [...levels.slice(0, depth).map((one, at) => before[at] ?? one.start), own];
      counts.set(list, now);
      const label = level.pattern.replaceAll(/%([1-9])/gu, (_, place: string) => {
        const at = Number(place) - 1;
        return written(now[at] ?? 1, levels[at]?.format ?? "");
      });
      return label === "" ? "" : `${label} `;
    },
  };
}

/** Word's names for the ways in which Chinese numbers are written: ECMA-376 part 1, 17.18.59. */
function written(value: number, format: string): string {
  return /chinese|japanese|taiwanese|ideograph/iu.test(format) ? inChinese(value) : String(value);
}

const digits = "零一二三四五六七八九";

/** 1 to 9,999 as 三十四, 一百零二. */
function inChinese(value: number): string {
  if (value <= 0 || value > 9_999) return String(value);
  const figures = Array.from(String(value), Number);
  const words = figures
    .map((figure, at) => {
      const unit = ["", "十", "百", "千"][figures.length - 1 - at] ?? "";
      return figure === 0 ? "零" : `${digits[figure] ?? ""}${unit}`;
    })
    .join("");
  return words.replaceAll(/零+/gu, "零").replace(/零$/u, "").replace(/^一十/u, "十");
}
