import { classifierOf, lengthOf, warmed } from "./classifier.ts";
import { complementBayes } from "./complementBayes.ts";
import { scoresOf, type Lesson, type Weights } from "./fit.ts";
import type { Classifier, Example, HeldOut, Warmth } from "./guess.ts";
import type { Model } from "./learnt.ts";
import { read } from "./reading.ts";
import { rowOf, worthOf } from "./rows.ts";
import { believe, summed, type Belief, type Judged } from "./shares.ts";
import { supportVectors } from "./supportVectors.ts";
import { counterOf, vocabularyOf, type Counted, type Vocabulary } from "./vocabulary.ts";

/** How many parts are held out in turn, to learn how often guesses are right. */
const partCount = 4;
/** Fewer examples are too few to hold any out: the judges are then believed as elsewhere. */
const fewToHoldOut = 12;
/** A title by itself is a row too, which counts less than the whole. */
const titleWeight = 0.5;
/** A feature must be in two texts where there are this many. */
const manyTexts = 400;
/** What both judges were believed on the data of docs/decisions/036-a-classifier-of-our-own.md, about. */
const usual: Belief = [2.5, 0.3];
/** How far small classes are made up for: 0 not at all, 1 so that each counts the same. */
const evening = 0.5;

/** Texts to learn from, counted: one row for each example, and one for its title. */
interface Material {
  readonly labels: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly counted: readonly Counted[];
  readonly classes: Uint32Array;
  readonly weights: Float32Array;
  readonly textLengths: readonly number[];
  /** Which example each row is of, and is it its title alone? */
  readonly owners: readonly number[];
  readonly areTitles: readonly boolean[];
}

/** What is learnt from some of the rows; all are there, to be asked about. */
interface Learnt {
  readonly lesson: Lesson;
  readonly worth: Float32Array;
  readonly judges: readonly Weights[];
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
  const held = examples.length < fewToHoldOut ? [] : holdOut(material, partsOf(examples));
  const belief = believe(held, usual).map((factor) => Math.max(0, factor));
  const together = held.map((row) => ({ ...row, scores: summed(row.judges, belief) }));
  const warmth = warmthOf(together);
  const { worth, judges } = learnFrom(
    material,
    material.owners.map((_, row) => row),
  );
  const { labels, vocabulary } = material;
  return {
    labels,
    vocabulary,
    worth,
    weights: mixed(judges, belief),
    warmth,
    heldOut: heldOutOf(together, warmth),
  };
}

function gather(examples: readonly Example[]): Material {
  const labels = Array.from(new Set(examples.map(({ label }) => label))).sort();
  const rows = examples.flatMap(({ text, title }, owner) => {
    const whole = { owner, isTitle: false, reading: read(text, title) };
    const hasBoth = title !== undefined && title !== "" && text !== "";
    return hasBoth ? [whole, { owner, isTitle: true, reading: read(title) }] : [whole];
  });
  const readings = rows.map(({ reading }) => reading);
  const vocabulary = vocabularyOf(readings, examples.length >= manyTexts ? 2 : 1);
  return {
    labels,
    vocabulary,
    counted: readings.map(counterOf(vocabulary)),
    classes: Uint32Array.from(rows, ({ owner }) => labels.indexOf(examples[owner]?.label ?? "")),
    weights: Float32Array.from(rows, ({ isTitle }) => (isTitle ? titleWeight : 1)),
    textLengths: readings.map(lengthOf),
    owners: rows.map(({ owner }) => owner),
    areTitles: rows.map(({ isTitle }) => isTitle),
  };
}

function learnFrom(material: Material, picked: readonly number[]): Learnt {
  const { labels, vocabulary, counted, classes } = material;
  const wholes = picked.filter((row) => material.areTitles[row] !== true);
  const worth = worthOf(vocabulary, material, wholes, labels.length);
  const lesson = {
    rows: counted.map((one) => rowOf(one, vocabulary, worth)),
    classes,
    weights: evened(material, picked),
    classCount: labels.length,
    columnCount: vocabulary.keys.length,
  };
  return { lesson, worth, judges: [supportVectors(lesson, picked), complementBayes(lesson, picked)] };
}

/** Rows of small classes count more. */
function evened({ classes, weights, labels }: Material, picked: readonly number[]): Float32Array {
  const counts = new Float64Array(labels.length);
  for (const row of picked) counts[classes[row] ?? 0] = (counts[classes[row] ?? 0] ?? 0) + 1;
  const usualCount = picked.length / labels.length;
  return weights.map(
    (weight, row) => weight * (usualCount / Math.max(1, counts[classes[row] ?? 0] ?? 0)) ** evening,
  );
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
function holdOut(material: Material, parts: readonly number[]): readonly HeldRow[] {
  const { owners, classes, weights, textLengths } = material;
  const rows = owners.map((_, row) => row);
  return Array.from({ length: partCount }, (_, part) => {
    const isOut = (row: number): boolean => parts[owners[row] ?? 0] === part;
    const picked = rows.filter((row) => !isOut(row));
    if (picked.length === 0) return [];
    const known = new Set(picked.map((row) => classes[row]));
    const { lesson, judges } = learnFrom(material, picked);
    return rows
      .filter((row) => isOut(row) && known.has(classes[row]))
      .map((row) => {
        const of = lesson.rows[row] ?? { columns: new Uint32Array(), values: new Float32Array() };
        return {
          judges: judges.map((judge) => scoresOf(judge, of, lesson.classCount)),
          right: classes[row] ?? 0,
          weight: weights[row] ?? 1,
          length: textLengths[row] ?? 0,
        };
      });
  }).flat();
}

/** Both judges are linear, so together they are one. */
function mixed(judges: readonly Weights[], belief: Belief): Weights {
  const weights = new Float32Array(judges[0]?.length ?? 0);
  for (const [judge, own] of judges.entries())
    for (let at = 0; at < weights.length; at += 1)
      weights[at] = (weights[at] ?? 0) + (belief[judge] ?? 0) * (own[at] ?? 0);
  return weights;
}

interface Together extends HeldRow {
  readonly scores: Float64Array;
}

/** The same score is worth more or less in a longer text. */
function warmthOf(rows: readonly Together[]): Warmth {
  const judged = rows.map(({ scores, length, right, weight }) => ({
    judges: [scores, scores.map((score) => score * length)],
    right,
    weight,
  }));
  const [plain = 1, long = 0] = believe(judged, [1, 0]);
  return { plain, long };
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
