import type { Text } from "../../language/index.ts";
import { capLine, monthName, partsOf, signed, type Part } from "./words.ts";

/** 「王**」: the family name, and a star for every other sign. */
function starred(name: string): string {
  const [first = "", ...others] = Array.from(name);
  return first + "*".repeat(others.length);
}

export const accountTexts = {
  pointsHelp: {
    zh: "我的积分（/points）：有多少分、怎么得、有异议",
    en: "/points: your points, how to earn them, and to object",
  },
  expectsNumber: (least: number, most: number): Text => ({
    zh: `请发一个数字，${least} 到 ${most}。`,
    en: `Please send a number from ${least} to ${most}.`,
  }),
  details: { zh: "看明细", en: "Details" },
  how: { zh: "怎么得分", en: "How to earn" },
  appeal: { zh: "有异议", en: "Object" },
  older: { zh: "更早的", en: "Older" },
  spent: { zh: "兑换", en: "Shop" },
  corrected: { zh: "更正", en: "Correction" },
  takenBack: (title: Text): Text => ({ zh: `撤销「${title.zh}」`, en: `${title.en}, taken back` }),
  withReason: (title: Text, reason: Text): Text =>
    reason.zh === "" ? title : { zh: `${title.zh}（${reason.zh}）`, en: `${title.en} (${reason.en})` },
  notConfirmed: {
    zh: "网格员核实您的身份以后，才能记积分。发「人工」请他来核实。",
    en: "Points are kept once your grid worker has confirmed who you are. Say /human to ask for it.",
  },
  standing: (given: {
    available: number;
    household: number | null;
    month: number;
    parts: readonly Part[];
    later: readonly { readonly sum: number; readonly from: Text }[];
  }): Text => {
    const { available, household, month, later } = given;
    const parts = partsOf(given.parts);
    const together =
      household === null
        ? { zh: "", en: "" }
        : { zh: `（全家共 ${household} 分）`, en: ` (household: ${household})` };
    const earned = {
      zh: given.parts.length === 0 ? "本月还没有得分。" : `本月 ${signed(month)}：${parts.zh}。`,
      en:
        given.parts.length === 0
          ? "Nothing earned this month yet."
          : `This month ${signed(month)}: ${parts.en}.`,
    };
    return {
      zh: [
        `现有 ${available} 分能用${together.zh}。`,
        earned.zh,
        ...later.map(({ sum, from }) => `${from.zh}起再加 ${sum} 分（公示中）。`),
      ].join("\n"),
      en: [
        `You have ${available} points to use${together.en}.`,
        earned.en,
        ...later.map(({ sum, from }) => `${sum} more from ${from.en} (in publicity).`),
      ].join("\n"),
    };
  },
  noEntries: { zh: "还没有积分记录。", en: "There are no points yet." },
  entries: (lines: readonly Text[]): Text => ({
    zh: ["积分明细（新的在前）：", ...lines.map(({ zh }) => zh)].join("\n"),
    en: ["Your points, the newest first:", ...lines.map(({ en }) => en)].join("\n"),
  }),
  entryLine: (at: Text, delta: number, title: Text, state: Text): Text => ({
    zh: `${at.zh} ${signed(delta)} ${title.zh}${state.zh}`,
    en: `${at.en} ${signed(delta)} ${title.en}${state.en}`,
  }),
  fromThen: (from: Text): Text => ({ zh: `，${from.zh}起能用`, en: `, from ${from.en}` }),
  wasTakenBack: { zh: "，已撤销", en: ", taken back" },
  noRules: { zh: "您村还没有开始记积分。", en: "Your village keeps no points yet." },
  ruleLine: (title: Text, delta: number, caps: readonly Text[]): Text => ({
    zh: `${title.zh} ${signed(delta)}${caps.length > 0 ? `（${caps.map(({ zh }) => zh).join("，")}）` : ""}`,
    en: `${title.en} ${signed(delta)}${caps.length > 0 ? ` (${caps.map(({ en }) => en).join("; ")})` : ""}`,
  }),
  cap: capLine,
  rules: (lines: readonly Text[], days: number, isDemo: boolean): Text => ({
    zh: [
      `怎么得分${isDemo ? "（演示规则）" : ""}：`,
      ...lines.map(({ zh }) => zh),
      `好评差评一样记分；登录、发帖不记分。每月 1 日公示，${days} 天后生效。积分不能提现、不能转让，有异议可以提。`,
    ].join("\n"),
    en: [
      `How to earn points${isDemo ? " (demonstration rules)" : ""}:`,
      ...lines.map(({ en }) => en),
      `A good and a bad rating earn the same; logging in and posting earn nothing. Published on the 1st, in effect ${days} days later. Points are not money, cannot be passed on, and can be objected to.`,
    ].join("\n"),
  }),
  nothingPublished: (name: string, month: string): Text => ({
    zh: `${name} ${monthName(month).zh}没有积分公示。`,
    en: `${name} has no points published for ${monthName(month).en}.`,
  }),
  publicLine: ({ name, sum }: { readonly name: string; readonly sum: number }): Text => ({
    zh: `${starred(name)} ${signed(sum)}`,
    en: `${starred(name)} ${signed(sum)}`,
  }),
  published: (name: string, month: string, lines: readonly Text[]): Text => ({
    zh: [`${name} ${monthName(month).zh}积分公示：`, ...lines.map(({ zh }) => zh)].join("\n"),
    en: [`Points of ${name}, ${monthName(month).en}:`, ...lines.map(({ en }) => en)].join("\n"),
  }),
  more: { zh: "接着看", en: "More" },
  seePublished: { zh: "看村里公示", en: "The village's list" },
  statement: (given: {
    month: string;
    total: number;
    parts: readonly Part[];
    from: Text;
    available: number;
  }): Text => {
    const { month, total, from, available } = given;
    const parts = partsOf(given.parts);
    const publicity =
      total > 0
        ? { zh: `公示到 ${from.zh}，之后能用。`, en: ` Public until ${from.en}, then yours to use.` }
        : { zh: "", en: "" };
    return {
      zh: `${monthName(month).zh}积分单：${signed(total)}${parts.zh === "" ? "" : `（${parts.zh}）`}。${publicity.zh}现有 ${available} 分能用。`,
      en: `Your points for ${monthName(month).en}: ${signed(total)}${parts.en === "" ? "" : ` (${parts.en})`}.${publicity.en} You have ${available} to use now.`,
    };
  },
  statementLine: (month: string, total: number): Text => ({
    zh: `${monthName(month).zh}积分单 ${signed(total)}`,
    en: `points for ${monthName(month).en}: ${signed(total)}`,
  }),
};
