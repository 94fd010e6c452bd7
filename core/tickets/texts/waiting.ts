import type { Text } from "../../language/index.ts";
import type { SaidMoment } from "../../time/index.ts";
import { headline, type Ticket } from "../model.ts";

function headlineOf(ticket: Ticket): string {
  return headline(ticket.what || ticket.place);
}

function because(reason: string): Text {
  return reason === "" ? { zh: "。", en: "." } : { zh: `：${reason}`, en: `: ${reason}` };
}

/** What is said when a villager asks again, adds, takes back, or comes back to a matter that had ended. */
export const waitingTexts = {
  addTitle: { zh: "补充", en: "adding something" },
  askAdd: (number: number): Text => ({
    zh: `${number} 要补充什么？文字、照片、语音都行，完了发「好了」。`,
    en: `What do you add to ${number}? Words, photos or a voice message, then “done”.`,
  }),
  nudged: (number: number, who: Text | undefined): Text =>
    who === undefined
      ? {
          zh: `${number} 催办记下了。办的人现在收不到消息，急的话发「人工」。`,
          en: `Noted for ${number}. Whoever is on it cannot be reached here now; write “human” if it is urgent.`,
        }
      : {
          zh: `已催${who.zh}。${number} 有回音马上告诉您。`,
          en: `${who.en} has been asked again. You will hear of ${number} at once.`,
        },
  nudgedJustNow: (number: number, nextAt: SaidMoment): Text => ({
    zh: `${number} 刚催过，${nextAt.zh} 以后可以再催。`,
    en: `${number} was asked for just now; you can ask again after ${nextAt.en}.`,
  }),
  nudgeCard: (ticket: Ticket, count: number): Text => ({
    zh: `【催办 ${ticket.number}】村民第 ${count} 次催：${headlineOf(ticket)}\n回复这条消息就是答复村民。`,
    en: `[Asked again ${ticket.number}] the villager asks for the ${count}. time: ${headlineOf(ticket)}\nReplying to this message answers the villager.`,
  }),
  settledAlready: (number: number): Text => ({
    zh: `${number} 已经记为「办好」。没办好就发「还没好」。`,
    en: `${number} is noted as settled already. If it is not fixed, write “not fixed yet”.`,
  }),
  withdrawTitle: { zh: "撤回", en: "taking a matter back" },
  askWithdraw: (number: number): Text => ({
    zh: `要撤回 ${number} 吗？点一个，或说说为什么。`,
    en: `Take ${number} back? Pick one, or say why.`,
  }),
  withdrawReasons: {
    mended: { zh: "已经好了", en: "It is mended" },
    mistake: { zh: "报错了", en: "Reported by mistake" },
    none: { zh: "不想报了", en: "I no longer want it" },
    keep: { zh: "不撤，接着办", en: "Do not take it back" },
  },
  kept: (number: number): Text => ({ zh: `好，${number} 接着办。`, en: `All right, ${number} goes on.` }),
  changedMeanwhile: (number: number): Text => ({
    zh: `${number} 刚才又重新办了，没有撤。要撤就再发「${number} 撤回」。`,
    en: `${number} was reopened meanwhile and is not taken back. To take it back, send “${number} take it back”.`,
  }),
  withdrawn: (number: number): Text => ({
    zh: `${number} 撤回了。一天之内还想反映，点下面；过后直接说就行。`,
    en: `${number} is taken back. You can put it back within a day; later, just say it again.`,
  }),
  goesOn: (number: number): Text => ({
    zh: `好，您不再跟 ${number} 了。还有邻居在等，这件事接着办。`,
    en: `All right, ${number} is no longer yours. Neighbours wait for it, so it goes on.`,
  }),
  withdrawnCard: (ticket: Ticket, reason: string): Text => ({
    zh: `${ticket.number} 村民撤回了，不用办了（${headlineOf(ticket)}）${because(reason).zh}`,
    en: `${ticket.number} was taken back by the villager; nothing more to do (${headlineOf(ticket)})${because(reason).en}`,
  }),
  yoursNow: (number: number): Text => ({
    zh: `${number} 先报的邻居撤回了。您还在等，这件事接着为您办。`,
    en: `The neighbour who reported ${number} first took it back. It goes on for you.`,
  }),
  goesOnCard: (number: number, who: string): Text => ({
    zh: `${number} 先报的村民撤回了，${who}还在等，请接着办。`,
    en: `${number}: the first reporter took it back; ${who} still waits. Please go on.`,
  }),
  tooLateToPutBack: (number: number): Text => ({
    zh: `${number} 已经结束了。还有问题直接说，再报一次就行。`,
    en: `${number} is over. If there is a problem, just say it again.`,
  }),
  stillDealtWith: (number: number): Text => ({
    zh: `${number} 还在办，不用再报。`,
    en: `${number} is still being dealt with.`,
  }),
  putBackHead: { zh: "又要办", en: "Back again" },
  putBack: (number: number, who: Text | undefined): Text => ({
    zh: `好，${number} 接着办${who === undefined ? "" : `，还是${who.zh}`}。`,
    en: `All right, ${number} goes on${who === undefined ? "" : ` with ${who.en}`}.`,
  }),
  againTitle: { zh: "又不好了", en: "broken again" },
  askAgain: (number: number): Text => ({
    zh: `${number} 又怎么了？说一句，或发照片，完了发「好了」。`,
    en: `What is wrong with ${number} now? Words or a photo, then “done”.`,
  }),
  againOrNew: (number: number): Text => ({
    zh: `是 ${number} 又不好了，还是新的事？`,
    en: `Is ${number} broken again, or is this new?`,
  }),
  brokenAgain: (number: number): Text => ({ zh: `${number} 又不好了`, en: `${number} is broken again` }),
  notOver: (number: number): Text => ({
    zh: `${number} 还没结束，发「${number}」看进展。`,
    en: `${number} is not over yet; send “${number}” to see how it stands.`,
  }),
  brokenAgainNote: (cycle: number, reason: string): Text => ({
    zh: `第 ${cycle} 轮。村民说又不好了${because(reason).zh}`,
    en: `Round ${cycle}. Broken again${because(reason).en}`,
  }),
  brokenAgainUp: (number: number): Text => ({
    zh: `${number} 村民说又不好了，已交上一级重新办。`,
    en: `${number}: the villager says it is broken again; it has gone one level up.`,
  }),
  askMended: (numbers: readonly number[]): Text =>
    numbers.length === 1
      ? { zh: `是 ${numbers[0]} 修好了吗？`, en: `Is it ${numbers[0]} that is mended?` }
      : { zh: "是哪一件好了？", en: "Which one is mended?" },
  isMended: (number: number, of: number): Text =>
    of === 1 ? { zh: "对", en: "Yes" } : { zh: `${number} 好了`, en: `${number} is` },
  notMended: { zh: "不是", en: "No" },
  settledByYou: (number: number): Text => ({
    zh: `好，${number} 记为「办好」。您觉得办得怎么样？`,
    en: `Good, ${number} is noted as settled. What do you say about it?`,
  }),
  settledByVillager: (number: number): Text => ({
    zh: `${number} 村民说已经好了，记为「办好」。`,
    en: `${number}: the villager says that it is mended; noted as settled.`,
  }),
} satisfies Record<string, unknown>;
