/** waiting → one of the ends. Only `told` says anything: the passage itself was shown before. */
export type RetellingState = "waiting" | "told" | "capped" | "late" | "failed" | "refused" | "unfounded";

/** A passage that answered a question: public words, with where they stand. */
export interface Passage {
  /** As people cite it: 《宁海县高龄津贴发放办法》第五条. */
  readonly title: string;
  readonly text: string;
}

/** One sentence of a model, and the words it rests on. */
export interface Sentence {
  readonly text: string;
  /** `passage` counts from 1; `quote` is said to stand in it. */
  readonly cites: readonly { readonly passage: number; readonly quote: string }[];
}

const second = 1_000;
/** Later than this nobody reads an explanation of what was answered long ago. */
export const patience = 90 * second;
const triesAllowed = 2;
const firstBackoff = 3 * second;

/** Is it too late to explain the answer? */
export function isLate(createdAt: number, now: number): boolean {
  return now - createdAt >= patience;
}

/** What becomes of a retelling whose model was away: tried once more, when the service says, and never too late. */
export function fateOfFailure(
  retelling: { readonly attempts: number; readonly createdAt: number },
  now: number,
  afterMs: number | undefined,
): { readonly nextAt: number } | "failed" {
  const nextAt = now + Math.max(afterMs ?? 0, firstBackoff);
  const isOver = retelling.attempts + 1 >= triesAllowed || isLate(retelling.createdAt, nextAt);
  return isOver ? "failed" : { nextAt };
}

/** So many passages are enough for one answer, and so much of each. */
export const mostPassages = 3;
export const longestPassage = 1_500;
/** What a model may answer at most, in tokens. */
export const mostAnswerTokens = 800;

/** What a question costs at most: a Chinese character is one token or two, and the whole answer. */
export function mostTokens(characters: number): number {
  return Math.ceil(characters * 1.5) + mostAnswerTokens;
}
