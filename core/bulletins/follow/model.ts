import type { Fault, FollowUpKind } from "../model.ts";

/**
 * The triggers: which fault allows what. 整改 may follow any fault; 约谈 and 通报 only what is written here, and only once the
 * discipline role has confirmed it. Ours, no law's: 045 says why, and a county changes them here.
 */
const triggers: Readonly<Record<FollowUpKind, readonly Fault[]>> = {
  remedy: ["answer_late", "settle_late", "unanswered", "dissatisfied", "dissatisfied_again"],
  admonition: ["unanswered", "dissatisfied_again"],
  censure: ["unanswered", "dissatisfied_again"],
};

/** Which of a matter's faults allows this; undefined where none does. */
export function triggerOf(kind: FollowUpKind, faults: readonly Fault[]): Fault | undefined {
  return triggers[kind].find((fault) => faults.includes(fault));
}

/** What may follow these faults. */
export function followUpsFor(faults: readonly Fault[]): readonly FollowUpKind[] {
  return (["remedy", "admonition", "censure"] as const).filter(
    (kind) => triggerOf(kind, faults) !== undefined,
  );
}

/** Does it need the word of the discipline role? */
export function needsConfirmation(kind: FollowUpKind): boolean {
  return kind !== "remedy";
}

/** How many days somebody may be given to put something right. */
export const remedyDays = [3, 5, 7, 10] as const;
