import { join, type Text } from "../../language/index.ts";
import type { FollowUpKind, ListedMatter } from "../model.ts";
import { followUpNames, matterLine } from "./names.ts";

/** A follow-up as it is told. */
export interface Told {
  readonly kind: FollowUpKind;
  readonly number: number;
  readonly what: Text;
  readonly where: string;
  /** 「到期满 24 小时还没答复」 */
  readonly cause: Text;
  /** 「网格员老李」, 「双桥村服务团队」 */
  readonly whom: Text;
  readonly words: string;
}

function about({ number, what, where }: Told): Text {
  return { zh: `${number} ${what.zh}（${where}）`, en: `${number} ${what.en} (${where})` };
}

function body(told: Told): Text {
  const [matter, { cause }] = [about(told), told];
  return {
    zh: `${matter.zh}\n情形：${cause.zh}\n对象：${told.whom.zh}\n内容：${told.words}`,
    en: `${matter.en}\nTrigger: ${cause.en}\nWith: ${told.whom.en}\nAbout: ${told.words}`,
  };
}

/** What is said about 整改, 约谈 and 通报. */
export const followTexts = {
  title: { zh: "后续处理", en: "follow-up" },
  open: { zh: "后续处理", en: "Follow-ups" },
  kinds: followUpNames,
  faultLine: (matter: ListedMatter): Text => matterLine(matter),
  nothingYet: { zh: "还没有后续处理。", en: "No follow-up yet." },
  notListed: (number: number): Text => ({
    zh: `${number} 不在已发布的晒单上，不能从这里处理。`,
    en: `${number} is on no published sheet, so nothing can follow from it here.`,
  }),
  /** @param trigger undefined where the unit has written down none. */
  noTrigger: (kind: FollowUpKind, trigger: Text | undefined): Text =>
    trigger === undefined
      ? {
          zh: `这里没有写明什么情形可以${followUpNames[kind].zh}，可以用整改。`,
          en: `No trigger of an ${followUpNames[kind].en.toLowerCase()} is written down here; a remedy is possible.`,
        }
      : {
          zh: `${followUpNames[kind].zh}要有写明的情形：${trigger.zh}。这件没有，可以用整改。`,
          en: `${followUpNames[kind].en} needs a stated trigger: ${trigger.en}. This has none; a remedy is possible.`,
        },
  notFamily: {
    zh: "涉及您家里人，请别人来。",
    en: "It is about your own household; somebody else must do it.",
  },
  corrected: {
    zh: "晒单更正过，这件不再有这个情形，不能确认。点「不同意」，写明原因。",
    en: "The sheet was corrected and this trigger is gone, so it cannot be confirmed. Decline it, with the reason.",
  },
  nobodyConfirms: {
    zh: "现在没有纪检人员能确认，约谈、通报提不了。请先补上纪检这个岗位，或用整改。",
    en: "Nobody of the discipline role can confirm it now, so neither admonition nor censure is possible. Fill that post, or use a remedy.",
  },
  already: (kind: FollowUpKind): Text => ({
    zh: `这件的${followUpNames[kind].zh}已经提过了，还没办完。`,
    en: `${followUpNames[kind].en} was asked for already in this matter and is not done.`,
  }),
  nobodyThere: { zh: "这个村没有登记的人员，没有对象。", en: "Nobody holds a post in that village." },
  askWhom: (kind: FollowUpKind): Text => ({
    zh: `${followUpNames[kind].zh}对谁？`,
    en: `${followUpNames[kind].en}: with whom?`,
  }),
  wholeTeam: (village: string): Text => ({ zh: `${village}服务团队`, en: `the team of ${village}` }),
  askWords: {
    remedy: { zh: "要改什么？说一句。", en: "What is to be put right? One sentence." },
    admonition: {
      zh: "谈什么？说一句，纪检和本人都会看到。",
      en: "About what? One sentence; the discipline role and she herself read it.",
    },
    censure: {
      zh: "通报什么？说一句，纪检和本人都会看到。",
      en: "What is to be said? One sentence; the discipline role and they themselves read it.",
    },
  } satisfies Readonly<Record<FollowUpKind, Text>>,
  askDays: { zh: "几天内改好？", en: "Within how many days?" },
  days: (days: number): Text => ({ zh: `${days} 天`, en: `${days} days` }),
  preview: (told: Told, isConfirmed: boolean): Text => ({
    zh: `${followUpNames[told.kind].zh}\n${body(told).zh}\n${isConfirmed ? "要纪检确认才算数。" : "记下就通知对象。"}`,
    en: `${followUpNames[told.kind].en}\n${body(told).en}\n${isConfirmed ? "It counts once the discipline role confirms it." : "They are told as soon as it is noted."}`,
  }),
  yes: { zh: "对，提交", en: "Yes, submit" },
  no: { zh: "不提了", en: "Leave it" },
  changeWords: { zh: "改内容", en: "Other words" },
  changeWhom: { zh: "改对象", en: "Somebody else" },
  dropped: { zh: "没有提交。", en: "Nothing was submitted." },
  noted: (told: Told, due: Text): Text => ({
    zh: `整改记下了，已告诉${told.whom.zh}，${due.zh}前改好。`,
    en: `The remedy is noted; ${told.whom.en} has been told: by ${due.en}.`,
  }),
  sent: (kind: FollowUpKind, whom: Text): Text => ({
    zh: `${followUpNames[kind].zh}已交${whom.zh}确认，确认前不通知对象。`,
    en: `${followUpNames[kind].en}: sent to ${whom.en} to be confirmed. Nobody else is told before.`,
  }),
  card: (told: Told, by: Text): Text => ({
    zh: `${followUpNames[told.kind].zh}要您确认\n${body(told).zh}\n提出：${by.zh}`,
    en: `${followUpNames[told.kind].en}: please confirm\n${body(told).en}\nAsked by ${by.en}`,
  }),
  cardLine: (told: Told): Text => ({
    zh: `${followUpNames[told.kind].zh}等您确认：${about(told).zh}`,
    en: `${followUpNames[told.kind].en} to be confirmed: ${about(told).en}`,
  }),
  confirm: { zh: "确认", en: "Confirm" },
  decline: { zh: "不同意", en: "Do not agree" },
  declineTitle: { zh: "不同意约谈或通报", en: "not agreeing to a follow-up" },
  askWhyDecline: {
    zh: "为什么不同意？说一句，会告诉提出的人。",
    en: "Why not? One sentence, for whoever asked.",
  },
  confirmed: (kind: FollowUpKind): Text => ({
    zh: `${followUpNames[kind].zh}确认了，已告诉对象和提出的人。办完请记结果。`,
    en: `${followUpNames[kind].en} is confirmed; those concerned and whoever asked have been told. Please note what came of it.`,
  }),
  takeBack: { zh: "撤回", en: "Take it back" },
  takenBack: (kind: FollowUpKind): Text => ({
    zh: `${followUpNames[kind].zh}撤回了，没有告诉对象。`,
    en: `${followUpNames[kind].en}: taken back; whom it was about has not heard of it.`,
  }),
  declined: { zh: "记下了，没有确认。", en: "Noted: not confirmed." },
  confirmedForMaker: (told: Told, by: Text): Text => ({
    zh: `${by.zh}确认了${followUpNames[told.kind].zh}：${about(told).zh}，${told.whom.zh}。`,
    en: `${by.en} confirmed: ${followUpNames[told.kind].en}, ${about(told).en}, ${told.whom.en}.`,
  }),
  declinedForMaker: (told: Told, by: Text, why: string): Text => ({
    zh: `${by.zh}没有同意${followUpNames[told.kind].zh}（${about(told).zh}）：${why}`,
    en: `${by.en} did not agree to ${followUpNames[told.kind].en} (${about(told).en}): ${why}`,
  }),
  forHer: {
    remedy: (told: Told, due: Text): Text => ({
      zh: `整改：${about(told).zh}，${told.cause.zh}。\n要改：${told.words}\n${due.zh}前改好，改好了告诉镇指挥室。`,
      en: `Remedy: ${about(told).en}, ${told.cause.en}.\nTo do: ${told.words}\nBy ${due.en}; then tell the command room.`,
    }),
    admonition: (told: Told, by: Text): Text => ({
      zh: `${by.zh}要约您谈一谈：${about(told).zh}，${told.cause.zh}。\n${told.words}\n有话当面说，会记下来。`,
      en: `${by.en} wants to talk with you: ${about(told).en}, ${told.cause.en}.\n${told.words}\nWhat you have to say is heard and noted.`,
    }),
    censure: (told: Told, by: Text): Text => ({
      zh: `${by.zh}确认通报：${about(told).zh}，${told.cause.zh}。\n${told.words}\n有不同意见请找${by.zh}说。`,
      en: `${by.en} confirmed a censure: ${about(told).en}, ${told.cause.en}.\n${told.words}\nIf you disagree, talk to ${by.en}.`,
    }),
  },
  forHerLine: (told: Told): Text => ({
    zh: `${followUpNames[told.kind].zh}：${about(told).zh}`,
    en: `${followUpNames[told.kind].en}: ${about(told).en}`,
  }),
  noSuch: { zh: "没有这一条，或者不归您处理。", en: "There is no such follow-up, or it is not yours." },
  notYourself: { zh: "涉及您自己，请别人来。", en: "It is about you yourself; somebody else must do it." },
  decided: { zh: "这一条已经处理过了。", en: "That was dealt with already." },
  done: { zh: "记结果", en: "Note the outcome" },
  doneTitle: { zh: "记后续处理的结果", en: "noting what came of a follow-up" },
  askOutcome: { zh: "结果怎样？说一句。", en: "What came of it? One sentence." },
  closed: { zh: "结果记下了，下一期晒单会写上。", en: "Noted; the next sheet says so." },
  due: (told: Told): Text => ({
    zh: `整改到期了，还没记结果：${about(told).zh}，${told.whom.zh}。`,
    en: `A remedy is due and nothing is noted: ${about(told).en}, ${told.whom.en}.`,
  }),
  listHead: (count: number): Text => ({
    zh: `没办完的后续处理 ${count} 条：`,
    en: `${count} follow-up${count === 1 ? "" : "s"} not done:`,
  }),
  noneOpen: { zh: "没有没办完的后续处理。", en: "No follow-up is open." },
  line: (told: Pick<Told, "kind" | "number" | "whom">, state: "asked" | "standing"): Text => ({
    zh: `${followUpNames[told.kind].zh} ${told.number}，${told.whom.zh}，${state === "asked" ? "待确认" : "在办"}`,
    en: `${followUpNames[told.kind].en} ${told.number}, ${told.whom.en}, ${state === "asked" ? "to be confirmed" : "under way"}`,
  }),
  /** One of several about a matter. */
  head: ({ kind, whom, words }: Told): Text => ({
    zh: `${followUpNames[kind].zh}（${whom.zh}）：${words}`,
    en: `${followUpNames[kind].en} (${whom.en}): ${words}`,
  }),
  /** Everything of one, with who and when. */
  view: (told: Told, history: readonly Text[]): Text =>
    join([followUpNames[told.kind], body(told), ...history]),
  history: {
    made: (by: Text, at: Text): Text => ({ zh: `${at.zh} ${by.zh}提出`, en: `${at.en}: asked by ${by.en}` }),
    confirmed: (by: Text, at: Text): Text => ({
      zh: `${at.zh} ${by.zh}确认`,
      en: `${at.en}: confirmed by ${by.en}`,
    }),
    takenBack: (by: Text, at: Text): Text => ({
      zh: `${at.zh} ${by.zh}撤回`,
      en: `${at.en}: taken back by ${by.en}`,
    }),
    declined: (by: Text, at: Text, why: string): Text => ({
      zh: `${at.zh} ${by.zh}没有同意：${why}`,
      en: `${at.en}: ${by.en} did not agree: ${why}`,
    }),
    done: (by: Text, at: Text, outcome: string): Text => ({
      zh: `${at.zh} ${by.zh}记结果：${outcome}`,
      en: `${at.en}: ${by.en} noted: ${outcome}`,
    }),
    due: (at: Text): Text => ({ zh: `限 ${at.zh}前`, en: `by ${at.en}` }),
  },
};
