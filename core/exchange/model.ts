export type TransferId = number & { readonly __id?: "transfer" };

/** out: somebody takes a table out · in: brings one in · template: an empty one, to be filled. */
export type Direction = "out" | "in" | "template";

/** What can be taken out. */
export const exported = ["tickets", "register", "households", "staff", "points", "gaps"] as const;
export type Exported = (typeof exported)[number];

/** What is taken out of days: the others are as they are today. */
const timed: readonly Exported[] = ["tickets", "register", "points", "gaps"];

export function isTimed(subject: Exported): boolean {
  return timed.includes(subject);
}

/** Epoch milliseconds; `from` belongs to it, `to` does not. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What can be brought in. */
export const imported = ["households", "staff", "goods", "policies"] as const;
export type Imported = (typeof imported)[number];

/** One thing as a file: 处理单 of a matter · a weekly sheet or monthly bulletin as a table. */
export type Papered = "slip" | "sheet";

export type Subject = Exported | Imported | Papered;

/** Is it one thing as a file, and no table of many? */
export function isPapered(subject: Subject): subject is Papered {
  return subject === "slip" || subject === "sheet";
}

/** How a file is written. */
export type FileFormat = "xlsx" | "csv" | "pdf";

export type TransferState =
  | "waiting"
  | "checked"
  | "wanted"
  | "undoing"
  | "done"
  | "refused"
  | "undone"
  | "dropped";

/** What the rows of an import come to. `same` change nothing, so that the same file twice does nothing. */
export interface Counts {
  readonly fresh: number;
  readonly changed: number;
  readonly same: number;
  readonly bad: number;
}

export const noRows: Counts = { fresh: 0, changed: 0, same: 0, bad: 0 };

/** What somebody must be allowed to do, besides taking out or bringing in, where the table is about. */
export const rights = {
  out: {
    tickets: ["data.export", "ticket.read"],
    register: ["data.export", "ticket.read"],
    households: ["data.export"],
    staff: ["data.export", "duty.read"],
    points: ["data.export"],
    gaps: ["data.export", "policy.link"],
  },
  in: {
    households: ["data.import"],
    staff: ["data.import", "role.change"],
    goods: ["data.import", "shop.keep"],
    policies: ["data.import", "policy.write"],
  },
} as const;

export function isExported(word: string): word is Exported {
  return exported.some((one) => one === word);
}

export function isImported(word: string): word is Imported {
  return imported.some((one) => one === word);
}

/** A name of which only the first sign is shown: 王**; an empty one stays empty. */
export function maskedName(name: string): string {
  const signs = Array.from(name);
  return signs.length === 0 ? "" : `${signs[0]}${"*".repeat(Math.min(Math.max(signs.length - 1, 1), 3))}`;
}

/** Numbers of telephones, identity cards and accounts: their middle is not shown. Fewer digits are dates, doors and matters. */
const longNumber = /(?<![\dA-Za-z])(?:[+＋]?\d[\d \-()－（）]{5,24}\d)[\dXx]?(?![\dA-Za-z])/g;
const fewestDigits = 7;

/** The words with the middle of every long number in them starred, and every one of `names` with all but its first sign. */
export function maskedWords(words: string, names: readonly string[] = []): string {
  // Digits and letters of any width and shape; punctuation stays as it was written.
  const plain = words.replaceAll(/[^\p{P}\p{Sm}]+/gu, (part) => part.normalize("NFKC"));
  const numbers = plain.replaceAll(longNumber, (found) => {
    const digits = found.replaceAll(/[^\dXx]/g, "");
    const isDate = /^\d{4}-\d{1,2}-\d{1,2}$/.test(found);
    return digits.length < fewestDigits || isDate ? found : `${digits.slice(0, 3)}****${digits.slice(-2)}`;
  });
  return names
    .filter((name) => Array.from(name).length > 1)
    .reduce((masked, name) => masked.replaceAll(name, maskedName(name)), numbers);
}
