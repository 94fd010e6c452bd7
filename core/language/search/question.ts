import { tokens } from "../tokenise.ts";
import { balance } from "./balance.ts";
import { foldForSearch, isHan, isLongWord, keyOfPair, keyOfWord, type Key } from "./keys.ts";
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

/** What makes a sentence a question, and says nothing of what is asked. */
const asking =
  /请问一下|请问|想问一下|想问|问一下|问问|咨询一下|咨询|我想要?|想要?了解|了解一下|告诉我|麻烦|您好|你好|谢谢|怎么办(?!理|事)|怎么样|怎么|怎样|如何|什么时候|什么样的?|什么|哪些|哪个|哪里|哪儿|哪几个?|几个|几种|多少|多久|是不是|能不能|可不可以|有没有|需不需要|要不要|会不会|是否|能否|可否|可以|能够|应该|应当|需要|为什么|为何|吗|呢|么(?=$|[\s,.?!])|啊|呀|嘛|呗|吧|谁|啥|咋/gu;

/** The question without the words that only ask; the whole of it when nothing else is left. */
export function withoutAsking(folded: string): string {
  const rest = folded.replace(asking, " ");
  return /[\p{L}\p{N}]/u.test(rest) ? rest : folded;
}

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
    if (!isHan(first) || !isHan(second)) continue;
    const key = keyOfPair(first, second);
    if (into.has(key)) continue;
    const weight = balance.pair * share;
    into.set(key, { key, weight, shown: text.slice(at - 1, at + 1), isWord: false, at: at - 1 });
  }
}

function collectWords(text: string, share: number, into: Map<Key, Wanted>): void {
  for (const word of tokens(text)) {
    const isPair = word.length === 2 && isHan(word.charCodeAt(0));
    if (isPair) {
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
