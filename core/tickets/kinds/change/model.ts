import type { KindId } from "../model.ts";

/** What takes a way of its own: somebody else has it, or others may not read it. Neither becomes of another kind, nor the other way. */
const apart: readonly KindId[] = ["dispute", "complaint", "accusation"];
/** What says nothing about what a matter is. */
const sayingNothing: readonly KindId[] = ["human", "other"];

/** May a matter of this kind become one of another? */
export function isChangeable(kind: KindId): boolean {
  return !apart.includes(kind);
}

/** Can a matter become one of this kind? */
export function isChoosable(kind: KindId): boolean {
  return isChangeable(kind) && kind !== "human";
}

/** May words of a matter of this kind be learnt from, and does it say anything? */
export function isTeachable(kind: KindId): boolean {
  return isChangeable(kind) && !sayingNothing.includes(kind);
}

/** A change as an event keeps it: both kinds, and why. */
export function changeKept(before: KindId, after: KindId, reason: string): string {
  return [before, after, reason].join(" ").trim();
}

/** What an event kept of a change. */
export function changeFrom(kept: string): {
  readonly before: string;
  readonly after: string;
  readonly reason: string;
} {
  const [before = "", after = "", ...reason] = kept.split(" ");
  return { before, after, reason: reason.join(" ") };
}
