import { normalise, simplify } from "../../language/index.ts";

/** Words as the rules read them: one width, simplified, in small letters. */
export function asRead(words: string): string {
  return simplify(normalise(words)).toLowerCase();
}
