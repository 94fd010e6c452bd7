/** What is guessed from words, such as "category" or "intent": each is trained alone. */
export type Task = string;

/** Who said what words mean: whoever works on it, whoever said them, or nobody who changed anything. */
export type Source = "worker" | "villager" | "confirmed";

/** Words and what they turned out to mean. */
export interface Example {
  /** What it was learnt from; the same again takes its place. */
  readonly key: string;
  readonly words: string;
  readonly label: string;
  readonly source: Source;
  /** Where it is about, for who may read it. */
  readonly unit: string | undefined;
  readonly at: number;
}

/** A longer story says nothing more about what it is. */
const mostWords = 120;

/**
 * Words as they are kept: short, and without what only tells who somebody is (telephones, identity cards, accounts).
 * Undefined when nothing is left to learn from.
 */
export function wordsToKeep(words: string): string | undefined {
  const kept = words
    .normalize("NFKC")
    .replace(/\d[\d\s-]{4,}[\dXx]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, mostWords);
  return kept === "" ? undefined : kept;
}
