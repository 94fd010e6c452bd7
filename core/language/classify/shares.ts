/** Scores of one row by several judges: `judges[judge][class]`. */
export interface Judged {
  readonly judges: readonly Float64Array[];
  readonly right: number;
  readonly weight: number;
}

/** How far each judge is believed, and what is added for each class. */
export interface Belief {
  readonly judges: Float64Array;
  readonly constants: Float64Array;
}

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
  return belief.constants.map((constant, one) => {
    let sum = constant;
    for (const [judge, scores] of judges.entries()) sum += (belief.judges[judge] ?? 0) * (scores[one] ?? 0);
    return sum;
  });
}

/**
 * The belief under which rows that nobody learnt from are likeliest: multinomial logistic regression with one factor for each judge
 * and one constant for each class, by Newton's method. Stays near `start` as far as there are few rows.
 */
export function believe(rows: readonly Judged[], start: Belief, pull = 1): Belief {
  let belief = start;
  let doubt = doubtOf(rows, belief, start, pull);
  for (let step = 0; step < mostSteps; step += 1) {
    const { slope, curve } = slopeOf(rows, belief, start, pull);
    const move = solve(curve, slope);
    const [next, nextDoubt] = moved(belief, move, (tried) => doubtOf(rows, tried, start, pull), doubt);
    if (!(nextDoubt < doubt - 1e-9)) break;
    [belief, doubt] = [next, nextDoubt];
  }
  return belief;
}

/** A step along `move` that lessens the doubt: whole, or halved until it does. */
function moved(
  from: Belief,
  move: Float64Array,
  doubtIn: (tried: Belief) => number,
  before: number,
): readonly [Belief, number] {
  const judgeCount = from.judges.length;
  for (let part = 1; part > 1e-4; part /= 2) {
    const tried = {
      judges: from.judges.map((factor, judge) => factor + part * (move[judge] ?? 0)),
      constants: from.constants.map((constant, one) => constant + part * (move[judgeCount + one] ?? 0)),
    };
    const doubt = doubtIn(tried);
    if (doubt < before) return [tried, doubt];
  }
  return [from, before];
}

/** How unlikely what is right is under a belief, and how far that is from the start. */
function doubtOf(rows: readonly Judged[], belief: Belief, start: Belief, pull: number): number {
  let doubt = 0;
  for (const { judges, right, weight } of rows)
    doubt -= weight * Math.log(Math.max(1e-300, sharesOf(summed(judges, belief))[right] ?? 0));
  for (const [judge, factor] of belief.judges.entries())
    doubt += (pull / 2) * (factor - (start.judges[judge] ?? 0)) ** 2;
  for (const [one, constant] of belief.constants.entries())
    doubt += (pull / 2) * (constant - (start.constants[one] ?? 0)) ** 2;
  return doubt;
}

interface Slope {
  readonly slope: Float64Array;
  readonly curve: Float64Array[];
}

function slopeOf(rows: readonly Judged[], belief: Belief, start: Belief, pull: number): Slope {
  const judgeCount = belief.judges.length;
  const size = judgeCount + belief.constants.length;
  const slope = new Float64Array(size);
  const curve = Array.from({ length: size }, () => new Float64Array(size));
  for (const row of rows) addRow({ slope, curve }, row, sharesOf(summed(row.judges, belief)), judgeCount);
  for (let at = 0; at < size; at += 1) {
    const from = at < judgeCount ? start.judges[at] : start.constants[at - judgeCount];
    const now = at < judgeCount ? belief.judges[at] : belief.constants[at - judgeCount];
    slope[at] = (slope[at] ?? 0) - pull * ((now ?? 0) - (from ?? 0));
    const line = curve[at];
    if (line) line[at] = (line[at] ?? 0) + pull;
  }
  return { slope, curve };
}

/** Adds what one row says about the slope, and how the slope bends there. */
function addRow(to: Slope, row: Judged, shares: Float64Array, judgeCount: number): void {
  const size = to.slope.length;
  const means = new Float64Array(size);
  for (const [judge, scores] of row.judges.entries())
    for (const [one, share] of shares.entries())
      means[judge] = (means[judge] ?? 0) + share * (scores[one] ?? 0);
  means.set(shares, judgeCount);
  for (let at = 0; at < size; at += 1) {
    const seen = at < judgeCount ? row.judges[at]?.[row.right] : at - judgeCount === row.right ? 1 : 0;
    to.slope[at] = (to.slope[at] ?? 0) + row.weight * ((seen ?? 0) - (means[at] ?? 0));
  }
  for (let one = 0; one < size; one += 1) {
    const line = to.curve[one];
    if (!line) continue;
    for (let other = 0; other <= one; other += 1) {
      const together = jointMean(row.judges, shares, one, other) - (means[one] ?? 0) * (means[other] ?? 0);
      line[other] = (line[other] ?? 0) + row.weight * together;
      const mirror = to.curve[other];
      if (mirror && other !== one) mirror[one] = line[other] ?? 0;
    }
  }
}

/** The mean of the product of two features over the classes; a constant is a feature of its own class alone. */
function jointMean(
  judges: readonly Float64Array[],
  shares: Float64Array,
  one: number,
  other: number,
): number {
  const judgeCount = judges.length;
  if (one >= judgeCount && other >= judgeCount) return one === other ? (shares[one - judgeCount] ?? 0) : 0;
  if (one >= judgeCount) return (shares[one - judgeCount] ?? 0) * (judges[other]?.[one - judgeCount] ?? 0);
  let sum = 0;
  for (const [at, share] of shares.entries())
    sum += share * (judges[one]?.[at] ?? 0) * (judges[other]?.[at] ?? 0);
  return sum;
}

/** Solves `matrix × answer = right` by Gaussian elimination; the matrix is positive definite. */
export function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const lines = matrix.map((line, at) => Float64Array.from([...line, right[at] ?? 0]));
  const size = lines.length;
  for (const [at, line] of lines.entries()) {
    const pivot = line[at] ?? 1;
    for (let below = at + 1; below < size; below += 1) {
      const other = lines[below];
      const factor = (other?.[at] ?? 0) / pivot;
      if (!other || factor === 0) continue;
      for (let column = at; column <= size; column += 1)
        other[column] = (other[column] ?? 0) - factor * (line[column] ?? 0);
    }
  }
  const answer = new Float64Array(size);
  for (let at = size - 1; at >= 0; at -= 1) {
    let sum = lines[at]?.[size] ?? 0;
    for (let column = at + 1; column < size; column += 1)
      sum -= (lines[at]?.[column] ?? 0) * (answer[column] ?? 0);
    answer[at] = sum / (lines[at]?.[at] ?? 1);
  }
  return answer;
}
