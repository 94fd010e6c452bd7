import { normalise } from "../normalise.ts";
import { wordsOf, type Word } from "../tokenise.ts";
import { signalsIn } from "./signals.ts";

/**
 * A text as the classifier sees it: words, pairs of words, and one to three characters in a row, each a number that stands for its
 * letters (nobody's words are kept in a model), with its place in `plain`.
 */
export interface Reading {
  /** Normalised, in small letters, with one space for any run of spaces and punctuation. */
  readonly plain: string;
  readonly words: readonly Word[];
  readonly keys: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Where the title ends in `plain`; 0 without one. */
  readonly titleEnd: number;
}

/** Of a longer text only the beginning is read: real messages end long before. */
const longest = 6000;
const gap = /[^\p{L}\p{N}?!]+/gu;
/** Seeds of the kinds of features; the lowest bit of a key says to which of the two groups it belongs. */
const [wordSeed, pairSeed, signalSeed] = [0x51ed270b, 0x2545f491, 0x1b56c4e9];
const characterSeeds = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35];

/** The group of a feature: words with what stands beside them (0), or characters (1). Each group has the same length in a row. */
export function groupOf(key: number): 0 | 1 {
  return (key & 1) === 1 ? 1 : 0;
}

/** The features of a text, and of its title if it has one. */
export function read(text: string, title = ""): Reading {
  const heading = plainOf(title);
  const body = plainOf(text);
  const plain = heading === "" ? body : `${heading} ${body}`;
  const reading = { plain, words: wordsOf(plain), keys: [], starts: [], ends: [], titleEnd: heading.length };
  addWordFeatures(reading);
  addCharacters(reading);
  for (const signal of signalsIn(text, title))
    add(reading, keyOf(signal, 0, signal.length, signalSeed) & ~1, 0, 0);
  return reading;
}

function plainOf(text: string): string {
  return normalise(text.slice(0, longest)).toLowerCase().replace(gap, " ").trim();
}

interface Growing extends Reading {
  readonly keys: number[];
  readonly starts: number[];
  readonly ends: number[];
}

function add(to: Growing, key: number, start: number, end: number): void {
  to.keys.push(key);
  to.starts.push(start);
  to.ends.push(end);
}

function addWordFeatures(to: Growing): void {
  const { plain, words } = to;
  let before: Word | undefined;
  for (const word of words) {
    const end = word.at + word.word.length;
    add(to, keyOf(plain, word.at, end, wordSeed) & ~1, word.at, end);
    if (before) add(to, keyOf(plain, before.at, end, pairSeed) & ~1, before.at, end);
    before = word;
  }
}

/** Characters in a row, one to three, with the gaps at both ends of the text. */
function addCharacters(to: Growing): void {
  const padded = ` ${to.plain} `;
  for (const [longer, seed] of characterSeeds.entries()) {
    const length = longer + 1;
    for (let at = 0; at + length <= padded.length; at += 1) {
      if (length === 1 && padded[at] === " ") continue;
      add(to, keyOf(padded, at, at + length, seed) | 1, Math.max(0, at - 1), at + length - 1);
    }
  }
}

/** A stretch of text as 32 bits: FNV-1a, then mixed as in MurmurHash3 so that each bit counts. */
function keyOf(text: string, from: number, to: number, seed: number): number {
  let hash = seed;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
