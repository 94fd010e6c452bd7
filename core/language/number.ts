import { normalise } from "./normalise.ts";

const digits = new Map<string, number>();
for (const [value, spellings] of [
  "零〇",
  "一壹",
  "二贰貳两兩",
  "三叁參",
  "四肆",
  "五伍",
  "六陆陸",
  "七柒",
  "八捌",
  "九玖",
].entries()) {
  for (const spelling of spellings) digits.set(spelling, value);
}

/** A number said digit by digit, as people say that of a matter. */
const saidOneByOne = new RegExp(`[${Array.from(digits.keys()).join("")}]{4,9}`, "gu");

/** The words with 「一〇〇一」 as 1001; what is shorter, or said with 十 and 百, stays. */
export function withDigits(words: string): string {
  return words
    .normalize("NFKC")
    .replace(saidOneByOne, (run) => Array.from(run, (digit) => digits.get(digit) ?? digit).join(""));
}

/** 十二, 二十, 一百零三: up to 999. */
const spoken = /^(?:(.)[百佰])?零?(?:(.)?[十拾])?(.)?$/u;
const justANumber =
  /^(?:我?选|我?要)?第?\s*([0-9]{1,9}|\p{Script=Han}{1,6}?)\s*[个個号號项項条條]?\s*[.、。,)!]?$/u;

/** 廿 and 卅 are 二十 and 三十 in one character. */
function spelledOut(word: string): string {
  return word.replace("廿", "二十").replace("卅", "三十");
}

function readSpoken(word: string): number | undefined {
  const parts = spoken.exec(spelledOut(word));
  if (parts === null || word === "") return undefined;
  const [, hundreds, tens, ones] = parts;
  const known = [hundreds, tens, ones].every((digit) => digit === undefined || digits.has(digit));
  if (!known) return undefined;
  const value = (digit: string | undefined): number => (digit === undefined ? 0 : (digits.get(digit) ?? 0));
  const ten = /[十拾廿卅]/u.test(word) ? (tens === undefined ? 1 : value(tens)) : 0;
  return value(hundreds) * 100 + ten * 10 + value(ones);
}

/** The number a person picked ("2", "２", "二", "第二个", "选3", "2."), or undefined when more than that was said. */
export function readNumber(words: string): number | undefined {
  if (words.length > 20) return undefined;
  const plain = normalise(words).replace(/^\((.+)\)$/u, "$1");
  const found = justANumber.exec(plain)?.[1];
  if (found === undefined) return undefined;
  return /^[0-9]/u.test(found) ? Number(found) : readSpoken(found);
}
