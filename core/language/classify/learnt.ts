import type { Weights } from "./fit.ts";
import type { HeldOut, Warmth } from "./guess.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What was learnt. */
export interface Model {
  readonly labels: readonly string[];
  readonly vocabulary: Vocabulary;
  /** What each feature is worth in a row. */
  readonly worth: Float32Array;
  readonly weights: Weights;
  readonly warmth: Warmth;
  readonly heldOut: readonly HeldOut[];
}
