import { simplify } from "./simplified.ts";

const controls = /[\p{Cc}\p{Cs}]/gu;
/** Soft hyphen, zero-width marks, direction marks, byte order mark. The joiner U+200D holds emoji together. */
const invisible = /[\u00AD\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
const emojiDressing = /\u200D|\uFE0E|\uFE0F|\u20E3/gu;
const foreignDigit = /(?![0-9])\p{Nd}/gu;

/** A person's words as they are kept: line breaks and punctuation stay, what nobody can see goes. */
export function clean(words: string): string {
  return words
    .replace(/\r\n?/g, "\n")
    .replace(controls, (mark) => (mark === "\n" ? mark : mark === "\t" ? " " : ""))
    .replace(invisible, "")
    .trim();
}

/** A person's words as they are compared with known words: one width, one script, no invisible characters, trimmed. Never stored. */
export function normalise(words: string): string {
  const oneWidth = clean(words).replace(emojiDressing, "").normalize("NFKC").trim();
  return simplify(oneWidth.replace(foreignDigit, plainDigit));
}

/** A digit of another script as ours: its value is how many digits stand right before it in Unicode. */
function plainDigit(digit: string): string {
  const at = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(at - value - 1))) value += 1;
  return String(value);
}

/** What two spellings of one label share: no case, spaces or punctuation. Empty when nothing is left. */
export function fold(words: string): string {
  return normalise(words)
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, "");
}
