import type { Text } from "../../language/index.ts";
import type { Period, SheetKind } from "../model.ts";
import { counted, kindNames, periodName } from "./names.ts";

interface Which {
  readonly name: string;
  readonly kind: SheetKind;
  readonly period: Period;
  readonly version?: number;
}

function which({ name, kind, period, version = 1 }: Which): Text {
  const days = periodName(period);
  const said =
    version === 1 ? days : { zh: `${days.zh}，第 ${version} 版`, en: `${days.en}, version ${version}` };
  return {
    zh: `${name}${kindNames[kind].zh}（${said.zh}）`,
    en: `${kindNames[kind].en} of ${name} (${said.en})`,
  };
}

function within(others: number): Text {
  return others === 0
    ? { zh: "", en: "" }
    : { zh: `，连同下面 ${counted(others)} 个村的`, en: `, with those of ${counted(others)} villages below` };
}

/** What is said while a sheet is approved, refused or corrected. */
export const decideTexts = {
  publish: { zh: "发布", en: "Publish" },
  refuse: { zh: "不发", en: "Do not publish" },
  correct: { zh: "更正", en: "Correct" },
  again: { zh: "重新核算", en: "Reckon again" },
  look: { zh: "看一看", en: "Have a look" },
  ready: (given: Which, others: number): Text => ({
    zh: `${which(given).zh}备好了${within(others).zh}，您看过再发布。`,
    en: `The ${which(given).en} is ready${within(others).en}. Please read it before it is published.`,
  }),
  readyLine: (given: Which): Text => ({
    zh: `${which(given).zh}等您发布`,
    en: `${which(given).en} waits to be published`,
  }),
  waits: (others: number): Text => ({
    zh: `还没发布，村民看不到。发布就连同下面 ${counted(others)} 个村的一起，数字不再变。`,
    en: `Not published yet; villagers do not see it. Publishing takes ${counted(others)} villages below along, and its figures stay as they are.`,
  }),
  waitsAlone: {
    zh: "还没发布，别人看不到。发布以后数字不再变。",
    en: "Not published yet. Once published its figures stay as they are.",
  },
  waitsWithOthers: {
    zh: "还没发布，随乡镇的一起发布。",
    en: "Not published yet; it is published with its township's.",
  },
  publishedBy: (by: Text, at: Text): Text => ({
    zh: `${at.zh} ${by.zh}发布`,
    en: `Published ${at.en} by ${by.en}`,
  }),
  wasRefused: (why: string): Text => ({ zh: `没有发布：${why}`, en: `Not published: ${why}` }),
  wasReplaced: { zh: "这一版已经更正，看新的一版。", en: "This version was corrected; see the newer one." },
  published: (given: Which, others: number): Text => ({
    zh: `${which(given).zh}已发布${within(others).zh}。${others === 0 ? "" : `村民发「${kindNames[given.kind].zh}」就能看本村的。`}`,
    en: `Published: ${which(given).en}${within(others).en}.${others === 0 ? "" : ` Villagers read their own by /${given.kind}.`}`,
  }),
  decided: { zh: "这一份已经有人处理了。", en: "Somebody has decided on this one already." },
  noSuch: {
    zh: "没有这一份，或者不归您发布。",
    en: "There is no such sheet, or it is not yours to publish.",
  },
  refuseTitle: { zh: "不发布晒单", en: "not publishing a sheet" },
  askWhyRefuse: { zh: "为什么不发？说一句，会记下来。", en: "Why not? One sentence; it is kept." },
  refused: (given: Which): Text => ({
    zh: `${which(given).zh}没有发布，原因记下了。问题改好后可以重新核算。`,
    en: `Not published: ${which(given).en}. The reason is kept. When that is put right, have it reckoned again.`,
  }),
  correctTitle: { zh: "更正晒单", en: "correcting a sheet" },
  askWhyCorrect: {
    zh: "哪里要更正？说一句，会写在新的一版上。原来那版留着。",
    en: "What is to be corrected? One sentence; it stands on the new version. The old one is kept.",
  },
  publishedAlready: {
    zh: "这一期已经发布了。有不对的，用「更正」，要写原因。",
    en: "That period is published already. Where something is wrong, correct it, with the reason.",
  },
  uncounted: {
    zh: "事项的数字还没算完，过几分钟再发一次。",
    en: "Not everything is counted yet; please ask again in a few minutes.",
  },
  waitsAlready: {
    zh: "这一期已有新的一版等发布，先处理那一版。",
    en: "A new version of it waits to be published already; decide on that first.",
  },
  remind: (given: Which, days: number): Text => ({
    zh: `${which(given).zh}等发布 ${days} 天了。看过就发，有不对的说「不发」。`,
    en: `The ${which(given).en} has waited ${days} day${days === 1 ? "" : "s"} to be published. Read it and publish it, or say why not.`,
  }),
  remindLeader: (given: Which, days: number): Text => ({
    zh: `${which(given).zh}等了 ${days} 天还没人发布，请您催一催，或者您来发布。`,
    en: `Nobody has published the ${which(given).en} for ${days} days. Please ask, or publish it yourself.`,
  }),
  told: (given: Which): Text => ({ zh: `${which(given).zh}发布了。`, en: `Published: ${which(given).en}.` }),
};
