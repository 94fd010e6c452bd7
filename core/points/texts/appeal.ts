import type { Text } from "../../language/index.ts";

export const appealTexts = {
  title: { zh: "积分异议", en: "Objection to points" },
  judgeTitle: { zh: "答复积分异议", en: "Answer an objection" },
  missing: { zh: "少记了、没记上", en: "Something is missing" },
  askWhich: { zh: "哪一笔有异议？", en: "Which one is wrong?" },
  askWhy: { zh: "哪里不对？说一句。", en: "What is wrong with it? One line." },
  askMissing: {
    zh: "少记了什么？什么时候、做了什么，说一句。",
    en: "What is missing? Say when and what you did.",
  },
  notYours: { zh: "这一笔不是您的。", en: "That entry is not yours." },
  notYourTeam: {
    zh: "这个村的团队不是您村的，您提不了异议。",
    en: "That is not the team of your village; its points are not yours to object to.",
  },
  waitsAlready: {
    zh: "这一笔的异议已经交上去了，在等答复。",
    en: "That objection is handed in and waits for its answer.",
  },
  answeredBefore: {
    zh: "这一笔的异议答复过了。还不同意，发「人工」。",
    en: "That objection was answered. If you still disagree, say /human.",
  },
  takenBack: {
    zh: "这一笔已经撤销了。撤销得不对，就选撤销的那一笔。",
    en: "That entry was taken back. If that was wrong, choose the line that took it back.",
  },
  handedIn: (who: Text, due: Text): Text => ({
    zh: `异议交给${who.zh}了，${due.zh}前答复您。`,
    en: `Your objection is with ${who.en}; you hear by ${due.en}.`,
  }),
  kept: {
    zh: "异议记下了。现在没有人能答复，有人了马上转给他。",
    en: "Your objection is kept. Nobody can answer it now; it goes on as soon as somebody can.",
  },
  card: (given: {
    id: number;
    name: string;
    line: Text;
    giver: string | undefined;
    words: string;
    due: Text;
  }): Text => ({
    zh: `【积分异议 ${given.id}】${given.name}：${given.line.zh}${given.giver === undefined ? "" : `（${given.giver}记）`}\n说：${given.words}\n请在 ${given.due.zh}前答复。`,
    en: `[Objection ${given.id}] ${given.name}: ${given.line.en}${given.giver === undefined ? "" : ` (by ${given.giver})`}\nSays: ${given.words}\nPlease answer by ${given.due.en}.`,
  }),
  late: (card: Text): Text => ({ zh: `【超期】${card.zh}`, en: `[Late] ${card.en}` }),
  line: (id: number): Text => ({ zh: `积分异议 ${id} 还没答复`, en: `objection ${id} is unanswered` }),
  answer: { zh: "答复", en: "Answer" },
  noSuch: {
    zh: "没有这条异议，或者不归您答复。",
    en: "There is no such objection, or it is not yours to answer.",
  },
  notYouYourself: {
    zh: "和您自己有关的异议，要由别人答复。",
    en: "Somebody else must answer an objection that concerns you.",
  },
  atLimit: {
    zh: "您这个月给这一户的分到上限了，这条由别人答复。",
    en: "You have given this household as much as one may in a month; somebody else answers this one.",
  },
  answered: { zh: "这条异议已经答复了。", en: "That objection is answered already." },
  verdicts: [
    { id: "upheld", label: { zh: "有道理，更正", en: "Right: put it right" } },
    { id: "void", label: { zh: "整笔撤销", en: "Take it back" } },
    { id: "rejected", label: { zh: "没有记错", en: "It stays as it is" } },
  ],
  askPoints: (most: number): Text => ({
    zh: `应该是多少分？发数字，最多 ${most}。`,
    en: `How many points should it be? At most ${most}.`,
  }),
  tooMany: (most: number): Text => ({
    zh: `最多更正到 ${most} 分；再多要用 /grant。`,
    en: `At most ${most} points here; for more use /grant.`,
  }),
  askAnswer: { zh: "给村民的答复，说一句。", en: "Your answer to the villager, in one line." },
  rejected: { zh: "答复好了，积分不变。", en: "Answered; the points stay." },
  upheld: (points: number): Text => ({
    zh: `更正为 ${points} 分，已告诉本人。`,
    en: `Put right to ${points} points; they know.`,
  }),
  voidedTeams: {
    zh: "整笔撤销了，已告诉提异议的人和团队。",
    en: "Taken back; whoever objected and the team know.",
  },
  rejectedForHer: (words: string): Text => ({
    zh: `您的积分异议有答复：没有记错。${words}`,
    en: `Your objection was answered: the points stay. ${words}`,
  }),
  upheldForHer: (points: number, words: string): Text =>
    points === 0
      ? {
          zh: `您的积分异议有答复：有道理，这一笔撤销了。${words}`,
          en: `Your objection was answered: you are right, that entry is taken back. ${words}`,
        }
      : {
          zh: `您的积分异议有答复：有道理，更正为 ${points} 分。${words}`,
          en: `Your objection was answered: you are right, it is now ${points} points. ${words}`,
        },
  answeredLine: { zh: "您的积分异议有答复了", en: "your objection to points is answered" },
};
