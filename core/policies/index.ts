import { changeUntil } from "./manage/changeUntil.flow.ts";
import { withdrawPolicy } from "./manage/withdrawPolicy.flow.ts";
import { describePolicy } from "./publish/describe.flow.ts";
import { publishPolicy } from "./publish/publish.flow.ts";
import { putOut } from "./push/putOut.flow.ts";
import { returnReading } from "./readings/returnReading.flow.ts";
import { writeReading } from "./readings/writeReading.flow.ts";

/** The talks in which policies are published and kept. */
export const publishingFlows = [
  publishPolicy,
  describePolicy,
  writeReading,
  returnReading,
  putOut,
  changeUntil,
  withdrawPolicy,
];

export { publishingCommands } from "./commands.ts";
export { publishingDesk, type PublishingServices } from "./desk.ts";
export { readInWorker } from "./documents/inWorker.ts";
export { createDocumentReader, documentsAtOnce } from "./documents/reader.ts";
export { policyPackage } from "./imports/package.ts";
export { plantPolicies } from "./imports/plant.ts";
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
export type { Sureness } from "./ask/model.ts";
export { gapReportPattern, reportGaps } from "./gaps/weekly.ts";
export { createPolicySearch, type PolicySearch } from "./search/policySearch.ts";
export { topicNames } from "./texts/topics.ts";
export { groupsIn as gapGroupsIn } from "./gaps/service.ts";
