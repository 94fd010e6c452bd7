import { join, type Text } from "../../language/index.ts";
import type { SaidMoment } from "../../time/index.ts";

const none: Text = { zh: "", en: "" };

/** Whom a consultation asks, as lists of names. */
export interface Asked {
  readonly summon: readonly string[];
  readonly invite: readonly string[];
}

/** 「司法所、自然资源所（点），陆律师（邀）」. */
export function askedNames({ summon, invite }: Asked): Text {
  const zh = [
    summon.length > 0 ? `${summon.join("、")}（点）` : "",
    invite.length > 0 ? `${invite.join("、")}（邀）` : "",
  ];
  const en = [
    summon.length > 0 ? `${summon.join(", ")} (summoned)` : "",
    invite.length > 0 ? `${invite.join(", ")} (invited)` : "",
  ];
  const parts = (words: readonly string[], between: string) =>
    words.filter((part) => part !== "").join(between);
  return { zh: parts(zh, "，"), en: parts(en, "; ") };
}

interface Matter {
  readonly number: number;
  readonly kind: Text;
  readonly place: string;
  readonly unit: string;
  /** Left out where whoever reads it may not know. */
  readonly reporter: string | undefined;
  readonly what: string;
}

function matterLines({ number, kind, place, unit, reporter, what }: Matter): Text {
  const who = reporter === undefined ? none : { zh: `${reporter}：`, en: `${reporter}: ` };
  const where = place === "" ? none : { zh: `地点：${place}`, en: `Place: ${place}` };
  return join([
    { zh: `【会商 ${number}】${kind.zh} · ${unit}`, en: `[Consultation ${number}] ${kind.en} · ${unit}` },
    { zh: `${who.zh}${what}`, en: `${who.en}${what}` },
    where,
  ]);
}

interface Preview extends Asked {
  readonly number: number;
  readonly lead: string;
  readonly question: string;
  readonly due: SaidMoment;
  /** Who decides at the end. */
  readonly leader: Text;
  readonly telephone: readonly string[];
  /** The matter itself is due before that. */
  readonly settleDue: SaidMoment | undefined;
}

/** Calling a consultation and asking those who take part. */
export const askingTexts = {
  help: { zh: "/consult 会商（/consult 1024 发起或查看）", en: "/consult consultations (/consult 1024)" },
  conveneTitle: { zh: "发起会商", en: "Calling a consultation" },
  askWho: (number: number, lines: readonly Text[]): Text =>
    join([
      { zh: `${number} 请谁来会商？`, en: `Who is to be asked about ${number}?` },
      ...lines.map(({ zh, en }, at) => ({ zh: `${at + 1}. ${zh}`, en: `${at + 1}. ${en}` })),
      {
        zh: "点将必须回，邀将可以来。发「点 1 2 邀 3」；名单外的加一行「外请 老党员张三」。",
        en: "Who is summoned must answer, who is invited may. Write “summon 1 2 invite 3”; for somebody else add “outside Old Zhang”.",
      },
    ]),
  expectsWho: { zh: "请发「点 1 2 邀 3」。", en: "Please write “summon 1 2 invite 3”." },
  byTelephone: (name: string): Text => ({ zh: `${name}（打电话）`, en: `${name} (by telephone)` }),
  bodyOf: (name: string, who: string): Text => ({ zh: `${name}（${who}）`, en: `${name} (${who})` }),
  askLead: { zh: "哪家牵头？", en: "Which office leads?" },
  commandRoom: { zh: "镇指挥室", en: "the command room" },
  askQuestion: { zh: "要大家回答的问题？一两句话。", en: "What are they to answer? A sentence or two." },
  questionLimit: {
    most: 500,
    tooLong: { zh: "问题太长，500 字以内。", en: "Too long: 500 characters at most." },
    expects: { zh: "请发要大家回答的问题。", en: "Please write the question." },
  },
  askDue: { zh: "什么时候前回？", en: "By when are they to answer?" },
  preview: (given: Preview): Text =>
    join([
      { zh: `会商 ${given.number}`, en: `Consultation ${given.number}` },
      { zh: `请：${askedNames(given).zh}`, en: `Asked: ${askedNames(given).en}` },
      { zh: `牵头：${given.lead}`, en: `Led by: ${given.lead}` },
      { zh: `问：${given.question}`, en: `Question: ${given.question}` },
      { zh: `最晚：${given.due.zh}`, en: `By: ${given.due.en}` },
      { zh: `定事：${given.leader.zh}`, en: `Decides: ${given.leader.en}` },
      given.telephone.length === 0
        ? none
        : {
            zh: `${given.telephone.join("、")}不在点通上，由您打电话问、代记。`,
            en: `${given.telephone.join(", ")}: not in this chat; you ring them and enter what they say.`,
          },
      given.settleDue === undefined
        ? none
        : {
            zh: `注意：事项 ${given.settleDue.zh} 就要办好，比这早。`,
            en: `Mind: the matter itself is due earlier, ${given.settleDue.en}.`,
          },
    ]),
  changes: {
    who: { zh: "改请谁", en: "Change who" },
    lead: { zh: "改牵头", en: "Change the lead" },
    question: { zh: "改问题", en: "Change the question" },
    due: { zh: "改时间", en: "Change the time" },
  },
  convene: { zh: "发出", en: "Send it" },
  dropConvene: { zh: "不发了", en: "Drop it" },
  notConvened: { zh: "好，没有发出。", en: "Good, nothing was sent." },
  convened: (
    given: Asked & { readonly number: number; readonly due: SaidMoment; readonly leader: Text },
  ): Text => ({
    zh: `${given.number} 已请${askedNames(given).zh}，${given.due.zh} 前回。意见齐了交${given.leader.zh}定。`,
    en: `${given.number} is put to ${askedNames(given).en}, until ${given.due.en}. Then ${given.leader.en} decides.`,
  }),
  ringThem: (names: readonly string[]): Text => ({
    zh: `请打电话问：${names.join("、")}。问到了点下面代记。`,
    en: `Please ring: ${names.join(", ")}. Then press the button below.`,
  }),
  listChanged: { zh: "名单刚变了，请重新发起。", en: "The list has changed meanwhile: please start again." },
  alreadyUnderWay: (number: number): Text => ({
    zh: `${number} 正在会商，一件事一次只开一个。`,
    en: `${number} has a consultation under way: one at a time.`,
  }),
  overNow: (number: number): Text => ({
    zh: `${number} 已经办好或结束，不用会商了。`,
    en: `${number} is settled or over: nothing is left to consult about.`,
  }),
  nobodyToAsk: {
    zh: "名单是空的，可以写「外请 老党员张三」。",
    en: "The list is empty; you can write “outside Old Zhang”.",
  },
  askParty: (given: {
    readonly matter: Matter;
    readonly question: string;
    readonly lead: string;
    readonly convener: string;
    readonly due: SaidMoment;
    readonly isSummoned: boolean;
    readonly again: string | undefined;
  }): Text =>
    join([
      matterLines(given.matter),
      { zh: `问您：${given.question}`, en: `Question: ${given.question}` },
      given.again === undefined
        ? {
            zh: `${given.lead}牵头，${given.convener}发起`,
            en: `Led by ${given.lead}, called by ${given.convener}`,
          }
        : {
            zh: `${given.lead}牵头，延期再问一次：${given.again}`,
            en: `Led by ${given.lead}, extended and asked once more: ${given.again}`,
          },
      given.isSummoned
        ? { zh: `⏰ 点将：最晚 ${given.due.zh} 回`, en: `⏰ Summoned: answer by ${given.due.en}` }
        : {
            zh: `⏰ 邀将：愿意的话 ${given.due.zh} 前回`,
            en: `⏰ Invited: until ${given.due.en}, if you like`,
          },
      {
        zh: "回复这条消息就是您的意见，文字、照片、语音都行；定之前只有发起人和领导看得到。",
        en: "Reply to this message with your opinion: words, photos, voice. Until it is decided only the convener and the leader see it.",
      },
    ]),
  sayOpinion: { zh: "说意见", en: "Say your opinion" },
  decline: { zh: "不参加", en: "Not taking part" },
  inConsultation: (number: number, names: Text, due: SaidMoment): Text => ({
    zh: `${number} 在会商：${names.zh}，${due.zh} 前回。办理期限不变。`,
    en: `${number} is being consulted about: ${names.en}, until ${due.en}. Its own deadline stays.`,
  }),
  notAsked: {
    zh: "这条没有记：您不是被请说意见的。要做什么按下面的：",
    en: "That was not noted: you are not asked for an opinion. What you can do:",
  },
  noSuchConsultation: { zh: "没有请您会商这件事。", en: "You are not asked about this matter." },
} satisfies Record<string, unknown>;
