export {
  noCounts,
  ratesOf,
  sumOf,
  type CountName,
  type Counts,
  type Period,
  type Rate,
  type RateName,
  type Rates,
} from "./model.ts";
export {
  evaluate,
  evaluateBelow,
  evaluateEach,
  evaluateOffice,
  evaluatePerson,
  type UnitCounts,
} from "./service.ts";
export { checkTallies } from "./checking/check.ts";
export { createCounter } from "./counting/counter.ts";
export { catchUp } from "./counting/service.ts";
export { evaluationCommands, type EvaluationServices } from "./commands.ts";
export { rateTexts } from "./texts.ts";
