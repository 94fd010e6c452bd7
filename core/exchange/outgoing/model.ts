/** What stands in words and is not shown to whoever may not see it whole. */
export interface Hidden {
  /** Of whoever told it, however they are written. */
  readonly names?: readonly string[];
  /** Of people of the same place: written in passing. */
  readonly known?: ReadonlySet<string>;
  /** Where whoever told it lives. */
  readonly address?: string;
}

/** A name of which only the first sign is shown: 王**; an empty one stays empty. */
export function maskedName(name: string): string {
  const signs = Array.from(name);
  return signs.length === 0 ? "" : `${signs[0]}${"*".repeat(Math.min(Math.max(signs.length - 1, 1), 3))}`;
}

/** An address without its numbers: 樟树下*号. */
export function maskedAddress(address: string): string {
  return address.replaceAll(/\p{N}+/gu, "*");
}

/** The words without what is hidden, and with the middle of every long number starred. */
export function maskedWords(words: string, { names = [], known, address = "" }: Hidden = {}): string {
  const whole = names.filter((name) => Array.from(name).length > 1).flatMap(partsOf);
  const unnamed = whole
    .toSorted((one, other) => other.length - one.length)
    .reduce((masked, name) => masked.replaceAll(loosely(name), maskedName(name)), words);
  const unaddressed = address === "" ? unnamed : unnamed.replaceAll(loosely(address), maskedAddress(address));
  return withoutNumbers(known ? withoutNames(unaddressed, known) : unaddressed);
}

const dots = /[·•・‧．.]/u;

/** 「阿依古丽·买买提」 is called 阿依古丽, too. */
function partsOf(name: string): readonly string[] {
  const parts = name.split(dots).filter((part) => Array.from(part).length > 1);
  return parts.length > 1 ? [name, ...parts] : [name];
}

/** The words, with spaces and any of the dots between their signs. */
function loosely(words: string): RegExp {
  const signs = Array.from(words).filter((sign) => !dots.test(sign) && sign.trim() !== "");
  const written = signs.map((sign) => sign.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`));
  return new RegExp(written.join(String.raw`[\s·•・‧．.]*`), "gu");
}

const [shortestName, longestName] = [2, 5];

/** The longest name that begins at a sign is starred, and what comes after it looked at. */
function withoutNames(words: string, known: ReadonlySet<string>): string {
  const signs = Array.from(words);
  let masked = "";
  for (let at = 0; at < signs.length;) {
    const name = nameAt(signs, at, known);
    masked += name === undefined ? (signs[at] ?? "") : maskedName(name);
    at += name === undefined ? 1 : Array.from(name).length;
  }
  return masked;
}

function nameAt(signs: readonly string[], at: number, known: ReadonlySet<string>): string | undefined {
  for (let length = longestName; length >= shortestName; length -= 1) {
    const name = signs.slice(at, at + length).join("");
    if (known.has(name)) return name;
  }
  return undefined;
}

const date = /(?<!\d)(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}(?!\d)/;
const between = String.raw`[\s\-–—－.·．()（）\u200b-\u200d]{0,3}`;
/** Digits of any width and shape: 1, １, ①. */
const arabic = new RegExp(String.raw`\p{N}(?:${between}\p{N}){6,}[Xx]?(?!\p{N}|\s*[元万亿])`, "u");
const written = /[〇零一二三四五六七八九幺]{7,}/;
const mail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
const telling = new RegExp([mail, date, arabic, written].map(({ source }) => source).join("|"), "gu");

/** Telephones, identity cards and accounts, however they are grouped; dates and sums are none. */
function withoutNumbers(words: string): string {
  return words.replaceAll(telling, (found) => {
    if (found.includes("@")) return `${found.slice(0, 1)}***`;
    const digits = found.normalize("NFKC").replaceAll(/[^\dXx〇零一二三四五六七八九幺]/g, "");
    if (isDate(found) || !isNumber(found, digits.length)) return found;
    return `${digits.slice(0, 3)}****${digits.slice(-2)}`;
  });
}

function isDate(found: string): boolean {
  return date.exec(found)?.[0] === found;
}

/** How long the numbers are that are said sign by sign: a telephone's, an identity card's. */
const spelt = [11, 18];

/** A row of small numbers, 1 2 3 4 5 6 7, is none. */
function isNumber(found: string, digits: number): boolean {
  const longest = Math.max(
    ...found.split(/[^\p{N}Xx〇零一二三四五六七八九幺]+/u).map(({ length }) => length),
  );
  return longest > 2 || spelt.includes(digits);
}
