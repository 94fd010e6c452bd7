import type { Text } from "../../language/index.ts";
import type { EnclosedFile, Score } from "../model.ts";
import { scoreNames, wordsOr } from "./names.ts";

/** What those who must act on matters are told. */
export const staffTexts = {
  answer: { zh: "答复", en: "Answer" },
  done: { zh: "办好了", en: "It is done" },
  later: { zh: "还在办", en: "Still at it" },
  askAnswer: (number: number): Text => ({
    zh: `答复 ${number}：发文字、照片或语音，完了发「好了」。`,
    en: `Your answer to ${number}: words, photos or a voice message, then “done”.`,
  }),
  askAnswerTo: {
    zh: "要答复什么？发文字、照片或语音，完了发「好了」。",
    en: "Your answer: words, photos or a voice message, then “done”.",
  },
  answerTitle: { zh: "答复村民", en: "an answer" },
  whichTicket: { zh: "这是说哪一件？", en: "Which matter is this about?" },
  newMatter: { zh: "都不是，我要反映新问题", en: "None of these, I report a new matter" },
  answered: (number: number, reporter: string): Text => ({
    zh: `${number} 已答复${reporter}。办好了吗？`,
    en: `${reporter} has your answer to ${number}. Is it done?`,
  }),
  notReached: (number: number, reporter: string): Text => ({
    zh: `${number} 答复记下了。${reporter}现在收不到消息，请打电话或上门告诉一声。办好了吗？`,
    en: `Your answer to ${number} is noted. ${reporter} cannot be reached here now; please call or visit. Is it done?`,
  }),
  stillOn: (number: number): Text => ({
    zh: `好。${number} 办好了点「办好了」，或回复事项卡片接着说。`,
    en: `All right. Press “It is done” for ${number} when it is, or reply to its card to say more.`,
  }),
  settleTitle: { zh: "办结", en: "settling a matter" },
  askHow: (number: number): Text => ({
    zh: `${number} 怎么办好的？说一句，或发照片，完了发「好了」。`,
    en: `How was ${number} settled? A sentence or a photo, then “done”.`,
  }),
  settledForWorker: (number: number, reporter: string): Text => ({
    zh: `${number} 记为「办好」，已请${reporter}评价。`,
    en: `${number} is noted as settled; ${reporter} has been asked to rate it.`,
  }),
  rated: (number: number, score: Score): Text => {
    const name = scoreNames[score];
    return { zh: `${number} 村民评价：${name.zh}。`, en: `${number}: the villager says “${name.en}”.` };
  },
  passedOn: (number: number): Text => ({
    zh: `${number} 村民不满意，已交上一级重新办。`,
    en: `${number}: the villager is not satisfied; it has gone one level up.`,
  }),
  notFixedCard: (number: number): Text => ({
    zh: `${number} 村民说还没好，请接着办。回复这条消息就是答复村民。`,
    en: `${number}: the villager says it is not fixed yet. Please go on. Replying to this message answers the villager.`,
  }),
  addedCard: (number: number, reporter: string, words: string, files: readonly EnclosedFile[]): Text => {
    const said = wordsOr(words, files);
    return { zh: `${number} ${reporter}补充：${said.zh}`, en: `${number} ${reporter} adds: ${said.en}` };
  },
  tasks: (count: number): Text => ({
    zh: `待办 ${count} 件（最急在前）：`,
    en: `${count} to do (most urgent first):`,
  }),
  noTasks: { zh: "现在没有待办。", en: "Nothing to do now." },
  alreadySettled: (number: number): Text => ({
    zh: `${number} 已经记为「办好」，在等村民评价。`,
    en: `${number} is already noted as settled and waits for the villager.`,
  }),
} satisfies Record<string, unknown>;
