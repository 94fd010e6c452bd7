import type { Text } from "../../language/index.ts";
import type { SaidMoment } from "../../time/index.ts";
import { askedNames, type Asked } from "./asking.ts";

/** What whoever called a consultation does with it afterwards. */
export const managingTexts = {
  mayNotManage: (number: number): Text => ({
    zh: `${number} 的会商由发起的指挥室或领导管。`,
    en: `The consultation on ${number} is for the command room or a leader to manage.`,
  }),
  noneUnderWay: (number: number): Text => ({
    zh: `${number} 现在没有会商。`,
    en: `${number} has no consultation under way.`,
  }),
  close: { zh: "收齐交领导", en: "Pass it to the leader" },
  extend: { zh: "延期", en: "Extend" },
  callOff: { zh: "撤销会商", en: "Call it off" },
  addParty: { zh: "再请一家", en: "Ask another" },
  enter: { zh: "代记意见", en: "Enter an opinion" },
  again: { zh: "再会商一轮", en: "Another round" },
  closeTitle: { zh: "收齐交领导", en: "Passing it to the leader" },
  askClose: (missing: readonly string[]): Text =>
    missing.length === 0
      ? { zh: "现在交给领导定？", en: "Pass it to the leader now?" }
      : {
          zh: `${missing.join("、")}还没回。现在就交给领导定？`,
          en: `${missing.join(", ")} not heard yet. Pass it to the leader now?`,
        },
  notClosed: { zh: "好，继续等。", en: "Good, it goes on." },
  extendTitle: { zh: "会商延期", en: "Extending a consultation" },
  askNewDue: (due: SaidMoment): Text => ({
    zh: `现在到 ${due.zh}。延到什么时候？`,
    en: `It runs until ${due.en}. Until when is it to run?`,
  }),
  whenNotLater: (due: SaidMoment): Text => ({
    zh: `要比 ${due.zh} 晚。`,
    en: `It must be later than ${due.en}.`,
  }),
  askWhyExtend: { zh: "为什么延？一句话，大家看得到。", en: "Why? One sentence; everybody asked reads it." },
  extended: (due: SaidMoment): Text => ({
    zh: `延到 ${due.zh}，已告诉大家。`,
    en: `Extended to ${due.en}; all are told.`,
  }),
  extendedFor: (number: number, due: SaidMoment, reason: string): Text => ({
    zh: `会商 ${number} 延到 ${due.zh}：${reason}`,
    en: `Consultation ${number} is extended to ${due.en}: ${reason}`,
  }),
  callOffTitle: { zh: "撤销会商", en: "Calling a consultation off" },
  askWhyOff: { zh: "为什么撤？一句话，大家看得到。", en: "Why? One sentence; everybody asked reads it." },
  calledOff: (number: number): Text => ({
    zh: `会商 ${number} 撤了，已告诉大家。事项照原来的办。`,
    en: `The consultation on ${number} is called off and all are told. The matter goes on as before.`,
  }),
  calledOffFor: (number: number, reason: string): Text => ({
    zh: `会商 ${number} 撤了，不用回了：${reason}`,
    en: `The consultation on ${number} is called off, no answer is needed: ${reason}`,
  }),
  matterOver: { zh: "事项已经办好或结束", en: "the matter is settled or over" },
  addTitle: { zh: "会商再请一家", en: "Asking another" },
  added: (given: Asked): Text => ({
    zh: `已请${askedNames(given).zh}。`,
    en: `Asked: ${askedNames(given).en}.`,
  }),
  allAsked: {
    zh: "名单里的都请了，可以写「外请 老党员张三」。",
    en: "All in the list are asked; “outside Old Zhang” adds another.",
  },
  extendFirst: { zh: "时间已到，先延期再请人。", en: "Time is up: extend it first, then ask another." },
  enterTitle: { zh: "代记意见", en: "Entering an opinion" },
  askWhose: { zh: "代谁记？", en: "Whose opinion?" },
  askTheirs: (name: string): Text => ({
    zh: `${name}怎么说？照原话记，完了发「好了」。`,
    en: `What does ${name} say? In their own words, then send “done”.`,
  }),
  entered: (name: string): Text => ({
    zh: `${name}的意见记下了（代记）。`,
    en: `${name}’s opinion is entered.`,
  }),
  enteredBy: (name: string, who: string): Text => ({
    zh: `${name}（${who}代记）`,
    en: `${name} (entered by ${who})`,
  }),
  nobodyToEnter: { zh: "没有要代记的。", en: "There is nobody to enter an opinion for." },
  reasonLimit: {
    most: 200,
    tooLong: { zh: "太长了，200 字以内。", en: "Too long: 200 characters at most." },
    expects: { zh: "请用一句话说原因。", en: "Please say why in one sentence." },
  },
  list: (count: number, shown: number): Text => {
    if (count === 0)
      return {
        zh: "现在没有会商。要发起发「/consult 1024」。",
        en: "No consultation is under way. Call one with “/consult 1024”.",
      };
    const more = count > shown;
    return {
      zh: `会商 ${count} 件${more ? `，先列最急的 ${shown} 件` : ""}，发序号看：`,
      en: `${count} of consultation${more ? `, the ${shown} most urgent first` : ""}; pick one:`,
    };
  },
  noneForYou: {
    zh: "现在没有请您会商，也没有您的会商任务。",
    en: "You are not asked about anything, and have no joint task.",
  },
  listLine: (given: {
    readonly number: number;
    readonly words: string;
    readonly state: Text;
    readonly due: SaidMoment;
  }): Text => ({
    zh: `${given.number} ${given.words} · ${given.state.zh} · ${given.due.zh}`,
    en: `${given.number} ${given.words} · ${given.state.en} · ${given.due.en}`,
  }),
  states: {
    asking: { zh: "收意见", en: "gathering opinions" },
    deciding: { zh: "等领导定", en: "waiting for the leader" },
    decided: { zh: "已定", en: "decided" },
    called_off: { zh: "已撤", en: "called off" },
  },
  yourOpinion: { zh: "等您意见", en: "waits for you" },
  usage: {
    zh: "这样写：/consult 看会商，/consult 1024 发起或查看，/consult 1024 minutes 看纪要。",
    en: "Write: /consult for the list, /consult 1024 to call or see one, /consult 1024 minutes for its minutes.",
  },
} satisfies Record<string, unknown>;
