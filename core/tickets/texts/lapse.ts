import type { Text } from "../../language/index.ts";
import type { SaidMoment } from "../../time/index.ts";

/** What is said when a deadline passes. */
export interface LapseWords {
  /** The head of the card of whoever takes over, and what it says of whoever had it. */
  readonly head: Text;
  readonly note: (who: string, limit: Text) => Text;
  /** To whoever let it pass: it goes on to somebody, or stays. */
  readonly passedOn: (number: number, limit: Text, next: Text) => Text;
  readonly stays: (number: number, limit: Text) => Text;
  /** To the villagers. */
  readonly sorry: (number: number, limit: Text, next: Text | undefined) => Text;
  /** To those above. */
  readonly above: (number: number, given: ForThoseAbove) => Text;
}

interface ForThoseAbove {
  readonly unit: string;
  readonly who: string;
  readonly words: string;
  readonly limit: Text;
  /** Until when the office that keeps it has time. */
  readonly until: SaidMoment | undefined;
}

const overdue: LapseWords = {
  head: { zh: "超时", en: "Overdue" },
  note: (who: string, limit: Text): Text => ({
    zh: `${who} ${limit.zh}没有答复，请您接手。`,
    en: `${who} has not answered for ${limit.en}. Please take over.`,
  }),
  passedOn: (number: number, limit: Text, next: Text): Text => ({
    zh: `${number} 已过 ${limit.zh}没有答复，改由${next.zh}接手，镇指挥室已知。`,
    en: `${number} has had no answer for ${limit.en}; ${next.en} takes over and the command room knows.`,
  }),
  stays: (number: number, limit: Text): Text => ({
    zh: `${number} 已过 ${limit.zh}没有答复，请马上答复。镇指挥室已知。`,
    en: `${number} has had no answer for ${limit.en}. Please answer now. The command room knows.`,
  }),
  sorry: (number: number, limit: Text, next: Text | undefined): Text => ({
    zh: `${number} 超过 ${limit.zh}没回您${next === undefined ? "，已催办" : `，已请${next.zh}来办`}。对不住，让您久等。`,
    en: `${number} has gone ${limit.en} without an answer${next === undefined ? "; it has been chased" : `; ${next.en} takes over`}. We are sorry to keep you waiting.`,
  }),
  above: (number: number, { unit, who, words, limit }: ForThoseAbove): Text => ({
    zh: `【超时 ${number}】${unit}：${words}（${who} ${limit.zh}没有答复）`,
    en: `[Overdue ${number}] ${unit}: ${words} (${who} has not answered for ${limit.en})`,
  }),
};

const late: LapseWords = {
  head: { zh: "到期没办好", en: "Not settled in time" },
  note: (who: string): Text => ({
    zh: `${who}没在期限内办好，请您接手。`,
    en: `${who} did not settle it in time. Please take over.`,
  }),
  passedOn: (number: number, _limit: Text, next: Text): Text => ({
    zh: `${number} 到期没办好，改由${next.zh}接手。`,
    en: `${number} was not settled in time; ${next.en} takes over.`,
  }),
  stays: (number: number): Text => ({
    zh: `${number} 到期没办好，分管领导已知。请马上办。`,
    en: `${number} was not settled in time and the leader in charge knows. Please settle it now.`,
  }),
  sorry: (number: number, _limit: Text, next: Text | undefined): Text => ({
    zh: `${number} 到期没办好${next === undefined ? "，已报分管领导" : `，已请${next.zh}来办`}。对不住，让您久等。`,
    en: `${number} was not settled in time${next === undefined ? "; the leader in charge knows" : `; ${next.en} takes over`}. We are sorry to keep you waiting.`,
  }),
  above: (number: number, { unit, who, words, until }: ForThoseAbove): Text => ({
    zh: `【到期没办好 ${number}】${unit}：${words}（${who}${until ? `，科室还有到 ${until.zh}` : ""}）`,
    en: `[Not settled in time ${number}] ${unit}: ${words} (${who}${until ? `; the office has until ${until.en}` : ""})`,
  }),
};

export const lapseTexts = { overdue, late };
