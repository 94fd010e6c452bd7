import type { Text } from "../../language/index.ts";

const asked = (words: string, people: number): Text => ({
  zh: people > 1 ? `${words}（${people} 人问）` : words,
  en: people > 1 ? `${words} (${people} people)` : words,
});

export const gapTexts = {
  help: { zh: "政策缺口：大家问了没答上的", en: "/gaps: what people asked and nothing published answers" },
  head: (questions: number): Text => ({
    zh: `近 30 天没答上的，${questions} 样。点开可以连到政策，下次就答得上。`,
    en: `${questions} things were asked in the last 30 days and not answered. Open one to link it to a policy: the next time it is answered.`,
  }),
  none: { zh: "近 30 天问的都答上了。", en: "Everything asked in the last 30 days was answered." },
  line: asked,
  one: (words: readonly string[], people: number): Text => ({
    zh: `${people} 人这样问：\n${words.map((one) => `「${one}」`).join("\n")}`,
    en: `${people} asked so:\n${words.map((one) => `“${one}”`).join("\n")}`,
  }),
  answered: (number: number, name: string, words: string): Text => ({
    zh: `${number} ${name}答：${words}`,
    en: `${number}, answered by ${name}: ${words}`,
  }),
  waits: (number: number): Text => ({
    zh: `${number} 还在等答复`,
    en: `${number} still waits for an answer`,
  }),
  link: { zh: "连到政策", en: "Link to a policy" },
  noPolicy: { zh: "不是政策问题", en: "Not about policies" },
  closed: { zh: "好，不再列出。", en: "It is listed no more." },
  noSuch: { zh: "这个问题不在列表里了。", en: "That question is not on the list any more." },
  linkTitle: { zh: "连到政策", en: "Link to a policy" },
  askKeywords: (words: string): Text => ({
    zh: `「${words}」该用哪一条来答？说几个政策里的词，我来找。`,
    en: `Which passage answers “${words}”? Say some words of the policy, and I will look for it.`,
  }),
  whichPassage: { zh: "是哪一条？", en: "Which one is it?" },
  otherWords: { zh: "都不是，换几个词", en: "None of these: other words" },
  nothingFound: {
    zh: "没找到。发「政策缺口」换几个词再找，或请发布政策的人补上。",
    en: "Nothing was found. Send /gaps to try other words, or ask those who publish policies to add it.",
  },
  notReadThere: {
    zh: "这条政策在问的人那里不适用，他看不到，连不上。请找在那里也适用的，或请当地发布政策的人补上。",
    en: "That policy does not hold where this was asked, so nobody there can read it, and it cannot be linked. Look for one that holds there, or ask those who publish there to add it.",
  },
  linked: (name: string): Text => ({
    zh: `好，以后这样问就答【${name}】。`,
    en: `From now on such a question is answered by [${name}].`,
  }),
  report: (lines: readonly Text[], questions: number, people: number): Text => ({
    zh: `上周有 ${questions} 样政策问题没答上（${people} 人问）：\n${lines.map(({ zh }, at) => `${at + 1}. ${zh}`).join("\n")}\n能写的请写进政策，答好了的连到政策。`,
    en: `Last week ${questions} things about policies were asked by ${people} people and not answered:\n${lines
      .map(({ en }, at) => `${at + 1}. ${en}`)
      .join("\n")}\nPublish what is missing, and link what was answered well.`,
  }),
  reportLine: (questions: number): Text => ({
    zh: `上周没答上的政策问题 ${questions} 样`,
    en: `${questions} policy questions not answered last week`,
  }),
  seeAll: { zh: "看全部", en: "See all" },
};
