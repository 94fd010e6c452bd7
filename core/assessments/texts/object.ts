import type { Text } from "../../language/index.ts";
import type { Grade } from "../model.ts";
import { became, gradeNames } from "./names.ts";

/** What is said while somebody objects and somebody else answers. */
export const objectTexts = {
  title: { zh: "考核评选异议", en: "Objection to a list" },
  judgeTitle: { zh: "答复考核评选异议", en: "Answer an objection to a list" },
  askWhy: (what: Text): Text => ({
    zh: `${what.zh}\n哪里不对？说一句。谁提的只有答复的人知道。`,
    en: `${what.en}\nWhat is wrong with it? One line. Only whoever answers learns that it was you.`,
  }),
  notYours: {
    zh: "这一条要本人（本村团队、本镇）来提。",
    en: "Only whom the line is about may object to it.",
  },
  closed: {
    zh: "现在不在公示期，不能提异议。有新情况请说「人工」。",
    en: "It is not open to objection now. If something has come up, say /human.",
  },
  waitsAlready: {
    zh: "这一条您提过异议了，在等答复。",
    en: "You have objected to this line; the answer is to come.",
  },
  answeredBefore: {
    zh: "这一条您的异议答复过了。还不同意，说「人工」。",
    en: "Your objection to this line was answered. If you still disagree, say /human.",
  },
  handedIn: (who: Text, due: Text): Text => ({
    zh: `异议交给${who.zh}了，${due.zh}前答复您。答复以前名单不会定。`,
    en: `Your objection is with ${who.en}; you hear by ${due.en}. The list is not final before that.`,
  }),
  kept: {
    zh: "异议记下了。现在没有无关的人能答复，有人了马上转给他。答复以前名单不会定。",
    en: "Your objection is kept. Nobody who is not concerned can answer it now; it goes on as soon as somebody can. The list is not final before that.",
  },
  card: (given: { id: number; name: string; what: Text; words: string; due: Text }): Text => ({
    zh: `【异议 ${given.id}】${given.what.zh}\n${given.name}说：${given.words}\n请在${given.due.zh}前答复。`,
    en: `[Objection ${given.id}] ${given.what.en}\n${given.name} says: ${given.words}\nPlease answer by ${given.due.en}.`,
  }),
  late: (card: Text): Text => ({ zh: `【超期】${card.zh}`, en: `[Late] ${card.en}` }),
  line: (id: number): Text => ({
    zh: `考核评选异议 ${id} 还没答复`,
    en: `objection ${id} to a list is unanswered`,
  }),
  answer: { zh: "答复", en: "Answer" },
  noSuch: {
    zh: "没有这条异议，或者不归您答复。",
    en: "There is no such objection, or it is not yours to answer.",
  },
  notYouYourself: {
    zh: "和您自己有关的异议，要由别人答复。",
    en: "Somebody else must answer an objection that concerns you.",
  },
  answered: { zh: "这条异议已经答复了。", en: "That objection is answered already." },
  noVerdict: { zh: "这一条现在不能这样改。", en: "The line cannot become that now." },
  stays: { zh: "没有错，不变", en: "It stays as it is" },
  becomes: (grade: Grade | "removed"): Text =>
    grade === "removed"
      ? { zh: "有道理，取消", en: "Right: take it off" }
      : { zh: `有道理，改为${gradeNames[grade].zh}`, en: `Right: make it ${gradeNames[grade].en}` },
  askAnswer: {
    zh: "答复怎么说？一句话，提的人会看到。",
    en: "Your answer, in one line; whoever objected reads it.",
  },
  rejected: { zh: "答复好了，这一条不变。", en: "Answered; the line stays." },
  upheld: (grade: Grade | "removed"): Text => ({
    zh: `答复好了，这一条${became(grade).zh}，有关的人会知道。`,
    en: `Answered; the line is now ${became(grade).en}, and those concerned are told.`,
  }),
  answeredLine: { zh: "您的异议有答复了", en: "your objection is answered" },
  answeredForHer: (grade: Grade | "removed" | undefined, words: string): Text =>
    grade === undefined
      ? {
          zh: `您的异议有答复：没有错，不变。${words}`,
          en: `Your objection was answered: it stays. ${words}`,
        }
      : {
          zh: `您的异议有答复：有道理，${became(grade).zh}。${words}`,
          en: `Your objection was answered: you are right, it is now ${became(grade).en}. ${words}`,
        },
  changedLine: { zh: "和您有关的一条改了", en: "a line about you was changed" },
  changedForHer: (grade: Grade | "removed" | undefined, words: string): Text =>
    grade === undefined
      ? { zh: words, en: words }
      : {
          zh: `和您有关的一条，有人提了异议，核对后${became(grade).zh}：${words}`,
          en: `After an objection a line about you is now ${became(grade).en}: ${words}`,
        },
};
