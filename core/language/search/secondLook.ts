import { balance } from "./balance.ts";
import { idOf, rangeIn, type Candidate, type Sought } from "./firstLook.ts";
import type { Found } from "./passage.ts";

/** So many words are enough to see why. */
const mostReasons = 5;
/** Sums of the same parts in another order differ beyond this. */
const exactTo = 1e6;

/** The candidates with what only a closer look shows, the best first; what is equal stands by its id. */
export function secondLook(
  candidates: readonly Candidate[],
  sought: readonly Sought[],
  limit: number,
): readonly Found[] {
  return candidates
    .map((candidate) => {
      const held = heldBy(candidate, sought);
      const score = candidate.first + balance.run * longestRun(sought, held);
      return { held, score: Math.round(score * exactTo) / exactTo, id: idOf(candidate) };
    })
    .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
    .slice(0, limit)
    .map(({ held, score, id }) => ({ id, score, because: reasons(sought, held) }));
}

/** For each term the weight with which the candidate holds it; 0 if not at all. */
function heldBy({ opened, item }: Candidate, sought: readonly Sought[]): Uint8Array {
  const { body } = opened.segment;
  return Uint8Array.from(sought, (term) => {
    let [low, high] = rangeIn(opened.segment, term);
    const end = high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((body.items[middle] ?? 0) < item) low = middle + 1;
      else high = middle;
    }
    return low < end && body.items[low] === item ? (body.weights[low] ?? 0) : 0;
  });
}

/** What share of the question's pairs, by rarity, is the heaviest unbroken row of them that the passage holds. */
function longestRun(sought: readonly Sought[], held: Uint8Array): number {
  const pairs = [...sought.entries()].filter(([, { at }]) => at >= 0);
  pairs.sort(([, one], [, other]) => one.at - other.at);
  let all = 0;
  let run = 0;
  let heaviest = 0;
  let next = -1;
  for (const [at, term] of pairs) {
    all += term.rarity;
    const isHeld = (held[at] ?? 0) > 0;
    run = isHeld ? (term.at === next ? run + term.rarity : term.rarity) : 0;
    next = term.at + 1;
    heaviest = Math.max(heaviest, run);
  }
  return all === 0 ? 0 : heaviest / all;
}

/** The heaviest words that are held; pairs of characters only where there is no word. */
function reasons(sought: readonly Sought[], held: Uint8Array): readonly string[] {
  const shared = [...sought.entries()]
    .filter(([at]) => (held[at] ?? 0) > 0)
    .map(([, term]) => term)
    .sort((one, other) => other.weight * other.rarity - one.weight * one.rarity);
  const words = shared.filter(({ isWord, at }) => isWord || at < 0);
  const shown = (words.length > 0 ? words : shared).map((term) => term.shown);
  return [...new Set(shown)].slice(0, mostReasons);
}
