import { join, type Text } from "../../language/index.ts";
import type { SaidMoment } from "../../time/index.ts";
import { kindOf } from "../kinds/model.ts";
import type { EnclosedFile, Ticket } from "../model.ts";
import { deskTexts } from "./desk.ts";
import { kindTexts } from "./kinds.ts";
import { wordsOr } from "./names.ts";

/** A deadline ahead, or one that is over. */
export type Due = SaidMoment | "past";

/** Everything a card says. */
interface CardWords {
  readonly ticket: Ticket;
  readonly head: Text;
  readonly note: Text | undefined;
  /** What becomes of a reply, where it does not answer the villager. */
  readonly reply: Text | undefined;
  readonly unit: string;
  readonly reporter: string;
  readonly files: readonly EnclosedFile[];
  /** While nobody has answered. */
  readonly answerDue: Due | undefined;
  /** While the village team or the township must settle it. */
  readonly settleDue: Due | undefined;
}

const none: Text = { zh: "", en: "" };

function answerBy(due: Due): Text {
  return due === "past"
    ? { zh: "⏰ 已经超时，请马上答复", en: "⏰ It is overdue: answer now" }
    : { zh: `⏰ 最晚 ${due.zh} 答复`, en: `⏰ Answer by ${due.en}` };
}

function settleBy(due: Due): Text {
  return due === "past"
    ? { zh: "⏰ 已经到期，请马上办", en: "⏰ It is past due: settle it now" }
    : { zh: `⏰ 最晚 ${due.zh} 办好`, en: `⏰ Settle by ${due.en}` };
}

function card(words: CardWords): Text {
  const { ticket, head, note, reply, unit, reporter, files, answerDue, settleDue } = words;
  const [kind, said] = [kindOf(ticket.kind), wordsOr(ticket.what, files)];
  return join([
    {
      zh: `【${head.zh} ${ticket.number}】${kind.zh} · ${unit}\n${reporter}：${said.zh}\n地点：${ticket.place || "还没说"}`,
      en: `[${head.en} ${ticket.number}] ${kind.en} · ${unit}\n${reporter}: ${said.en}\nPlace: ${ticket.place || "not said yet"}`,
    },
    kindTexts.kindReason(ticket),
    note ?? none,
    ticket.supervisedAt === undefined ? none : deskTexts.supervisedLine,
    answerDue === undefined ? none : answerBy(answerDue),
    settleDue === undefined ? none : settleBy(settleDue),
    reply ?? { zh: "回复这条消息就是答复村民。", en: "Replying to this message answers the villager." },
  ]);
}

/** The card of a matter, and why it comes. */
export const cardTexts = {
  card,
  newHead: { zh: "新事项", en: "New matter" },
  handedHead: { zh: "转来", en: "Handed over" },
  sentUpHead: { zh: "上报", en: "Sent up" },
  reopenedHead: { zh: "重新办", en: "Reopened" },
  lastRound: (words: string): Text =>
    words === "" ? none : { zh: `上一轮答复：${words}`, en: `Answered last time: ${words}` },
  passedNote: (who: string, words: string): Text => ({
    zh: `${who}说：${words}`,
    en: `${who} says: ${words}`,
  }),
  reopenedNote: (cycle: number, reason: string): Text => ({
    zh: `第 ${cycle} 轮。村民不满意：${reason}`,
    en: `Round ${cycle}. The villager is not satisfied: ${reason}`,
  }),
} satisfies Record<string, unknown>;
