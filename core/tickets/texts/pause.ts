import type { Text } from "../../language/index.ts";
import type { SaidMoment } from "../../time/index.ts";
import { pauseReasonNames } from "./why.ts";
import { kindOf } from "../kinds/model.ts";
import type { Ticket } from "../model.ts";

/** What is said where a deadline stands still for a while. */
export const pauseTexts = {
  pauseTitle: { zh: "暂停计时", en: "pausing a deadline" },
  pause: { zh: "暂停计时", en: "Pause the clock" },
  resume: { zh: "接着计时", en: "Let the clock run" },
  askPauseReason: (number: number): Text => ({
    zh: `${number} 为什么要停一停？村民看得到这个原因。点一个，或自己写。`,
    en: `Why must ${number} wait? The villager reads the reason. Pick one, or write it.`,
  }),
  pauseReasons: pauseReasonNames,
  pauseReasonTooShort: {
    zh: "请写清楚在等什么，村民要看的。",
    en: "Please say what it waits for; the villager reads it.",
  },
  askPauseDays: (number: number): Text => ({
    zh: `${number} 停几天？到时自动接着计时，也可以随时提前。`,
    en: `For how many days? The clock of ${number} runs again by itself then, or earlier when you say so.`,
  }),
  daysLong: (days: number): Text => ({ zh: `${days} 天`, en: `${days} day${days === 1 ? "" : "s"}` }),
  paused: (number: number, until: SaidMoment, due: SaidMoment | undefined): Text => ({
    zh: `${number} 暂停计时，最晚 ${until.zh} 接着算。${due ? `上面的期限 ${due.zh} 照走。` : ""}原因已告诉村民。`,
    en: `The clock of ${number} stands still, until ${until.en} at the latest. ${due ? `The one above you runs on: ${due.en}. ` : ""}The villager knows why.`,
  }),
  pausedForVillager: (number: number, why: Text, until: SaidMoment, due: SaidMoment | undefined): Text => ({
    zh: `${number} 先停一停：${why.zh}。最晚 ${until.zh} 接着办${due ? `；还是 ${due.zh} 前办好` : ""}。`,
    en: `${number} waits for a while: ${why.en}. It goes on by ${until.en}${due ? `, and is still due by ${due.en}` : ""}.`,
  }),
  resumed: (number: number, due: SaidMoment): Text => ({
    zh: `${number} 接着计时，${due.zh} 前办好。`,
    en: `The clock of ${number} runs again: settle it by ${due.en}.`,
  }),
  resumedForVillager: (number: number, due: SaidMoment): Text => ({
    zh: `${number} 接着办了，预计 ${due.zh} 前办好。`,
    en: `${number} goes on, expected by ${due.en}.`,
  }),
  pauseOver: (number: number, due: SaidMoment): Text => ({
    zh: `${number} 暂停到期，又开始计时，${due.zh} 前办好。还要等就再说明原因。`,
    en: `The pause of ${number} is over: settle it by ${due.en}. If it must still wait, say why again.`,
  }),
  pauseOverLine: ({ number, kind }: Pick<Ticket, "number" | "kind">, due: SaidMoment): Text => ({
    zh: `${number} ${kindOf(kind).zh}，暂停到期，${due.zh} 前办好`,
    en: `${number} ${kindOf(kind).en}: pause over, settle by ${due.en}`,
  }),
  alreadyPaused: (number: number): Text => ({
    zh: `${number} 已经停着了。要接着算，发 /task ${number} resume。`,
    en: `${number} stands still already. To go on: /task ${number} resume`,
  }),
  notPaused: (number: number): Text => ({
    zh: `${number} 没有停着。`,
    en: `${number} does not stand still.`,
  }),
  lateNoPause: (number: number): Text => ({
    zh: `${number} 已经超时，不能再停：先办，办不了就上报。`,
    en: `${number} is late already and cannot wait: deal with it, or send it up.`,
  }),
  pausedEnough: (number: number, days: number): Text => ({
    zh: `${number} 前后已经停满 ${days} 天，不能再停了。办不了就上报。`,
    en: `${number} has stood still for ${days} days in all and cannot wait any longer. If you cannot settle it, send it up.`,
  }),
  notYourClock: (number: number): Text => ({
    zh: `${number} 现在不是按您这里的期限办，您停不了。`,
    en: `${number} is not settled under your deadline now: you cannot pause it.`,
  }),
  nothingToPause: (number: number): Text => ({
    zh: `${number} 只有答复的期限，这个不能停：先答复村民。`,
    en: `${number} has the deadline of its first answer only, and that never stands still: answer first.`,
  }),
} satisfies Record<string, unknown>;
