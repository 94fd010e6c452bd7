import type { Text } from "../../language/index.ts";
import type { SaidMoment } from "../../time/index.ts";
import { kindOf } from "../kinds/model.ts";
import type { EnclosedFile, Ticket } from "../model.ts";
import { placeForNeighbours } from "../same/model.ts";
import { wordsOr } from "./names.ts";

/** What is said when a matter may be there already, and to neighbours who wait for the same public thing. */
export const sameTexts = {
  partOf: (number: number): Text => ({ zh: `${number} 的补充`, en: `It belongs to ${number}` }),
  newMatterOfHers: { zh: "新的事", en: "A new matter" },
  partOrNew: (numbers: readonly number[]): Text =>
    numbers.length === 1
      ? {
          zh: `这是 ${numbers[0]} 的补充，还是新的事？`,
          en: `Does this belong to ${numbers[0]}, or is it new?`,
        }
      : { zh: "这是补充哪一件，还是新的事？", en: "Which of these does this belong to, or is it new?" },
  sameAsNeighbours: {
    zh: "附近有人报过，是同一件事吗？",
    en: "Somebody nearby has reported this. Is it the same?",
  },
  neighboursMatter: (ticket: Ticket, since: SaidMoment, holder: string | undefined): Text => {
    const [kind, place] = [kindOf(ticket.kind), placeForNeighbours(ticket.place)];
    return {
      zh: `${ticket.number} ${place}${kind.zh}（${since.zh}${holder === undefined ? "" : `，${holder}在办`}）`,
      en: `${ticket.number} ${kind.en}${place === "" ? "" : `, ${place}`} (${since.en}${holder === undefined ? "" : `, with ${holder}`})`,
    };
  },
  notTheSame: { zh: "不是，另外报", en: "No, report mine" },
  following: (number: number): Text => ({
    zh: `好，${number} 也算您一份，有进展一起告诉您。`,
    en: `All right, ${number} is yours too; you will hear how it goes on.`,
  }),
  followedCard: (number: number, who: string, words: string, files: readonly EnclosedFile[]): Text => {
    const said = wordsOr(words, files);
    return { zh: `${number} ${who}也反映：${said.zh}`, en: `${number}: ${who} reports it too: ${said.en}` };
  },
  followedSettled: (number: number, words: string): Text => ({
    zh: `${number} 办好了${words === "" ? "。" : `：${words}`}`,
    en: `${number} is settled${words === "" ? "." : `: ${words}`}`,
  }),
  neighbourRates: (number: number): Text => ({
    zh: `谢谢您。${number} 由先报的邻居评价；没办好直接说。`,
    en: `Thank you. ${number} is rated by the neighbour who reported it first; if it is not fixed, just say so.`,
  }),
  notFollowing: (number: number): Text => ({
    zh: `好，${number} 的进展不再告诉您。`,
    en: `All right, you will not hear of ${number} any more.`,
  }),
  neighboursOwn: (number: number): Text => ({
    zh: `${number} 是邻居先报的，您跟着等消息就行。要补充就发「${number}」，后面写上要说的。`,
    en: `A neighbour reported ${number} first; you will hear how it goes on. To add something, send “${number}” and what you want to say.`,
  }),
} satisfies Record<string, unknown>;
