import type { Row } from "./rows.ts";

/** Rows to learn from: what each is, and how much it counts. */
export interface Lesson {
  readonly rows: readonly Row[];
  /** The class of each row: 0, 1 … */
  readonly classes: Uint32Array;
  readonly weights: Float32Array;
  readonly classCount: number;
  readonly columnCount: number;
}

/** A weight for each column and class (`weights[column * classCount + class]`), after the columns one constant for each class. */
export type Weights = Float32Array;

/** What a row scores for each class. */
export function scoresOf(weights: Weights, row: Row, classCount: number): Float64Array {
  const scores = new Float64Array(classCount);
  const { columns, values } = row;
  for (let at = 0; at < columns.length; at += 1) {
    const base = (columns[at] ?? 0) * classCount;
    const value = values[at] ?? 0;
    for (let one = 0; one < classCount; one += 1)
      scores[one] = (scores[one] as number) + (weights[base + one] as number) * value;
  }
  const constants = weights.length - classCount;
  for (let one = 0; one < classCount; one += 1)
    scores[one] = (scores[one] ?? 0) + (weights[constants + one] ?? 0);
  return scores;
}

/** Adds `by[class] × value` to the weights of a row's columns, and `by[class]` to the constants. */
export function addTo(weights: Weights, row: Row, by: Float64Array): void {
  const classCount = by.length;
  const { columns, values } = row;
  for (let at = 0; at < columns.length; at += 1) {
    const base = (columns[at] ?? 0) * classCount;
    const value = values[at] ?? 0;
    for (let one = 0; one < classCount; one += 1)
      weights[base + one] = (weights[base + one] as number) + (by[one] as number) * value;
  }
  const constants = weights.length - classCount;
  for (let one = 0; one < classCount; one += 1)
    weights[constants + one] = (weights[constants + one] ?? 0) + (by[one] ?? 0);
}

/** No weights yet. */
export function noWeights({ classCount, columnCount }: Lesson): Weights {
  return new Float32Array((columnCount + 1) * classCount);
}
