export type TransferId = number & { readonly __id?: "transfer" };

/** out: somebody takes a table out · in: brings one in · template: an empty one, to be filled. */
export type Direction = "out" | "in" | "template";

/** What can be taken out. */
export const exported = ["tickets", "register", "households", "staff", "points", "gaps", "services"] as const;
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
export const imported = ["households", "staff", "goods", "services", "policies"] as const;
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

export const transferStates = [
  "waiting",
  "checked",
  "wanted",
  "undoing",
  "done",
  "refused",
  "undone",
  "dropped",
] as const;
export type TransferState = (typeof transferStates)[number];

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
    services: ["data.export"],
  },
  in: {
    households: ["data.import"],
    staff: ["data.import", "role.change"],
    goods: ["data.import", "shop.keep"],
    services: ["data.import", "service.keep"],
    policies: ["data.import", "policy.write"],
  },
} as const;

export function isExported(word: string): word is Exported {
  return exported.some((one) => one === word);
}

export function isImported(word: string): word is Imported {
  return imported.some((one) => one === word);
}
