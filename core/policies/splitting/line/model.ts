/** How a line begins something new. */
export interface Start {
  readonly kind: "article" | "number" | "item" | "chapter" | "heading" | "annex";
  /** 1 stands highest. */
  readonly level: number;
  /** What it is called by: 第三条, 一、补贴对象, 第二章 申请. */
  readonly label: string;
  /** Its first words, where they stand in the same line. */
  readonly rest: string;
  readonly number?: number;
  /** True when a space or a mark parts the number from what follows. */
  readonly isParted: boolean;
}

const numerals = "零〇○一二三四五六七八九十百千两廿0-9０-９";
const article = new RegExp(
  `^第([${numerals}]{1,8})条(之[一二三四五六七八九十])?([\\s:：、.．]+|(?=[（(【[])|$)?(.*)$`,
  "u",
);
const chapter = new RegExp(`^(第[${numerals}]{1,6}([编分章节篇])部?分?)[\\s:：、]*(.{0,40})$`, "u");
const number = /^([一二三四五六七八九十]{1,3})[、.．]\s*(.+)$/u;
const arabic = /^([0-9０-９]{1,2})[、.．)）]\s*(?![0-9０-９])(.+)$/u;
const annex = /^(附(?:件|表|录)\s*[一二三四五六七八九十0-9]{0,2})(?:[\s:：、.]+|$)(.{0,40})$/u;
const heading = /^(#{1,6})\s*(.+)$/u;

/** A chapter stands above its sections, a heading of the file below both. */
const levels: Readonly<Record<string, number>> = { 编: 1, 分: 1, 篇: 1, 章: 2, 节: 3 };
const belowChapters = 3;
/** What is longer is a sentence, and no name of a section. */
const longestLabel = 24;

/** What begins with this line; undefined for a line that goes on. Stars and rules of a .md file count for nothing. */
export function startOf(marked: string): Start | undefined {
  const line = blockOf(marked);
  const [, marks, title = ""] = heading.exec(marked) ?? [];
  const plain = marks === undefined ? line : blockOf(title);
  return (
    articleIn(plain) ??
    chapterIn(plain) ??
    annexIn(plain) ??
    (marks === undefined ? undefined : headingIn(marks.length, plain)) ??
    numberIn(plain)
  );
}

function articleIn(line: string): Start | undefined {
  const [, digits, after = "", parting, rest = ""] = article.exec(line) ?? [];
  if (digits === undefined) return undefined;
  const isParted = parting !== undefined;
  if (!isParted && /^(?:规定|所列|的|第|、|和|或|至|到|款|项|中|以)/u.test(rest)) return undefined;
  return {
    kind: "article",
    level: 9,
    label: `第${digits}条${after}`,
    rest: rest.trim(),
    // 第三条之一 comes behind 第三条, and before 第四条.
    number: valueOf(digits) + (after === "" ? 0 : valueOf(after.slice(1)) / 100),
    isParted,
  };
}

function chapterIn(line: string): Start | undefined {
  const [, label = "", unit = "", title = ""] = chapter.exec(line) ?? [];
  if (label === "" || /[。；;，,]/u.test(title)) return undefined;
  const whole = title === "" ? label : `${label} ${title}`;
  return { kind: "chapter", level: levels[unit] ?? 2, label: whole, rest: "", isParted: true };
}

function annexIn(line: string): Start | undefined {
  const [, label = "", title = ""] = annex.exec(line) ?? [];
  // 「附件：1. 申请表」 names what is attached; it does not begin it.
  if (label === "" || /^[0-9０-９]/u.test(title)) return undefined;
  return {
    kind: "annex",
    level: 1,
    label: title === "" ? label : `${label} ${title}`,
    rest: "",
    isParted: true,
  };
}

function headingIn(depth: number, title: string): Start | undefined {
  return title === ""
    ? undefined
    : { kind: "heading", level: belowChapters + depth, label: title, rest: "", isParted: true };
}

function numberIn(line: string): Start | undefined {
  const [, digits, rest = ""] = number.exec(line) ?? arabic.exec(line) ?? [];
  if (digits === undefined) return undefined;
  const isChinese = !/^[0-9０-９]/u.test(digits);
  const isName = rest.length <= longestLabel && !/[。；;：:，,]$/u.test(rest) && !/[。；;]/u.test(rest);
  const [, name = "", first = ""] = isName
    ? [undefined, rest, ""]
    : (/^([^。]{2,20})。(.+)$/u.exec(rest) ?? []);
  const label =
    name === "" ? `${digits}${isChinese ? "、" : "."}` : `${digits}${isChinese ? "、" : "."}${name}`;
  return {
    kind: isChinese ? "number" : "item",
    level: 9,
    label,
    rest: name === "" ? rest : first,
    number: valueOf(digits),
    isParted: true,
  };
}

/** The words of a line without the marks of a .md file: stars, quotes, rules. */
export function blockOf(line: string): string {
  return line
    .replace(/^(?:>\s*)+/u, "")
    .replaceAll(/\*\*|__|`/g, "")
    .replace(/^[-*_]{3,}$/u, "")
    .trim();
}

/** 「- 3 -」「第 3 页 共 10 页」「3」. */
export function isPageNumber(line: string): boolean {
  return /^(?:[-—–－·~]{1,2} ?\d{1,4} ?[-—–－·~]{1,2}|第 ?\d{1,4} ?页(?: ?[,，/]? ?共 ?\d{1,4} ?页)?|\d{1,4}(?: ?\/ ?\d{1,4})?)$/u.test(
    line,
  );
}

/** How much of a line is looked at from its end: the whole of one that is nothing but dots would take for ever. */
const tail = 60;

/** A line of a table of contents ends in dots and the number of a page. */
export function isContents(line: string): boolean {
  return /(?:[.．·•…‥]{2,}|(?:\. ){2,}) ?[-—(（]?\d{1,4}[)）-]?$/u.test(line.slice(-tail));
}

/** What a line of a table of contents names, without dots and page. */
export function namedInContents(line: string): string {
  const [end] = /[\s.．·…]*\d{0,4}$/u.exec(line.slice(-tail)) ?? [""];
  return line.slice(0, line.length - end.length);
}

const digitsOf: Readonly<Record<string, number>> = Object.fromEntries(
  ["零〇○", "一", "二两", "三", "四", "五", "六", "七", "八", "九"].flatMap((spellings, value) =>
    Array.from(spellings, (spelling) => [spelling, value]),
  ),
);
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };

/** 一千二百六十, 一二六〇, 廿三, 34, ３４ as a number. */
export function valueOf(numeral: string): number {
  const plain = numeral.normalize("NFKC").replaceAll("廿", "二十");
  if (/^\d+$/.test(plain)) return Number(plain);
  if (!/[十百千]/u.test(plain)) return Number(Array.from(plain, (digit) => digitsOf[digit] ?? 0).join(""));
  let [sum, digit] = [0, 0];
  for (const sign of plain) {
    const unit = units[sign];
    if (unit === undefined) digit = digitsOf[sign] ?? Number(sign);
    else [sum, digit] = [sum + (digit === 0 ? 1 : digit) * unit, 0];
  }
  return sum + digit;
}
