import { createHash } from "node:crypto";
import {
  classifierFrom,
  trainClassifier,
  type Classifier,
  type ClassifierJson,
} from "../../language/index.ts";
import type { Example } from "../model.ts";
import {
  changesOf,
  foldsOf,
  isBetter,
  sentencesOf,
  type Changes,
  type Examined,
  type Sentence,
  type Shipped,
} from "./model.ts";

/** Everything a training is made from. */
export interface Material {
  readonly shipped: readonly Shipped[];
  readonly examples: readonly Example[];
  /** The model that serves now was made from what had been said until then; undefined where only the shipped one serves. */
  readonly knownUntil: number | undefined;
}

/** What came of a training; the same material gives the same, wherever it is done. */
export interface Trained {
  /** The classifier made from everything, as JSON. */
  readonly model: string;
  readonly isBetter: boolean;
  readonly changes: Changes;
}

/** Makes a model from everything, and examines one made the same way, without what is examined, beside what serves now. */
export function train({ shipped, examples, knownUntil }: Material): Trained {
  const sentences = sentencesOf(shipped, examples, knownUntil);
  const changes = changesOf(foldsOf(sentences).flatMap((fold) => examine(sentences, fold)));
  const model = JSON.stringify(madeFrom(sentences).toJson());
  return { model, isBetter: isBetter(changes), changes };
}

function examine(sentences: readonly Sentence[], fold: readonly Sentence[]): readonly Examined[] {
  const out = new Set(fold);
  const others = sentences.filter((sentence) => !out.has(sentence));
  const known = others.filter(({ group }) => group !== "fresh");
  const before = guessesOf(known, fold);
  const after = known.length === others.length ? before : guessesOf(others, fold);
  return fold.map((sentence, at) => ({ sentence, before: before[at] ?? "", after: after[at] ?? "" }));
}

/** What a classifier made from sentences takes others for; it is gone before the next is made, so that two never need memory at once. */
function guessesOf(sentences: readonly Sentence[], others: readonly Sentence[]): readonly string[] {
  const { classify } = madeFrom(sentences);
  return others.map(({ words }) => classify(words).label);
}

/** A classifier made from sentences and from nothing else. */
export function madeFrom(sentences: readonly Shipped[]): Classifier {
  return trainClassifier(sentences.map(({ words, label }) => ({ text: words, label })));
}

/** The classifier that `train` stored. */
export function readModel(model: string): Classifier {
  return classifierFrom(JSON.parse(model) as ClassifierJson);
}

/** Names material: two trainings from the same have the same name. */
export function nameOf(shipped: readonly Shipped[], examples: readonly Example[]): string {
  const said = examples.map(({ key, words, label }) => [key, words, label]);
  return createHash("sha256")
    .update(JSON.stringify([shipped, said]))
    .digest("base64url");
}
