/** One guess beside what is right. */
export interface Judged {
  readonly right: string;
  readonly guessed: string;
  readonly share: number;
}

/** How well one class was found. */
export interface ClassFigures {
  readonly label: string;
  readonly count: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Precision, recall and F1 of each class among what is right, in the order of labels. */
export function classFigures(judged: readonly Judged[]): readonly ClassFigures[] {
  const labels = Array.from(new Set(judged.map(({ right }) => right))).sort();
  return labels.map((label) => {
    const count = judged.filter(({ right }) => right === label).length;
    const guessed = judged.filter((one) => one.guessed === label).length;
    const both = judged.filter((one) => one.right === label && one.guessed === label).length;
    const f1 = count + guessed === 0 ? 0 : (2 * both) / (count + guessed);
    return { label, count, precision: guessed === 0 ? 0 : both / guessed, recall: both / count, f1 };
  });
}

/** The mean of the classes' F1: a small class counts as much as a large one. */
export function macroF1(judged: readonly Judged[]): number {
  return mean(classFigures(judged).map(({ f1 }) => f1));
}

/** How many guesses are right, 0 to 1. */
export function accuracy(judged: readonly Judged[]): number {
  return mean(judged.map(({ right, guessed }) => (right === guessed ? 1 : 0)));
}

/** The largest part, surest first, of which at least `wanted` are right; and the share it ends at. */
export function surePart(
  judged: readonly Judged[],
  wanted: number,
): { readonly part: number; readonly from: number } {
  const sorted = judged.toSorted((one, other) => other.share - one.share);
  let [right, part, from] = [0, 0, 1];
  for (const [at, one] of sorted.entries()) {
    if (one.right === one.guessed) right += 1;
    const isLastOfShare = sorted[at + 1]?.share !== one.share;
    if (isLastOfShare && right >= wanted * (at + 1)) [part, from] = [(at + 1) / sorted.length, one.share];
  }
  return { part, from };
}

/** How many guesses have at least this share, and how many of those are right. */
export function routedFrom(
  judged: readonly Judged[],
  from: number,
): { readonly part: number; readonly right: number } {
  const routed = judged.filter(({ share }) => share >= from);
  return { part: routed.length / judged.length, right: accuracy(routed) };
}

/** How far shares are from how often they are right: the mean distance over ten bands of equal size. */
export function calibrationError(judged: readonly Judged[]): number {
  const sorted = judged.toSorted((one, other) => one.share - other.share);
  const size = Math.ceil(sorted.length / 10);
  let sum = 0;
  for (let from = 0; from < sorted.length; from += size) {
    const band = sorted.slice(from, from + size);
    sum += Math.abs(accuracy(band) - mean(band.map(({ share }) => share))) * band.length;
  }
  return sum / sorted.length;
}

/** Of the first ten found: one over the place of the first right one, and what part of the right ones is there (of ten at most). */
export function rankFigures(
  found: readonly string[],
  relevant: ReadonlySet<string>,
): { readonly reciprocal: number; readonly recall: number } {
  const first = found.slice(0, 10).findIndex((id) => relevant.has(id));
  const hits = found.slice(0, 10).filter((id) => relevant.has(id)).length;
  return {
    reciprocal: first < 0 ? 0 : 1 / (first + 1),
    recall: hits / Math.max(1, Math.min(10, relevant.size)),
  };
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The value below which `part` of the values lie. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
