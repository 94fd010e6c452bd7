import { createHashTable } from "./hashTable.ts";
import { groupOf, type Reading } from "./reading.ts";

/** The features that a classifier knows, and how rare each is. */
export interface Vocabulary {
  /** The column of a feature, or -1. */
  readonly find: (key: number) => number;
  readonly keys: Int32Array;
  /** In how many texts a feature was found. */
  readonly counts: Uint32Array;
  /** log((1 + texts) / (1 + count)) + 1 of each. */
  readonly rarity: Float32Array;
  readonly texts: number;
}

/** What a text has of each known feature; each of the two groups has the length one. */
export interface Row {
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}

/** A feature seen in the title counts as often. */
const titleCounts = 2;

/** The features found in at least so many texts. */
export function vocabularyOf(readings: readonly Reading[], atLeast: number): Vocabulary {
  const table = createHashTable(1 << 16);
  let counts = new Uint32Array(1 << 16);
  let lastSeen = new Int32Array(1 << 16).fill(-1);
  for (const [text, { keys }] of readings.entries()) {
    for (const key of keys) {
      const column = table.add(key);
      if (column >= counts.length) {
        counts = grown(counts, new Uint32Array(counts.length * 2));
        lastSeen = grown(lastSeen, new Int32Array(lastSeen.length * 2).fill(-1));
      }
      if (lastSeen[column] === text) continue;
      lastSeen[column] = text;
      counts[column] = (counts[column] ?? 0) + 1;
    }
  }
  const all = table.keys();
  const kept = all.filter((_, column) => (counts[column] ?? 0) >= atLeast);
  return vocabularyFrom(
    kept,
    Uint32Array.from(kept, (key) => counts[table.find(key)] ?? 0),
    readings.length,
  );
}

function grown<A extends Uint32Array | Int32Array>(from: A, to: A): A {
  to.set(from);
  return to;
}

/** A vocabulary out of what was kept of it. */
export function vocabularyFrom(keys: Int32Array, counts: Uint32Array, texts: number): Vocabulary {
  const table = createHashTable(keys.length);
  for (const key of keys) table.add(key);
  const rarity = Float32Array.from(counts, (count) => Math.log((1 + texts) / (1 + count)) + 1);
  return { find: table.find, keys, counts, rarity, texts };
}

/** Turns readings into rows: how often, softened by a logarithm, times how rare. */
export function rowMaker(vocabulary: Vocabulary): (reading: Reading) => Row {
  const often = new Float32Array(vocabulary.keys.length);
  return (reading) => {
    const touched: number[] = [];
    for (const [at, key] of reading.keys.entries()) {
      const column = vocabulary.find(key);
      if (column < 0) continue;
      if (often[column] === 0) touched.push(column);
      const isTitle = (reading.starts[at] ?? 0) < reading.titleEnd;
      often[column] = (often[column] ?? 0) + (isTitle ? titleCounts : 1);
    }
    const columns = Uint32Array.from(touched);
    const values = Float32Array.from(
      touched,
      (column) => (1 + Math.log(often[column] ?? 1)) * (vocabulary.rarity[column] ?? 0),
    );
    for (const column of touched) often[column] = 0;
    evenOut(columns, values, vocabulary);
    return { columns, values };
  };
}

/** Brings each group to the length one. */
function evenOut(columns: Uint32Array, values: Float32Array, { keys }: Vocabulary): void {
  const squares = [0, 0];
  for (const [at, column] of columns.entries()) {
    const group = groupOf(keys[column] ?? 0);
    squares[group] = (squares[group] ?? 0) + (values[at] ?? 0) ** 2;
  }
  const scales = squares.map((square) => (square > 0 ? 1 / Math.sqrt(square) : 0));
  for (const [at, column] of columns.entries())
    values[at] = (values[at] ?? 0) * (scales[groupOf(keys[column] ?? 0)] ?? 0);
}
