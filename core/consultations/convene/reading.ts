import { numberIn } from "../../language/index.ts";

/** Whom somebody wants to ask, as numbers of the list she was shown. */
export interface Summons {
  /** 点将: must answer. */
  readonly summon: readonly number[];
  /** 邀将: may answer. */
  readonly invite: readonly number[];
  /** 外请: helpers who are in no list, by the name that was typed. */
  readonly outside: readonly string[];
}

/** Something in such a line that cannot be read. */
export type Unread =
  | { readonly why: "nobody" }
  | { readonly why: "no_number"; readonly number: number }
  | { readonly why: "both_ways"; readonly number: number }
  | { readonly why: "several"; readonly words: string }
  | { readonly why: "name"; readonly words: string }
  | { readonly why: "words"; readonly words: string };

const separators = /^[\s,、;:。.!和与及跟还有再加]+/u;
const summonWord = /^(?:只点名|只点|点将|点名|都点|点|必到|summon)/iu;
const inviteWord = /^(?:只邀|邀将|邀请|都邀|邀|再请|请|invite)/iu;
const outsideWord = /^(?:外请|外面请|外援|社会力量|outside)\s*[::]?/iu;
const everybody = /^(?:全部|所有人?|全体|大家|每一?家|all)/iu;
const range =
  /^第?\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*(?:号|个)?\s*(?:-|~|—|到|至)\s*第?(\d{1,3}|[一二三四五六七八九十]{1,3})\s*(?:号|个|家)?/u;
const single = /^第?\s*(\d{1,4}|[一二三四五六七八九十]{1,3})\s*(?:号|个|家)?/u;
const piece = /^[^\s,、;。]+/u;
const longestName = 30;

interface Reading {
  readonly summon: Set<number>;
  readonly invite: Set<number>;
  readonly outside: string[];
  readonly unread: Unread[];
  mode: "summon" | "invite";
}

/**
 * Reads 「点 1 2 邀 3」, in any of the ways people write it, on one line or several: numbers and names may be mixed, and
 * numbers without a word before them are summoned.
 * @param names for each line of the list, what it may be called.
 */
export function readSummons(
  words: string,
  names: readonly (readonly string[])[],
): Summons | { readonly unread: readonly Unread[] } {
  const reading: Reading = {
    summon: new Set(),
    invite: new Set(),
    outside: [],
    unread: [],
    mode: "summon",
  };
  let left = words.normalize("NFKC");
  while ((left = left.replace(separators, "")) !== "") left = left.slice(step(left, reading, names));
  const { summon, invite, outside, unread } = reading;
  for (const number of summon) if (invite.has(number)) unread.push({ why: "both_ways", number });
  if (unread.length === 0 && summon.size + invite.size + outside.length === 0) unread.push({ why: "nobody" });
  return unread.length > 0 ? { unread } : { summon: [...summon], invite: [...invite], outside };
}

/** Reads what comes next. @returns how much of the words it was. */
function step(left: string, reading: Reading, names: readonly (readonly string[])[]): number {
  const outside = outsideWord.exec(left);
  if (outside) return outside[0].length + readOutside(left.slice(outside[0].length), reading);
  const named = nameAt(left, names);
  if (named) return take(named, reading);
  const word = summonWord.exec(left) ?? inviteWord.exec(left);
  if (word) {
    reading.mode = summonWord.test(left) ? "summon" : "invite";
    return word[0].length;
  }
  const all = everybody.exec(left);
  if (all) {
    for (const [at] of names.entries()) reading[reading.mode].add(at + 1);
    return all[0].length;
  }
  return readNumbers(left, reading, names.length) ?? readPiece(left, reading);
}

interface Named {
  readonly numbers: readonly number[];
  readonly words: string;
}

/** The longest name of the list that the words begin with. */
function nameAt(left: string, names: readonly (readonly string[])[]): Named | undefined {
  const begun = names.flatMap((called, at) =>
    called.filter((name) => name !== "" && left.startsWith(name)).map((name) => ({ name, number: at + 1 })),
  );
  const [longest] = begun.toSorted((one, other) => other.name.length - one.name.length);
  if (!longest) return undefined;
  const same = begun.filter(({ name }) => name === longest.name).map(({ number }) => number);
  return { numbers: Array.from(new Set(same)), words: longest.name };
}

function take({ numbers, words }: Named, reading: Reading): number {
  const [number, another] = numbers;
  if (number === undefined || another !== undefined) reading.unread.push({ why: "several", words });
  else reading[reading.mode].add(number);
  return words.length;
}

function readNumbers(left: string, reading: Reading, most: number): number | undefined {
  const several = range.exec(left);
  const one = several ? undefined : single.exec(left);
  if (!several && !one) return undefined;
  const [from, to] = [several?.[1] ?? one?.[1] ?? "", several?.[2] ?? one?.[1] ?? ""].map(numberIn);
  if (from === undefined || to === undefined || Number.isNaN(from) || Number.isNaN(to)) return undefined;
  const wrong = [from, to].find((number) => number < 1 || number > most);
  if (wrong !== undefined) reading.unread.push({ why: "no_number", number: wrong });
  else for (let number = from; number <= to; number += 1) reading[reading.mode].add(number);
  return (several ?? one)?.[0].length;
}

/** Names after 外请, up to the end of the line or the next word for summoning or inviting. */
function readOutside(left: string, reading: Reading): number {
  const end = /\n|;|[\s,、](?=(?:点将|点|邀将|邀)\s*[\d一-十])|$/u.exec(left)?.index ?? left.length;
  const names = left
    .slice(0, end)
    .split(/[,、]/u)
    .map((name) => name.replaceAll(/\s+/g, " ").trim())
    .filter((name) => name !== "");
  for (const name of names) {
    if (name.length > longestName || !/\p{L}/u.test(name) || /[<>\p{C}]/u.test(name))
      reading.unread.push({ why: "name", words: name.slice(0, longestName) });
    else if (!reading.outside.includes(name)) reading.outside.push(name);
  }
  if (names.length === 0) reading.unread.push({ why: "nobody" });
  return end;
}

function readPiece(left: string, reading: Reading): number {
  const words = piece.exec(left)?.[0] ?? left;
  reading.unread.push({ why: "words", words: Array.from(words).slice(0, longestName).join("") });
  return words.length;
}
