import { tokens } from "../tokenise.ts";
import { balance } from "./balance.ts";
import { foldForSearch, isPair, isLongWord, keyOfPair, keyOfWord, type Key } from "./keys.ts";
import { withoutAsking } from "./asking.ts";
import { meaningsIn } from "./lexicon.ts";
import { numbersIn } from "./numerals.ts";

/** A term that is looked for. */
export interface Wanted {
  readonly key: Key;
  readonly weight: number;
  readonly shown: string;
  /** A word of the question itself; otherwise a pair of characters, or a word that means the same. */
  readonly isWord: boolean;
  /** Of a pair of the question: where it stands; otherwise -1. */
  readonly at: number;
}

/** Nobody asks more than this in one breath; what comes after is not looked at. */
const longest = 300;

/** The terms of a question, each once, at its heaviest. */
export function wantedOf(query: string): readonly Wanted[] {
  const folded = foldForSearch(query.slice(0, longest));
  const rest = withoutAsking(folded);
  const wanted = new Map<Key, Wanted>();
  collectPairs(rest, 1, wanted);
  collectWords(rest, 1, wanted);
  for (const { phrase, weight } of meaningsIn(folded)) {
    const alike = new Map<Key, Wanted>();
    collectPairs(phrase, weight, alike);
    collectWords(phrase, weight, alike);
    for (const term of alike.values()) {
      if (!wanted.has(term.key)) wanted.set(term.key, { ...term, isWord: false, at: -1 });
    }
  }
  return [...wanted.values()];
}

function collectPairs(text: string, share: number, into: Map<Key, Wanted>): void {
  for (let at = 1; at < text.length; at += 1) {
    const [first, second] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
    if (!isPair(first, second)) continue;
    const key = keyOfPair(first, second);
    if (into.has(key)) continue;
    const weight = balance.pair * share;
    into.set(key, { key, weight, shown: text.slice(at - 1, at + 1), isWord: false, at: at - 1 });
  }
}

function collectWords(text: string, share: number, into: Map<Key, Wanted>): void {
  for (const word of tokens(text)) {
    const isTwo = word.length === 2 && isPair(word.charCodeAt(0), word.charCodeAt(1));
    if (isTwo) {
      const key = keyOfPair(word.charCodeAt(0), word.charCodeAt(1));
      const pair = into.get(key);
      const weight = (balance.pair + balance.word) * share;
      into.set(key, { key, weight, shown: word, isWord: true, at: pair?.at ?? -1 });
    } else if (isLongWord(word) && !/^[0-9]/u.test(word)) {
      const key = keyOfWord(word);
      into.set(key, { key, weight: balance.long * share, shown: word, isWord: true, at: -1 });
    }
  }
  for (const number of numbersIn(text)) {
    const key = keyOfWord(number);
    into.set(key, { key, weight: balance.number * share, shown: number, isWord: true, at: -1 });
  }
}
