/** What the first sentence of somebody can be after; the words of docs/words.md. */
export const intents = [
  "report",
  "complaint",
  "progress",
  "nudge",
  "withdraw",
  "policy",
  "service",
  "human",
  "affairs",
  "points",
  "moments",
  "news",
  "me",
  "language",
  "help",
  "greeting",
  "thanks",
  "fixed",
  "chat",
] as const;

/** What somebody wants, or says without wanting anything. */
export type Intent = (typeof intents)[number];

/** False for a word of a version before or after this one. */
export function isIntent(word: string): word is Intent {
  return (intents as readonly string[]).includes(word);
}
