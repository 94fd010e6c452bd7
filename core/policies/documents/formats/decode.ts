import type { Document } from "../model.ts";

/** So much of a text may be unreadable before it counts as garbled. */
const mostBroken = 0.01;

/** The words of a text file in the encodings that Chinese offices write: UTF-8, GB 18030 with GBK and GB 2312, UTF-16. */
export function decodeWords(bytes: Uint8Array): Document {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return judged(decode("utf-16le", bytes));
  if (first === 0xfe && second === 0xff) return judged(decode("utf-16be", bytes));
  const best = ["utf-8", "gb18030"]
    .map((encoding) => decode(encoding, bytes))
    .reduce((one, other) => (broken(other) < broken(one) ? other : one));
  return judged(best);
}

function decode(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** Signs that stand where bytes made no sense: the replacement itself, and what no text has. */
function broken(words: string): number {
  return Array.from(words.matchAll(/[\ufffd\ue000-\uf8ff\u0080-\u009f]/gu)).length;
}

/** Is so much of it unreadable that nobody could make sense of the rest? */
export function isGarbled(words: string): boolean {
  return broken(words) > words.length * mostBroken;
}

function judged(words: string): Document {
  if (words.trim() === "") return { why: "empty" };
  return isGarbled(words) ? { why: "garbled" } : { words };
}
