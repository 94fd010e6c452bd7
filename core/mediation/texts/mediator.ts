import { join, type Text } from "../../language/index.ts";
import type { SaidMoment } from "../../time/index.ts";
import { consentNames, namesOf, topicName } from "./names.ts";
import type { Party } from "../model.ts";

const none: Text = { zh: "", en: "" };

/** What the mediator hears. */
export const mediatorTexts = {
  card: (given: {
    readonly number: number;
    readonly topic: string;
    readonly unit: string;
    readonly parties: readonly { readonly name: string }[];
    readonly due: SaidMoment;
    readonly calls: readonly { readonly name: string }[];
    readonly isNew: boolean;
  }): Text => {
    const { number, unit, due } = given;
    const [topic, names] = [topicName(given.topic), namesOf(given.parties)];
    const asked: Text = given.isNew
      ? {
          zh: "先问反映的人愿不愿意，愿意了再问对方，有回话告诉您。",
          en: "The reporter is asked first, then the other side; you will hear the answers.",
        }
      : { zh: "前面说过的您都看得到。", en: "You can read what was said before." };
    return join([
      {
        zh: `【请您调解 ${number}】${topic.zh} · ${unit}\n当事人：${names.zh}\n最晚 ${due.zh}，一般一个月内调好，不收费。各方的话只有您看得到，别转给对方。`,
        en: `[Please mediate ${number}] ${topic.en} · ${unit}\nSides: ${names.en}\nBy ${due.en}; usually within a month, free of charge. Only you read what a side says: never pass it on.`,
      },
      asked,
      given.calls.length === 0 ? none : mediatorTexts.pleaseCall(given.calls),
    ]);
  },
  pleaseCall: (parties: readonly { readonly name: string }[]): Text => {
    const names = namesOf(parties);
    return {
      zh: `收不到消息，请打电话或上门问：${names.zh}。`,
      en: `Without a chat, please call or visit: ${names.en}.`,
    };
  },
  see: { zh: "看详情", en: "See it all" },
  resign: { zh: "我调不了", en: "I cannot" },
  resigned: (number: number): Text => ({
    zh: `好，${number} 另外请人。您看不到它了。`,
    en: `All right; somebody else will mediate ${number}. You see it no more.`,
  }),
  sureToResign: (number: number): Text => ({
    zh: `${number} 真的调不了吗？`,
    en: `Can you really not mediate ${number}?`,
  }),
  resignTitle: { zh: "不当调解员了", en: "giving a mediation back" },
  resignYes: { zh: "对，另外请人", en: "Yes, somebody else" },
  resignNo: { zh: "还是我来", en: "I go on" },
  stays: (number: number): Text => ({
    zh: `好，${number} 还是您来调解。`,
    en: `Good, you go on with ${number}.`,
  }),
  notAnyMore: (number: number): Text => ({
    zh: `${number} 已经换了调解员，您看不到了。辛苦了。`,
    en: `${number} has another mediator now; you see it no more. Thank you.`,
  }),
  consented: (number: number, name: string): Text => ({
    zh: `${number} ${name}愿意调解。`,
    en: `${number}: ${name} is willing.`,
  }),
  askOthersByCall: (number: number, parties: readonly { readonly name: string }[]): Text => {
    const names = namesOf(parties);
    return {
      zh: `${number} 请打电话或上门问${names.zh}愿不愿意调解（不收费），再点结果。`,
      en: `${number}: please call or visit ${names.en}: are they willing to mediate, free of charge? Then press the answer.`,
    };
  },
  allWilling: (number: number): Text => ({
    zh: `${number} 各方都愿意了。可以听各方说、约见面。`,
    en: `${number}: everybody is willing. Hear each side, or arrange a meeting.`,
  }),
  isWilling: (name: string): Text => ({ zh: `${name}愿意`, en: `${name} is willing` }),
  isNotWilling: (name: string): Text => ({ zh: `${name}不愿意`, en: `${name} is not` }),
  consentNoted: (number: number, name: string): Text => ({
    zh: `记下了，${number} ${name}愿意。`,
    en: `Noted: ${name} is willing, ${number}.`,
  }),
  refusedNoted: (number: number, name: string): Text => ({
    zh: `记下了，${number} ${name}不愿意，调解到这里。`,
    en: `Noted: ${name} is not willing; the mediation of ${number} ends.`,
  }),
  refused: (number: number, name: string): Text => ({
    zh: `${number} ${name}不愿意调解，调解到这里。谢谢您。`,
    en: `${number}: ${name} is not willing; the mediation ends. Thank you.`,
  }),
  silent: (number: number, name: string): Text => ({
    zh: `${number} ${name}三天没回话，请打电话问愿不愿意调解，再点结果。`,
    en: `${number}: ${name} has not answered for three days. Please call and ask, then press the answer.`,
  }),
  silentLine: (number: number, name: string): Text => ({
    zh: `${number} ${name}还没回话`,
    en: `${number} ${name} has not answered`,
  }),
  nothingToNote: (number: number, name: string): Text => ({
    zh: `${number} ${name}这里没有要记的了。`,
    en: `Nothing is to be noted for ${name} in ${number} now.`,
  }),
  said: (number: number, name: string, words: Text): Text => ({
    zh: `${number} ${name}说：${words.zh}\n回复这条消息可以问${name}；别转给对方。`,
    en: `${number} ${name} says: ${words.en}\nReply to this message to ask ${name}; never pass it on.`,
  }),
  ask: (name: string): Text => ({ zh: `问${name}`, en: `Ask ${name}` }),
  askTitle: { zh: "问一方", en: "asking a side" },
  askAsk: (name: string): Text => ({
    zh: `问${name}什么？完了发「好了」。只有${name}看得到。`,
    en: `What do you ask ${name}? Then “done”. Only ${name} reads it.`,
  }),
  asked: (number: number, name: string): Text => ({
    zh: `已问${name}，${number} 回了就告诉您。`,
    en: `${name} has been asked about ${number}; you will hear the answer.`,
  }),
  askInPerson: (name: string): Text => ({
    zh: `${name}收不到消息，请打电话或上门问，再记下来。`,
    en: `${name} has no chat: please call or visit, then note it.`,
  }),
  note: (name: string): Text => ({ zh: `记${name}说的`, en: `Note what ${name} said` }),
  noteTitle: { zh: "记一方说的", en: "noting what a side said" },
  askNote: (name: string): Text => ({
    zh: `${name}怎么说？文字、照片、语音都行，完了发「好了」。只有您看得到。`,
    en: `What did ${name} say? Words, photos or voice, then “done”. Only you read it.`,
  }),
  noted: (number: number, name: string): Text => ({
    zh: `记下了，${number} ${name}说的。`,
    en: `Noted what ${name} said, ${number}.`,
  }),
  notYetWilling: (number: number): Text => ({
    zh: `${number} 还有人没答应调解，要等各方都愿意。`,
    en: `${number}: not everybody is willing yet.`,
  }),
  noSuchSide: (number: number): Text => ({
    zh: `${number} 没有这一方，请从详情里点。`,
    en: `There is no such side in ${number}; please press a button of the details.`,
  }),
  waitsForConfirming: (number: number): Text => ({
    zh: `${number} 的协议在等各方确认。`,
    en: `The agreement of ${number} waits to be confirmed.`,
  }),
  view: (given: {
    readonly number: number;
    readonly topic: string;
    readonly unit: string;
    readonly sides: readonly Text[];
    readonly meeting: Text | undefined;
    readonly agreement: string | undefined;
    readonly state: Text;
    readonly due: SaidMoment | undefined;
  }): Text => {
    const topic = topicName(given.topic);
    const { agreement, due } = given;
    const by = due ? { zh: `，最晚 ${due.zh}`, en: `, by ${due.en}` } : none;
    return join([
      {
        zh: `【调解 ${given.number}】${topic.zh} · ${given.unit}`,
        en: `[Mediation ${given.number}] ${topic.en} · ${given.unit}`,
      },
      ...given.sides,
      given.meeting ?? none,
      agreement === undefined ? none : { zh: `协议：${agreement}`, en: `Agreement: ${agreement}` },
      { zh: `现在：${given.state.zh}${by.zh}`, en: `Now: ${given.state.en}${by.en}` },
    ]);
  },
  side: (party: Party, isOffline: boolean): Text => {
    const word = consentNames[party.consent];
    const agreed = party.confirmedAt === undefined ? none : { zh: "，同意协议", en: ", agrees" };
    return {
      zh: `· ${party.name}（${word.zh}${agreed.zh}${isOffline ? "，要打电话" : ""}）`,
      en: `· ${party.name} (${word.en}${agreed.en}${isOffline ? ", by telephone" : ""})`,
    };
  },
  reported: (words: Text): Text => ({ zh: `  反映：${words.zh}`, en: `  reported: ${words.en}` }),
  /** @param isOwn read by the side that said it. */
  word: (
    at: SaidMoment,
    kind: "said" | "asked" | "noted" | "other_time" | "objection",
    words: Text,
    isOwn: boolean,
  ): Text => {
    const asked = isOwn ? { zh: "调解员问", en: "the mediator asked" } : { zh: "您问", en: "you asked" };
    const head = {
      said: { zh: "说", en: "said" },
      asked,
      noted: { zh: "当面说", en: "said in person" },
      other_time: { zh: "想换时间", en: "asked for another time" },
      objection: { zh: "不同意", en: "did not agree" },
    }[kind];
    return { zh: `  ${at.zh} ${head.zh}：${words.zh}`, en: `  ${at.en} ${head.en}: ${words.en}` };
  },
  before: (count: number): Text => ({ zh: `  （前面还有 ${count} 条）`, en: `  (${count} more before)` }),
  dueSoon: (number: number, left: SaidMoment, due: SaidMoment): Text => ({
    zh: `${number} 的调解还有 ${left.zh}，最晚 ${due.zh}。`,
    en: `${left.en} left to mediate ${number}, until ${due.en}.`,
  }),
  dueLine: (number: number, due: SaidMoment): Text => ({
    zh: `${number} 调解，最晚 ${due.zh}`,
    en: `${number} to mediate by ${due.en}`,
  }),
  overdue: (number: number): Text => ({
    zh: `${number} 调解满一个月了还没结果。写协议，或者记「没谈成」让当事人走别的路。`,
    en: `${number} has been mediated for a month without a result. Write the agreement, or note that there is none, so that the sides can go elsewhere.`,
  }),
  overdueLine: (number: number): Text => ({
    zh: `${number} 调解，已满一个月`,
    en: `${number}: a month of mediation`,
  }),
  overdueForStaff: (number: number, mediator: Text): Text => ({
    zh: `${number} 调解满一个月还没结果（调解员：${mediator.zh}）。可以催，可以换人。`,
    en: `${number} has been mediated for a month without a result (mediator: ${mediator.en}). You can ask, or call in somebody else.`,
  }),
} satisfies Record<string, unknown>;
