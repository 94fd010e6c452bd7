import { join, type Text } from "../../language/index.ts";
import type { Aspect } from "../model.ts";

/** 「2020年12月29日」, 29 Dec 2020. */
export function spelledDate(date: string): Text {
  const [year = "", month = "", day = ""] = date.split("-");
  const english = new Date(`${date}T00:00:00Z`).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  return { zh: `${year}年${Number(month)}月${Number(day)}日`, en: english };
}

const aspectNames: Readonly<Record<Aspect, Text>> = {
  materials: { zh: "要什么材料", en: "What to bring" },
  money: { zh: "多少钱", en: "How much" },
  where: { zh: "哪里办", en: "Where" },
  when: { zh: "什么时候", en: "When" },
  how: { zh: "怎么办", en: "How" },
  who: { zh: "哪些人可以", en: "Who" },
};

export const askTexts = {
  title: { zh: "查政策", en: "Ask about a policy" },
  policyHelp: {
    zh: "查政策：有什么补贴、要什么材料，直接问",
    en: "/policy: ask about benefits, papers and rules in your own words",
  },
  ask: {
    zh: "想问什么？直接说，比如「我今年八十了有补助伐」。也可以看：",
    en: "What would you like to know? Just say it, for example “I am eighty, is there a benefit”. Or look at:",
  },
  askPlain: {
    zh: "想问什么？直接说，比如「我今年八十了有补助伐」。",
    en: "What would you like to know? Just say it, for example “I am eighty, is there a benefit”.",
  },
  expects: {
    zh: "请用一句话说想问什么，比如「医保几时交」。",
    en: "Say in a sentence what you would like to know, for example “when is health insurance due”.",
  },
  tooLong: { zh: "太长了，请用一两句话问。", en: "That is too long: ask in a sentence or two." },
  byTopic: { zh: "按类别看", en: "By topic" },

  // ------------------------------------------------------------------ an answer

  head: (title: string, article: string | null): Text => ({
    zh: `【${title}${article === null ? "" : ` ${article}`}】`,
    en: `[${title}${article === null ? "" : ` ${article}`}]`,
  }),
  expired: (date: string): Text => ({
    zh: `⚠ 这份 ${spelledDate(date).zh}已到期，办之前先问清楚。`,
    en: `⚠ This ran out on ${spelledDate(date).en}: ask before you rely on it.`,
  }),
  notYet: (date: string): Text => ({
    zh: `⚠ ${spelledDate(date).zh}起才施行。`,
    en: `⚠ This holds from ${spelledDate(date).en} only.`,
  }),
  noLonger: {
    zh: "⚠ 这份已经不用了，先问清楚。",
    en: "⚠ This no longer holds: ask before you rely on it.",
  },
  validUntil: (date: string): Text => ({
    zh: `有效到 ${spelledDate(date).zh}`,
    en: `valid until ${spelledDate(date).en}`,
  }),
  source: (parts: readonly Text[]): Text => ({
    zh: `来源：${join(parts, "，").zh}`,
    en: `Source: ${join(parts, ", ").en}`,
  }),
  reviewed: (name: string): Text => ({ zh: `解读：${name}审核`, en: `plain words reviewed by ${name}` }),
  demo: { zh: "演示数据", en: "demonstration data" },
  whoToAsk: (who: Text): Text => ({ zh: `问谁：${who.zh}`, en: `Whom to ask: ${who.en}` }),
  related: (count: number): Text => ({ zh: `还有 ${count} 条相关`, en: `${count} more` }),
  relatedHead: { zh: "相关的：", en: "Also about this:" },
  wholeText: { zh: "看全文", en: "The whole text" },
  askPerson: { zh: "问人", en: "Ask a person" },
  notWhatIMeant: { zh: "不是我要的", en: "Not what I meant" },
  aspects: aspectNames,

  // ------------------------------------------------------------------ unsure, nothing

  whichOne: { zh: "您是想问哪一样？", en: "Which of these do you mean?" },
  nextOnes: { zh: "那是这些里的哪一样？", en: "Is it one of these, then?" },
  noneOfThese: { zh: "都不是", en: "None of these" },
  notFound: (who: Text | undefined): Text => ({
    zh: `那这里没有现成的答案。换个说法再问，或者转给${who?.zh ?? "网格员"}。`,
    en: `Then there is no ready answer here. Ask in other words, or pass it to ${who?.en ?? "the grid worker"}.`,
  }),
  askAgain: { zh: "再问一次", en: "Ask again" },
  passTo: (who: Text | undefined): Text => ({
    zh: `转给${who?.zh ?? "网格员"}`,
    en: `Pass it to ${who?.en ?? "the grid worker"}`,
  }),
  handedOn: (who: Text | undefined, number: number, due: Text): Text => ({
    zh: `这个我这里没有现成的答案，已转给${who?.zh ?? "村里"}，最晚 ${due.zh} 前回您（编号 ${number}）。`,
    en: `I have no ready answer to this. It went to ${who?.en ?? "the village"}, who will answer by ${due.en} (number ${number}).`,
  }),
  passedOn: (who: Text | undefined, number: number, due: Text): Text => ({
    zh: `已转给${who?.zh ?? "村里"}，最晚 ${due.zh} 前回您（编号 ${number}）。`,
    en: `It went to ${who?.en ?? "the village"}, who will answer by ${due.en} (number ${number}).`,
  }),
  askedBefore: (number: number): Text => ({
    zh: `这个您问过，编号 ${number}，还在等回话。`,
    en: `You asked this before: it is number ${number} and still waits for an answer.`,
  }),
  seeProgress: { zh: "看进展", en: "See how it stands" },
  takeBack: { zh: "不用问了", en: "Take it back" },
  manyAsked: {
    zh: "这个我这里没有现成的答案。您今天问的几个都还在等回话，要不要也转给人？",
    en: "I have no ready answer to this. Several of today's questions still wait; shall this one go to a person, too?",
  },
  noQuestion: { zh: "不是问政策", en: "Not about a policy" },
  askedMany: {
    zh: "您今天问的都转给人了，正在等回话；别的请明天再问。急事发「人工」。",
    en: "Your questions of today went to a person and wait for an answer; please ask the next tomorrow, or send “human” if it cannot wait.",
  },
  notSaid: (title: string, aspect: Aspect, who: Text): Text => ({
    zh: `【${title}】里没写「${aspectNames[aspect].zh}」。问一下${who.zh}？`,
    en: `[${title}] does not say: ${aspectNames[aspect].en.toLowerCase()}. Ask ${who.en}?`,
  }),
  aboutWhat: {
    zh: "想问哪一样？先说是什么事，比如「高龄津贴要什么材料」。",
    en: "About what? Say the matter, too, for example “what papers does the allowance for the old need”.",
  },
  /** Looked for beside the words of somebody who asks for the old. */
  elder: { zh: "老人", en: "the old" },
  village: { zh: "村里", en: "the village" },
  stillThis: { zh: "还是这条：", en: "It is this one again:" },
  sameAsBefore: { zh: "一样看这条：", en: "The same holds:" },
  noSuchQuestion: {
    zh: "这个问题找不到了，请再问一次。",
    en: "This question is not there any more: please ask again.",
  },

  // ------------------------------------------------------------------ age

  askBirth: (isElder: boolean): Text => ({
    zh: isElder ? "老人家哪年哪月生的？（身份证上的）" : "哪年哪月生的？（身份证上的）",
    en: "In which year and month born? (as on the identity card)",
  }),
  askMonth: { zh: "几月生的？（身份证上的）", en: "Born in which month? (as on the identity card)" },
  askDay: { zh: "几号生的？（身份证上的）", en: "Born on which day? (as on the identity card)" },
  birthExpects: {
    zh: "请说出生年月，比如「46年3月」；不想说发「跳过」。",
    en: "Say year and month of birth, for example “March 1946”, or “skip”.",
  },
  byTheCard: {
    zh: "要身份证上的月份：上面写的是几月？",
    en: "The month on the identity card decides: which one is it?",
  },
  enough: (age: number): Text => ({ zh: `周岁 ${age}，够了。`, en: `${age} years old: that is enough.` }),
  surelyEnough: { zh: "年龄够了。", en: "The age is enough." },
  tooYoung: (age: number | undefined, limit: number, year: number | undefined): Text => ({
    zh: `${age === undefined ? "" : `${age} 周岁，`}还没到 ${limit} 周岁${year === undefined ? "" : `（${year} 年满）`}。`,
    en: `${age === undefined ? "" : `${age} years old: `}not yet ${limit}${year === undefined ? "" : ` (in ${year})`}.`,
  }),
  tooOld: (age: number, limit: number): Text => ({
    zh: `${age} 周岁，过了 ${limit} 周岁。`,
    en: `${age} years old: over ${limit}.`,
  }),
  dependsOnAge: (least: number | undefined, most: number | undefined): Text => ({
    zh: `要${[
      ...(least === undefined ? [] : [`满 ${least} 周岁`]),
      ...(most === undefined ? [] : [`不超过 ${most} 周岁`]),
    ].join("、")}，看身份证上的生日。`,
    en: `One must be ${[
      ...(least === undefined ? [] : [`at least ${least}`]),
      ...(most === undefined ? [] : [`at most ${most}`]),
    ].join(" and ")} years old by the identity card.`,
  }),
  askInstead: { zh: "可以问的：", en: "What can be asked instead:" },

  // ------------------------------------------------------------------ the matter it becomes

  matterWords: (words: string, title: string | undefined): Text => ({
    zh: `政策咨询：${words}${title === undefined ? "" : `（看过【${title}】）`}`,
    en: `Question about a policy: ${words}${title === undefined ? "" : ` (has read [${title}])`}`,
  }),
  nowhere: { zh: "请联系本人", en: "Please contact her" },
};
