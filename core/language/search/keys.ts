import { normalise } from "../normalise.ts";
import { tokens } from "../tokenise.ts";
import { numbersIn } from "./numerals.ts";

/**
 * A term is a 32-bit key. Two characters next to each other are their own key, so that every two-character word is found however
 * the text was cut; longer words, Latin words and numbers are hashed into a range that no pair of characters uses.
 */
export type Key = number;

const hashedFrom = 0xe000_0000;
const hashedBits = 0x1fff_ffff;

export function keyOfPair(first: number, second: number): Key {
  return ((first << 16) | second) >>> 0;
}

/** FNV-1a over UTF-16 units. */
export function keyOfWord(word: string): Key {
  let hash = 0x811c_9dc5;
  for (let at = 0; at < word.length; at += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x0100_0193);
  }
  return (hashedFrom | ((hash ^ (hash >>> 29)) & hashedBits)) >>> 0;
}

/** A Chinese character, or half of a rare one; emoji are neither. */
export function isHan(unit: number): boolean {
  return (
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xd840 && unit <= 0xd888) ||
    (unit >= 0xdc00 && unit <= 0xdfff)
  );
}

/** Two characters that are looked for together: 低保, 5区, a5; not two letters or two digits. */
export function isPair(first: number, second: number): boolean {
  const kinds = kindOf(first) | kindOf(second);
  return kindOf(first) !== 0 && kindOf(second) !== 0 && (kinds === han || (kinds & (kinds - 1)) !== 0);
}

/** A character that words are made of: Chinese, a digit, a small Latin letter. */
export function isSign(unit: number): boolean {
  return kindOf(unit) !== 0;
}

const han = 1;

function kindOf(unit: number): number {
  if (isHan(unit)) return han;
  if (unit >= 0x30 && unit <= 0x39) return 2;
  return unit >= 0x61 && unit <= 0x7a ? 4 : 0;
}

/** A text as it is indexed: one width, simplified characters, lower case. */
export function foldForSearch(text: string): string {
  return normalise(text).toLowerCase();
}

/** Is this word a key of its own? One of two Chinese characters is a pair already; a single character is not looked for. */
export function isLongWord(word: string): boolean {
  const first = word.charCodeAt(0);
  return isHan(first) ? word.length > 2 : /[\p{L}\p{N}]/u.test(word);
}

/** Tells each term of a folded text as often as it occurs: pairs of characters, long words, Latin words, numbers. */
export function eachKey(folded: string, tell: (key: Key) => void): void {
  for (let at = 1; at < folded.length; at += 1) {
    const [first, second] = [folded.charCodeAt(at - 1), folded.charCodeAt(at)];
    if (isPair(first, second)) tell(keyOfPair(first, second));
  }
  for (const word of tokens(folded)) {
    if (isLongWord(word) && !/^[0-9]/u.test(word)) tell(keyOfWord(word));
  }
  for (const number of numbersIn(folded)) tell(keyOfWord(number));
}
