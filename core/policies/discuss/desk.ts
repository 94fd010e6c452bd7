import type { Reply } from "../../dialogue/index.ts";
import type { Acting } from "../../people/index.ts";
import * as discuss from "./service.ts";

/** What flows may do with what people say on policies; every deed asks anew whether she may. */
export interface TalkDesk {
  whyNotComment(policy: number): Promise<discuss.Refusal | null>;
  comment(key: string, policy: number, words: string): Promise<Reply>;
  toAnswer(comment: number): ReturnType<typeof discuss.commentToAnswer>;
  answer(key: string, comment: number, words: string): Promise<Reply>;
  hide(comment: number, why: string): Promise<Reply>;
  whyNotOpen(policy: number): Promise<discuss.Refusal | null>;
  open(key: string, policy: number, question: string): Promise<Reply>;
  toSumUp(policy: number): ReturnType<typeof discuss.toSumUp>;
  sumUp(policy: number, summary: string): Promise<Reply>;
}

export function talkDesk(known: () => Acting): TalkDesk {
  return {
    whyNotComment: (policy) => discuss.whyNotComment(known(), policy),
    comment: (key, policy, words) => discuss.postComment(known(), key, policy, words),
    toAnswer: (comment) => discuss.commentToAnswer(known(), comment),
    answer: (key, comment, words) => discuss.answerComment(known(), key, comment, words),
    hide: (comment, why) => discuss.hide(known(), comment, why),
    whyNotOpen: (policy) => discuss.whyNotOpen(known(), policy),
    open: (key, policy, question) => discuss.openDiscussion(known(), key, policy, question),
    toSumUp: (policy) => discuss.toSumUp(known(), policy),
    sumUp: (policy, summary) => discuss.sumUp(known(), policy, summary),
  };
}
