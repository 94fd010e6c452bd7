import { placeIn, wordsIn, type Material } from "../../dialogue/index.ts";

/** What the buttons of a danger say. */
export type State = "out" | "inside" | "come" | "called" | "cannot" | "calm" | "over";

/** What she says once everybody was told: a button, or anything in her own words. */
export interface More {
  readonly state: State | null;
  readonly said: Material | null;
}

const longestPlace = 40;

/** The place she names: a location, or words that are short enough to be no more than one. */
export function placeSaid({ said }: More): string | undefined {
  if (said === null) return undefined;
  const words = wordsIn(said).trim();
  return placeIn(said)?.words ?? (words === "" || words.length > longestPlace ? undefined : words);
}
