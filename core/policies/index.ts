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
