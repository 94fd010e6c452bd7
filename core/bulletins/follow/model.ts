import type { Fault, FollowUpKind, ListedMatter } from "../model.ts";

/** What needs the word of the discipline role. */
export type Confirmed = Exclude<FollowUpKind, "remedy">;

/** From when on a fault allows 约谈 or 通报. */
export interface Trigger {
  /** From so many hours without an answer after the deadline; null where that is no trigger. */
  readonly unansweredHours: number | null;
  /** From so many times not satisfied; null where that is no trigger. */
  readonly dissatisfiedTimes: number | null;
}

export type Triggers = Readonly<Record<Confirmed, Trigger>>;

/** Where nobody has said otherwise; ours, no law's: see docs/decisions/045-bulletins.md. */
export const usualTrigger: Trigger = { unansweredHours: 24, dissatisfiedTimes: 2 };

/** What a unit may choose from: what is not on a sheet can be no trigger. */
export const triggerHours = [24, 48, 72, 120] as const;
export const triggerTimes = [2, 3, 4] as const;

/** The fault that allows a follow-up, and from how much of it on; null where any of it does. */
export interface Cause {
  readonly fault: Fault;
  readonly limit: number | null;
}

type Entry = Pick<ListedMatter, "fault" | "hoursLate" | "times">;

/** Which of a matter's faults allows this; undefined where none does. 整改 may follow any fault, the others only what a unit has written down. */
export function causeOf(
  kind: FollowUpKind,
  entries: readonly Entry[],
  triggers: Triggers,
): Cause | undefined {
  const [first] = entries;
  if (kind === "remedy") return first && { fault: first.fault, limit: null };
  const { unansweredHours, dissatisfiedTimes } = triggers[kind];
  if (unansweredHours !== null && hoursWithout(entries) >= unansweredHours)
    return { fault: "unanswered", limit: unansweredHours };
  if (dissatisfiedTimes !== null && timesIn(entries) >= dissatisfiedTimes)
    return { fault: "dissatisfied_again", limit: dissatisfiedTimes };
  return undefined;
}

function hoursWithout(entries: readonly Entry[]): number {
  const answers = entries.filter(({ fault }) => fault === "unanswered" || fault === "answer_late");
  return Math.max(0, ...answers.map(({ hoursLate }) => hoursLate ?? 0));
}

/** A sheet that does not say how often says "twice or more". */
function timesIn(entries: readonly Entry[]): number {
  const again = entries.filter(({ fault }) => fault === "dissatisfied_again");
  return Math.max(0, ...again.map(({ times = 2 }) => times));
}

/** What may follow these faults. */
export function followUpsFor(entries: readonly Entry[], triggers: Triggers): readonly FollowUpKind[] {
  return (["remedy", "admonition", "censure"] as const).filter(
    (kind) => causeOf(kind, entries, triggers) !== undefined,
  );
}

/** Does it need the word of the discipline role? */
export function needsConfirmation(kind: FollowUpKind): kind is Confirmed {
  return kind !== "remedy";
}

/** How many days somebody may be given to put something right. */
export const remedyDays = [3, 5, 7, 10] as const;
