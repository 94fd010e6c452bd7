import type { Text } from "../../language/index.ts";

export const readingTexts = {
  passages: (title: string, count: number, readings: number): Text => ({
    zh: `《${title}》共 ${count} 段，${readings} 段有解读。选一段看，或写解读。`,
    en: `${title}: ${count} passage${count === 1 ? "" : "s"}, ${readings} with a reading. Pick one.`,
  }),
  mark: {
    none: "",
    written: " ✎",
    returned: " ↩",
    reviewed: " ✓",
  },
  next: { zh: "下一页", en: "Next page" },
  nextPassage: { zh: "下一段", en: "Next passage" },
  submit: (count: number): Text => ({ zh: `${count} 段交审核`, en: `Hand in ${count} for review` }),
  passage: (given: { article: string | null; heading: string | null; words: string }): Text => {
    const head = [given.heading, given.article].filter((part) => part !== null).join(" ");
    const whole = head === "" ? given.words : `【${head}】\n${given.words}`;
    return { zh: whole, en: whole };
  },
  noReading: { zh: "还没有解读。", en: "There is no reading yet." },
  reading: (words: string, by: string): Text => ({
    zh: `解读（${by}写）：${words}`,
    en: `Reading (by ${by}): ${words}`,
  }),
  reviewedBy: (name: string): Text => ({ zh: `审核：${name}`, en: `Reviewed by ${name}` }),
  returnedWhy: (why: string): Text => ({ zh: `退回了：${why}`, en: `Sent back: ${why}` }),
  waits: { zh: "等审核，村民还看不到。", en: "Waits for review; villagers do not see it yet." },
  noSuchPassage: { zh: "没有这一段。", en: "There is no such passage." },
  write: { zh: "写解读", en: "Write the reading" },
  rewrite: { zh: "改解读", en: "Change the reading" },
  approve: { zh: "通过", en: "Approve" },
  giveBack: { zh: "退回", en: "Send back" },
  back: { zh: "看全部段落", en: "All passages" },

  writeTitle: { zh: "写解读", en: "Write a reading" },
  askReading: (passage: Text): Text => ({
    zh: `${passage.zh}\n\n用大白话写给村民：谁可以、怎么办、带什么。钱数没把握就写「以乡镇最新通知为准」。`,
    en: `${passage.en}\n\nWrite it in plain words: who, how, what to bring. Where a sum is not certain, refer to the township's latest notice.`,
  }),
  tooLong: (length: number, most: number): Text => ({
    zh: `写了 ${length} 字，最多 ${most} 字。村民看不了那么长，请写短些。`,
    en: `That is ${length} characters; at most ${most}. Please be shorter.`,
  }),
  figures: (figures: readonly string[]): Text => ({
    zh: `⚠ 原文里没有：${figures.join("、")}。请核对，不能编数字。`,
    en: `⚠ Not in the text: ${figures.join(", ")}. Please check: no figure may be made up.`,
  }),
  sureReading: (words: string, warning: Text | undefined): Text => ({
    zh: `${words}${warning ? `\n${warning.zh}` : ""}`,
    en: `${words}${warning ? `\n${warning.en}` : ""}`,
  }),
  keep: { zh: "就这样", en: "Keep it" },
  rewriteIt: { zh: "重写", en: "Write it again" },
  dropIt: { zh: "不写了", en: "Leave it" },
  left: { zh: "没有存。", en: "Nothing was kept." },
  kept: { zh: "解读存好了，审核后村民才看得到。", en: "Kept. Villagers see it once it is reviewed." },

  submitted: (count: number, name: string): Text => ({
    zh: `${count} 段解读交给${name}审核了。`,
    en: `${count} reading${count === 1 ? "" : "s"} went to ${name} for review.`,
  }),
  nothingToSubmit: { zh: "没有要审的解读。", en: "There is no reading to review." },
  nobodyReviews: {
    zh: "这里还没有能审核的人（写的人自己不能审），请管理员指定审核人。",
    en: "There is nobody to review it (the writer cannot); an admin has to name a reviewer.",
  },
  card: (by: string, title: string, count: number): Text => ({
    zh: `${by}请您审核《${title}》的解读 ${count} 段。审过村民才看得到，会写上您的名字。`,
    en: `${by} asks you to review ${count} reading${count === 1 ? "" : "s"} of ${title}. Villagers see them afterwards, with your name.`,
  }),
  look: { zh: "开始审", en: "Begin" },

  toReview: (count: number): Text => ({
    zh: `待审解读 ${count} 段：`,
    en: `${count} reading${count === 1 ? "" : "s"} to review:`,
  }),
  nothingToReview: { zh: "没有待审的解读。", en: "There is nothing to review." },
  ownReading: {
    zh: "这段是您写的，要别人来审。",
    en: "You wrote this one: somebody else has to review it.",
  },
  alreadyJudged: {
    zh: "这段已经审过，或者改过了，请再看一眼。",
    en: "That one was dealt with or changed; please look again.",
  },
  readFirst: { zh: "请先看清楚现在这一版：", en: "Please read it as it is now:" },
  approved: { zh: "通过了，写上了您的名字。", en: "Approved, with your name." },
  allDone: { zh: "都审完了。", en: "That was the last one." },

  returnTitle: { zh: "退回解读", en: "Send a reading back" },
  askWhy: (reading: string): Text => ({
    zh: `解读：${reading}\n哪里要改？写一句给写的人。`,
    en: `Reading: ${reading}\nWhat has to be changed? A sentence for whoever wrote it.`,
  }),
  returned: (name: string): Text => ({ zh: `退回给${name}了。`, en: `It went back to ${name}.` }),
  returnedCard: (by: string, title: string, line: string, why: string): Text => ({
    zh: `${by}退回了《${title}》的解读：${line}\n原因：${why}`,
    en: `${by} sent back a reading of ${title}: ${line}\nBecause: ${why}`,
  }),
};
