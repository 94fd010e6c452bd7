import type { Example } from "../model.ts";

/** Words whose meaning the program knows before any office has said anything. */
export interface Shipped {
  readonly words: string;
  readonly label: string;
  /** A word alone, which nobody can guess who has not been told: never held out. */
  readonly isWord?: boolean;
}

/** A sentence to train and to be examined with. */
export interface Sentence extends Shipped {
  readonly key: string;
  /** shipped with the program · known: the model that serves now was made from it, too · fresh: said since */
  readonly group: "shipped" | "known" | "fresh";
}

/** What two models, neither made from a sentence, took it for. */
export interface Examined {
  readonly sentence: Sentence;
  readonly before: string;
  readonly after: string;
}

/** How many sentences there were, and how many were taken for what they are. */
export interface Tally {
  readonly total: number;
  readonly before: number;
  readonly after: number;
}

/** What an examination came to: of what was known already, and of what was said since. */
export interface Result {
  readonly known: Tally;
  readonly fresh: Tally;
}

/** Three of a hundred known sentences may be lost where others are won, or one of few: so much changes by chance. */
const lossAllowed = 0.03;
/** So many sentences are examined in folds, each left out once; of more a fifth is left out, once. */
const mostInFolds = 2_000;
const parts = 5;

/** A number of a key that is the same on every machine (FNV-1a, 32 bits). */
function numberOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

/** The parts that are left out one after the other: each sentence once where there are few, a fifth of them where there are many. */
export function foldsOf(sentences: readonly Sentence[]): readonly (readonly Sentence[])[] {
  const told = sentences.filter(({ isWord }) => isWord !== true);
  const folds = Array.from({ length: told.length > mostInFolds ? 1 : parts }, (): Sentence[] => []);
  for (const sentence of told) folds[numberOf(sentence.key) % parts]?.push(sentence);
  return folds.filter((fold) => fold.length > 0);
}

/** Every sentence of a task, in an order that does not depend on anything else. */
export function sentencesOf(
  shipped: readonly Shipped[],
  examples: readonly Example[],
  knownUntil: number | undefined,
): readonly Sentence[] {
  const told = examples.map(({ key, words, label, at }): Sentence => {
    const isKnown = knownUntil !== undefined && at < knownUntil;
    return { key, words, label, group: isKnown ? "known" : "fresh" };
  });
  told.sort((one, other) => (one.key < other.key ? -1 : 1));
  return [...shipped.map(shippedSentence), ...told];
}

function shippedSentence(shipped: Shipped): Sentence {
  return { ...shipped, key: `shipped ${shipped.words}`, group: "shipped" };
}

export function resultOf(examined: readonly Examined[]): Result {
  const isFresh = ({ sentence }: Examined): boolean => sentence.group === "fresh";
  return {
    known: tally(examined.filter((one) => !isFresh(one))),
    fresh: tally(examined.filter(isFresh)),
  };
}

function tally(examined: readonly Examined[]): Tally {
  const isRight = (guess: "before" | "after") => (one: Examined) => one[guess] === one.sentence.label;
  return {
    total: examined.length,
    before: examined.filter(isRight("before")).length,
    after: examined.filter(isRight("after")).length,
  };
}

/** The share of all sentences that was taken for what it is; 0 where there were none. */
export function scoreOf({ known, fresh }: Result, which: "before" | "after"): number {
  const total = known.total + fresh.total;
  return total === 0 ? 0 : (known[which] + fresh[which]) / total;
}

/**
 * Is what was made anew to serve from now on? Only if it is right about no fewer sentences than what serves now, and loses
 * hardly any of those that were known: what many wrong corrections say about each other is no reason to forget the rest.
 */
export function isBetter(result: Result): boolean {
  const { known } = result;
  const lost = known.before - known.after;
  return (
    scoreOf(result, "after") >= scoreOf(result, "before") &&
    lost <= Math.max(1, Math.floor(known.total * lossAllowed))
  );
}

/** How the sentences of one label fared. */
export interface LabelChange extends Tally {
  readonly label: string;
  /** How many of them were said since. */
  readonly fresh: number;
}

/** A sentence that is taken for something else than before, by its key. */
export interface SentenceChange {
  readonly key: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What changes, to be shown: labels with something new or different, and sentences. */
export interface Changes extends Result {
  readonly labels: readonly LabelChange[];
  readonly sentences: readonly SentenceChange[];
}

/** More are not kept for showing. */
const mostSentences = 30;

export function changesOf(examined: readonly Examined[]): Changes {
  const byLabel = Map.groupBy(examined, ({ sentence }) => sentence.label);
  const labels = Array.from(byLabel, ([label, ofLabel]): LabelChange => {
    const fresh = ofLabel.filter(({ sentence }) => sentence.group === "fresh").length;
    return { label, fresh, ...tally(ofLabel) };
  });
  const sentences = examined
    .filter(({ before, after }) => before !== after)
    .sort(freshFirst)
    .slice(0, mostSentences)
    .map(({ sentence: { key, label }, before, after }) => ({ key, label, before, after }));
  return {
    ...resultOf(examined),
    labels: labels
      .filter(({ fresh, before, after }) => fresh > 0 || before !== after)
      .sort((one, other) => other.fresh - one.fresh || (one.label < other.label ? -1 : 1)),
    sentences,
  };
}

function freshFirst({ sentence: one }: Examined, { sentence: other }: Examined): number {
  return Number(other.group === "fresh") - Number(one.group === "fresh") || (one.key < other.key ? -1 : 1);
}
