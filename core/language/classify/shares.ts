/** Scores of one row by several judges: `judges[judge][class]`. */
export interface Judged {
  readonly judges: readonly Float64Array[];
  readonly right: number;
  readonly weight: number;
}

/** How far each judge is believed. */
export type Belief = readonly number[];

const mostSteps = 25;

/** How often each class is right, given the sums of what believed judges say: they add up to one. */
export function sharesOf(sums: Float64Array): Float64Array {
  let highest = -Infinity;
  for (const sum of sums) highest = Math.max(highest, sum);
  const shares = sums.map((sum) => Math.exp(sum - highest));
  let all = 0;
  for (const share of shares) all += share;
  return shares.map((share) => share / all);
}

/** What believed judges say together. */
export function summed(judges: readonly Float64Array[], belief: Belief): Float64Array {
  const sums = new Float64Array(judges[0]?.length ?? 0);
  for (const [judge, scores] of judges.entries())
    for (const [one, score] of scores.entries()) sums[one] = (sums[one] ?? 0) + (belief[judge] ?? 0) * score;
  return sums;
}

/**
 * The belief under which rows that nobody learnt from are likeliest: multinomial logistic regression with one factor for each judge, by
 * Newton's method. Stays near `start` as far as there are few rows. Nothing is added for each class: that would favour large classes.
 */
export function believe(rows: readonly Judged[], start: Belief): Belief {
  let belief = start;
  let doubt = doubtOf(rows, belief, start);
  for (let step = 0; step < mostSteps; step += 1) {
    const move = newtonMove(rows, belief, start);
    const next = moved(belief, move, doubt, (tried) => doubtOf(rows, tried, start));
    const nextDoubt = doubtOf(rows, next, start);
    if (nextDoubt >= doubt - 1e-9) break;
    [belief, doubt] = [next, nextDoubt];
  }
  return belief;
}

/** A step along `move` that lessens the doubt: whole, or halved until it does. */
function moved(
  from: Belief,
  move: readonly number[],
  before: number,
  doubtIn: (tried: Belief) => number,
): Belief {
  for (let part = 1; part > 1e-4; part /= 2) {
    const tried = from.map((factor, judge) => factor + part * (move[judge] ?? 0));
    if (doubtIn(tried) < before) return tried;
  }
  return from;
}

/** How unlikely what is right is under a belief, and how far that is from the start. */
function doubtOf(rows: readonly Judged[], belief: Belief, start: Belief): number {
  let doubt = 0;
  for (const { judges, right, weight } of rows)
    doubt -= weight * Math.log(Math.max(1e-300, sharesOf(summed(judges, belief))[right] ?? 0));
  for (const [judge, factor] of belief.entries()) doubt += (factor - (start[judge] ?? 0)) ** 2 / 2;
  return doubt;
}

/** Where the doubt would be least if it were as curved everywhere as it is here. */
function newtonMove(rows: readonly Judged[], belief: Belief, start: Belief): readonly number[] {
  const slope = belief.map((factor, judge) => (start[judge] ?? 0) - factor);
  const curve = belief.map((_, one) => belief.map((__, other): number => (one === other ? 1 : 0)));
  for (const { judges, right, weight } of rows) {
    const shares = sharesOf(summed(judges, belief));
    const means = judges.map((scores) => meanOf(shares, scores));
    for (const [one, scores] of judges.entries()) {
      slope[one] = (slope[one] ?? 0) + weight * ((scores[right] ?? 0) - (means[one] ?? 0));
      const line = curve[one] ?? [];
      for (const [other, others] of judges.entries()) {
        const together = meanOf(shares, scores, others) - (means[one] ?? 0) * (means[other] ?? 0);
        line[other] = (line[other] ?? 0) + weight * together;
      }
    }
  }
  return solve(curve, slope);
}

/** The mean of scores, or of products of scores, over the classes. */
function meanOf(shares: Float64Array, scores: Float64Array, others?: Float64Array): number {
  let sum = 0;
  for (const [at, share] of shares.entries())
    sum += share * (scores[at] ?? 0) * (others ? (others[at] ?? 0) : 1);
  return sum;
}

/** Solves `matrix × answer = right` by Gaussian elimination; the matrix is positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const lines = matrix.map((line, at) => [...line, right[at] ?? 0]);
  const size = lines.length;
  for (const [at, line] of lines.entries()) {
    for (const other of lines.slice(at + 1)) {
      const factor = (other[at] ?? 0) / (line[at] ?? 1);
      for (let column = at; column <= size; column += 1)
        other[column] = (other[column] ?? 0) - factor * (line[column] ?? 0);
    }
  }
  const answer = right.map(() => 0);
  for (let at = size - 1; at >= 0; at -= 1) {
    let sum = lines[at]?.[size] ?? 0;
    for (let column = at + 1; column < size; column += 1)
      sum -= (lines[at]?.[column] ?? 0) * (answer[column] ?? 0);
    answer[at] = sum / (lines[at]?.[at] ?? 1);
  }
  return answer;
}
