/** Something that can be found: a part of a document that answers by itself. */
export interface Passage {
  /** Unique in its index; what a search gives back. */
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  /** Questions in people's own words that this passage answered. */
  readonly past?: readonly string[];
  /** What this is a part of. Without it: the title; without that, what the text says of itself (headings.ts). */
  readonly document?: string;
}

export interface Found {
  readonly id: string;
  /**
   * How well it answers, comparable between questions: up to 1 for what the passage holds of all that was asked for, up to .8 for what its document does, up to .8
   * for past questions. A good answer is seldom below .5.
   */
  readonly score: number;
  /** The words that decided, the heaviest first: each is in the question, in the passage or in a past question. */
  readonly because: readonly string[];
}
