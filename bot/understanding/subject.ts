import { intentExamples } from "../../core/language/index.ts";
import type { Subject } from "../../core/learning/index.ts";

/** What is trained to tell what a first sentence is after: our own sentences, and what villagers chose themselves. */
export const intentSubject: Subject = {
  task: "intent",
  shipped: intentExamples().map(({ words, intent }) => ({ words, label: intent })),
};
