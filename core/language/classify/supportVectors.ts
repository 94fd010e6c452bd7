import { addTo, noWeights, scoresOf, type Lesson, type Weights } from "./fit.ts";

/** How much a mistake costs against large weights. */
const cost = 1;
const [fewestRounds, mostRounds] = [10, 60];
/** Values looked at in all rounds together: some seconds. */
const patience = 30_000_000;
/** A round that moves no multiplier by more than this is the last. */
const settled = 0.02;
/** A multiplier that would move by less than this stays: most of the time goes into moving weights. */
const trifle = 0.01;

/**
 * A linear support vector machine, each class against all others, with squared hinge loss: dual coordinate descent (Hsieh et al. 2008,
 * "A dual coordinate descent method for large-scale linear SVM", algorithm 1) for all classes of a row at once, since they share its columns. The same lesson
 * always gives the same weights.
 */
export function supportVectors(lesson: Lesson, picked: readonly number[]): Weights {
  const { rows, classes, weights: counts, classCount } = lesson;
  const weights = noWeights(lesson);
  const alphas = new Float64Array(picked.length * classCount);
  const lengths = Float64Array.from(picked, (row) => 1 + squareOf(rows[row]?.values));
  const order = Uint32Array.from(picked.keys());
  const random = createRandom();
  const steps = new Float64Array(classCount);
  const rounds = roundsFor(picked.reduce((sum, row) => sum + (rows[row]?.columns.length ?? 0), 0));
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    let furthest = 0;
    for (const at of order) {
      const index = picked[at] ?? 0;
      const row = rows[index];
      if (!row) continue;
      const softness = 0.5 / (cost * (counts[index] ?? 1));
      const scores = scoresOf(weights, row, classCount);
      let moved = 0;
      for (let one = 0; one < classCount; one += 1) {
        const sign = classes[index] === one ? 1 : -1;
        const alpha = alphas[at * classCount + one] ?? 0;
        const slope = sign * (scores[one] ?? 0) - 1 + softness * alpha;
        const next = Math.max(0, alpha - slope / ((lengths[at] ?? 1) + softness));
        const isTrifle = Math.abs(next - alpha) < trifle;
        steps[one] = isTrifle ? 0 : sign * (next - alpha);
        if (isTrifle) continue;
        alphas[at * classCount + one] = next;
        moved = Math.max(moved, Math.abs(next - alpha));
      }
      if (moved > 0) addTo(weights, row, steps);
      furthest = Math.max(furthest, moved);
    }
    if (furthest < settled) break;
  }
  return weights;
}

/** Small lessons get more rounds. */
function roundsFor(values: number): number {
  return Math.max(fewestRounds, Math.min(mostRounds, Math.floor(patience / Math.max(1, values))));
}

function squareOf(values: Float32Array | undefined): number {
  let sum = 0;
  for (const value of values ?? []) sum += value * value;
  return sum;
}

/** xorshift32 from a fixed seed: the same order each time. */
function createRandom(): () => number {
  let state = 2463534242;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
}
