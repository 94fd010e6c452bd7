import type { Text } from "../../language/index.ts";

/** What neighbours are told who wait for the same public thing. */
export const sameTexts = {
  followedSettled: (number: number, words: string): Text => ({
    zh: `${number} 办好了${words === "" ? "。" : `：${words}`}`,
    en: `${number} is settled${words === "" ? "." : `: ${words}`}`,
  }),
} satisfies Record<string, unknown>;
