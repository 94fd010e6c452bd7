import { verbatim, type Text } from "../../language/index.ts";
import type { SaidMoment } from "../../time/index.ts";
import type { Mediation, NextStep, Outcome, Party } from "../model.ts";

/** 「王秀英、陈德福」. */
export function namesOf(parties: readonly Pick<Party, "name">[]): Text {
  return {
    zh: parties.map(({ name }) => name).join("、"),
    en: parties.map(({ name }) => name).join(", "),
  };
}

/** What the dispute is called by everybody in it, or just that it is one. */
export function topicName(topic: string): Text {
  return topic === "" ? { zh: "一件纠纷", en: "a dispute" } : verbatim(topic);
}

/** 「陆律师（法律顾问）」. */
export function mediatorName(name: string | undefined, specialty: string | undefined): Text {
  if (name === undefined) return { zh: "还没定", en: "not chosen yet" };
  return specialty === undefined
    ? verbatim(name)
    : { zh: `${name}（${specialty}）`, en: `${name} (${specialty})` };
}

export const consentNames: Readonly<Record<Party["consent"], Text>> = {
  waiting: { zh: "还没问", en: "not asked yet" },
  asked: { zh: "等回话", en: "asked" },
  willing: { zh: "愿意", en: "willing" },
  refused: { zh: "不愿意", en: "not willing" },
};

export function meetingName(word: Party["meeting"]): Text {
  if (word === "coming") return { zh: "能来", en: "coming" };
  return word === "not_coming" ? { zh: "来不了", en: "not coming" } : { zh: "没回话", en: "no answer" };
}

export const outcomeNames: Readonly<Record<Outcome, Text>> = {
  mediated: { zh: "调解成功", en: "agreed" },
  failed: { zh: "调解不成", en: "no agreement" },
  to_court: { zh: "调解成功，转司法确认", en: "agreed, to be confirmed by the court" },
};

/** Where a mediation stands. */
export function stateName(
  { state, outcome, parties }: Pick<Mediation, "state" | "outcome" | "parties">,
  meeting: SaidMoment | undefined,
): Text {
  if (state === "ended") return outcome ? outcomeNames[outcome] : { zh: "已经停了", en: "broken off" };
  if (state === "agreed") return { zh: "等各方确认协议", en: "an agreement waits to be confirmed" };
  if (meeting) return { zh: `约了 ${meeting.zh} 见面`, en: `a meeting on ${meeting.en}` };
  const isAsking = parties.some(({ consent }) => consent !== "willing");
  return isAsking
    ? { zh: "在问各方愿不愿意", en: "asking who is willing" }
    : { zh: "在听各方说", en: "hearing each side" };
}

/**
 * Where to go without an agreement. Sources: 土地管理法 art. 14; 劳动争议调解仲裁法 art. 27, 53; 农村土地承包经营纠纷调解仲裁法
 * art. 18, 52; 法律援助法; 人民调解法 art. 26.
 */
export const stepNames: Readonly<Record<NextStep, Text>> = {
  township: { zh: "找乡镇", en: "The township" },
  title: { zh: "确权", en: "Have the title settled" },
  arbitration: { zh: "仲裁", en: "Arbitration" },
  court: { zh: "诉讼", en: "The court" },
};

export const stepDetails: Readonly<Record<NextStep, Text>> = {
  township: {
    zh: "找乡镇：可以请乡镇人民调解委员会再调，也不收费。",
    en: "The township: its mediation committee can try once more, also free of charge.",
  },
  title: {
    zh: "确权：地是谁的、界在哪里，向镇政府申请处理；不服处理决定，收到后 30 天内可以起诉。",
    en: "Title: whose land it is and where it ends is decided by the township government on application; within 30 days of its decision you can go to court.",
  },
  arbitration: {
    zh: "仲裁：欠工资找县劳动人事争议仲裁委员会，一般一年内要申请；承包地找农村土地承包仲裁委员会，两年内。都不收费。",
    en: "Arbitration: for wages the county's labour arbitration committee, usually within a year; for contracted land the rural land arbitration committee, within two years. Both are free.",
  },
  court: {
    zh: "诉讼：可以向人民法院起诉。不懂怎么打官司，问司法所，法律援助免费。",
    en: "The court: you can bring a case. If you do not know how, ask the justice office; legal aid is free.",
  },
};

/** Everything open to somebody whose dispute nobody could settle. */
export const allSteps: Text = {
  zh: "还可以：请乡镇再调；地界的事申请镇政府确权；欠工资、承包地申请仲裁；或者向法院起诉。不懂问司法所，法律援助免费。",
  en: "You can still ask the township to mediate, have the township government settle a boundary, go to arbitration over wages or contracted land, or go to court. The justice office explains it; legal aid is free.",
};
