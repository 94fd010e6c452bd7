import { join, type Text } from "../../language/index.ts";
import type { SaidMoment } from "../../time/index.ts";

const none: Text = { zh: "", en: "" };

/** Saying an opinion, and who hears of it. */
export const opinionTexts = {
  opinionTitle: { zh: "说会商意见", en: "An opinion" },
  askOpinion: (question: string): Text => ({
    zh: `问您：${question}\n说说您的意见，文字、照片、语音都行，完了发「好了」。`,
    en: `Question: ${question}\nSay your opinion in words, photos or voice, then send “done”.`,
  }),
  opinionKept: (number: number, isLate: boolean): Text => ({
    zh: `${number} 您的意见记下了${isLate ? "（已过时间，记为逾期）" : ""}。定之前再回复就是改。`,
    en: `Your opinion on ${number} is noted${isLate ? " (late)" : ""}. Until it is decided you may reply again to change it.`,
  }),
  opinionChanged: (number: number): Text => ({
    zh: `${number} 您的意见已改成新的。`,
    en: `Your opinion on ${number} is changed.`,
  }),
  opinionTooLate: (number: number): Text => ({
    zh: `${number} 的会商已经结束，意见没有记。有要紧的请打电话给镇指挥室。`,
    en: `The consultation on ${number} is over: nothing was noted. Ring the command room if it matters.`,
  }),
  opinionFor: (given: {
    readonly number: number;
    readonly name: string;
    readonly words: Text;
    readonly isLate: boolean;
    readonly isChanged: boolean;
    readonly answered: number;
    readonly asked: number;
  }): Text => {
    const late = given.isLate ? { zh: "（逾期）", en: " (late)" } : none;
    const verb = given.isChanged ? { zh: "改了意见", en: "changed its opinion" } : { zh: "说", en: "says" };
    return {
      zh: `会商 ${given.number} ${given.name}${late.zh}${verb.zh}：${given.words.zh}\n已回 ${given.answered}/${given.asked}`,
      en: `Consultation ${given.number}: ${given.name}${late.en} ${verb.en}: ${given.words.en}\nAnswered: ${given.answered} of ${given.asked}`,
    };
  },
  onlyFiles: (count: number): Text => ({ zh: `（附件 ${count}）`, en: `(${count} files)` }),
  declineTitle: { zh: "不参加会商", en: "Not taking part" },
  askWhyDecline: { zh: "不参加的原因？一句话。", en: "Why not? One sentence." },
  declined: (number: number): Text => ({
    zh: `好，${number} 记您不参加。改主意了，定之前都可以说意见。`,
    en: `Good, you do not take part in ${number}. Until it is decided you may still say your opinion.`,
  }),
  declinedFor: (number: number, name: string, reason: string): Text => ({
    zh: `会商 ${number} ${name}不参加：${reason}`,
    en: `Consultation ${number}: ${name} does not take part: ${reason}`,
  }),
  mayNotDecline: (number: number): Text => ({
    zh: `${number} 点的是您，要回。说不准也可以，写清楚为什么说不准。`,
    en: `You are summoned on ${number} and must answer. If you cannot tell, say why.`,
  }),
  alreadySaid: (number: number): Text => ({
    zh: `${number} 您已经说过意见。要改就回复会商消息。`,
    en: `You have said your opinion on ${number}. Reply to the message to change it.`,
  }),
  silent: (number: number, names: readonly string[], late: Text): Text =>
    join([
      {
        zh: `会商 ${number} 到时间了，${names.join("、")}未按时答复，已记下。`,
        en: `Consultation ${number}: time is up; no answer from ${names.join(", ")}, which is noted.`,
      },
      late,
    ]),
  allAnswered: (number: number): Text => ({
    zh: `会商 ${number} 到时间了。`,
    en: `Consultation ${number}: time is up.`,
  }),
  stillTaken: {
    zh: "定之前说的仍算，记为逾期。要等就延期。",
    en: "Until it is decided a late word still counts, marked late. Extend it to wait.",
  },
  youWereSilent: (number: number): Text => ({
    zh: `会商 ${number} 到时间了，您没按时答复，已记下。领导定之前还可以说，记为逾期。`,
    en: `Consultation ${number}: time is up and you did not answer; that is noted. Until it is decided you still may, marked late.`,
  }),
  dueSoon: (number: number, question: string, due: SaidMoment): Text => ({
    zh: `会商 ${number} 等您的意见：${question}\n⏰ 最晚 ${due.zh}`,
    en: `Consultation ${number} waits for your opinion: ${question}\n⏰ By ${due.en}`,
  }),
  dueSoonLine: (number: number, due: SaidMoment): Text => ({
    zh: `会商 ${number} 等您意见 · ${due.zh}`,
    en: `Consultation ${number}: your opinion · ${due.en}`,
  }),
  lapsedLine: (number: number): Text => ({
    zh: `会商 ${number} 到时间了`,
    en: `Consultation ${number}: time is up`,
  }),
  late: { zh: "逾期", en: "late" },
} satisfies Record<string, unknown>;
