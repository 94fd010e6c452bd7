export { classifierFrom } from "./classifier.ts";
export type { Classifier, ClassifierJson, Example, Guess } from "./guess.ts";
export { trainClassifier } from "./train.ts";
