import { createRequire } from "node:module";
import { normalise } from "./normalise.ts";

/** A word and where it begins in the text that was cut. */
export interface Word {
  readonly word: string;
  readonly at: number;
}

/** What cuts Chinese into words: jieba with its own dictionary, or what Node has by itself. */
type Cut = (text: string) => readonly string[];

interface Jieba {
  readonly cut: Cut;
  readonly tag: (text: string) => readonly { readonly word: string; readonly tag: string }[];
  readonly loadDict: (dictionary: Uint8Array) => void;
}

const load = createRequire(import.meta.url);
/** Letters and digits of any script; what has none of them is no word. */
const sayable = /[\p{L}\p{N}]/u;
/** So common a word that jieba keeps it whole. */
const ownFrequency = 20_000;

const own = new Set<string>();
let waiting: string[] = [];
let jieba: Jieba | undefined;
let cut: Cut | undefined;

/** Words that are to stay whole from now on, such as names of villages. Those of one character, or with spaces, are passed over. */
export function addWords(words: Iterable<string>): void {
  for (const given of words) {
    const word = normalise(given).toLowerCase();
    if (Array.from(word).length < 2 || /\s/u.test(word) || own.has(word)) continue;
    own.add(word);
    waiting.push(word);
  }
}

/** Every word that `addWords` was given and kept: another thread cuts like this one after it was given them. */
export function addedWords(): readonly string[] {
  return [...own];
}

/** The words of a text, normalised and in small letters, in their order; punctuation is left out. The first call loads the dictionary. */
export function tokens(text: string): readonly string[] {
  return cutAll(normalise(text).toLowerCase()).filter((word) => sayable.test(word));
}

/** Words with their places in a text that is normalised already; punctuation is left out. */
export function wordsOf(plain: string): readonly Word[] {
  const found: Word[] = [];
  let at = 0;
  for (const word of cutAll(plain)) {
    if (sayable.test(word)) found.push({ word, at });
    at += word.length;
  }
  return found;
}

/** Names and times as jieba's dictionary marks them: a person, a place, a body, another name, a time. */
const nameTags = new Set(["nr", "nrt", "nrfg", "ns", "nt", "nz", "t"]);

/**
 * A normalised text as its pattern: words in order, with a mark instead of each number (#m), Latin word (#x) and, where jieba cuts, name or time (#ns …). 「从北京到宁波的车」 and
 * 「从上海到杭州的车」 have one pattern.
 */
export function patternOf(plain: string): readonly string[] {
  const words = cutAll(plain);
  const tagged = jieba?.tag(plain) ?? words.map((word) => ({ word, tag: "" }));
  return tagged.filter(({ word }) => sayable.test(word)).map(({ word, tag }) => markOf(word, tag));
}

function markOf(word: string, tag: string): string {
  if (tag === "m" || /^[0-9.]+$/.test(word)) return "#m";
  if (/^[a-z0-9]+$/.test(word)) return "#x";
  return nameTags.has(tag) ? `#${tag}` : word;
}

/** Who cuts: "jieba", or "segmenter" where jieba cannot be loaded on this machine. */
export function cutter(): "jieba" | "segmenter" {
  cut ??= loadCut();
  return jieba === undefined ? "segmenter" : "jieba";
}

function cutAll(plain: string): readonly string[] {
  cut ??= loadCut();
  if (jieba !== undefined && waiting.length > 0) {
    jieba.loadDict(Buffer.from(waiting.map((word) => `${word} ${ownFrequency} nz\n`).join("")));
    waiting = [];
  }
  return cut(plain);
}

function loadCut(): Cut {
  try {
    const { Jieba: Loaded } = load("@node-rs/jieba") as {
      Jieba: { withDict: (dictionary: Uint8Array) => Jieba };
    };
    const { dict } = load("@node-rs/jieba/dict.js") as { dict: Uint8Array };
    const loaded = Loaded.withDict(dict);
    jieba = loaded;
    return (text) => loaded.cut(text);
  } catch {
    return segmenterCut();
  }
}

/** Without jieba: the words that Node's own segmenter finds, and our own ones out of neighbours. */
export function segmenterCut(): Cut {
  const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
  return (text) => joined(Array.from(segmenter.segment(text), ({ segment }) => segment));
}

const mostPieces = 6;

function joined(pieces: readonly string[]): readonly string[] {
  const words: string[] = [];
  let at = 0;
  while (at < pieces.length) {
    const length = ownLength(pieces, at);
    words.push(pieces.slice(at, at + length).join(""));
    at += length;
  }
  return words;
}

/** How many pieces from here make up the longest word of our own; one if none do. */
function ownLength(pieces: readonly string[], at: number): number {
  if (own.size === 0) return 1;
  for (let length = Math.min(mostPieces, pieces.length - at); length > 1; length -= 1)
    if (own.has(pieces.slice(at, at + length).join(""))) return length;
  return 1;
}
