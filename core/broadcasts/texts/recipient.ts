import type { Text } from "../../language/index.ts";
import { listed } from "./words.ts";

const namesShown = 5;

export const recipientTexts = {
  message: (unit: string, words: string, isUrgent: boolean): Text => ({
    zh: `【${isUrgent ? "紧急通知" : "通知"} · ${unit}】\n${words}${isUrgent ? "\n看到请回「收到」，要人帮忙回「需要帮助」。" : ""}`,
    en: `[${isUrgent ? "Urgent notice" : "Notice"} · ${unit}]\n${words}${isUrgent ? "\nPlease answer that you got it, or that you need help." : ""}`,
  }),
  passOn: (names: readonly string[]): Text => {
    const shown = names.slice(0, namesShown);
    const isAll = shown.length === names.length;
    return {
      zh: `请转告${shown.join("、")}${isAll ? "" : `等 ${names.length} 人`}。`,
      en: `Please tell ${shown.join(", ")}${isAll ? "" : ` and ${names.length - shown.length} more`}, too.`,
    };
  },
  received: { zh: "收到", en: "Got it" },
  needHelp: { zh: "需要帮助", en: "I need help" },
  /** A command of buttons only: it stands in no list. */
  acknowledgeHelp: { zh: "", en: "" },
  noted: (head: string, wards: readonly string[]): Text => {
    const also = wards.length > 0;
    return {
      zh: `好，「${head}」记为收到。${also ? `${wards.join("、")}也算收到了，请一定转告。` : ""}`,
      en: `Noted: you got "${head}".${also ? ` ${wards.join(", ")} too; please do tell them.` : ""}`,
    };
  },
  otherCall: (head: string): Text => ({
    zh: `还有一条没回：「${head}」`,
    en: `One more waits for your answer: "${head}"`,
  }),
  notedBefore: (head: string): Text => ({
    zh: `「${head}」您已经回过「收到」了。`,
    en: `You have answered "${head}" already.`,
  }),
  helpBefore: (number: number): Text => ({
    zh: `您要的帮助（编号 ${number}）已经告诉他们了。有变化直接说。`,
    en: `They know that you need help (number ${number}). Say so if anything changes.`,
  }),
  helpIsComing: (number: number, told: readonly Text[]): Text => {
    const who = listed(told, "、");
    return {
      zh: `${told.length > 0 ? `已告诉${who.zh}` : "记下了"}，编号 ${number}。要什么帮助，直接说。\n有生命危险马上打 110、119、120。`,
      en: `${told.length > 0 ? `I have told ${who.en}` : "Noted"} (number ${number}). Say what you need.\nIn danger to life call 110, 119 or 120.`,
    };
  },
  helpWanted: (head: string): Text => ({
    zh: `需要帮助（回「${head}」）`,
    en: `Needs help (answering "${head}")`,
  }),
  notForYou: { zh: "这个通知不是发给您的。", en: "This notice was not for you." },
  noSuchNotice: { zh: "没有这个通知。", en: "There is no such notice." },
  callOver: (head: string): Text => ({
    zh: `「${head}」已经结束，不用回了。要人帮忙就直接说。`,
    en: `"${head}" is over; no answer is needed. If you need help, just say so.`,
  }),
  noAnswerNeeded: { zh: "这个通知不用回。", en: "This notice needs no answer." },
};
