import { join, type Text } from "../../language/index.ts";
import type { EnclosedFile } from "../model.ts";
import { wordsOr } from "./names.ts";

/** What is said about disputes, before and around a mediation. */
export const disputeTexts = {
  mediate: { zh: "请人调解", en: "Call in a mediator" },
  disputeSummary: (
    place: string,
    words: string,
    files: readonly EnclosedFile[],
    named: string | null,
  ): Text => {
    const said = wordsOr(words, files);
    const goesTo: Text =
      named === null
        ? { zh: "这样交给网格员，对吗？", en: "Shall I hand it to the grid worker?" }
        : {
            zh: `交给上一级，${named}看不到。对吗？`,
            en: `It goes one level up; ${named} cannot see it. Shall I hand it in?`,
          };
    return join([
      {
        zh: `记下了：\n【纠纷】${place}\n${said.zh}\n不公开，对方和邻居都看不到。您愿意的话，可以请人调解，不收费。`,
        en: `Noted:\n[Dispute] ${place}\n${said.en}\nIt is private: neither the other side nor the neighbours see it. If you wish, somebody may mediate, free of charge.`,
      },
      goesTo,
    ]);
  },
  disputeNote: {
    zh: "不公开。要告诉对方，先问反映的人。",
    en: "Private. Ask the reporter before you tell the other side.",
  },
  alsoPartyIn: (numbers: readonly number[]): Text => ({
    zh: `反映的人也是 ${numbers.join("、")} 调解的一方，看看是不是同一件事。`,
    en: `The reporter is also a side in the mediation of ${numbers.join(", ")}: is it the same dispute?`,
  }),
  pausedByMediation: (number: number): Text => ({
    zh: `${number} 正在调解，调解完了自动接着计时。`,
    en: `${number} is being mediated; its time goes on by itself afterwards.`,
  }),
  backHead: { zh: "回到您这里", en: "Back with you" },
  mediatedForReporter: (number: number): Text => ({
    zh: `${number} 调解成功，各方都确认了协议。您觉得办得怎么样？`,
    en: `${number} was settled by mediation; everybody has confirmed the agreement. What do you say?`,
  }),
  mediatedForStaff: (number: number): Text => ({
    zh: `${number} 调解成功，记为「办好」，已请反映的人评价。`,
    en: `${number} was settled by mediation; the reporter has been asked to rate it.`,
  }),
} satisfies Record<string, unknown>;
