import { join, verbatim, type Text } from "../../language/index.ts";
import type { SaidMoment } from "../../time/index.ts";
import type { NextStep } from "../model.ts";
import { allSteps, stepDetails, topicName } from "./names.ts";

const keptPrivate: Text = {
  zh: "您说的话只有调解员看得到，对方看不到。",
  en: "What you say only the mediator reads, never the other side.",
};

/** What a side of a dispute hears. */
export const partyTexts = {
  askReporter: (number: number, mediator: Text, others: Text): Text => ({
    zh: `${number} 想请${mediator.zh}来调解，把${others.zh}也请来说。不收费，愿不愿意由您定；您不愿意，就不告诉对方。`,
    en: `${number}: ${mediator.en} could mediate, and hear ${others.en} too. It is free and up to you; if you are not willing, the other side is not told.`,
  }),
  askOther: (
    topic: string,
    given: { readonly reporter: string; readonly mediator: Text; readonly number: number },
  ): Text => {
    const name = topicName(topic);
    return {
      zh: `${given.reporter}和您之间有${topic === "" ? name.zh : `一件事（${name.zh}）`}，想请${given.mediator.zh}调解（编号 ${given.number}）。不收费，愿不愿意由您定。${keptPrivate.zh}`,
      en: `There is ${topic === "" ? name.en : `a matter (${name.en})`} between ${given.reporter} and you. ${given.mediator.en} could mediate (number ${given.number}). It is free and up to you. ${keptPrivate.en}`,
    };
  },
  willing: { zh: "愿意", en: "I am willing" },
  refuse: { zh: "不愿意", en: "I am not" },
  willingReporter: (number: number): Text => ({
    zh: `好，这就去问对方。${number} 还有要对调解员说的，随时说，${keptPrivate.zh}`,
    en: `Good, the other side is asked now. Tell the mediator of ${number} more whenever you like. ${keptPrivate.en}`,
  }),
  willingOther: { zh: `好。${keptPrivate.zh}`, en: `Good. ${keptPrivate.en}` },
  willingFirst: (number: number): Text => ({
    zh: `${number} 您愿意调解吗？愿意了，再对调解员说。`,
    en: `${number}: are you willing to mediate? Then tell the mediator.`,
  }),
  alreadyWilling: (number: number): Text => ({
    zh: `${number} 您已经说过愿意。`,
    en: `You have said already that you are willing, ${number}.`,
  }),
  notedWilling: (number: number, mediator: string): Text => ({
    zh: `${number} 调解员${mediator}记下您愿意调解。不对就点「不调了」。`,
    en: `${number}: the mediator ${mediator} noted that you are willing. If that is wrong, press “End it”.`,
  }),
  sayTitle: { zh: "对调解员说", en: "telling the mediator" },
  askSay: (number: number): Text => ({
    zh: `${number} 您这边是怎么回事？文字、照片、语音都行，可以分几次发，完了发「好了」。只有调解员看得到。`,
    en: `${number}: how is it from your side? Words, photos or voice, in several messages, then “done”. Only the mediator reads it.`,
  }),
  say: { zh: "说我的情况", en: "Tell my side" },
  sayMore: { zh: "再说说", en: "Say more" },
  said: (number: number): Text => ({
    zh: `调解员收到了，对方看不到。${number} 想起什么，随时再说。`,
    en: `The mediator has it; the other side does not. Say more about ${number} whenever you like.`,
  }),
  saidWithoutMediator: (number: number): Text => ({
    zh: `记下了，${number} 的调解员定下来就给他看，对方看不到。`,
    en: `Noted. The mediator of ${number} will read it as soon as there is one; the other side does not.`,
  }),
  nothingSaid: {
    zh: "没有看到内容，请发文字、照片或语音。",
    en: "I saw nothing in it; please send words, a photo or a voice message.",
  },
  asks: (number: number, mediator: string, words: string): Text => ({
    zh: `${number} 调解员${mediator}问您：${words}\n回复这条消息就行，只有调解员看得到。`,
    en: `${number} the mediator ${mediator} asks: ${words}\nJust reply to this message; only the mediator reads it.`,
  }),
  answer: { zh: "回答", en: "Answer" },
  leave: { zh: "不调了", en: "End it" },
  leaveTitle: { zh: "不调了", en: "ending a mediation" },
  sureToLeave: (number: number): Text => ({
    zh: `${number} 真的不调了吗？调解就停了，对方会知道有一方不想调了。`,
    en: `Really end the mediation of ${number}? It is over then; the others hear that a side does not want to go on.`,
  }),
  leaveYes: { zh: "对，不调了", en: "Yes, end it" },
  leaveNo: { zh: "接着调", en: "Go on" },
  goesOn: (number: number): Text => ({ zh: `好，${number} 接着调。`, en: `All right, ${number} goes on.` }),
  newMediator: (number: number, mediator: Text): Text => ({
    zh: `${number} 改由${mediator.zh}调解，原来的调解员看不到了。您说过的，新调解员看得到，对方还是看不到。`,
    en: `${mediator.en} mediates ${number} now; the one before sees it no more. The new one reads what you said, the other side still does not.`,
  }),
  looksForMediator: (number: number): Text => ({
    zh: `${number} 原来的调解员调不了，正在另外请人，定了告诉您。`,
    en: `The mediator of ${number} cannot go on; another is being found and you will hear of it.`,
  }),
  meeting: (number: number, at: SaidMoment, place: string): Text => ({
    zh: `${number} 约您 ${at.zh} 到${place}，当面谈。来得了吗？`,
    en: `${number}: please come to ${place} on ${at.en} to talk it over. Can you?`,
  }),
  meetingMoved: (number: number, at: SaidMoment, place: string): Text => ({
    zh: `${number} 见面改到 ${at.zh}，${place}。来得了吗？`,
    en: `${number}: the meeting is now on ${at.en}, ${place}. Can you come?`,
  }),
  coming: { zh: "能来", en: "I can" },
  notComing: { zh: "来不了", en: "I cannot" },
  otherTime: { zh: "换时间", en: "Another time" },
  comingNoted: (at: SaidMoment, place: string): Text => ({
    zh: `好，${at.zh}，${place}见。`,
    en: `Good: ${at.en}, ${place}.`,
  }),
  notComingNoted: { zh: "知道了，告诉调解员了。", en: "Understood; the mediator knows." },
  otherTimeTitle: { zh: "换时间", en: "another time" },
  askOtherTime: {
    zh: "您什么时候方便？说一声，调解员看了再约。",
    en: "When would suit you? The mediator will arrange it.",
  },
  meetingChanged: { zh: "时间改了，看最新的：", en: "The time was changed. This is how it stands:" },
  noMeeting: (number: number): Text => ({
    zh: `${number} 现在没有约见面。`,
    en: `No meeting is arranged for ${number} now.`,
  }),
  reminder: (number: number, at: SaidMoment, place: string): Text => ({
    zh: `别忘了：${number} ${at.zh} 在${place}见面。`,
    en: `Remember: ${number}, ${at.en}, ${place}.`,
  }),
  reminderLine: (number: number, at: SaidMoment): Text => ({
    zh: `${number} ${at.zh} 见面`,
    en: `${number} meeting ${at.en}`,
  }),
  agreement: (number: number, words: string, isToCourt: boolean): Text =>
    join([
      { zh: `${number} 协议写好了，请看：`, en: `${number}: the agreement is written, please read it:` },
      verbatim(words),
      isToCourt
        ? {
            zh: "各方还要一起到法院申请司法确认。",
            en: "All sides will also ask the court together to confirm it.",
          }
        : { zh: "", en: "" },
      { zh: "各方都同意才算数。您同意吗？", en: "It counts only when every side agrees. Do you?" },
    ]),
  agree: { zh: "同意", en: "I agree" },
  disagree: { zh: "不同意", en: "I do not" },
  agreementChanged: { zh: "协议改过了，看最新的：", en: "The agreement was changed. This is how it stands:" },
  noAgreement: (number: number): Text => ({
    zh: `${number} 现在没有等您确认的协议。`,
    en: `No agreement of ${number} waits for you now.`,
  }),
  confirmed: (number: number): Text => ({
    zh: `记下了，${number} 您同意。等其他人也确认。`,
    en: `Noted: you agree, ${number}. The others are still to confirm.`,
  }),
  confirmedAlready: (number: number): Text => ({
    zh: `${number} 您已经同意了，等其他人确认。`,
    en: `You have agreed already, ${number}; the others are still to confirm.`,
  }),
  disagreeTitle: { zh: "不同意协议", en: "not agreeing" },
  askWhyNot: (number: number): Text => ({
    zh: `${number} 哪里不同意？说说，完了发「好了」。只有调解员看得到。`,
    en: `What do you not agree with in ${number}? Then “done”. Only the mediator reads it.`,
  }),
  objectionNoted: (number: number): Text => ({
    zh: `知道了，协议先不算，${number} 请调解员再商量。`,
    en: `Understood: it does not count yet; the mediator of ${number} will talk it over again.`,
  }),
  backToTalking: (number: number): Text => ({
    zh: `${number} 协议还要再商量，先不算。商量好再请您看。`,
    en: `${number}: the agreement is talked over once more and does not count yet. You will see it again.`,
  }),
  success: (number: number, words: string, courtBy: SaidMoment): Text =>
    join([
      { zh: `${number} 各方都同意了，调解成功。协议：`, en: `${number}: every side agreed. The agreement:` },
      verbatim(words),
      {
        zh: `以后发「${number}」还能看。觉得有必要，各方可以在 ${courtBy.zh}前一起向法院申请司法确认。`,
        en: `Send “${number}” to read it again. Until ${courtBy.en} the sides may ask the court together to confirm it.`,
      },
    ]),
  successToCourt: (number: number, words: string, courtBy: SaidMoment): Text =>
    join([
      { zh: `${number} 各方都同意了，调解成功。协议：`, en: `${number}: every side agreed. The agreement:` },
      verbatim(words),
      {
        zh: `请在 ${courtBy.zh}前（30 天内）一起向人民法院申请司法确认，要带什么先问司法所。以后发「${number}」还能看。`,
        en: `Please go together to the people's court by ${courtBy.en} (30 days) and ask it to confirm; the justice office knows what to bring. Send “${number}” to read it again.`,
      },
    ]),
  toCourt: (number: number, courtBy: SaidMoment): Text => ({
    zh: `${number} 的协议转司法确认：请在 ${courtBy.zh}前，各方一起向人民法院申请。不懂问司法所。`,
    en: `The agreement of ${number} is to be confirmed by the court: please go there together by ${courtBy.en}. The justice office helps.`,
  }),
  courtReminder: (number: number, courtBy: SaidMoment): Text => ({
    zh: `提醒一次：${number} 的协议要在 ${courtBy.zh}前，各方一起向法院申请司法确认。已经去过就不用管。`,
    en: `A reminder, once: the sides of ${number} may ask the court together until ${courtBy.en} to confirm the agreement. If you have been, never mind.`,
  }),
  courtLine: (number: number, courtBy: SaidMoment): Text => ({
    zh: `${number} ${courtBy.zh}前申请司法确认`,
    en: `${number} to the court by ${courtBy.en}`,
  }),
  failed: (number: number, steps: readonly NextStep[]): Text =>
    join([
      {
        zh: `${number} 这次没谈成，调解到这里。您说过的话不会给对方看。`,
        en: `${number}: no agreement this time; the mediation ends. What you said stays with you.`,
      },
      ...(steps.length === 0 ? [allSteps] : steps.map((step) => stepDetails[step])),
    ]),
  refusedForOther: (number: number): Text =>
    join([
      {
        zh: `${number} 有一方不想调解，不勉强，调解到这里。`,
        en: `${number}: a side does not want to mediate, and nobody is made to. It ends here.`,
      },
      allSteps,
    ]),
  youRefused: (number: number): Text =>
    join([
      {
        zh: `好，不勉强，${number} 不调解了。`,
        en: `All right; nobody is made to. ${number} is not mediated.`,
      },
      allSteps,
    ]),
  reporterRefused: (number: number): Text => ({
    zh: `好，不请人调解，对方没有被告知。${number} 接着由村里办。`,
    en: `All right, no mediation, and the other side was not told. The village goes on with ${number}.`,
  }),
  brokenOff: (number: number): Text => ({
    zh: `${number} 的调解停了，这件事不用再谈。您说过的话没有给对方看。`,
    en: `The mediation of ${number} has stopped; nothing more is to be talked over. What you said was not shown to the other side.`,
  }),
  you: (consent: Text): Text => ({ zh: `您：${consent.zh}`, en: `You: ${consent.en}` }),
  view: (given: {
    readonly number: number;
    readonly topic: string;
    readonly mediator: Text;
    readonly own: readonly Text[];
    readonly meeting: Text | undefined;
    readonly agreement: string | undefined;
    readonly state: Text;
  }): Text => {
    const topic = topicName(given.topic);
    const { agreement } = given;
    return join([
      { zh: `【调解 ${given.number}】${topic.zh}`, en: `[Mediation ${given.number}] ${topic.en}` },
      { zh: `调解员：${given.mediator.zh}`, en: `Mediator: ${given.mediator.en}` },
      ...given.own,
      given.meeting ?? { zh: "", en: "" },
      agreement === undefined
        ? { zh: "", en: "" }
        : { zh: `协议：${agreement}`, en: `Agreement: ${agreement}` },
      { zh: `现在：${given.state.zh}`, en: `Now: ${given.state.en}` },
    ]);
  },
} satisfies Record<string, unknown>;
