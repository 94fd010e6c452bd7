import type { Text } from "../../language/index.ts";
import { monthName, partsOf, signed, type Part } from "./words.ts";

export const teamTexts = {
  name: { zh: "村服务团队", en: "Village team" },
  goesOn: (title: Text): Text => ({
    zh: `重新办，撤回「${title.zh}」`,
    en: `${title.en}, taken back: it is dealt with again`,
  }),
  countsFrom: (from: Text): Text => ({ zh: `，${from.zh}起算数`, en: `, counts from ${from.en}` }),
  publicLine: (sum: number): Text => ({
    zh: `村服务团队 ${signed(sum)}`,
    en: `The village team ${signed(sum)}`,
  }),
  which: { zh: "看哪个村的团队？", en: "The team of which village?" },
  whichVillage: {
    zh: "看哪个村的团队？发「/points team 村名」；各村并排看，发 /stats。",
    en: "The team of which village? Say /points team and its name; side by side they are in /stats.",
  },
  notVillage: (name: string): Text => ({
    zh: `${name}不是一个村，团队是村里的。发「/points team 村名」。`,
    en: `${name} is no village, and teams are of villages. Say /points team and a village's name.`,
  }),
  notYours: (name: string): Text => ({
    zh: `${name}的团队积分您看不到，能看自己村的：发「/points team」。`,
    en: `You cannot see the points of the team of ${name}; for your own village say /points team.`,
  }),
  standing: (given: {
    readonly village: string;
    readonly counts: number;
    readonly pending: number;
    readonly month: number;
    readonly parts: readonly Part[];
    readonly lines: readonly Text[];
  }): Text => {
    const { village, counts, pending, month, lines } = given;
    const parts = partsOf(given.parts);
    const inPublicity =
      pending === 0
        ? { zh: "", en: "" }
        : { zh: `，公示中 ${signed(pending)}`, en: `, ${signed(pending)} in publicity` };
    const earned =
      given.parts.length === 0
        ? { zh: "本月还没有。", en: "Nothing this month yet." }
        : { zh: `本月 ${signed(month)}：${parts.zh}。`, en: `This month ${signed(month)}: ${parts.en}.` };
    return {
      zh: [
        `${village}服务团队：${counts} 分${inPublicity.zh}。${earned.zh}`,
        ...lines.map(({ zh }) => zh),
        "只作荣誉，不能兑换，不排名。",
      ].join("\n"),
      en: [
        `The team of ${village}: ${counts} points${inPublicity.en}. ${earned.en}`,
        ...lines.map(({ en }) => en),
        "An honour only: nothing can be had for them, and there is no ranking.",
      ].join("\n"),
    };
  },
  figures: { zh: "办得怎么样", en: "How matters go" },
  how: { zh: "团队怎么得分", en: "How teams earn" },
  noRules: {
    zh: "这里还没有团队的得分规则。",
    en: "There are no rules for the points of teams here yet.",
  },
  rules: (lines: readonly Text[], days: number, isDemo: boolean): Text => ({
    zh: [
      `村服务团队怎么得分${isDemo ? "（演示规则）" : ""}：`,
      ...lines.map(({ zh }) => zh),
      "村里按时答复、按时办好，村民评过或 7 天里没退回，才记；满意、基本满意、没评价都一样。",
      "不满意就重新办：不扣分，按时办好照样记。办完又坏、又重新办的，先撤回，再办好再记。一件事只算一次。",
      "报得多、登录、发帖不记；自己报的、自家人的事不记；替人代报的，村民评了才记。",
      `每月 1 日公示，${days} 天后算数。只作荣誉，不能兑换；村民和队员都可以提异议。`,
    ].join("\n"),
    en: [
      `How village teams earn points${isDemo ? " (demonstration rules)" : ""}:`,
      ...lines.map(({ en }) => en),
      "For what the village answered and settled in time, once the villager has rated it or has not sent it back for seven days; satisfied, fairly satisfied and no rating are the same.",
      "What she is not satisfied with is dealt with again: that costs nothing and, settled in time, earns the same. What had ended and begins again is taken back first. A matter counts once.",
      "Reporting much, logging in and posting earn nothing; nor does what the team told itself or did for its own households; what it told for somebody else counts when she has rated it.",
      `Published on the 1st, counting ${days} days later. An honour only; villagers and members of the team may object.`,
    ].join("\n"),
  }),
  appeal: { zh: "对团队积分有异议", en: "Object" },
  appealTitle: { zh: "团队积分异议", en: "Objection to a team's points" },
  nothingToObject: {
    zh: "没有可以提异议的一笔。没记上的，要从那件事的记录里更正，发「人工」。",
    en: "There is no entry to object to. What is missing is put right in the record of its matter: say /human.",
  },
  settledAgain: {
    zh: "这一笔因为重新办撤回了；按时办好，会再记。",
    en: "This was taken back because the matter is dealt with again; settled in time, it is paid again.",
  },
  onlyWhole: {
    zh: "团队的一笔只能整笔撤销，或者不变。",
    en: "An entry of a team is taken back whole, or stays.",
  },
  voided: (line: Text, words: string): Text => ({
    zh: `团队的一笔积分因异议撤销：${line.zh}。${words}`,
    en: `An entry of your team was taken back after an objection: ${line.en}. ${words}`,
  }),
  voidedLine: { zh: "团队一笔积分撤销了", en: "an entry of your team was taken back" },
  statement: (given: {
    readonly village: string;
    readonly month: string;
    readonly total: number;
    readonly parts: readonly Part[];
    readonly from: Text;
    readonly counts: number;
  }): Text => {
    const { village, month, total, from, counts } = given;
    const parts = partsOf(given.parts);
    const publicity =
      total > 0
        ? { zh: `公示到 ${from.zh}，之后算数。`, en: ` Public until ${from.en}, then they count.` }
        : { zh: "", en: "" };
    return {
      zh: `${village}服务团队 ${monthName(month).zh}积分单：${signed(total)}${parts.zh === "" ? "" : `（${parts.zh}）`}。${publicity.zh}现有 ${counts} 分。`,
      en: `Points of the team of ${village} for ${monthName(month).en}: ${signed(total)}${parts.en === "" ? "" : ` (${parts.en})`}.${publicity.en} It has ${counts} now.`,
    };
  },
  statementLine: (village: string, month: string, total: number): Text => ({
    zh: `${village}服务团队 ${monthName(month).zh}积分单 ${signed(total)}`,
    en: `points of the team of ${village} for ${monthName(month).en}: ${signed(total)}`,
  }),
};
