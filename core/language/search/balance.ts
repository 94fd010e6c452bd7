/** How heavily each sign counts: set by hand once, from cross-validation over several collections (decision 037). */
export const balance = {
  /** A word of the question, a pair of characters of it, a word that means the same. */
  word: 1,
  pair: 0.6,
  long: 1.2,
  synonym: 0.5,
  number: 0.6,
  /** An occurrence in the heading, or in a past question, in occurrences in the text. */
  heading: 1.5,
  past: 0.7,
  /** BM25: how soon more of the same stops to count, and how much long passages are held back. */
  saturation: 1.2,
  lengthShare: 0.6,
  /** Signs of the second look, beside the first look's 1. */
  cover: 0.2,
  run: 0.1,
  document: 0.15,
  asked: 0.5,
  popular: 0.02,
};
