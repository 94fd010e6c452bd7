import { respelled } from "../spelling.ts";
import type { Intent } from "./intents.ts";
import { signs } from "./signs.ts";

/** What a sentence is after, as far as its words say. */
export interface Recognised {
  /** Likeliest first, what ends in the same place once; empty when nothing is known of the words. */
  readonly likely: readonly Intent[];
  /** Go on: "sure" without a word, "likely" with a way out on the screen, "unsure" only to a menu. */
  readonly standing: "sure" | "likely" | "unsure";
  /** The words that decided. */
  readonly because: readonly string[];
}

/** A second opinion on the words: what they are most like among known sentences, and how often such a guess is right. */
export type SecondOpinion = (words: string) => { readonly intent: Intent; readonly share: number } | undefined;

/** What ends in the same place is no doubt: how a procedure goes is asked where policies are. */
const places: Partial<Record<Intent, Intent>> = { service: "policy", complaint: "report", nudge: "progress" };

/** Where an intent leads: itself, unless another leads there, too. */
export function placeOf(intent: Intent): Intent {
  return places[intent] ?? intent;
}

const [enough, clear] = [3, 2];
/** A second opinion below this says nothing. */
const opinionCounts = 0.6;
const longestLooked = 400;

interface Score {
  readonly intent: Intent;
  readonly weight: number;
}

/** What the lexicon says of the words, heaviest first; of what leads to one place the heavier name. */
function weigh(said: string): { readonly scores: readonly Score[]; readonly because: readonly string[] } {
  const weights = new Map<Intent, number>();
  const because: string[] = [];
  for (const { intent, weight, pattern } of signs) {
    const found = pattern.exec(said)?.[0];
    if (found === undefined) continue;
    weights.set(intent, (weights.get(intent) ?? 0) + weight);
    because.push(found);
  }
  const sorted = Array.from(weights, ([intent, weight]) => ({ intent, weight })).toSorted(
    (one, other) => other.weight - one.weight,
  );
  const first = sorted.filter(
    ({ intent }, at) => sorted.findIndex((one) => placeOf(one.intent) === placeOf(intent)) === at,
  );
  return { scores: first, because };
}

/** What a first sentence is after. Deterministic; the words alone decide, and a second opinion where there is one. */
export function recognise(words: string, second?: SecondOpinion): Recognised {
  const said = respelled(words.slice(0, longestLooked));
  const { scores, because } = weigh(said);
  const [top, next] = scores;
  const opinion = second?.(said);
  const other = opinion && opinion.share >= opinionCounts ? opinion.intent : undefined;
  const named = scores.map(({ intent }) => intent);
  const likely = other === undefined ? named : withOpinion(named, other);
  if (top === undefined) return { likely, standing: "unsure", because };
  const lead = top.weight - (next?.weight ?? 0);
  const isAgreed = other === undefined ? undefined : placeOf(other) === placeOf(top.intent);
  return { likely, standing: standingOf(top.weight, lead, isAgreed), because };
}

/** @param isAgreed whether a second opinion says the same; undefined without one. */
function standingOf(weight: number, lead: number, isAgreed: boolean | undefined): Recognised["standing"] {
  if (isAgreed === false) return weight > enough && lead > enough ? "likely" : "unsure";
  if (weight >= enough && lead >= clear) return "sure";
  return isAgreed === true && weight >= clear && lead > 0 ? "likely" : "unsure";
}

/** The second opinion stands second, unless it is among them already. */
function withOpinion(named: readonly Intent[], other: Intent): readonly Intent[] {
  if (named.some((intent) => placeOf(intent) === placeOf(other))) return named;
  const [first, ...rest] = named;
  return first === undefined ? [other] : [first, other, ...rest];
}
