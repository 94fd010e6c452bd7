import { classifierOf, lengthOf, warmed } from "./classifier.ts";
import { complementBayes } from "./complementBayes.ts";
import { scoresOf, type Lesson, type Weights } from "./fit.ts";
import type { Classifier, Example, HeldOut, Warmth } from "./guess.ts";
import type { Model } from "./learnt.ts";
import { read, type Reading } from "./reading.ts";
import { rowMaker, vocabularyOf, type Vocabulary } from "./rows.ts";
import { believe, summed, type Belief, type Judged } from "./shares.ts";
import { supportVectors } from "./supportVectors.ts";

/** How many parts are held out in turn, to learn how often guesses are right. */
const partCount = 4;
/** Fewer examples are too few to hold any out: the judges are then believed as elsewhere. */
const fewToHoldOut = 12;
/** A title by itself is a row too, which counts less than the whole. */
const titleWeight = 0.5;
/** A feature must be in two texts where there are this many. */
const manyTexts = 400;
/** What both judges were believed on the data of docs/decisions/036-a-classifier-of-our-own.md, about. */
const usual: Omit<Belief, "constants"> = { judges: Float64Array.of(2.5, 1) };

/** Rows, and which example each is of. */
interface Material {
  readonly labels: readonly string[];
  readonly lesson: Lesson;
  readonly owners: readonly number[];
  readonly readings: readonly Reading[];
  readonly vocabulary: Vocabulary;
}

/** A row nobody learnt from: its judges' scores, its class, how long its text is. */
interface HeldRow extends Judged {
  readonly length: number;
}

/**
 * Learns to sort texts like the examples: a support vector machine and complement naive Bayes, each believed as far as it was right
 * on examples it had not seen. The same examples in the same order always make the same classifier. Some seconds for thousands. Throws without examples.
 */
export function trainClassifier(examples: readonly Example[]): Classifier {
  return classifierOf(learn(examples));
}

function learn(examples: readonly Example[]): Model {
  if (examples.length === 0) throw new Error("there is nothing to learn from");
  const material = gather(examples);
  const { labels, lesson, vocabulary } = material;
  const held = examples.length < fewToHoldOut ? [] : holdOut(material, partsOf(examples));
  const start = { ...usual, constants: new Float64Array(labels.length) };
  const belief = positive(believe(held, start));
  const together = held.map((row) => ({ ...row, scores: summed(row.judges, belief) }));
  const warmth = warmthOf(together, labels.length);
  const all = lesson.rows.map((_, row) => row);
  const weights = mixed([supportVectors(lesson, all), complementBayes(lesson, all)], belief);
  return { labels, vocabulary, weights, warmth, heldOut: heldOutOf(together, warmth) };
}

function gather(examples: readonly Example[]): Material {
  const labels = Array.from(new Set(examples.map(({ label }) => label))).sort();
  const readings: Reading[] = [];
  const owners: number[] = [];
  const weights: number[] = [];
  for (const [owner, { text, title }] of examples.entries()) {
    readings.push(read(text, title));
    owners.push(owner);
    weights.push(1);
    if (title === undefined || title === "" || text === "") continue;
    readings.push(read(title));
    owners.push(owner);
    weights.push(titleWeight);
  }
  const vocabulary = vocabularyOf(readings, examples.length >= manyTexts ? 2 : 1);
  const toRow = rowMaker(vocabulary);
  const lesson = {
    rows: readings.map(toRow),
    classes: Uint32Array.from(owners, (owner) => labels.indexOf(examples[owner]?.label ?? "")),
    weights: Float32Array.from(weights),
    classCount: labels.length,
    columnCount: vocabulary.keys.length,
  };
  return { labels, lesson, owners, readings, vocabulary };
}

/** The part each example is held out with: those of one label go to all parts in turn. */
function partsOf(examples: readonly Example[]): readonly number[] {
  const seen = new Map<string, number>();
  return examples.map(({ label }) => {
    const before = seen.get(label) ?? 0;
    seen.set(label, before + 1);
    return before % partCount;
  });
}

/** What each judge says of rows whose part it did not learn from. */
function holdOut({ lesson, owners, readings }: Material, parts: readonly number[]): readonly HeldRow[] {
  const held: HeldRow[] = [];
  for (let part = 0; part < partCount; part += 1) {
    const isOut = (row: number): boolean => parts[owners[row] ?? 0] === part;
    const rows = lesson.rows.map((_, row) => row);
    const learnt = rows.filter((row) => !isOut(row));
    const known = new Set(learnt.map((row) => lesson.classes[row]));
    const judges = [supportVectors(lesson, learnt), complementBayes(lesson, learnt)];
    for (const row of rows.filter((one) => isOut(one) && known.has(lesson.classes[one]))) {
      const [of, reading] = [lesson.rows[row], readings[row]];
      if (!of || !reading) continue;
      held.push({
        judges: judges.map((weights) => scoresOf(weights, of, lesson.classCount)),
        right: lesson.classes[row] ?? 0,
        weight: lesson.weights[row] ?? 1,
        length: lengthOf(reading),
      });
    }
  }
  return held;
}

function positive({ judges, constants }: Belief): Belief {
  return { judges: judges.map((factor) => Math.max(0, factor)), constants };
}

/** Both judges are linear, so together they are one. */
function mixed(judges: readonly Weights[], belief: Belief): Weights {
  const classCount = belief.constants.length;
  const weights = new Float32Array(judges[0]?.length ?? 0);
  for (const [judge, own] of judges.entries())
    for (let at = 0; at < weights.length; at += 1)
      weights[at] = (weights[at] ?? 0) + (belief.judges[judge] ?? 0) * (own[at] ?? 0);
  const from = weights.length - classCount;
  for (const [one, constant] of belief.constants.entries())
    weights[from + one] = (weights[from + one] ?? 0) + constant;
  return weights;
}

interface Together extends HeldRow {
  readonly scores: Float64Array;
}

/** The same score is worth more or less in a longer text. */
function warmthOf(rows: readonly Together[], classCount: number): Warmth {
  const judged = rows.map(({ scores, length, right, weight }) => ({
    judges: [scores, scores.map((score) => score * length)],
    right,
    weight,
  }));
  const start = { judges: Float64Array.of(1, 0), constants: new Float64Array(classCount) };
  const { judges, constants } = believe(judged, start);
  return { plain: judges[0] ?? 1, long: judges[1] ?? 0, constants: Array.from(constants) };
}

/** How often held-out guesses were right, from each share on. */
function heldOutOf(rows: readonly Together[], warmth: Warmth): readonly HeldOut[] {
  const guesses = rows.map(({ scores, length, right }) => {
    const shares = warmed(scores, length, warmth);
    const share = Math.max(...shares);
    return { share, isRight: shares[right] === share };
  });
  return Array.from({ length: 100 }, (_, percent) => {
    const those = guesses.filter(({ share }) => share >= percent / 100);
    const right = those.filter(({ isRight }) => isRight).length;
    return { share: percent / 100, count: those.length, right };
  });
}
