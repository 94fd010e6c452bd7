import type { Ticket, TicketNumber } from "../model.ts";

/** What somebody said about several matters: their numbers, and the words after them. */
export interface SeveralSaid {
  readonly numbers: readonly TicketNumber[];
  readonly rest: string;
}

const numberHere = /^(?:编号|第|#|№)?\s*(\d{4,9})(?!\d)(?:\s*号(?![楼院门线]))?/u;
const gap = /^[\s、,;/+&:：。，；]*(?:(?:和|及|与|跟|还有|and(?=[\s\d]))[\s、,;/+&，；]*)?/u;
/** A figure and no number of a matter: 「2026年」「1300元」. */
const measure = /^(?:号|[年月日点个米斤吨户人次度天分%.]|公里|小时|平方|\s*(?:元|块钱?))/u;
const mostNumbers = 20;

/** The numbers at the beginning of words, each once, and what is left; a figure like 「1300元」 is a word. */
export function readNumbers(words: string): SeveralSaid {
  let rest = words.normalize("NFKC").trim();
  const numbers = new Set<TicketNumber>();
  while (numbers.size < mostNumbers) {
    const [whole = "", digits] = numberHere.exec(rest) ?? [];
    const after = rest.slice(whole.length);
    if (digits === undefined || measure.test(after)) break;
    numbers.add(Number(digits));
    rest = after.slice(gap.exec(after)?.[0].length ?? 0);
  }
  return { numbers: [...numbers], rest };
}

/** How a deadline stands: so long is left, it is past by so long, it stands still, or there is none. */
export type Left =
  | { readonly is: "left" | "late"; readonly ms: number }
  | { readonly is: "paused" }
  | { readonly is: "none" };

/** @param isPaused does its clock stand still? Only asked where nothing is due. */
export function leftOf({ dueAt }: Pick<Ticket, "dueAt">, isPaused: boolean, now: number): Left {
  if (dueAt === undefined) return { is: isPaused ? "paused" : "none" };
  return dueAt > now ? { is: "left", ms: dueAt - now } : { is: "late", ms: now - dueAt };
}

/** Is it due before the day ends? What is past due is. */
export function isForToday({ dueAt }: Pick<Ticket, "dueAt">, endOfDay: number): boolean {
  return dueAt !== undefined && dueAt < endOfDay;
}

/** One page of a list; pages are counted from 1, one that is not there is the nearest that is. */
export interface Page {
  readonly page: number;
  readonly pages: number;
  readonly offset: number;
}

export function pageOf(wanted: number, count: number, length: number): Page {
  const pages = Math.max(1, Math.ceil(count / length));
  const page = Math.min(Math.max(1, Number.isFinite(wanted) ? Math.trunc(wanted) : 1), pages);
  return { page, pages, offset: (page - 1) * length };
}

/** The first group of at least two unanswered matters of one kind at one place, as `isSamePlace` tells. */
export function alikeIn(
  tasks: readonly Ticket[],
  isSamePlace: (one: string, other: string) => boolean,
  most: number,
): readonly Ticket[] {
  const open = tasks.filter(({ state, isSealed, isUrgent }) => state === "open" && !isSealed && !isUrgent);
  for (const first of open) {
    const alike = open.filter(
      ({ kind, unit, place }) =>
        kind === first.kind && unit === first.unit && isSamePlace(place, first.place),
    );
    if (alike.length > 1) return alike.slice(0, most);
  }
  return [];
}

/** A length in the one unit people would say it in, rounded down: minutes, from an hour on hours, from two days on days. */
export function inOneUnit(ms: number): {
  readonly count: number;
  readonly unit: "minute" | "hour" | "day";
} {
  const minutes = Math.max(1, Math.floor(ms / 60_000));
  if (minutes < 60) return { count: minutes, unit: "minute" };
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? { count: hours, unit: "hour" } : { count: Math.floor(hours / 24), unit: "day" };
}
