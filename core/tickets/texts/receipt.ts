import type { Text } from "../../language/index.ts";
import type { TicketNumber } from "../model.ts";

/** What is said where a worker says no more than 「收到」. */
export const receiptTexts = {
  sendReceipt: { zh: "发给她，还没答复", en: "Send it; not answered yet" },
  receiptSure: (words: string): Text => ({
    zh: `要把「${words}」发给村民吗？它不算答复。`,
    en: `Send “${words}” to the villager? It is no answer.`,
  }),
  receiptIsNone: {
    zh: "只说收到不算答复。谁去、怎么办，说一句。",
    en: "“Received” alone is no answer. Say who goes, or what will be done.",
  },
  yourReceipt: (
    number: TicketNumber,
    who: Text,
    words: string,
    due: { readonly zh: string; readonly en: string } | undefined,
  ): Text => ({
    zh: `${number} ${who.zh}说：${words}。怎么办还没答复${due === undefined ? "" : `，最晚 ${due.zh} 前回您`}。`,
    en: `${number} ${who.en} says: ${words}. There is no answer yet${due === undefined ? "" : `; you will have one by ${due.en}`}.`,
  }),
  receiptSent: (number: TicketNumber, reporter: string): Text => ({
    zh: `${number} 已发给${reporter}。还没答复，期限照走。`,
    en: `Sent to ${reporter}. ${number} is not answered yet; the clock runs on.`,
  }),
  receiptNotReached: (number: TicketNumber, reporter: string): Text => ({
    zh: `${number} 记下了。${reporter}现在收不到消息，请打电话或上门说一声。还没答复，期限照走。`,
    en: `Noted on ${number}. ${reporter} cannot be reached here now; please call or visit. It is not answered yet; the clock runs on.`,
  }),
} satisfies Record<string, unknown>;
