/** What whoever must settle a matter usually waits for. */
export const pauseReasons = ["weather", "parts", "villager", "others"] as const;

export type PauseReason = (typeof pauseReasons)[number];

/** For how many days a clock may stand still at once. A week is the longest: whoever needs more says so again. */
const pauseLengths: readonly number[] = [1, 3, 7];

/** For how many days a matter may stand still in one round, all pauses together: the demonstration's number. */
export const mostPausedDays = 14;

const day = 86_400_000;

/** For how many days it may stand still once more, where it has stood still for so long; milliseconds. */
export function lengthsLeft(pausedBefore: number): readonly number[] {
  return pauseLengths.filter((days) => pausedBefore + days * day <= mostPausedDays * day);
}

/** Something that happened to a clock. */
interface Happening {
  readonly kind: string;
  readonly at: number;
  readonly reason: string;
}

/**
 * For how long the clocks of a round have stood still by somebody's word, milliseconds: together, however many stood still
 * at once. While a mediator had it does not count.
 */
export function pausedMs(clocks: readonly (readonly Happening[])[], now: number): number {
  const stretches = clocks.flatMap((happened) => stretchesOf(happened, now));
  let [total, counted] = [0, 0];
  for (const [from, to] of stretches.sort(([one], [other]) => one - other)) {
    total += Math.max(0, to - Math.max(from, counted));
    counted = Math.max(counted, to);
  }
  return total;
}

function stretchesOf(happened: readonly Happening[], now: number): (readonly [number, number])[] {
  const stretches: (readonly [number, number])[] = [];
  let since: number | undefined;
  for (const { kind, at, reason } of happened) {
    if (kind === "paused" && reason !== "mediating") since = at;
    const isOver = kind === "resumed" || kind === "stopped";
    if (!isOver || since === undefined) continue;
    stretches.push([since, at]);
    since = undefined;
  }
  return since === undefined ? stretches : [...stretches, [since, now]];
}

/** Can these words be a reason? 「等」 alone is none. */
export function readPause(words: string): boolean {
  return Array.from(words.trim()).length >= 2 && words.trim().length <= 200;
}
