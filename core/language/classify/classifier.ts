import { decidingWords } from "./because.ts";
import { scoresOf } from "./fit.ts";
import type { Classifier, ClassifierJson, Guess, Warmth } from "./guess.ts";
import type { Model } from "./learnt.ts";
import { packed, unpackedKeys, unpackedWeights, unpackedWorth } from "./packing.ts";
import { read, type Reading } from "./reading.ts";
import { rowOf, type Row } from "./rows.ts";
import { sharesOf } from "./shares.ts";
import { counterOf, vocabularyFrom } from "./vocabulary.ts";

/** Fewer held-out guesses than this tell nothing about how often they are right. */
const fewest = 20;

/** A classifier out of what was learnt. */
export function classifierOf(model: Model): Classifier {
  const count = counterOf(model.vocabulary);
  return {
    labels: model.labels,
    classify: (text, title) => {
      const reading = read(text, title);
      return guess(model, reading, rowOf(count(reading), model.vocabulary, model.worth));
    },
    sureFrom: (right) =>
      model.heldOut.find((held) => held.count >= fewest && held.right >= right * held.count)?.share,
    toJson: () => packed(model),
  };
}

/** The classifier that `toJson` stored. Throws if it is of another version. */
export function classifierFrom(json: ClassifierJson): Classifier {
  if (json.version !== 1) throw new Error(`a classifier of version ${String(json.version)} cannot be read`);
  return classifierOf({
    labels: json.labels,
    vocabulary: vocabularyFrom(unpackedKeys(json)),
    worth: unpackedWorth(json),
    weights: unpackedWeights(json),
    warmth: json.warmth,
    heldOut: json.heldOut,
  });
}

/** How long a text is: titles are about -1, letters about 1, none beyond -2 and 2. */
export function lengthOf(reading: Reading): number {
  return Math.max(-2, Math.min(2, Math.log(1 + reading.plain.length) - 4.5));
}

/** Shares out of the scores of a row. */
export function warmed(scores: Float64Array, length: number, { plain, long }: Warmth): Float64Array {
  const factor = Math.max(plain / 4, plain + long * length);
  return sharesOf(scores.map((score) => factor * score));
}

function guess(model: Model, reading: Reading, row: Row): Guess {
  const { labels, weights, warmth } = model;
  const shares = warmed(scoresOf(weights, row, labels.length), lengthOf(reading), warmth);
  const ranked = labels
    .map((label, one) => ({ label, one, share: shares[one] ?? 0 }))
    .sort((one, other) => other.share - one.share);
  const [best, ...others] = ranked;
  if (!best) throw new Error("a classifier without labels");
  return {
    label: best.label,
    share: best.share,
    because: decidingWords(model, reading, row, best.one),
    others: others.map(({ label, share }) => ({ label, share })),
  };
}
