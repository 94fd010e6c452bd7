import { normalise } from "../normalise.ts";
import { patternOf, wordsOf, type Word } from "../tokenise.ts";
import { signalsIn } from "./signals.ts";

/**
 * A text as the classifier sees it: its words, one to three characters in a row, and signals, each a number that stands for its
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
/** What people type at once is this short; patterns of longer texts tell nothing. */
const shortLength = 60;
const gap = /[^\p{L}\p{N}?!]+/gu;
/** The kinds of features; the lowest bits of a key say of which it is. */
export const groups = { word: 0, one: 1, two: 2, three: 3, signal: 4, pattern: 5 } as const;
export const groupCount = 6;
const groupBits = 7;
const characterGroups = [groups.one, groups.two, groups.three];
const seeds = [0x51ed270b, 0x1e3779b1, 0x05ebca6b, 0x42b2ae35, 0x1b56c4e9, 0x3c6ef372];

/** The group of a feature. */
export function groupOf(key: number): number {
  return key & groupBits;
}

/** The features of a text, and of its title if it has one. */
export function read(text: string, title = ""): Reading {
  const heading = plainOf(title);
  const body = plainOf(text);
  const plain = heading === "" ? body : `${heading} ${body}`;
  const reading = { plain, words: wordsOf(plain), keys: [], starts: [], ends: [], titleEnd: heading.length };
  for (const { word, at } of reading.words)
    add(reading, keyOf(word, 0, word.length, groups.word), at, at + word.length);
  addCharacters(reading);
  if (plain.length <= shortLength) addPatterns(reading);
  for (const signal of signalsIn(text.slice(0, longest), title))
    add(reading, keyOf(signal, 0, signal.length, groups.signal), 0, 0);
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

/** Of a short text: each mark, and two words or marks side by side or with one between. */
function addPatterns(to: Growing): void {
  const pattern = ["^", ...patternOf(to.plain), "$"];
  for (const [at, mark] of pattern.entries()) {
    if (mark.startsWith("#")) addSaid(to, mark);
    if (at + 1 < pattern.length) addSaid(to, `${mark}|${pattern[at + 1] ?? ""}`);
    if (at + 2 < pattern.length) addSaid(to, `${mark}|*|${pattern[at + 2] ?? ""}`);
  }
}

function addSaid(to: Growing, pattern: string): void {
  add(to, keyOf(pattern, 0, pattern.length, groups.pattern), 0, 0);
}

/** Characters in a row, one to three, with the gaps at both ends of the text. */
function addCharacters(to: Growing): void {
  const padded = ` ${to.plain} `;
  for (const group of characterGroups) {
    const length = group;
    for (let at = 0; at + length <= padded.length; at += 1) {
      if (length === 1 && padded[at] === " ") continue;
      add(to, keyOf(padded, at, at + length, group), Math.max(0, at - 1), at + length - 1);
    }
  }
}

/** A stretch of text and its group as 32 bits: FNV-1a, then mixed as in MurmurHash3 so that each bit counts. */
function keyOf(text: string, from: number, to: number, group: number): number {
  let hash = seeds[group] ?? 0;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) & ~groupBits) | group;
}
