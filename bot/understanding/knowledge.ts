import {
  intentExamples,
  isIntent,
  recognise,
  respelled,
  type Recognised,
} from "../../core/language/index.ts";
import { officeKnowledgeOf, type Subject } from "../../core/learning/index.ts";
import type { Tx } from "../../core/store/index.ts";

/** What is trained to tell what a first sentence is after: our own sentences, and what villagers chose themselves. */
export const intentSubject: Subject = {
  task: "intent",
  shipped: intentExamples().map(({ words, intent }) => ({ words: respelled(words), label: intent })),
};

/**
 * What a sentence is after: the lexicon, and for a second opinion what this office taught. What is shipped alone is no
 * second opinion: by itself it is right less often than the lexicon (docs/decisions/040-first-sentences.md).
 */
export async function recognisedIn(tx: Tx, words: string): Promise<Recognised> {
  const taught = await officeKnowledgeOf(tx, intentSubject);
  if (!taught) return recognise(words);
  return recognise(words, (said) => {
    const { label, share } = taught.classify(said);
    return isIntent(label) ? { intent: label, share } : undefined;
  });
}
