export { catchUp } from "./counting/service.ts";
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
export { evaluate, evaluateEach, evaluateOffice, evaluatePerson, type UnitCounts } from "./service.ts";
