import { foldForSearch, isHan, isLongWord, keyOfPair, keyOfWord, type Key } from "./keys.ts";
import { tokens } from "../tokenise.ts";

/** A short text, such as a report's title, and how much it is like another. */
export interface Alike {
  readonly id: string;
  /** 0 for nothing in common, 1 for the same words. */
  readonly share: number;
  /** The words both have, the rarest first. */
  readonly because: readonly string[];
}

/** Short texts that know which of their words are rare. Positives are easy: never join two reports on likeness alone. */
export interface Likeness {
  /** How much two texts are alike, 0–1: the cosine of their words, pairs and triples of characters, rare ones heavier. */
  between: (one: string, other: string) => number;
  /** The texts most like this one, the nearest first; what has nothing in common is left out. */
  nearest: (text: string, limit: number) => readonly Alike[];
}

/** What every report says: nothing of what it is about. */
const complaining =
  /投诉|举报|反映|反应|咨询|请问|建议|希望|请求|恳请|强烈|呼吁|关于|有关|问题|严重|情况|的|了|吗|呢|啊/gu;

interface Term {
  readonly shown: string;
  readonly weight: number;
}

interface Vector {
  readonly terms: ReadonlyMap<Key, Term>;
  readonly length: number;
}

const mostReasons = 5;

/** Likeness among these texts; with none, every word counts the same. */
export function createLikeness(texts: Iterable<{ readonly id: string; readonly text: string }>): Likeness {
  const known = Array.from(texts, ({ id, text }) => ({ id, terms: termsOf(text) }));
  const holders = new Map<Key, number[]>();
  for (const [place, { terms }] of known.entries()) {
    for (const key of terms.keys()) {
      const places = holders.get(key);
      if (places === undefined) holders.set(key, [place]);
      else places.push(place);
    }
  }
  const rarity = (key: Key): number =>
    Math.log(1 + (known.length + 1) / ((holders.get(key)?.length ?? 0) + 0.5));
  const vectors = known.map(({ terms }) => weighed(terms, rarity));
  return {
    between: (one, other) => cosine(weighed(termsOf(one), rarity), weighed(termsOf(other), rarity)),
    nearest: (text, limit) => {
      const asked = weighed(termsOf(text), rarity);
      const places = new Set([...asked.terms.keys()].flatMap((key) => holders.get(key) ?? []));
      return Array.from(places, (place) => ({
        id: known[place]?.id ?? "",
        share: cosine(asked, vectors[place]),
        vector: vectors[place],
      }))
        .sort((one, other) => other.share - one.share || (one.id < other.id ? -1 : 1))
        .slice(0, limit)
        .map(({ id, share, vector }) => ({ id, share, because: shared(asked, vector) }));
    },
  };
}

/** Each term of a text with how heavily it counts before rarity. */
function termsOf(text: string): ReadonlyMap<Key, Term> {
  const folded = foldForSearch(text);
  const rest = folded.replace(complaining, " ");
  const said = /[\p{L}\p{N}]/u.test(rest) ? rest : folded;
  const terms = new Map<Key, Term>();
  for (let at = 1; at < said.length; at += 1) {
    const [first, second, third] = [said.charCodeAt(at - 1), said.charCodeAt(at), said.charCodeAt(at + 1)];
    if (!isHan(first) || !isHan(second)) continue;
    terms.set(keyOfPair(first, second), { shown: said.slice(at - 1, at + 1), weight: 1 });
    if (isHan(third))
      terms.set(keyOfWord(said.slice(at - 1, at + 2)), { shown: said.slice(at - 1, at + 2), weight: 1 });
  }
  for (const word of tokens(said)) {
    if (isLongWord(word)) terms.set(keyOfWord(word), { shown: word, weight: 1 });
  }
  return terms;
}

function weighed(terms: ReadonlyMap<Key, Term>, rarity: (key: Key) => number): Vector {
  const heavy = new Map<Key, Term>();
  let sum = 0;
  for (const [key, { shown, weight }] of terms) {
    const whole = weight * rarity(key);
    heavy.set(key, { shown, weight: whole });
    sum += whole ** 2;
  }
  return { terms: heavy, length: Math.sqrt(sum) };
}

function cosine(one: Vector, other: Vector | undefined): number {
  if (other === undefined || one.length === 0 || other.length === 0) return 0;
  let sum = 0;
  for (const [key, { weight }] of one.terms) sum += weight * (other.terms.get(key)?.weight ?? 0);
  return Math.min(1, sum / (one.length * other.length));
}

function shared(one: Vector, other: Vector | undefined): readonly string[] {
  return [...one.terms]
    .filter(([key]) => other?.terms.has(key))
    .map(([, term]) => term)
    .sort((heavy, light) => light.weight - heavy.weight)
    .map(({ shown }) => shown)
    .slice(0, mostReasons);
}
