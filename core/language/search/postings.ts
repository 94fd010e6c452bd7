import type { Key } from "./keys.ts";

/**
 * Which items hold which term, how heavily. Items are numbered from 0, at most 65,536; the items of the term `keys[n]` stand,
 * ascending, from `starts[n]` to before `starts[n + 1]`.
 */
export interface Postings {
  readonly keys: Uint32Array;
  readonly starts: Uint32Array;
  readonly items: Uint16Array;
  /** In quarters of an occurrence, at most 255. */
  readonly weights: Uint8Array;
  /** Terms of an item, at most 65,535. */
  readonly lengths: Uint16Array;
}

/** The terms of one item, each with its weight in occurrences. */
export type Bag = ReadonlyMap<Key, number>;

const quarters = 4;

/** From where to before where a term's items stand. */
export type Range = readonly [from: number, to: number];

/** Where a term's items begin and end; an empty range when nobody holds it. */
export function rangeOf({ keys, starts }: Postings, key: Key): Range {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  if (keys[low] !== key) return [0, 0];
  return [starts[low] ?? 0, starts[low + 1] ?? 0];
}

/** The items for which `place` gives a new number, ascending as the old ones; `undefined` leaves an item out. */
export function kept(from: Postings, place: readonly (number | undefined)[]): Postings {
  const keys = new Uint32Array(from.keys.length);
  const starts = new Uint32Array(from.keys.length + 1);
  const items = new Uint16Array(from.items.length);
  const weights = new Uint8Array(from.items.length);
  let terms = 0;
  let size = 0;
  for (let at = 0; at < from.keys.length; at += 1) {
    const before = size;
    const end = from.starts[at + 1] ?? 0;
    for (let posting = from.starts[at] ?? 0; posting < end; posting += 1) {
      const to = place[from.items[posting] ?? 0];
      if (to === undefined) continue;
      items[size] = to;
      weights[size] = from.weights[posting] ?? 0;
      size += 1;
    }
    if (size === before) continue;
    keys[terms] = from.keys[at] ?? 0;
    starts[terms] = before;
    terms += 1;
  }
  starts[terms] = size;
  return {
    keys: keys.slice(0, terms),
    starts: starts.slice(0, terms + 1),
    items: items.slice(0, size),
    weights: weights.slice(0, size),
    lengths: from.lengths.filter((_, item) => place[item] !== undefined),
  };
}

/** Collects items one by one; `finish` sorts them by term. */
export class PostingsBuilder {
  readonly #ordinals = new Map<Key, number>();
  readonly #lengths: number[] = [];
  #terms = new Uint32Array(1 << 12);
  #items = new Uint16Array(1 << 12);
  #weights = new Uint8Array(1 << 12);
  #size = 0;

  add(bag: Bag, length: number): void {
    const item = this.#lengths.length;
    this.#lengths.push(Math.min(length, 0xffff));
    for (const [key, weight] of bag) this.#put(key, item, Math.min(255, Math.round(weight * quarters)));
  }

  /** Adds all of `from`, its items numbered on from `first`. */
  addAll(from: Postings, first: number): void {
    for (const length of from.lengths) this.#lengths.push(length);
    for (let at = 0; at < from.keys.length; at += 1) {
      const end = from.starts[at + 1] ?? 0;
      for (let posting = from.starts[at] ?? 0; posting < end; posting += 1) {
        this.#put(from.keys[at] ?? 0, first + (from.items[posting] ?? 0), from.weights[posting] ?? 0);
      }
    }
  }

  finish(): Postings {
    const keys = Uint32Array.from(this.#ordinals.keys()).sort();
    const starts = new Uint32Array(keys.length + 1);
    const places = this.#places(keys, starts);
    const items = new Uint16Array(this.#size);
    const weights = new Uint8Array(this.#size);
    for (let at = 0; at < this.#size; at += 1) {
      const term = this.#terms[at] ?? 0;
      const to = places[term] ?? 0;
      places[term] = to + 1;
      items[to] = this.#items[at] ?? 0;
      weights[to] = this.#weights[at] ?? 0;
    }
    return { keys, starts, items, weights, lengths: Uint16Array.from(this.#lengths) };
  }

  /** Fills `starts`, and says for each term in order of appearance where its first item goes. */
  #places(keys: Uint32Array, starts: Uint32Array): Uint32Array {
    const counts = new Uint32Array(this.#ordinals.size);
    for (let at = 0; at < this.#size; at += 1) {
      const term = this.#terms[at] ?? 0;
      counts[term] = (counts[term] ?? 0) + 1;
    }
    const places = new Uint32Array(counts.length);
    let next = 0;
    for (const [at, key] of keys.entries()) {
      const term = this.#ordinals.get(key) ?? 0;
      starts[at] = next;
      places[term] = next;
      next += counts[term] ?? 0;
    }
    starts[keys.length] = next;
    return places;
  }

  #put(key: Key, item: number, weight: number): void {
    if (this.#size === this.#terms.length) this.#grow();
    let ordinal = this.#ordinals.get(key);
    if (ordinal === undefined) {
      ordinal = this.#ordinals.size;
      this.#ordinals.set(key, ordinal);
    }
    this.#terms[this.#size] = ordinal;
    this.#items[this.#size] = item;
    this.#weights[this.#size] = weight;
    this.#size += 1;
  }

  #grow(): void {
    const capacity = this.#terms.length * 2;
    const terms = new Uint32Array(capacity);
    const items = new Uint16Array(capacity);
    const weights = new Uint8Array(capacity);
    terms.set(this.#terms);
    items.set(this.#items);
    weights.set(this.#weights);
    this.#terms = terms;
    this.#items = items;
    this.#weights = weights;
  }
}
