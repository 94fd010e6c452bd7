/** What whoever must settle a matter usually waits for. */
export const pauseReasons = ["weather", "parts", "villager", "others"] as const;

export type PauseReason = (typeof pauseReasons)[number];

/** For how many days a clock may stand still at once. A week is the longest: whoever needs more says so again. */
export const pauseLengths: readonly number[] = [1, 3, 7];

/** Can these words be a reason? 「等」 alone is none. */
export function readPause(words: string): boolean {
  return Array.from(words.trim()).length >= 2 && words.trim().length <= 200;
}

export function isPauseReason(word: string): word is PauseReason {
  return pauseReasons.some((reason) => reason === word);
}
