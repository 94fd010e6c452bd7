import { respelled } from "../spelling.ts";
import type { Intent } from "./intents.ts";
import { signs } from "./signs.ts";

/** What a sentence is after, as far as its words say. */
export interface Recognised {
  /** Likeliest first, what ends in the same place once; empty when nothing is known of the words. */
  readonly likely: readonly Intent[];
  /** What they are a little like besides, likeliest first. */
  readonly perhaps: readonly Intent[];
  /** Go on: "sure" without a word, "likely" with a way out on the screen, "unsure" only to a menu. */
  readonly standing: "sure" | "likely" | "unsure";
  /** The words that decided. */
  readonly because: readonly string[];
}

/** What words are taken for, and how often such a guess is right. */
export interface Opinion {
  readonly intent: Intent;
  readonly share: number;
}

/** A second opinion on the words. */
export interface SecondOpinion {
  /** What they are like among known sentences, likeliest first. */
  readonly on: (words: string) => readonly Opinion[];
  /** Was it made from what this office said? Then it may put right what the lexicon is sure of. */
  readonly isOffices: boolean;
}

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
/** From here on a second opinion may be offered besides, joins the likely ones, and may change what is done. */
const [opinionOffered, opinionJoins, opinionCounts] = [0.08, 0.6, 0.9];
const longestLooked = 400;
/** A second opinion to which the first one is less likely than this takes its sureness away. */
const leastPlausible = 0.05;
/** A longer sentence tells a story: what is no report and no question is never surely read out of it. */
const longestWish = 40;
/** Nor out of one in which so many characters say something else. */
const mostUnsaid = 8;

interface Score {
  readonly intent: Intent;
  readonly weight: number;
}

/** How people ask what holds, or want a procedure done: a topic alone is no question. */
const asksOrWishes =
  /[吗么呢伐嘛?？]|怎么|咋|如何|多少|几(?![次天遍年个百千万家户])|哪|什么|啥|找谁|归谁|谁能|能不能|可不可以|可以|有没有|没有$|要不要|是不是|行不行|管不管|够不够|赔不赔|政策|规定|咨询|查|问(?![她他它])|[我想]办|不会|帮|代办|上门|^开|办事|how|what|where|when|which|can|may|is there|do i|am i/u;
/** What a topic weighs that nothing is asked about. */
const onlyTopic = 1 / 2;

interface Weighed {
  /** Heaviest first; of what leads to one place the heavier name. */
  readonly scores: readonly Score[];
  readonly because: readonly string[];
  /** The words again without those that speak for the heaviest, or for nothing. */
  readonly unsaid: string;
}

/** What the lexicon says of the words. */
function weigh(said: string): Weighed {
  const weights = new Map<Intent, number>();
  const found: { readonly place: Intent; readonly words: string }[] = [];
  const asks = asksOrWishes.test(said);
  for (const { intent, weight, pattern } of signs) {
    const words = pattern.exec(said)?.[0];
    if (words === undefined) continue;
    const counted = placeOf(intent) === "policy" && !asks ? weight * onlyTopic : weight;
    weights.set(intent, (weights.get(intent) ?? 0) + counted);
    found.push({ place: placeOf(intent), words });
  }
  const sorted = Array.from(weights, ([intent, weight]) => ({ intent, weight })).toSorted(
    (one, other) => other.weight - one.weight,
  );
  const scores = oncePerPlace(sorted);
  const [top] = scores;
  const own = found.filter(({ place }) => top !== undefined && place === placeOf(top.intent));
  const unsaid = own.reduce((left, { words }) => left.replace(words, " "), said).replaceAll(filling, "");
  return { scores, because: found.map(({ words }) => words), unsaid };
}

/** What stands in any sentence; Latin letters are not counted, for a word has many. */
const filling =
  /请问|麻烦|一下|这里|这个|那个|我们|你们|他们|[我你他她您的了吗呢啊呀吧么伐哦嘛是在有个要想就都也还和跟给把到来去]|[a-z\s\p{P}]/gu;

function oncePerPlace<O extends { readonly intent: Intent }>(ranked: readonly O[]): readonly O[] {
  return ranked.filter(
    ({ intent }, at) => ranked.findIndex((one) => placeOf(one.intent) === placeOf(intent)) === at,
  );
}

/** Opinions by where they lead: what ends in the same place speaks together. */
function byPlace(opinions: readonly Opinion[]): readonly Opinion[] {
  const shares = new Map<Intent, number>();
  for (const { intent, share } of opinions)
    shares.set(placeOf(intent), (shares.get(placeOf(intent)) ?? 0) + share);
  return oncePerPlace(opinions)
    .map(({ intent }) => ({ intent, share: shares.get(placeOf(intent)) ?? 0 }))
    .toSorted((one, other) => other.share - one.share);
}

/** What a first sentence is after. Deterministic; the words alone decide, and a second opinion where there is one. */
export function recognise(words: string, second?: SecondOpinion): Recognised {
  const said = respelled(words.slice(0, longestLooked));
  const { scores, because, unsaid } = weigh(said);
  const [top, next] = scores;
  const opinions = byPlace(second?.on(said) ?? []);
  const [opinion] = opinions;
  const named = scores.map(({ intent }) => intent);
  const likely = opinion && opinion.share >= opinionJoins ? withOpinion(named, opinion.intent) : named;
  const perhaps = opinions.filter(({ share }) => share >= opinionOffered).map(({ intent }) => intent);
  const known = { likely, perhaps, because };
  const counts = opinion && opinion.share >= opinionCounts ? opinion.intent : undefined;
  if (top === undefined) {
    const isNear = counts !== undefined && placeOf(counts) === "report";
    return { ...known, standing: isNear ? "likely" : "unsure" };
  }
  const isStory = said.length > longestWish || unsaid.length > mostUnsaid;
  if (isStory && !hasWayOut.includes(placeOf(top.intent)))
    return { ...known, likely: withOpinion(likely, "report"), standing: "unsure" };
  if (placeOf(top.intent) === "policy" && !asksOrWishes.test(said)) return { ...known, standing: "unsure" };
  const rival = next?.weight ?? 0;
  const alone = standingOf(top, rival, undefined);
  const isHeard = counts !== undefined && (alone === "unsure" || second?.isOffices === true);
  const isAgreed = isHeard ? placeOf(counts) === placeOf(top.intent) : undefined;
  const standing = ofQuestion(said, top, standingOf(top, rival, isAgreed));
  return { ...known, standing: isPlausible(top, opinions) ? standing : weaker(standing, top) };
}

const asking =
  /能不能|可不可以|能否|要不要|算不算|几点|几[时号]|(?<!好)几天(?!了)|什么时候|哪[里儿个天]|可以.{0,10}[吗么伐]|[吗么伐][?？。!\s]*$/u;
const wantsDone = /修|来人|派|处理|管|清|看看|装|换|加|开到|can you/u;

/** Who asks and does not want somebody to come reports nothing without a way out; by one sign alone not even with it. */
function ofQuestion(said: string, top: Score, standing: Recognised["standing"]): Recognised["standing"] {
  const mayOnlyAsk = top.intent === "report" && asking.test(said) && !wantsDone.test(said);
  if (standing === "unsure" || !mayOnlyAsk) return standing;
  return top.weight > enough ? "likely" : "unsure";
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

/** What several signs say of a report needs no second opinion. */
function isPlausible({ intent, weight }: Score, opinions: readonly Opinion[]): boolean {
  const same = opinions.find((opinion) => placeOf(opinion.intent) === placeOf(intent));
  const isFirm = intent === "report" && weight > enough + 1;
  return isFirm || opinions.length === 0 || (same?.share ?? 0) >= leastPlausible;
}

/** A report goes on with its way out, anything else only to a menu. */
function weaker(standing: Recognised["standing"], { intent }: Score): Recognised["standing"] {
  return standing !== "unsure" && placeOf(intent) === "report" ? "likely" : "unsure";
}

/** The second opinion stands second, unless it is among them already. */
function withOpinion(named: readonly Intent[], other: Intent): readonly Intent[] {
  if (named.some((intent) => placeOf(intent) === placeOf(other))) return named;
  const [first, ...rest] = named;
  return first === undefined ? [other] : [first, other, ...rest];
}
