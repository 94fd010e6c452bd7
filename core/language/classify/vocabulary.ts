import { createHashTable } from "./hashTable.ts";
import type { Reading } from "./reading.ts";

/** The features that a classifier knows. */
export interface Vocabulary {
  /** The column of a feature, or -1. */
  readonly find: (key: number) => number;
  readonly keys: Int32Array;
}

/** How often a text has each known feature, those of its title twice. */
export interface Counted {
  readonly columns: Uint32Array;
  readonly often: Float32Array;
}

/** A feature in the title counts as often. */
const titleCounts = 2;

/** The features found in at least so many texts. */
export function vocabularyOf(readings: readonly Reading[], atLeast: number): Vocabulary {
  const table = createHashTable(1 << 16);
  const counts: number[] = [];
  const lastSeen: number[] = [];
  for (const [text, { keys }] of readings.entries()) {
    for (const key of keys) {
      const column = table.add(key);
      if (lastSeen[column] === text) continue;
      lastSeen[column] = text;
      counts[column] = (counts[column] ?? 0) + 1;
    }
  }
  return vocabularyFrom(table.keys().filter((_, column) => (counts[column] ?? 0) >= atLeast));
}

/** A vocabulary of these features. */
export function vocabularyFrom(keys: Int32Array): Vocabulary {
  const table = createHashTable(keys.length);
  for (const key of keys) table.add(key);
  return { find: table.find, keys };
}

/** Counts the known features of readings. */
export function counterOf({ find, keys }: Vocabulary): (reading: Reading) => Counted {
  const often = new Float32Array(keys.length);
  return (reading) => {
    const touched: number[] = [];
    for (let at = 0; at < reading.keys.length; at += 1) {
      const column = find(reading.keys[at] ?? 0);
      if (column < 0) continue;
      if (often[column] === 0) touched.push(column);
      const isTitle = (reading.starts[at] ?? 0) < reading.titleEnd;
      often[column] = (often[column] ?? 0) + (isTitle ? titleCounts : 1);
    }
    const counted = {
      columns: Uint32Array.from(touched),
      often: Float32Array.from(touched, (column) => often[column] ?? 0),
    };
    for (const column of touched) often[column] = 0;
    return counted;
  };
}
