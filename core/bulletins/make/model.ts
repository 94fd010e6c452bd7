import type { Fault, Period } from "../model.ts";

/** A deadline that passed. */
export interface Lapse {
  readonly number: number;
  readonly kind: "answer" | "settle";
  /** When it was due. */
  readonly at: number;
  /** When what was due was there after all; undefined while it is not. */
  readonly doneAt: number | undefined;
}

/** A villager was not satisfied with what was called settled. */
export interface Complaint {
  readonly number: number;
  /** 1 for the first time it was settled. */
  readonly cycle: number;
  /** When it was settled again; undefined while it is not. */
  readonly doneAt: number | undefined;
}

/** Why a matter is on a list. */
export interface Found {
  readonly number: number;
  readonly fault: Fault;
  readonly hoursLate: number | null;
  readonly isOpen: boolean;
}

const hour = 3_600_000;

/** Without an answer for so long after the deadline nobody answered: ours, no law's. */
const unansweredAfterMs = 24 * hour;

function lateMs({ at, doneAt }: Lapse, { to }: Pick<Period, "to">): number {
  return Math.max(0, Math.min(doneAt ?? to, to) - at);
}

function isOpenAt({ doneAt }: Pick<Lapse, "doneAt">, { to }: Pick<Period, "to">): boolean {
  return doneAt === undefined || doneAt >= to;
}

/** 超时: each matter once, by the deadline it missed by most; those still to be done first, then by how late they are. */
export function overdueIn(lapses: readonly Lapse[], period: Pick<Period, "to">): readonly Found[] {
  const worst = new Map<number, Lapse>();
  for (const lapse of lapses) {
    const known = worst.get(lapse.number);
    if (known === undefined || lateMs(lapse, period) > lateMs(known, period)) worst.set(lapse.number, lapse);
  }
  const found = [...worst.values()].map((lapse): Found => ({
    number: lapse.number,
    fault: lapse.kind === "answer" ? "answer_late" : "settle_late",
    hoursLate: Math.floor(lateMs(lapse, period) / hour),
    isOpen: isOpenAt(lapse, period),
  }));
  return found.toSorted(
    (one, other) =>
      Number(other.isOpen) - Number(one.isOpen) ||
      (other.hoursLate ?? 0) - (one.hoursLate ?? 0) ||
      one.number - other.number,
  );
}

/** 办理不力: nobody answered for a day after the deadline, or the villager was not satisfied; each matter once, the gravest first. */
export function mishandledIn(
  lapses: readonly Lapse[],
  complaints: readonly Complaint[],
  period: Pick<Period, "to">,
): readonly Found[] {
  const found = new Map<number, Found>();
  const note = (one: Found): void => {
    const known = found.get(one.number);
    if (known === undefined || gravity[one.fault] > gravity[known.fault]) found.set(one.number, one);
  };
  for (const lapse of lapses) {
    if (lapse.kind !== "answer" || lateMs(lapse, period) < unansweredAfterMs) continue;
    const hoursLate = Math.floor(lateMs(lapse, period) / hour);
    note({ number: lapse.number, fault: "unanswered", hoursLate, isOpen: isOpenAt(lapse, period) });
  }
  for (const { number, cycle, doneAt } of complaints) {
    const fault = cycle > 1 ? "dissatisfied_again" : "dissatisfied";
    note({ number, fault, hoursLate: null, isOpen: isOpenAt({ doneAt }, period) });
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
