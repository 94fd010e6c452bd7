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

/** What the words of a folded text are called in laws and policies. */
export function meaningsIn(folded: string): readonly Meaning[] {
  const found = new Set<string>();
  for (let at = 0; at < folded.length; at += 1) {
    for (let length = Math.min(longestSaid, folded.length - at); length > 0; length -= 1) {
      const meant = meanings.get(folded.slice(at, at + length));
      if (meant === undefined) continue;
      for (const phrase of meant) if (!folded.includes(phrase)) found.add(phrase);
    }
  }
  return Array.from(found, (phrase) => ({ phrase, weight: weightOfMeaning }));
}

const weightOfMeaning = 0.5;
