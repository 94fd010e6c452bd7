import type { Text } from "../../language/index.ts";
import { roleNames, type Role } from "../../people/index.ts";
import type { SaidMoment } from "../../time/index.ts";
import type { EnclosedFile, Ticket } from "../model.ts";
import { wordsOr } from "./names.ts";

/** What is said when a matter is passed on, asked about, or could not be verified. */
export const passingTexts = {
  handOver: { zh: "转村服务团队", en: "To the village team" },
  assign: { zh: "指派", en: "Assign" },
  sendUp: { zh: "上报乡镇", en: "Up to the township" },
  askVillager: { zh: "要补充", en: "Ask the villager" },
  unverified: { zh: "情况未核实", en: "Not verified" },
  note: { zh: "记一笔", en: "Note" },
  claim: { zh: "我来办", en: "I take it" },
  wholeTeam: { zh: "村服务团队", en: "the village team" },
  handOverTitle: { zh: "转办", en: "handing a matter over" },
  askWhom: (number: number): Text => ({
    zh: `${number} 交给谁？`,
    en: `Who is to have ${number}?`,
  }),
  askNoteFor: (number: number): Text => ({
    zh: `${number} 要交代什么？发文字或照片，完了发「好了」；没有就「跳过」。`,
    en: `Anything to say about ${number}? Words or photos, then “done”; or “skip”.`,
  }),
  /** 「叶医生（医生）」. */
  candidate: (name: string, role: Role, specialty: string | undefined): Text => {
    const post = roleNames[role];
    return specialty === undefined
      ? { zh: `${name}（${post.zh}）`, en: `${name} (${post.en})` }
      : { zh: `${name}（${specialty}）`, en: `${name} (${specialty})` };
  },
  notInTeam: {
    zh: "这个人不在村服务团队里了，没有转。请重新选。",
    en: "This person is no longer in the village team; nothing was handed over. Please choose again.",
  },
  passed: (number: number, to: Text): Text => ({
    zh: `${number} 已交给${to.zh}。有进展会告诉您。`,
    en: `${number} is with ${to.en} now.`,
  }),
  passedOnForVillager: (ticket: Ticket, due: SaidMoment): Text =>
    ticket.tier === "complex"
      ? {
          zh: `${ticket.number} 村里办不了，已上报乡镇，预计 ${due.zh} 前办好。`,
          en: `${ticket.number} is more than the village can settle and has gone up to the township. Expected by ${due.en}.`,
        }
      : {
          zh: `${ticket.number} 已转村服务团队，预计 ${due.zh} 前办好。`,
          en: `${ticket.number} is with the village team. Expected by ${due.en}.`,
        },
  sendUpTitle: { zh: "上报乡镇", en: "sending a matter up" },
  askWhyUp: (number: number): Text => ({
    zh: `${number} 为什么要上报？要镇里做什么？说一两句，完了发「好了」。`,
    en: `Why does ${number} go up, and what should the township do? A sentence or two, then “done”.`,
  }),
  alreadyUp: (number: number): Text => ({
    zh: `${number} 已经在镇里了。`,
    en: `${number} is already with the township.`,
  }),
  nobodyAbove: {
    zh: "镇指挥室还没有人，报不上去。请告诉管理员。",
    en: "Nobody is in the command room yet. Please tell the administrator.",
  },
  staysSealed: (number: number): Text => ({
    zh: `${number} 是封存的，不能转给别人。`,
    en: `${number} is sealed and cannot be passed on.`,
  }),
  claimed: (number: number): Text => ({
    zh: `好，${number} 由您来办。`,
    en: `All right, ${number} is yours.`,
  }),
  claimedBy: (number: number, who: string): Text => ({
    zh: `${number} 由${who}来办了。`,
    en: `${who} has taken on ${number}.`,
  }),
  alreadyYours: (number: number): Text => ({
    zh: `${number} 已经由您来办。`,
    en: `${number} is already yours.`,
  }),
  taken: (number: number, who: Text): Text => ({
    zh: `${number} 已由${who.zh}来办，不用您办了。`,
    en: `${who.en} already has ${number}.`,
  }),
  askVillagerTitle: { zh: "请村民补充", en: "asking the villager" },
  askWhatIsMissing: (number: number): Text => ({
    zh: `${number} 还要问村民什么？说完发「好了」。（问了不算答复，期限照走。）`,
    en: `What do you need to know about ${number}? Then “done”. (Asking is no answer: the clock runs on.)`,
  }),
  askedForMore: (number: number, who: Text, words: string, files: readonly EnclosedFile[]): Text => {
    const said = wordsOr(words, files);
    return {
      zh: `${number} ${who.zh}想问您：${said.zh}\n回复这条消息就行，照片、语音也可以。`,
      en: `${number} ${who.en} asks: ${said.en}\nJust reply to this message; photos and voice are fine.`,
    };
  },
  asked: (number: number, reporter: string): Text => ({
    zh: `${number} 已问${reporter}，回了就告诉您。`,
    en: `${reporter} has been asked about ${number}; you will hear the answer.`,
  }),
  askInPerson: (number: number, reporter: string): Text => ({
    zh: `${number} 记下了。${reporter}现在收不到消息，请打电话或上门问一声。`,
    en: `${number} is noted. ${reporter} cannot be reached here now; please call or visit.`,
  }),
  unverifiedTitle: { zh: "情况未核实", en: "a matter that could not be verified" },
  askWhyUnverified: (number: number): Text => ({
    zh: `${number} 怎么没能核实？去过哪里、看到什么，说一句或发照片，完了发「好了」。`,
    en: `Why could ${number} not be verified? Where did you look, what did you see? Words or photos, then “done”.`,
  }),
  yourUnverified: (number: number, who: Text, words: string, files: readonly EnclosedFile[]): Text => {
    const said = wordsOr(words, files);
    return {
      zh: `${number} ${who.zh}没能核实：${said.zh}\n您觉得？要是还在，点「还没好」，再说清楚在哪里。`,
      en: `${number} ${who.en} could not verify it: ${said.en}\nWhat do you say? If it is still there, press “Not fixed yet” and say where.`,
    };
  },
  followedUnverified: (number: number, words: string): Text => ({
    zh: `${number} 没能核实：${words}`,
    en: `${number} could not be verified: ${words}`,
  }),
  unverifiedForWorker: (number: number, reporter: string): Text => ({
    zh: `${number} 记为「情况未核实」，已告诉${reporter}。不算办好。`,
    en: `${number} is noted as not verified and ${reporter} has been told. It does not count as settled.`,
  }),
  noteTitle: { zh: "记一笔", en: "a note" },
  askNote: (number: number): Text => ({
    zh: `${number} 记什么？只有办事的人看得到。完了发「好了」。`,
    en: `Your note on ${number}? Only those who work on it see it. Then “done”.`,
  }),
  noted: (number: number): Text => ({ zh: `记在 ${number} 上了。`, en: `Noted on ${number}.` }),
  assignUsage: { zh: "请带上编号，比如 /assign 1001。", en: "Please give a number, such as /assign 1001." },
} satisfies Record<string, unknown>;
