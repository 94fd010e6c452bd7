import type { Begin, Json, Material, Reply } from "../../dialogue/index.ts";
import type { Intent } from "../../language/index.ts";

/** What somebody may want that is no matter: known to the whole program, not to this slice. */
export interface Wishes {
  /** Answers a wish, or begins the talk that does; what was said comes along. */
  grant(wish: Intent, said: Material): Promise<Reply | Begin>;
  /** Are words likely after this, and not surely? Then the way out is shown. */
  isLikelyOnly(wish: Intent, words: string): Promise<boolean>;
  /** Keeps what words turned out to be after, so that such words go there the next time. */
  learn(key: string, words: string, wish: Intent): Promise<void>;
}

/** What is known of words that could mean several things. */
export interface Unclear {
  /** What they are likely after, likeliest first. */
  readonly likely: readonly Intent[];
  /** What they are a little like besides. */
  readonly perhaps?: readonly Intent[];
  /** She asks how something stands, surely. */
  readonly asksMine?: true;
  /** What they are surely after, where this program cannot do it yet. */
  readonly notYet?: Intent;
  /** They were taken for a question about a policy, and nothing published answers them. */
  readonly unanswered?: true;
  /** What they were taken for, and are not. */
  readonly wrong?: Intent;
  /** What was said, where it was said in another talk. */
  readonly said?: Material;
}

/** The name of the talk that asks what words mean. */
export const unclearName = "unclear";

/** Asks what was meant, where words were taken for something that they are not. */
export function askInstead(said: Material, wrong: Intent): Begin {
  const given: Unclear = { likely: [], wrong, said };
  return { begin: unclearName, given: given as unknown as Json };
}
