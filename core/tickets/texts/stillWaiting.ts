import { join, type Text } from "../../language/index.ts";
import type { SaidMoment } from "../../time/index.ts";
import { kindOf } from "../kinds/model.ts";
import { headline, type EnclosedFile, type Ticket, type TicketNumber } from "../model.ts";
import { waitsUntil, type Dues } from "./dues.ts";
import { wordsOr } from "./names.ts";

const none: Text = { zh: "", en: "" };

function named({ number, kind, place }: Pick<Ticket, "number" | "kind" | "place">): Text {
  const [{ zh, en }, where] = [kindOf(kind), place === "" ? "" : ` · ${place}`];
  return { zh: `${number} ${zh}${where}`, en: `${number} ${en}${where}` };
}

interface Waiting {
  readonly ticket: Ticket;
  readonly who: Text | undefined;
  readonly days: number;
  readonly step: { readonly at: SaidMoment; readonly name: Text } | undefined;
  readonly dues: Dues;
}

/** What whoever waits for a month is told, and what is asked of whoever must act. */
export const stillWaitingTexts = {
  /** What is true: who has it, how long she waits, the last step, by when. */
  stillWaiting: ({ ticket, who, days, step, dues }: Waiting): Text => {
    const [name, waits] = [named(ticket), waitsUntil(ticket, dues)];
    const last = step
      ? { zh: `最近一步：${step.at.zh} ${step.name.zh}`, en: `Last step: ${step.name.en}, ${step.at.en}` }
      : none;
    return join(
      [
        {
          zh: `${who?.zh ?? "管理员"}跟您说一声：${name.zh} 还没办好，您等了 ${days} 天。`,
          en: `${who?.en ?? "The administrator"} lets you know: ${name.en} is not settled yet; you have waited ${days} days. `,
        },
        last,
        waits,
        last.zh === "" && waits.zh === "" ? none : { zh: "。", en: "." },
      ],
      "",
    );
  },
  waitingWord: (
    whatIsTrue: Text,
    sentence: { readonly who: string; readonly words: string } | undefined,
    files: readonly EnclosedFile[],
  ): Text => {
    if (!sentence) return whatIsTrue;
    const said = wordsOr(sentence.words, files);
    return join([
      whatIsTrue,
      { zh: `${sentence.who}说：${said.zh}`, en: `${sentence.who} says: ${said.en}` },
    ]);
  },
  waitingLine: (ticket: Ticket): Text => {
    const { zh, en } = named(ticket);
    return { zh: `${zh} · 还没办好，说明一下`, en: `${en} · not settled yet: how it stands` };
  },
  askForWord: (reporter: string, day: SaidMoment, whatIsTrue: Text): Text => ({
    zh: `${day.zh}要给${reporter}发一条，用您的名义：\n${whatIsTrue.zh}\n要加一句吗？不加就照实发。`,
    en: `On ${day.en} ${reporter} gets this in your name:\n${whatIsTrue.en}\nDo you add a sentence? Otherwise it goes as it is.`,
  }),
  askForWordLine: (ticket: Ticket, reporter: string): Text => {
    const words = headline(ticket.what || ticket.place, 12);
    return {
      zh: `${ticket.number} ${words} · ${reporter}等久了，带句话`,
      en: `${ticket.number} ${words} · a word to ${reporter}, who waits`,
    };
  },
  addWord: { zh: "加一句", en: "Add a sentence" },
  wordTitle: { zh: "给村民带句话", en: "a word to the villager" },
  askWord: (number: TicketNumber): Text => ({
    zh: `${number} 想跟村民说什么？办到哪一步、卡在哪里，说一句，完了发「好了」。`,
    en: `What do you tell the villager about ${number}? Where it stands, what keeps it: a sentence, then “done”.`,
  }),
  wordKept: (number: TicketNumber, reporter: string): Text => ({
    zh: `记下了，会带给${reporter}。这不算答复；有结果直接回 ${number}。`,
    en: `Kept; ${reporter} will read it. It is no answer: when there is one, reply to ${number}.`,
  }),
  wordAsItIs: (number: TicketNumber): Text => ({
    zh: `好，${number} 到时候照实发。`,
    en: `All right, ${number} goes as it is.`,
  }),
} satisfies Record<string, unknown>;
