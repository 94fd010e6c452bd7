import { join, verbatim, type Text } from "../../language/index.ts";
import { allSteps, namesOf } from "./names.ts";

/** What the mediator, and those who called her in, hear about an agreement, and about the end without one. */
export const agreementTexts = {
  writeTitle: { zh: "写协议", en: "writing an agreement" },
  write: { zh: "写协议", en: "Write the agreement" },
  rewrite: { zh: "改协议", en: "Change the agreement" },
  askAgreement: (number: number): Text => ({
    zh: `${number} 协议怎么写？谁、什么时候、做什么、多少钱。各方都会看到。`,
    en: `What does the agreement of ${number} say: who, by when, does what, how much? Every side reads it.`,
  }),
  askCourt: {
    zh: "各方要不要一起去法院申请司法确认？（自愿，协议生效 30 天内）",
    en: "Will the sides ask the court together to confirm it? (Of their own will, within 30 days of its effect)",
  },
  noCourt: { zh: "不用", en: "No" },
  toCourt: { zh: "要，转司法确认", en: "Yes, to the court" },
  sureAgreement: (number: number, words: string, names: Text): Text =>
    join([
      { zh: `${number} 协议：`, en: `${number}, the agreement:` },
      verbatim(words),
      { zh: `发给${names.zh}确认，对吗？`, en: `Send it to ${names.en} to confirm?` },
    ]),
  sendIt: { zh: "对，发给各方", en: "Yes, send it" },
  notYetSent: { zh: "先不发", en: "Not yet" },
  notWritten: { zh: "好，先不发。", en: "All right, nothing was sent." },
  written: (number: number): Text => ({
    zh: `${number} 协议已发给各方。都同意就算成；7 天没回话告诉您。\n没当场做完的、重大的事，另外做协议书，各方签名。`,
    en: `The agreement of ${number} was sent. When everybody agrees it counts; you hear of silence after 7 days.\nWhat is not done on the spot, or is grave, also needs a written agreement that everybody signs.`,
  }),
  readItToThem: (parties: readonly { readonly name: string }[]): Text => {
    const names = namesOf(parties);
    return {
      zh: `请把协议念给${names.zh}听，同意了再点。`,
      en: `Please read it to ${names.en}, then press the answer.`,
    };
  },
  agrees: (name: string): Text => ({ zh: `${name}同意`, en: `${name} agrees` }),
  agreed: (number: number, name: string): Text => ({
    zh: `${number} ${name}同意协议。`,
    en: `${number}: ${name} agrees.`,
  }),
  agreedNoted: (number: number, name: string): Text => ({
    zh: `记下了，${number} ${name}同意协议。`,
    en: `Noted: ${name} agrees, ${number}.`,
  }),
  objected: (number: number, name: string, words: Text): Text => ({
    zh: `${number} ${name}不同意协议：${words.zh}\n再商量，商量好改协议。`,
    en: `${number}: ${name} does not agree: ${words.en}\nTalk it over again, then change the agreement.`,
  }),
  unconfirmed: (number: number, names: Text): Text => ({
    zh: `${number} 协议发了 7 天，还没确认：${names.zh}。请问问。`,
    en: `${number}: for 7 days the agreement has waited for ${names.en}. Please ask.`,
  }),
  unconfirmedLine: (number: number): Text => ({ zh: `${number} 协议没确认`, en: `${number}: not confirmed` }),
  succeeded: (number: number): Text => ({
    zh: `${number} 各方都确认了，调解成功。辛苦了！`,
    en: `${number}: everybody has confirmed. Well done!`,
  }),
  courtNoted: (number: number): Text => ({
    zh: `${number} 记为转司法确认，各方已知道。`,
    en: `${number} is to be confirmed by the court; everybody knows.`,
  }),
  courtTooLate: (number: number): Text => ({
    zh: `${number} 没有成的协议，或者过了 30 天，不能转司法确认了。`,
    en: `${number} has no agreement in effect, or its 30 days are over.`,
  }),
  failTitle: { zh: "没谈成", en: "no agreement" },
  fail: { zh: "没谈成", en: "No agreement" },
  askNext: (number: number): Text => ({
    zh: `${number} 没谈成。下一步建议各方走哪条路？`,
    en: `${number}: no agreement. Which way should the sides take next?`,
  }),
  allWays: { zh: "都告诉他们，自己选", en: "Tell them all of them" },
  notFailed: { zh: "还没完，接着调", en: "Not over, go on" },
  sureFailed: (number: number): Text => ({
    zh: `${number} 记为「调解不成」，各方和村里都会知道。对吗？`,
    en: `${number} is noted as “no agreement”; the sides and the village hear of it. Right?`,
  }),
  failYes: { zh: "对，调解不成", en: "Yes, no agreement" },
  failedNoted: (number: number): Text => ({
    zh: `${number} 记为「调解不成」，下一步怎么走已告诉各方。`,
    en: `${number} is noted as “no agreement”; the sides know where to go.`,
  }),
  left: (number: number, name: string): Text => ({
    zh: `${number} ${name}不想调了，调解到这里。谢谢您。`,
    en: `${number}: ${name} does not want to go on; the mediation ends. Thank you.`,
  }),
  callAboutEnd: (parties: readonly { readonly name: string }[]): Text => {
    const names = namesOf(parties);
    return {
      zh: `请打电话告诉${names.zh}调解结束了。`,
      en: `Please call ${names.en}: the mediation is over.`,
    };
  },
  stopped: (number: number): Text => ({
    zh: `${number} 这件事不用办了，调解停了。谢谢您。`,
    en: `${number} needs no more doing; the mediation has stopped. Thank you.`,
  }),
  failedForStaff: (number: number): Text =>
    join([
      {
        zh: `${number} 调解不成，请接着办，或上报乡镇。`,
        en: `${number}: mediation failed. Please go on, or send it up.`,
      },
      allSteps,
    ]),
  nextForStaff: (number: number, step: Text): Text => ({
    zh: `${number} 调解不成，调解员建议：${step.zh}。请接着办，或上报乡镇。`,
    en: `${number}: mediation failed; the mediator suggests: ${step.en}. Please go on, or send it up.`,
  }),
  refusedForStaff: (number: number): Text => ({
    zh: `${number} 有人不愿意调解，请接着办，或上报乡镇。`,
    en: `${number}: somebody is not willing to mediate. Please go on, or send it up.`,
  }),
} satisfies Record<string, unknown>;
