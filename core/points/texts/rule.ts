import type { Text } from "../../language/index.ts";
import type { Cap, EarningKind } from "../model.ts";
import { capKind, capLine } from "./words.ts";

const kinds: readonly { readonly id: EarningKind; readonly label: Text }[] = [
  { id: "daily", label: { zh: "日常表现积分", en: "Daily" } },
  { id: "special", label: { zh: "特别贡献积分", en: "Special" } },
  { id: "natural", label: { zh: "自然积分", en: "Natural" } },
];

export const ruleTexts = {
  notYours: {
    zh: "积分规则由镇里的领导或管理员定。",
    en: "The rules of points are made by the township's leaders or an administrator.",
  },
  replaced: {
    zh: "这条规则已经改过了。发「/grant rules」看现在的。",
    en: "That rule was changed since. Say /grant rules to see what is in force.",
  },
  list: (name: string): Text => ({
    zh: `${name}的积分规则。改哪一条？改了以后记的按新规则，以前的不变。`,
    en: `The rules of points of ${name}. Which one to change? What was earned before stays.`,
  }),
  add: { zh: "加一条规则", en: "Add a rule" },
  changeTitle: { zh: "改积分规则", en: "Change a rule of points" },
  addTitle: { zh: "加积分规则", en: "Add a rule of points" },
  askWhat: (line: Text): Text => ({ zh: `${line.zh}。怎么改？`, en: `${line.en}. What shall change?` }),
  whats: [
    { id: "delta", label: { zh: "改分数", en: "Its points" } },
    { id: "cap", label: { zh: "改上限", en: "A cap" } },
    { id: "remove", label: { zh: "不再用", en: "Use it no more" } },
  ],
  askDelta: { zh: "一次记多少分？", en: "How many points each time?" },
  ofTeam: (line: Text): Text => ({ zh: `团队：${line.zh}`, en: `Teams: ${line.en}` }),
  changes: { zh: "谁改过什么", en: "What was changed" },
  askCap: { zh: "改哪一个上限？", en: "Which cap?" },
  capNow: (kind: Pick<Cap, "per" | "within">, most: number | null): Text => {
    const whom = capKind(kind);
    return most === null
      ? { zh: `${whom.zh}（现在不限）`, en: `${whom.en} (no cap now)` }
      : { zh: `${whom.zh}（现在最多 ${most}）`, en: `${whom.en} (at most ${most} now)` };
  },
  askCapHow: { zh: "这个上限怎么改？", en: "What about this cap?" },
  capHows: [
    { id: "most", label: { zh: "改成别的数", en: "Another number" } },
    { id: "none", label: { zh: "不限", en: "No cap" } },
  ],
  askCapMost: { zh: "最多多少分？", en: "At most how many points?" },
  asItIs: (line: Text): Text => ({
    zh: `现在就是这样：${line.zh}。没有改。`,
    en: `That is how it is: ${line.en}. Nothing was changed.`,
  }),
  capTooLow: (delta: number, cap: Cap): Text => ({
    zh: `一次就记 ${delta} 分，上限（${capLine(cap).zh}）不能比它小。没有改。`,
    en: `One time gives ${delta} points already; a cap (${capLine(cap).en}) cannot be below that. Nothing was changed.`,
  }),
  none: { zh: "没有这条规则", en: "no such rule" },
  sure: (before: Text, after: Text | undefined): Text =>
    after
      ? {
          zh: `原来：${before.zh}\n改成：${after.zh}\n从现在起记的按新的，以前记的不变。对吗？`,
          en: `Now: ${before.en}\nThen: ${after.en}\nFor what is written from now on; what was written stays. Right?`,
        }
      : {
          zh: `${before.zh}\n从现在起不再用，以前记的不变。对吗？`,
          en: `${before.en}\nUse it no more from now on? What was earned stays.`,
        },
  undo: { zh: "改回去", en: "Change it back" },
  undoThis: (title: Text): Text => ({ zh: `改回「${title.zh}」`, en: `Change “${title.en}” back` }),
  undoTitle: { zh: "改回积分规则", en: "Change a rule of points back" },
  sureUndo: (now: Text, then: Text): Text => ({
    zh: `现在：${now.zh}\n改回：${then.zh}\n从现在起记的按改回的，以前记的不变。对吗？`,
    en: `Now: ${now.en}\nBack to: ${then.en}\nFor what is written from now on; what was written stays. Right?`,
  }),
  changedSince: {
    zh: "这一处后来又改过，或者不是您改得回的。发「/grant changes」看现在的。",
    en: "That was changed again since, or is not yours to change back. Say /grant changes to see how it is.",
  },
  noChanges: { zh: "规则还没有人改过。", en: "Nobody has changed a rule yet." },
  changeList: (name: string, lines: readonly Text[]): Text => ({
    zh: [`${name}的积分规则，谁改过什么（新的在前）：`, ...lines.map(({ zh }) => zh)].join("\n"),
    en: [`Who changed what of the points of ${name}, the newest first:`, ...lines.map(({ en }) => en)].join(
      "\n",
    ),
  }),
  changeLine: (given: {
    at: Text;
    by: string;
    title: Text;
    from: Text | undefined;
    to: Text | undefined;
  }): Text => {
    const { at, by, from, to, title } = given;
    if (!from)
      return {
        zh: `${at.zh} ${by}：加了 ${to?.zh ?? title.zh}`,
        en: `${at.en} ${by}: added ${to?.en ?? title.en}`,
      };
    if (!to) return { zh: `${at.zh} ${by}：不再用 ${from.zh}`, en: `${at.en} ${by}: no more ${from.en}` };
    return { zh: `${at.zh} ${by}：${from.zh} → ${to.zh}`, en: `${at.en} ${by}: ${from.en} → ${to.en}` };
  },
  doIt: { zh: "对", en: "Yes" },
  doNot: { zh: "不改了", en: "No" },
  dropped: { zh: "规则没有变。", en: "The rules stay as they are." },
  removed: (title: Text): Text => ({
    zh: `「${title.zh}」不再记分。`,
    en: `“${title.en}” earns no points any more.`,
  }),
  changed: (line: Text): Text => ({ zh: `改好了：${line.zh}。`, en: `Changed: ${line.en}.` }),
  askTitle: (where: string): Text => ({
    zh: `${where}加什么规则？写做了什么，比如「照看独居老人」。登录、发帖不能记分。`,
    en: `What shall earn points in ${where}? Say what is done; logging in and posting may not.`,
  }),
  noActivity: {
    zh: "登录、签到、发帖、转发这些不能记分，只记为村里做的事。没有加。",
    en: "Logging in, posting and sharing may not earn points, only what is done for the village. Nothing was added.",
  },
  askKind: { zh: "算哪一类？", en: "Which kind?" },
  kinds,
  askMost: { zh: "每人每月最多记多少分？", en: "How many points at most in a month for one person?" },
  sureAdd: (line: Text): Text => ({ zh: `加这条规则：${line.zh}，对吗？`, en: `Add this rule: ${line.en}?` }),
  added: (line: Text): Text => ({
    zh: `加好了：${line.zh}。村民在「怎么得分」里看得到。`,
    en: `Added: ${line.en}. Villagers see it under “How to earn”.`,
  }),
};
