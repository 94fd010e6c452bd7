import type { Passage } from "./model.ts";

const longestLine = 30;

/** 「第三条 年满八十周岁的…」: a passage in one line of a list. */
export function passageLine({ article, words }: Pick<Passage, "article" | "words">): string {
  const whole = [article ?? "", words.replaceAll(/\s+/g, " ")].filter((part) => part !== "").join(" ");
  const letters = Array.from(whole);
  return letters.length <= longestLine ? whole : `${letters.slice(0, longestLine - 1).join("")}…`;
}

/** The first passages, a line each; `more` says how many are left. */
export function firstLines(
  passages: readonly Pick<Passage, "article" | "words">[],
  shown: number,
): { readonly lines: string; readonly more: number } {
  return {
    lines: passages.slice(0, shown).map(passageLine).join("\n"),
    more: Math.max(0, passages.length - shown),
  };
}
