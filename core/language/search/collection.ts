import { balance } from "./balance.ts";
import type { Key } from "./keys.ts";
import { rangeOf } from "./postings.ts";
import type { Segment } from "./segment.ts";

/** A segment made ready for questions. */
export interface Opened {
  readonly segment: Segment;
  /** By how much BM25 holds back each passage, in quarters of an occurrence. */
  readonly norms: Float32Array;
  /** Number of the document of each passage, the same in all segments. */
  readonly documentOf: Uint32Array;
  /** How many past questions each passage answered. */
  readonly timesAsked: Uint16Array;
  /** Of each past question: how heavy its terms are together (`heavinessAsked`). */
  readonly askedMass: Float32Array;
}

/** All segments of an index as one, as they are between two changes. */
export interface Collection {
  readonly opened: readonly Opened[];
  readonly passages: number;
  readonly documents: number;
  /** How many passages each document has. */
  readonly sizes: Uint32Array;
}

const quarters = 4;

/** Makes segments ready; some milliseconds for a hundred thousand passages. */
export function collectionOf(segments: readonly Segment[]): Collection {
  const passages = segments.reduce((sum, { ids }) => sum + ids.length, 0);
  const average = averageLength(segments, passages);
  const numbers = new Map<string, number>();
  const rarities = new Map<Key, number>();
  const opened = segments.map((segment) => ({
    segment,
    norms: normsOf(segment, average),
    documentOf: Uint32Array.from(segment.documents, (document) => {
      const known = numbers.get(document) ?? numbers.size;
      numbers.set(document, known);
      return known;
    }),
    timesAsked: timesAsked(segment),
    askedMass: askedMass(segment, (key) => {
      const rarity = rarities.get(key) ?? rarityOf(holdersOf(segments, key), passages);
      rarities.set(key, rarity);
      return rarity;
    }),
  }));
  const sizes = new Uint32Array(numbers.size);
  for (const { documentOf } of opened)
    for (const number of documentOf) sizes[number] = (sizes[number] ?? 0) + 1;
  return { opened, passages, documents: numbers.size, sizes };
}

/** How rare a term is that so many passages hold: near 0 for what stands in all of them, about 12 for one in a hundred thousand. */
export function rarityOf(holders: number, passages: number): number {
  return Math.log(1 + (passages - holders + 0.5) / (holders + 0.5));
}

function holdersOf(segments: readonly Segment[], key: Key): number {
  let holders = 0;
  for (const { body } of segments) {
    const [from, to] = rangeOf(body, key);
    holders += to - from;
  }
  return holders;
}

/** How heavily a term counts when a question is compared with a past one. */
export function heavinessAsked(rarity: number): number {
  return rarity ** 1.5;
}

function averageLength(segments: readonly Segment[], passages: number): number {
  let sum = 0;
  for (const { body } of segments) for (const length of body.lengths) sum += length;
  return Math.max(1, sum / Math.max(1, passages));
}

function normsOf({ body }: Segment, average: number): Float32Array {
  const { saturation, lengthShare } = balance;
  return Float32Array.from(
    body.lengths,
    (length) => quarters * saturation * (1 - lengthShare + (lengthShare * length) / average),
  );
}

function timesAsked({ ids, answeredBy }: Segment): Uint16Array {
  const times = new Uint16Array(ids.length);
  for (const item of answeredBy) times[item] = (times[item] ?? 0) + 1;
  return times;
}

function askedMass({ asked }: Segment, rarity: (key: Key) => number): Float32Array {
  const mass = new Float32Array(asked.lengths.length);
  for (const [at, key] of asked.keys.entries()) {
    const heaviness = heavinessAsked(rarity(key));
    for (let posting = asked.starts[at] ?? 0; posting < (asked.starts[at + 1] ?? 0); posting += 1) {
      const question = asked.items[posting] ?? 0;
      mass[question] = (mass[question] ?? 0) + heaviness;
    }
  }
  return mass;
}
