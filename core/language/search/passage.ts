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
  /** What this has of everything that was asked for; about 0–1, comparable between questions, rarely above .8. */
  readonly score: number;
  /** The words that decided, the heaviest first: each is in the question, in the passage or in a past question. */
  readonly because: readonly string[];
}
