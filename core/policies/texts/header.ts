import type { Text } from "../../language/index.ts";
import type { Topic } from "../model.ts";
import { topicNames } from "./topics.ts";

/** What is said of a policy before its passages. */
export interface HeaderWords {
  readonly title: string;
  readonly topic: Topic;
  readonly issuer: string;
  readonly documentNumber: string | null;
  readonly issuedOn: string | null;
  readonly effectiveOn: string | null;
  readonly validUntil: string | null;
  readonly unitName: string;
  readonly concerns: readonly string[];
}

function lines(given: HeaderWords, language: "zh" | "en"): readonly string[] {
  const isChinese = language === "zh";
  const line = (zh: string, en: string, value: string | null) =>
    value === null ? [] : [isChinese ? `${zh}：${value}` : `${en}: ${value}`];
  const everybody = isChinese ? "所有人" : "everybody";
  const unlimited = isChinese ? "长期" : "no end is said";
  return [
    isChinese ? `《${given.title}》` : given.title,
    ...line("主题", "Topic", topicNames[given.topic][language]),
    ...line("来源", "Source", given.issuer),
    ...line("文号", "Number", given.documentNumber),
    ...line("日期", "Date", given.issuedOn),
    ...line("施行", "Holds from", given.effectiveOn),
    ...line("有效到", "Valid until", given.validUntil ?? unlimited),
    ...line("适用", "Holds in", given.unitName),
    ...line(
      "跟谁有关",
      "Concerns",
      given.concerns.length === 0 ? everybody : given.concerns.join(isChinese ? "、" : ", "),
    ),
  ];
}

export const headerTexts = {
  of: (given: HeaderWords): Text => ({
    zh: lines(given, "zh").join("\n"),
    en: lines(given, "en").join("\n"),
  }),
  title: { zh: "填政策信息", en: "Describe the policy" },
  askTitle: { zh: "这份政策叫什么？写文件的标题。", en: "What is it called? Give the document's title." },
  askTopic: { zh: "属于哪个主题？", en: "Which topic is it about?" },
  askIssuer: { zh: "谁发的？写发文机关。", en: "Who issued it?" },
  askNumber: { zh: "文号是什么？没有就发「跳过」。", en: "Its number? Say skip if it has none." },
  askIssued: { zh: "哪天发的？如「2026年3月1日」。", en: "Of which date is it? For example 2026-03-01." },
  askEffective: { zh: "从哪天起施行？", en: "From when does it hold?" },
  askUntil: { zh: "有效到哪天？", en: "Until when is it valid?" },
  askUnit: { zh: "在哪里适用？", en: "Where does it hold?" },
  askConcerns: {
    zh: "跟谁有关？推送时先告诉他们。可以几个一起说，如「独居老人 残疾人」。",
    en: "Whom does it concern? They are told first. Several tags at once are fine.",
  },
  expectsDate: { zh: "请说日期，如「2026年3月1日」。", en: "Say a date, for example 2026-03-01." },
  expectsConcerns: {
    zh: "请选一个，或说标签，每个两到八个字。",
    en: "Pick one, or say tags of two to eight letters each.",
  },
  wrongDate: { zh: "没有这一天。", en: "There is no such day." },
  tooLong: (most: number): Text => ({ zh: `最多 ${most} 个字。`, en: `At most ${most} characters.` }),
  unlimited: { zh: "长期有效", en: "No end is said" },
  asIssued: { zh: "发布之日起", en: "From its date" },
  unknownDate: { zh: "没写日期", en: "It has no date" },
  everybody: { zh: "所有人", en: "Everybody" },
  save: { zh: "对，存草稿", en: "Right, keep it" },
  keepAside: { zh: "先不存", en: "Not now" },
  aside: (id: number): Text => ({
    zh: `草稿 ${id} 留着，没改。想接着填发「/policyadmin ${id}」。`,
    en: `Draft ${id} stays as it was. /policyadmin ${id} goes on with it.`,
  }),
  change: {
    title: { zh: "改标题", en: "Change the title" },
    topic: { zh: "改主题", en: "Change the topic" },
    issuer: { zh: "改来源", en: "Change the source" },
    number: { zh: "改文号", en: "Change the number" },
    issued: { zh: "改日期", en: "Change the date" },
    effective: { zh: "改施行日", en: "Change from when" },
    until: { zh: "改有效期", en: "Change until when" },
    unit: { zh: "改适用地方", en: "Change where" },
    concerns: { zh: "改跟谁有关", en: "Change whom it concerns" },
  },
};
