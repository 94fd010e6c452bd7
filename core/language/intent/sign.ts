import type { Intent } from "./intents.ts";

/** A stretch of words that speaks for an intent; three alone are enough where nothing speaks for another. */
export interface Sign {
  readonly intent: Intent;
  readonly weight: 1 | 2 | 3 | 4;
  readonly pattern: RegExp;
}
