import { readFileSync } from "node:fs";
import { isIntent, type Intent } from "./intents.ts";

/** A sentence of our own, and what it is after. */
export interface IntentExample {
  readonly words: string;
  readonly intent: Intent;
}

/** The sentences that are shipped, written for this program. Throws when the file names an intent that there is none. */
export function intentExamples(): readonly IntentExample[] {
  const lines = readFileSync(new URL("examples.txt", import.meta.url), "utf8").split("\n");
  const examples: IntentExample[] = [];
  let intent: Intent | undefined;
  for (const line of lines.map((one) => one.trim())) {
    const named = /^## (\S+)$/.exec(line)?.[1];
    if (named !== undefined && !isIntent(named)) throw new Error(`no intent is called ${named}`);
    if (named !== undefined) intent = named;
    else if (line !== "" && !line.startsWith("#") && intent) examples.push({ words: line, intent });
  }
  return examples;
}
