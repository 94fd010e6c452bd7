export {
  newestOf,
  readingShown,
  standingOn,
  subscriptionTo,
  topics,
  type Passage,
  type PassageId,
  type Policy,
  type PolicyId,
  type Standing,
  type Topic,
} from "./model.ts";
export { askCommands } from "./ask/commands.ts";
export { askDesk, type AskDesk, type AskServices } from "./ask/desk.ts";
export { askPolicies } from "./ask/askPolicies.flow.ts";
export { askFlows } from "./ask/flows.ts";
export { maybePolicy, surePolicy } from "./ask/model.ts";
export { gapReportPattern, reportGaps } from "./gaps/weekly.ts";
export { createPolicySearch, type PolicySearch } from "./search/policySearch.ts";
