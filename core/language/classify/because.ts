import type { Model } from "./learnt.ts";
import type { Reading } from "./reading.ts";
import type { Row } from "./rows.ts";

const mostWords = 5;
/** A word that weighs less than this part of the weightiest is not named. */
const worthNaming = 0.2;

/**
 * The words that spoke for a class against the mean of all: what each feature adds is spread over the characters it covers, and a word weighs what its characters do. So a
 * row of characters that says nothing to a reader (「灯坏」) is named by the words it lies in.
 */
export function decidingWords(model: Model, reading: Reading, row: Row, one: number): readonly string[] {
  const ofCharacters = spread(model, reading, row, one);
  const weights = new Map<string, number>();
  for (const { word, at } of reading.words) {
    let sum = 0;
    for (let place = at; place < at + word.length; place += 1) sum += ofCharacters[place] ?? 0;
    weights.set(word, (weights.get(word) ?? 0) + sum);
  }
  const ranked = Array.from(weights)
    .filter(([, weight]) => weight > 0)
    .sort((first, second) => second[1] - first[1]);
  const least = (ranked[0]?.[1] ?? 0) * worthNaming;
  return ranked
    .slice(0, mostWords)
    .filter(([, weight]) => weight >= least)
    .map(([word]) => word);
}

function spread(model: Model, reading: Reading, row: Row, one: number): Float64Array {
  const each = contributions(model, reading, row, one);
  const ofCharacters = new Float64Array(reading.plain.length);
  for (const [at, key] of reading.keys.entries()) {
    const [start = 0, end = 0] = [reading.starts[at], reading.ends[at]];
    const by = each.get(model.vocabulary.find(key)) ?? 0;
    const last = Math.min(end, ofCharacters.length);
    for (let place = start; place < last; place += 1)
      ofCharacters[place] = (ofCharacters[place] ?? 0) + by / (last - start);
  }
  return ofCharacters;
}

/** What one occurrence of each known feature adds for the class, against the mean of all classes. */
function contributions(model: Model, reading: Reading, row: Row, one: number): ReadonlyMap<number, number> {
  const { weights, labels, vocabulary } = model;
  const times = new Map<number, number>();
  for (const key of reading.keys) {
    const column = vocabulary.find(key);
    times.set(column, (times.get(column) ?? 0) + 1);
  }
  const each = new Map<number, number>();
  for (const [at, column] of row.columns.entries()) {
    const base = column * labels.length;
    let sum = 0;
    for (let other = 0; other < labels.length; other += 1) sum += weights[base + other] ?? 0;
    const against = (weights[base + one] ?? 0) - sum / labels.length;
    each.set(column, (against * (row.values[at] ?? 0)) / (times.get(column) ?? 1));
  }
  return each;
}
