/** How long goods are kept for whoever ordered them; ours. */
export const keptDays = 7;

export const longestCode = 6;

/** Six digits out of a drawn number. */
export function codeOf(drawn: number): string {
  return String(drawn).padStart(longestCode, "0");
}

/** 「482 913」, as it is said. */
export function codeSaid(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}

/** A code as it was typed or heard, with any spaces; undefined when it cannot be one. */
export function readCode(words: string): string | undefined {
  const code = words.normalize("NFKC").replaceAll(/[\s-]/g, "");
  return /^\d{6}$/.test(code) ? code : undefined;
}

/** Why something cannot be ordered; undefined when it can. */
export function whyNot(given: {
  readonly isOffered: boolean;
  readonly stock: number;
  readonly price: number;
  readonly available: number;
  readonly ordered: number;
  readonly monthMost: number | null;
}): "gone" | "sold_out" | "too_many" | "too_dear" | undefined {
  const { isOffered, stock, price, available, ordered, monthMost } = given;
  if (!isOffered) return "gone";
  if (stock < 1) return "sold_out";
  if (monthMost !== null && ordered >= monthMost) return "too_many";
  return available < price ? "too_dear" : undefined;
}
