import {
  intentExamples,
  isIntent,
  placeOf,
  recognise,
  respelled,
  type Guess,
  type Opinion,
  type Recognised,
} from "../../core/language/index.ts";
import { knowledgeOf, type Subject } from "../../core/learning/index.ts";
import type { Tx } from "../../core/store/index.ts";

/**
 * What is trained to tell what a first sentence is after: our own sentences, and what villagers chose themselves. They choose among
 * places, and so that is what is learnt: which of two names for one place words have matters to nobody.
 */
export const intentSubject: Subject = {
  task: "intent",
  shipped: intentExamples().map(({ words, intent }) => ({ words: respelled(words), label: placeOf(intent) })),
};

/**
 * What a sentence is after: the lexicon, and a second opinion by what was learnt. The lexicon alone decides what is sure; what the
 * other finds next to impossible is not, and what this office taught may put the lexicon right
 * (docs/decisions/040-first-sentences.md, docs/decisions/049-understanding-gaps.md).
 */
export async function recognisedIn(tx: Tx, words: string): Promise<Recognised> {
  const { classifier, isOffices } = await knowledgeOf(tx, intentSubject);
  return recognise(words, { on: (said) => opinionsOf(classifier.classify(said)), isOffices });
}

/** Among known sentences these are like a question: at least so much of what they are like. */
const likeAQuestion = 0.4;

/** Would both judges take words for a question about a policy? Then it may go to a person at once. */
export async function isAgreedQuestion(tx: Tx, words: string): Promise<boolean> {
  const { classifier } = await knowledgeOf(tx, intentSubject);
  const opinions = opinionsOf(classifier.classify(respelled(words)));
  const share = opinions.reduce(
    (sum, opinion) => sum + (placeOf(opinion.intent) === "policy" ? opinion.share : 0),
    0,
  );
  return share >= likeAQuestion;
}

function opinionsOf(guess: Guess): readonly Opinion[] {
  return [guess, ...guess.others].flatMap(({ label, share }) =>
    isIntent(label) ? { intent: label, share } : [],
  );
}
