import type { Weights } from "./fit.ts";
import type { HeldOut, Warmth } from "./guess.ts";
import type { Vocabulary } from "./rows.ts";

/** What was learnt. */
export interface Model {
  readonly labels: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly weights: Weights;
  readonly warmth: Warmth;
  readonly heldOut: readonly HeldOut[];
}
