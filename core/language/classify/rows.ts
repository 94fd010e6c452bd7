import { groupCount, groupOf, groups } from "./reading.ts";
import type { Counted, Vocabulary } from "./vocabulary.ts";

/** What a text has of each known feature, weighed; each group of features has a length of its own, whatever the text's. */
export interface Row {
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}

/** How long a row is in each group: found by trying on held-out folds, docs/decisions/036-a-classifier-of-our-own.md. Signals are as long as they tell. */
const lengths: readonly (number | undefined)[] = [1, 0.5, 0.7, 0.4, undefined, 0.5];
/** Said twice counts more than once, but less than two. */
const repetition = 0.75;
/** So many texts without a class stand beside those that have a feature: what is rare tells little, whatever it was seen with. */
const doubt = 5;
/** What a feature is worth that tells no class from another. */
const least = 0.1;
const signalWorth = 1.5;

/** Texts that were counted, and the class of each. */
export interface Labelled {
  readonly counted: readonly Counted[];
  readonly classes: Uint32Array;
}

/**
 * What each feature is worth: how rare it is (inverse document frequency), times the root of what it tells about classes (the divergence of its classes from all, in
 * nats). Only from texts that may be learnt from.
 */
export function worthOf(
  { keys }: Vocabulary,
  texts: Labelled,
  picked: readonly number[],
  classCount: number,
): Float32Array {
  const columnCount = keys.length;
  const seen = new Float32Array(columnCount * classCount);
  const ofClass = new Float64Array(classCount);
  for (const index of picked) {
    const one = texts.classes[index] ?? 0;
    ofClass[one] = (ofClass[one] ?? 0) + 1;
    for (const column of texts.counted[index]?.columns ?? [])
      seen[column * classCount + one] = (seen[column * classCount + one] ?? 0) + 1;
  }
  const usual = ofClass.map((count) => count / Math.max(1, picked.length));
  return Float32Array.from(keys, (key, column) => {
    const classes = seen.subarray(column * classCount, (column + 1) * classCount);
    const count = classes.reduce((sum, one) => sum + one, 0);
    const rarity = Math.log((1 + picked.length) / (1 + count)) + 1;
    const tells = divergence(classes, usual, count);
    return groupOf(key) === groups.signal ? rarity * tells * signalWorth : rarity * Math.sqrt(least + tells);
  });
}

/** How far the classes of texts with a feature are from those of all texts (Kullback and Leibler). */
function divergence(classes: Float32Array, usual: Float64Array, count: number): number {
  let sum = 0;
  for (const [one, part] of usual.entries()) {
    const here = ((classes[one] ?? 0) + doubt * part) / (count + doubt);
    if (here > 0) sum += here * Math.log(here / part);
  }
  return sum;
}

/** A text as a row. */
export function rowOf({ columns, often }: Counted, { keys }: Vocabulary, worth: Float32Array): Row {
  const values = new Float32Array(columns.length);
  const squares = new Float64Array(groupCount);
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at] ?? 0;
    const value = (often[at] ?? 0) ** repetition * (worth[column] ?? 0);
    const group = groupOf(keys[column] ?? 0);
    values[at] = value;
    squares[group] = (squares[group] ?? 0) + value * value;
  }
  const scales = squares.map((square, group) => scaleOf(square, group));
  for (let at = 0; at < columns.length; at += 1)
    values[at] = (values[at] ?? 0) * (scales[groupOf(keys[columns[at] ?? 0] ?? 0)] ?? 0);
  return { columns, values };
}

function scaleOf(square: number, group: number): number {
  const length = lengths[group];
  if (length === undefined) return 1;
  return square > 0 ? length / Math.sqrt(square) : 0;
}
