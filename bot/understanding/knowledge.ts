import {
  intentExamples,
  isIntent,
  recognise,
  respelled,
  type Recognised,
} from "../../core/language/index.ts";
import { knowledgeOf, type Subject } from "../../core/learning/index.ts";
import type { Tx } from "../../core/store/index.ts";

/** What is trained to tell what a first sentence is after: our own sentences, and what villagers chose themselves. */
export const intentSubject: Subject = {
  task: "intent",
  shipped: intentExamples().map(({ words, intent }) => ({ words: respelled(words), label: intent })),
};

/**
 * What a sentence is after: the lexicon, and what was learnt for a second opinion. What is shipped is asked only where the
 * lexicon is unsure, since by itself it is right less often; what this office taught is always asked, and may put the lexicon
 * right (docs/decisions/040-first-sentences.md).
 */
export async function recognisedIn(tx: Tx, words: string): Promise<Recognised> {
  const { classifier, isOffices } = await knowledgeOf(tx, intentSubject);
  const byWords = recognise(words);
  if (!isOffices && byWords.standing !== "unsure") return byWords;
  return recognise(words, (said) => {
    const { label, share } = classifier.classify(said);
    return isIntent(label) ? { intent: label, share } : undefined;
  });
}
