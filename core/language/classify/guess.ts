/** Something somebody said, and what it was. */
export interface Example {
  readonly label: string;
  readonly text: string;
  readonly title?: string | undefined;
}

/** What a text most likely is. */
export interface Guess {
  readonly label: string;
  /** How often such a guess is right, 0 to 1, as measured on examples that were held out. */
  readonly share: number;
  /** The words of the text (normalised) that decided for this label, the weightiest first; empty where none did. */
  readonly because: readonly string[];
  /** All other labels, the likeliest first. With `share` their shares add up to 1. */
  readonly others: readonly { readonly label: string; readonly share: number }[];
}

/** Sorts texts into labels. */
export interface Classifier {
  readonly labels: readonly string[];
  /** What a text is; a title, where there is one, says more than the text. Any text is answered: a small share is how doubt is said. */
  readonly classify: (text: string, title?: string) => Guess;
  /** The share from which guesses were right this often (0 to 1) on held-out examples; undefined if they never were, or too few to tell. */
  readonly sureFrom: (right: number) => number | undefined;
  /** All there is to it, as plain data without anybody's words: `classifierFrom` makes it again. */
  readonly toJson: () => ClassifierJson;
}

/** A classifier as it is stored: typed arrays in base64, little-endian. */
export interface ClassifierJson {
  readonly version: 1;
  readonly labels: readonly string[];
  readonly keys: string;
  readonly worth: string;
  readonly weights: string;
  /** What one step of `weights` is worth. */
  readonly step: number;
  readonly constants: readonly number[];
  readonly warmth: Warmth;
  readonly heldOut: readonly HeldOut[];
}

/** How scores become shares: each counts `plain + long × length of the text`. */
export interface Warmth {
  readonly plain: number;
  readonly long: number;
}

/** Of the held-out rows with at least this share, how many there were and how many were right. */
export interface HeldOut {
  readonly share: number;
  readonly count: number;
  readonly right: number;
}
