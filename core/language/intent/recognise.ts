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
export type SecondOpinion = (
  words: string,
) => { readonly intent: Intent; readonly share: number } | undefined;

/** What ends in the same place is no doubt: how a procedure goes is asked where policies are. */
const places: Partial<Record<Intent, Intent>> = { service: "policy", complaint: "report", nudge: "progress" };

/** Where an intent leads: itself, unless another leads there, too. */
export function placeOf(intent: Intent): Intent {
  return places[intent] ?? intent;
}

/** Words that weigh so much are enough, where nothing else weighs more than a part of it. */
const enough = 3;
const [partWhenSure, partWhenLikely] = [1 / 3, 1 / 2];
/** Where a wrong guess shows its way out on the screen. */
const hasWayOut: readonly Intent[] = ["report", "policy"];
/** From here on a second opinion joins the menu; from there on it may change what is done. */
const [opinionJoins, opinionCounts] = [0.6, 0.9];
const longestLooked = 400;
/** A longer sentence tells a story: what is no report and no question is never surely read out of it. */
const longestWish = 40;

interface Score {
  readonly intent: Intent;
  readonly weight: number;
}

/** How people ask what holds, or want a procedure done: a topic alone is no question. */
const asksOrWishes =
  /[吗么呢伐嘛?？]|怎么|咋|如何|多少|几(?![次天遍年个百千万家户])|哪|什么|啥|找谁|归谁|谁能|能不能|可不可以|可以|有没有|没有$|要不要|是不是|行不行|管不管|够不够|赔不赔|政策|规定|咨询|查|问|[我想]办|不会|帮|代办|上门|^开|办事|how|what|where|when|which|can|may|is there|do i|am i/u;
/** What a topic weighs that nothing is asked about. */
const onlyTopic = 1 / 2;

/** What the lexicon says of the words, heaviest first; of what leads to one place the heavier name. */
function weigh(said: string): { readonly scores: readonly Score[]; readonly because: readonly string[] } {
  const weights = new Map<Intent, number>();
  const because: string[] = [];
  const asks = asksOrWishes.test(said);
  for (const { intent, weight, pattern } of signs) {
    const found = pattern.exec(said)?.[0];
    if (found === undefined) continue;
    const counted = placeOf(intent) === "policy" && !asks ? weight * onlyTopic : weight;
    weights.set(intent, (weights.get(intent) ?? 0) + counted);
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
  const other = opinion && opinion.share >= opinionJoins ? opinion.intent : undefined;
  const named = scores.map(({ intent }) => intent);
  const likely = other === undefined ? named : withOpinion(named, other);
  const counts = opinion && opinion.share >= opinionCounts ? opinion.intent : undefined;
  if (top === undefined) {
    const isNear = counts !== undefined && placeOf(counts) === "report";
    return { likely, standing: isNear ? "likely" : "unsure", because };
  }
  const isStory = said.length > longestWish && !hasWayOut.includes(placeOf(top.intent));
  if (isStory) return { likely: withOpinion(likely, "report"), standing: "unsure", because };
  const isAgreed = counts === undefined ? undefined : placeOf(counts) === placeOf(top.intent);
  const standing = standingOf(top, next?.weight ?? 0, isAgreed);
  if (placeOf(top.intent) === "policy" && !asksOrWishes.test(said))
    return { likely, standing: "unsure", because };
  const mayOnlyAsk = standing === "sure" && top.intent === "report" && isQuestion(said);
  return { likely, standing: mayOnlyAsk ? "likely" : standing, because };
}

const asking = /能不能|可不可以|能否|要不要|算不算|可以.{0,10}[吗么伐]|[吗么伐][?？。!\s]*$/u;
const wantsDone = /修|来人|派|处理|管|清|看看|装|换|加|开到|can you/u;

/** Asks whether something may be, and not for somebody to come: no report without a way out. */
function isQuestion(said: string): boolean {
  return asking.test(said) && !wantsDone.test(said);
}

/** @param rival what speaks for something else. @param isAgreed whether a second opinion says the same; undefined without one. */
function standingOf(
  { intent, weight }: Score,
  rival: number,
  isAgreed: boolean | undefined,
): Recognised["standing"] {
  const isClear = weight >= enough && rival < enough && rival <= weight * partWhenSure;
  if (isClear && isAgreed !== false) return "sure";
  if (!hasWayOut.includes(placeOf(intent)) || (intent !== "report" && rival >= enough)) return "unsure";
  if (isAgreed === false) return isClear && weight > enough ? "likely" : "unsure";
  if (weight >= enough && rival <= weight * partWhenLikely) return "likely";
  return isAgreed === true && weight >= 2 && rival < weight ? "likely" : "unsure";
}

/** The second opinion stands second, unless it is among them already. */
function withOpinion(named: readonly Intent[], other: Intent): readonly Intent[] {
  if (named.some((intent) => placeOf(intent) === placeOf(other))) return named;
  const [first, ...rest] = named;
  return first === undefined ? [other] : [first, other, ...rest];
}
