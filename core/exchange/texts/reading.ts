import type { Text } from "../../language/index.ts";
import type { Unreadable } from "../../spreadsheets/index.ts";

const longestShown = 20;

/** Somebody else's words inside ours: on one line, and not many. */
export function shortly(words: string): string {
  const signs = Array.from(words.replaceAll(/[\p{C}\s]+/gu, " ").trim());
  return signs.length > longestShown ? `${signs.slice(0, longestShown - 1).join("")}…` : signs.join("");
}

/** A file's name as it is shown: without the folders before it. */
export function nameShown(file: string): string {
  return shortly(file.split(/[\\/]/).at(-1) ?? "");
}

/** Why a file is no table that could be read. */
export const unreadable: Readonly<Record<Unreadable, Text>> = {
  gone: { zh: "没取到这个文件，请再发一次。", en: "The file did not arrive; please send it again." },
  other_kind: {
    zh: "这不是表格。请发 .xlsx 或 .csv 文件。",
    en: "This is no table. Please send an .xlsx or a .csv file.",
  },
  old_office: {
    zh: "这是旧格式（.xls .et），或者加了密码。请在 Excel 或 WPS 里另存为 .xlsx，不加密码再发。",
    en: "This is an old format (.xls .et), or it has a password. Save it as .xlsx without one and send it again.",
  },
  macros: {
    zh: "文件里带宏，不收。请另存为不带宏的 .xlsx 再发。",
    en: "The file holds macros and is not taken. Save it as .xlsx without them.",
  },
  locked: { zh: "文件加了密码，请去掉密码再发。", en: "The file has a password; send it without one." },
  too_large: { zh: "文件太大。请分成几个再发。", en: "The file is too large. Please send it in parts." },
  too_many_rows: {
    zh: "行数太多。请分成几个文件再发。",
    en: "It has too many rows. Please send it in parts.",
  },
  too_wide: {
    zh: "列太多，不像样表。请照样表填。",
    en: "It has too many columns. Please fill in the template.",
  },
  too_hard: {
    zh: "这个文件读了太久还没读完，不收。请另存一份，或分成几个再发。",
    en: "The file took too long to read and is not taken. Save it anew, or send it in parts.",
  },
  broken: { zh: "文件打不开，可能坏了。请另存一份再发。", en: "The file cannot be opened; save it anew." },
  garbled: {
    zh: "文件里的字认不出来。请另存为 .xlsx 再发。",
    en: "Its words cannot be read. Save it as .xlsx and send it again.",
  },
  empty: { zh: "文件是空的，没有一行字。", en: "The file is empty." },
};
