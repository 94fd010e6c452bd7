import type { Text } from "../../language/index.ts";
import type { EarningKind } from "../model.ts";

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
    { id: "remove", label: { zh: "不再用", en: "Use it no more" } },
  ],
  askDelta: { zh: "一次记多少分？", en: "How many points each time?" },
  sure: (line: Text, delta: number | null): Text =>
    delta === null
      ? { zh: `${line.zh}：不再用，对吗？`, en: `${line.en}: use it no more?` }
      : { zh: `${line.zh}：改成 +${delta}，对吗？`, en: `${line.en}: +${delta} from now on?` },
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
