import { balance } from "./balance.ts";
import { lexicon } from "./lexiconWords.ts";

/** A way to say something, and how much it counts beside the words that were said. */
export interface Meaning {
  readonly phrase: string;
  readonly weight: number;
}

const meanings = new Map<string, readonly string[]>();
let longestSaid = 0;
for (const line of lexicon.trim().split("\n")) {
  const [said = "", meant = ""] = line.split(":");
  for (const word of said.trim().split(" ")) {
    meanings.set(word, [...(meanings.get(word) ?? []), ...meant.trim().split(" ")]);
    longestSaid = Math.max(longestSaid, word.length);
  }
}

/** What the words of a folded text are called in laws and policies; of words in one another the longest counts. */
export function meaningsIn(folded: string): readonly Meaning[] {
  const found = new Set<string>();
  let at = 0;
  while (at < folded.length) {
    const said = longestAt(folded, at);
    for (const phrase of meanings.get(said) ?? []) if (!folded.includes(phrase)) found.add(phrase);
    at += Math.max(1, said.length);
  }
  return Array.from(found, (phrase) => ({ phrase, weight: balance.synonym }));
}

function longestAt(folded: string, at: number): string {
  for (let length = Math.min(longestSaid, folded.length - at); length > 0; length -= 1) {
    const said = folded.slice(at, at + length);
    if (meanings.has(said)) return said;
  }
  return "";
}
