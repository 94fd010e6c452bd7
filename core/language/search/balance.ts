/** How heavily each sign counts: set by hand once, from cross-validation over several collections (decision 037). */
export const balance = {
  /** A word of the question, a pair of characters of it, a word that means the same. */
  word: 1,
  pair: 0.8,
  long: 0.8,
  synonym: 0.35,
  number: 0.6,
  /** An occurrence in the heading, or in a past question, in occurrences in the text. */
  heading: 1.5,
  past: 0.4,
  /** BM25: how soon more of the same stops to count, and how much long passages are held back. */
  saturation: 1.2,
  lengthShare: 0.75,
  /** Beside what the passage holds: the longest unbroken row of the question's characters in it; … */
  run: 0.15,
  /** … of its document: the share of the question's words in any passage, what the best passage holds, and all together; … */
  document: 0.25,
  sibling: 0.4,
  documentMass: 0.03,
  /** … the nearest past question that it answered, or any passage of its document, and how many it answered. */
  asked: 0.3,
  documentAsked: 0.5,
  popular: 0.005,
};
