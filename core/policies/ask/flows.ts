import {
  answerComment,
  commentOnPolicy,
  hideComment,
  openDiscussion,
  sumUpDiscussion,
} from "../discuss/talk.flow.ts";
import { linkQuestion } from "../gaps/linkQuestion.flow.ts";
import { askPolicies } from "./askPolicies.flow.ts";
import { checkAge } from "./checkAge.flow.ts";

/** Every talk of those who ask, and of those who look after what is asked. */
export const askFlows = [
  askPolicies,
  checkAge,
  commentOnPolicy,
  answerComment,
  hideComment,
  openDiscussion,
  sumUpDiscussion,
  linkQuestion,
];
