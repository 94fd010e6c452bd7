import type { Text } from "../../language/index.ts";
import { isHonour } from "../model.ts";
import { listName, type Named } from "./names.ts";

/** What is said while a list is approved, refused, opened, frozen or corrected. */
export const decideTexts = {
  publish: { zh: "公布", en: "Publish" },
  refuse: { zh: "不公布", en: "Do not publish" },
  correct: { zh: "更正", en: "Correct" },
  again: { zh: "重新备一份", en: "Make it anew" },
  days: { zh: "改公示天数", en: "Change the days" },
  whichDays: {
    zh: "公示几天？按自然日算，公布当天不算。",
    en: "Open for how many days? Calendar days; the day of publication does not count.",
  },
  daysLabel: (days: number): Text => ({ zh: `${days} 天`, en: `${days} days` }),
  ready: (given: Named): Text => ({
    zh: `${listName(given).zh}备好了，您看过再公布。`,
    en: `The ${listName(given).en} is ready. Please read it before it is published.`,
  }),
  readyLine: (given: Named): Text => ({
    zh: `${listName(given).zh}等您审定`,
    en: `${listName(given).en} waits for your approval`,
  }),
  remind: (given: Named, weeks: number): Text => ({
    zh: `${listName(given).zh}等审定 ${weeks} 周了。看过就公布，有不对的说「不公布」。`,
    en: `The ${listName(given).en} has waited ${weeks} week${weeks === 1 ? "" : "s"} for your approval. Publish it, or say why not.`,
  }),
  published: (given: Named, until: Text): Text => ({
    zh: `${listName(given).zh}公布了，公示到${until.zh}。${isHonour(given.kind) ? "村民发「年度考核」就能看。" : "有关的人会收到自己的那一条。"}`,
    en: `Published: ${listName(given).en}, open to objection until ${until.en}. ${isHonour(given.kind) ? "Villagers read it by /year." : "Each is told of her own line."}`,
  }),
  forAssessed: (given: Named, until: Text): Text => ({
    zh: `${listName(given).zh}里有您的一条，您先看。不对的在${until.zh}前说「我有异议」。`,
    en: `There is a line for you in the ${listName(given).en}. If it is wrong, object until ${until.en}.`,
  }),
  forAssessedLine: (given: Named): Text => ({
    zh: `${listName(given).zh}里有您的一条`,
    en: `a line for you in the ${listName(given).en}`,
  }),
  notFinal: {
    zh: "还没定的不用更正，有异议的提异议，草稿可以不公布。",
    en: "What is not final needs no correction: object to it, or do not publish the draft.",
  },
  decided: { zh: "这份名单已经有人处理了。", en: "Somebody has decided on this list already." },
  noSuch: {
    zh: "没有这份名单，或者不归您审定。",
    en: "There is no such list, or it is not yours to approve.",
  },
  refuseTitle: { zh: "不公布名单", en: "not publishing a list" },
  askWhyRefuse: { zh: "为什么不公布？说一句，会记下来。", en: "Why not? One sentence; it is kept." },
  refused: (given: Named): Text => ({
    zh: `${listName(given).zh}没有公布，原因记下了。改好后可以重新备一份。`,
    en: `Not published: ${listName(given).en}. The reason is kept. When that is put right, have it made anew.`,
  }),
  correctTitle: { zh: "更正名单", en: "correcting a list" },
  askWhyCorrect: {
    zh: "哪里要更正？说一句，会写在新的一版上。定了的那版留着。",
    en: "What is to be corrected? One sentence; it stands on the new version. The final one is kept.",
  },
  waitsAlready: {
    zh: "已有新的一版没定下来，先处理那一版。",
    en: "There is a newer version that is not final yet; decide on that first.",
  },
  frozen: (given: Named): Text => ({
    zh: `${listName(given).zh}公示结束，异议都答复了，定了。`,
    en: `Final: ${listName(given).en}. Its days are over and every objection is answered.`,
  }),
  made: (year: number, count: number): Text =>
    count === 0
      ? { zh: `${year}年的已经备过了。`, en: `Those of ${year} were made before.` }
      : {
          zh: `${year}年的备好了 ${count} 份，等审定。`,
          en: `Made for ${year}: ${count}. They wait for approval.`,
        },
  notMaker: { zh: "备名单由镇指挥室来做。", en: "The command room makes the lists." },
};
