import { foldForSearch, isSign, keyOfPair, keyOfWord, type Key } from "./keys.ts";

/** A short text, such as a report's title, and how much it is like another. */
export interface Alike {
  readonly id: string;
  /** 0 for nothing in common, 1 for the same words. */
  readonly share: number;
  /** What both say, the longest first. */
  readonly because: readonly string[];
}

/** Short texts that know which of their words are rare. Positives are easy: never join two reports on likeness alone. */
export interface Likeness {
  /** How much two texts are alike, 0–1: the cosine of their pairs and triples of characters, rare ones heavier. */
  between: (one: string, other: string) => number;
  /** The texts most like this one, the best first: those that are also like its nearest stand before others. */
  nearest: (text: string, limit: number) => readonly Alike[];
}

/** What every report says: nothing of what it is about. */
const complaining =
  /投诉|举报|反映|反应|咨询|请问|建议|希望|请求|恳请|强烈|呼吁|关于|有关|问题|严重|情况|的|了|吗|呢|啊/gu;
/** Reports of one issue come in clusters: so many of the nearest have a say in what is near. */
const friends = 5;
/** Below 1: rare words count more, but not by all of their rarity, which in a short title is half chance. */
const rarityPower = 0.7;
/** Nobody's title is longer. */
const longest = 200;
const mostReasons = 3;

type Vector = ReadonlyMap<Key, number>;

/** Likeness among these texts; with none, every word counts the same. */
export function createLikeness(texts: Iterable<{ readonly id: string; readonly text: string }>): Likeness {
  const among = new Among(Array.from(texts, ({ id, text }) => ({ id, said: saidIn(text) })));
  return {
    between: (one, other) => among.between(one, other),
    nearest: (text, limit) => among.nearest(text, limit),
  };
}

interface Known {
  readonly id: string;
  readonly said: string;
}

class Among {
  readonly #known: readonly Known[];
  readonly #holders = new Map<Key, number[]>();
  readonly #vectors: readonly Vector[];

  constructor(known: readonly Known[]) {
    this.#known = known;
    const keys = known.map(({ said }) => keysOf(said));
    for (const [place, held] of keys.entries()) {
      for (const key of held) {
        const places = this.#holders.get(key);
        if (places === undefined) this.#holders.set(key, [place]);
        else places.push(place);
      }
    }
    this.#vectors = keys.map((held) => this.#vectorOf(held));
  }

  between(one: string, other: string): number {
    const far = this.#vectorOf(keysOf(saidIn(other)));
    let sum = 0;
    for (const [key, weight] of this.#vectorOf(keysOf(saidIn(one)))) sum += weight * (far.get(key) ?? 0);
    return Math.min(1, sum);
  }

  nearest(text: string, limit: number): readonly Alike[] {
    const said = saidIn(text);
    const shares = this.#sharesOf(this.#vectorOf(keysOf(said)));
    const whole = this.#withFriends(shares);
    return placesBy(whole, this.#known)
      .filter((place) => (shares[place] ?? 0) > 0)
      .slice(0, limit)
      .map((place) => ({
        id: this.#known[place]?.id ?? "",
        share: Math.min(1, shares[place] ?? 0),
        because: bothSay(said, this.#known[place]?.said ?? ""),
      }));
  }

  #withFriends(shares: Float64Array): Float64Array {
    const whole = Float64Array.from(shares);
    for (const friend of placesBy(shares, this.#known).slice(0, friends)) {
      const trust = shares[friend] ?? 0;
      for (const [place, share] of this.#sharesOf(this.#vectors[friend] ?? new Map()).entries()) {
        whole[place] = (whole[place] ?? 0) + trust * share;
      }
    }
    return whole;
  }

  #sharesOf(asked: Vector): Float64Array {
    const shares = new Float64Array(this.#known.length);
    for (const [key, weight] of asked) {
      for (const place of this.#holders.get(key) ?? []) {
        shares[place] = (shares[place] ?? 0) + weight * (this.#vectors[place]?.get(key) ?? 0);
      }
    }
    return shares;
  }

  #vectorOf(keys: ReadonlySet<Key>): Vector {
    const weights = Array.from(keys, (key) => [key, this.#rarity(key)] as const);
    const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight ** 2, 0));
    return new Map(weights.map(([key, weight]) => [key, weight / length]));
  }

  #rarity(key: Key): number {
    const holders = this.#holders.get(key)?.length ?? 0;
    return Math.log(1 + (this.#known.length + 1) / (holders + 0.5)) ** rarityPower;
  }
}

/** Places with more than nothing, the most first; what is equal stands by its id. */
function placesBy(shares: Float64Array, known: readonly Known[]): readonly number[] {
  const places: number[] = [];
  for (const [place, share] of shares.entries()) if (share > 0) places.push(place);
  return places.sort(
    (one, other) =>
      (shares[other] ?? 0) - (shares[one] ?? 0) ||
      ((known[one]?.id ?? "") < (known[other]?.id ?? "") ? -1 : 1),
  );
}

/** A text without what every report says; all of it when nothing else is left. */
function saidIn(text: string): string {
  const folded = foldForSearch(text.slice(0, longest));
  const rest = folded.replace(complaining, " ");
  return /[\p{L}\p{N}]/u.test(rest) ? rest : folded;
}

function keysOf(said: string): ReadonlySet<Key> {
  const keys = new Set<Key>();
  for (let at = 1; at < said.length; at += 1) {
    const [first, second, third] = [said.charCodeAt(at - 1), said.charCodeAt(at), said.charCodeAt(at + 1)];
    if (!isSign(first) || !isSign(second)) continue;
    keys.add(keyOfPair(first, second));
    if (isSign(third)) keys.add(keyOfWord(said.slice(at - 1, at + 2)));
  }
  return keys;
}

/** The longest stretches of one text that stand in the other, too. */
function bothSay(one: string, other: string): readonly string[] {
  const stretches = new Set<string>();
  for (let from = 0; from < one.length;) {
    let to = from;
    while (to < one.length && isSign(one.charCodeAt(to)) && other.includes(one.slice(from, to + 1))) to += 1;
    if (to - from > 1) stretches.add(one.slice(from, to));
    from = Math.max(from + 1, to);
  }
  return [...stretches].sort((short, long) => long.length - short.length).slice(0, mostReasons);
}
