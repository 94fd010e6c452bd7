/** A picture in plain words and numbers, from top to bottom. Nothing in it is for looks alone. */
export interface Picture {
  /** What its own few words are in: which page of how many, what did not fit. */
  readonly language: "zh" | "en";
  readonly title: string;
  readonly subtitle?: string;
  readonly parts: readonly Part[];
  /** Stands small at the foot of every page, such as where the figures come from. */
  readonly foot?: string;
  /** So many pages at most; what does not fit is left out, and the last one says how much. Six unless given. */
  readonly mostPages?: number;
}

export type Part =
  | { readonly type: "heading"; readonly text: string }
  | { readonly type: "lines"; readonly lines: readonly string[] }
  /** One figure that must be seen from afar. */
  | { readonly type: "figure"; readonly text: string }
  | { readonly type: "table"; readonly columns: readonly Column[]; readonly rows: readonly Row[] }
  | { readonly type: "bars"; readonly bars: readonly Bar[] }
  /** A square code that says these words, to be read by a camera. */
  | { readonly type: "code"; readonly words: string };

export interface Column {
  /** In lines where it is longer than what stands below it. */
  readonly head: string;
  /** Figures stand to the right, under each other. */
  readonly isFigure?: boolean;
}

export interface Row {
  /** One for each column. */
  readonly cells: readonly Cell[];
  /** Stands in the colour of what is late, with a sign before it. */
  readonly isLate?: boolean;
}

export interface Cell {
  readonly text: string;
  /** Smaller, below it, such as what a share is a share of. */
  readonly below?: string;
}

/** A share of something. */
export interface Bar {
  readonly label: string;
  /** Smaller, beside the label, such as what it was before. */
  readonly beside?: string;
  /** As it is said, with what it is a share of: 「92%（23/25）」. */
  readonly value: string;
  /** 0 to 1; null where there is nothing to have a share of: then there is no bar. */
  readonly share: number | null;
  /** Out of so few that the share says little: the bar is hollow. */
  readonly isSmall?: boolean;
}

/** Pixels across: what phones show without enlarging. */
export const pageWidth = 1_080;
/** No page is higher: chat platforms make the longer side 1,280 pixels, and letters must stay large. */
export const pageHeight = 1_440;
export const usualPages = 6;
