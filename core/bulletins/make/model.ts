import type { Ended, Fault, Period } from "../model.ts";

/** How the waiting for an answer or a settlement ended. */
export interface End {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly how: Ended;
}

/** A deadline that passed. */
export interface Lapse {
  readonly number: number;
  readonly kind: "answer" | "settle";
  /** When it was due. */
  readonly at: number;
  /** Undefined while what was due is not there, and nothing else ended the matter. */
  readonly end: End | undefined;
}

/** A villager was not satisfied with what was called settled. */
export interface Complaint {
  readonly number: number;
  /** How often she has said so by now: 1 for the first time. */
  readonly times: number;
  /** How the round after it ended; undefined while it goes on. */
  readonly end: End | undefined;
}

/** Why a matter is on a list. */
export interface Found {
  readonly number: number;
  readonly fault: Fault;
  readonly hoursLate: number | null;
  readonly isOpen: boolean;
  readonly ended?: Ended;
  readonly times?: number;
}

/** Something that happened to a matter, in the order in which it did, as far as it ends a waiting or begins one anew. */
export interface Turn {
  readonly cycle: number;
  readonly kind: string;
  readonly at: number;
  /** By whoever reported the matter herself. */
  readonly isReporters: boolean;
}

const ends: Readonly<Partial<Record<string, Ended>>> = {
  settled: "done",
  mediated: "done",
  unverified: "unverified",
  withdrawn: "withdrawn",
  closed: "closed",
};
const begins: readonly string[] = ["filed", "reopened", "put_back", "not_fixed"];
const answers: readonly string[] = ["answered", "mediating", "settled", "mediated", "unverified"];

/** Everything that `answerAfter`, `endAfter` and `standOf` look at. */
export const turning: readonly string[] = [...new Set([...Object.keys(ends), ...begins, ...answers])];

type Since = Pick<Turn, "cycle" | "at">;

/** How the waiting for the answer of a round ended: nobody answers herself, and what is over without an answer never had one. */
export function answerAfter(turns: readonly Turn[], { cycle, at }: Since): End | undefined {
  const round = turns.filter((turn) => turn.cycle === cycle && turn.at >= at);
  const answer = round.find(({ kind, isReporters }) => answers.includes(kind) && !isReporters);
  if (answer) return { at: answer.at, how: "done" };
  const over = endAfter(turns, { cycle, at });
  return over && { at: over.at, how: over.how === "done" ? "unanswered" : over.how };
}

/** How a round ended after a moment; [还没好] takes an end back. */
export function endAfter(turns: readonly Turn[], { cycle, at }: Since): End | undefined {
  const round = turns.filter((turn) => turn.cycle === cycle && turn.at >= at);
  const since = round.slice(round.findLastIndex(({ kind }) => kind === "not_fixed") + 1);
  const end = since.find(({ kind }) => ends[kind] !== undefined);
  const how = end && ends[end.kind];
  return end && how && { at: end.at, how };
}

/** Was a matter still to be settled after all that happened to it, and in which round? */
export function standOf(turns: readonly Turn[]): { readonly isOpen: boolean; readonly cycle: number } {
  const last = turns.findLast(({ kind }) => begins.includes(kind) || ends[kind] !== undefined);
  return { isOpen: last !== undefined && begins.includes(last.kind), cycle: last?.cycle ?? 1 };
}

const hour = 3_600_000;

/** Without an answer for so long after the deadline nobody answered: ours, no law's. */
export const unansweredAfterMs = 24 * hour;

type Days = Pick<Period, "from" | "to">;

function lateMs({ at, end }: Lapse, { to }: Days): number {
  return Math.max(0, Math.min(end?.at ?? to, to) - at);
}

function isOpenAt({ end }: Pick<Lapse, "end">, { to }: Days): boolean {
  return end === undefined || end.at >= to;
}

function endOf({ end }: Pick<Lapse, "end">, period: Days): Pick<Found, "ended"> {
  return end === undefined || isOpenAt({ end }, period) || end.how === "done" ? {} : { ended: end.how };
}

/**
 * 超时: a deadline passed in the period, or earlier and still to be done at its end; each matter once, by the deadline it missed
 * by most; those still to be done first, then by how late they are.
 */
export function overdueIn(lapses: readonly Lapse[], period: Days): readonly Found[] {
  const worst = new Map<number, Lapse>();
  for (const lapse of lapses) {
    if (lapse.at < period.from && !isOpenAt(lapse, period)) continue;
    const known = worst.get(lapse.number);
    if (known === undefined || lateMs(lapse, period) > lateMs(known, period)) worst.set(lapse.number, lapse);
  }
  const found = [...worst.values()].map((lapse): Found => ({
    number: lapse.number,
    fault: lapse.kind === "answer" ? "answer_late" : "settle_late",
    hoursLate: Math.floor(lateMs(lapse, period) / hour),
    isOpen: isOpenAt(lapse, period),
    ...endOf(lapse, period),
  }));
  return found.toSorted(
    (one, other) =>
      Number(other.isOpen) - Number(one.isOpen) ||
      (other.hoursLate ?? 0) - (one.hoursLate ?? 0) ||
      one.number - other.number,
  );
}

/** Was a matter without an answer for a day, and did that day end in the period, or is there none to this day? */
function isUnanswered(lapse: Lapse, period: Days): boolean {
  if (lapse.kind !== "answer" || lateMs(lapse, period) < unansweredAfterMs) return false;
  return lapse.at + unansweredAfterMs > period.from || isOpenAt(lapse, period);
}

/** 办理不力: nobody answered for a day after the deadline, or the villager was not satisfied; each matter once, the gravest first. */
export function mishandledIn(
  lapses: readonly Lapse[],
  complaints: readonly Complaint[],
  period: Days,
): readonly Found[] {
  const found = new Map<number, Found>();
  const note = (one: Found): void => {
    const known = found.get(one.number);
    if (known === undefined || gravity[one.fault] >= gravity[known.fault]) found.set(one.number, one);
  };
  for (const lapse of lapses) {
    if (!isUnanswered(lapse, period)) continue;
    const hoursLate = Math.floor(lateMs(lapse, period) / hour);
    const isOpen = isOpenAt(lapse, period);
    note({ number: lapse.number, fault: "unanswered", hoursLate, isOpen, ...endOf(lapse, period) });
  }
  for (const { number, times, end } of complaints) {
    const isOpen = isOpenAt({ end }, period);
    const said = { number, hoursLate: null, isOpen, ...endOf({ end }, period) };
    note(times > 1 ? { ...said, fault: "dissatisfied_again", times } : { ...said, fault: "dissatisfied" });
  }
  return [...found.values()].toSorted(
    (one, other) => gravity[other.fault] - gravity[one.fault] || one.number - other.number,
  );
}

const gravity: Readonly<Record<Fault, number>> = {
  answer_late: 0,
  settle_late: 0,
  dissatisfied: 1,
  unanswered: 2,
  dissatisfied_again: 3,
};
