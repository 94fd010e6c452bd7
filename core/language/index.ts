export { barOf } from "./bar.ts";
export { clean, fold, normalise } from "./normalise.ts";
export { readNumber, withDigits } from "./number.ts";
export { join, verbatim } from "./text.ts";
export type { Language, Text } from "./text.ts";
export { isNo, isYes } from "./yes-no.ts";
export { intents, isIntent, type Intent } from "./intent/intents.ts";
export { intentExamples } from "./intent/examples.ts";
export { placeOf, recognise, type Opinion, type Recognised, type SecondOpinion } from "./intent/recognise.ts";
export { whichCalendar } from "./lunar.ts";
export { respelled } from "./spelling.ts";
export { asksHowItStands, meaningOf, type Meaning } from "./meaning.ts";
export { closingTime, daysBetween, findWhen, isLater, numberIn, readWhen, type Wall } from "./when.ts";
export { simplify } from "./simplified.ts";
export { ageOn, findAge, findBirth, readBirth, type Age, type Birth } from "./birth.ts";
export {
  addedWords,
  addWords,
  cutter,
  patternOf,
  segmenterCut,
  tokens,
  wordsOf,
  type Word,
} from "./tokenise.ts";
export {
  classifierFrom,
  trainClassifier,
  type Classifier,
  type ClassifierJson,
  type Example,
  type Guess,
} from "./classify/index.ts";
export {
  createIndex,
  createLikeness,
  searchIndexFrom,
  type Alike,
  type Found,
  type Likeness,
  type Passage,
  type SearchIndex,
} from "./search/index.ts";
