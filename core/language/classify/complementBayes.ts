import { noWeights, type Lesson, type Weights } from "./fit.ts";

const smoothing = 0.1;

/**
 * Complement naive Bayes (Rennie et al. 2003, "Tackling the poor assumptions of naive Bayes text classifiers"): how unlike all other classes a feature is. Good where a class has few
 * texts, and wrong about other texts than a support vector machine.
 */
export function complementBayes(lesson: Lesson, picked: readonly number[]): Weights {
  const { rows, classes, weights: counts, classCount, columnCount } = lesson;
  const sums = new Float64Array(columnCount * classCount);
  for (const index of picked) {
    const row = rows[index];
    const one = classes[index] ?? 0;
    for (const [at, column] of row?.columns.entries() ?? []) {
      const cell = column * classCount + one;
      sums[cell] = (sums[cell] ?? 0) + (row?.values[at] ?? 0) * (counts[index] ?? 1);
    }
  }
  const weights = noWeights(lesson);
  const totals = totalsOf(sums, classCount);
  const total = totals.reduce((sum, one) => sum + one, 0);
  for (let column = 0; column < columnCount; column += 1) {
    const base = column * classCount;
    let all = 0;
    for (let one = 0; one < classCount; one += 1) all += sums[base + one] ?? 0;
    for (let one = 0; one < classCount; one += 1) {
      const elsewhere = all - (sums[base + one] ?? 0) + smoothing;
      const everything = total - (totals[one] ?? 0) + smoothing * columnCount;
      weights[base + one] = -Math.log(elsewhere / everything);
    }
    centre(weights, base, classCount);
  }
  return weights;
}

function totalsOf(sums: Float64Array, classCount: number): Float64Array {
  const totals = new Float64Array(classCount);
  for (const [cell, sum] of sums.entries())
    totals[cell % classCount] = (totals[cell % classCount] ?? 0) + sum;
  return totals;
}

/** Takes the mean off: only differences between classes matter. */
function centre(weights: Weights, base: number, classCount: number): void {
  let sum = 0;
  for (let one = 0; one < classCount; one += 1) sum += weights[base + one] ?? 0;
  for (let one = 0; one < classCount; one += 1)
    weights[base + one] = (weights[base + one] ?? 0) - sum / classCount;
}
