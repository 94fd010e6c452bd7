import { join, type Text } from "../../../language/index.ts";
import type { SaidMoment } from "../../../time/index.ts";

const weekdayNames = [
  { zh: "周一", en: "Mon" },
  { zh: "周二", en: "Tue" },
  { zh: "周三", en: "Wed" },
  { zh: "周四", en: "Thu" },
  { zh: "周五", en: "Fri" },
  { zh: "周六", en: "Sat" },
  { zh: "周日", en: "Sun" },
] as const;

/** Every sentence about rosters. */
export const rosterTexts = {
  rosterTitle: { zh: "排值班", en: "entering a roster" },
  rosterUsage: {
    zh: "这样写：/duty roster 前童镇 镇指挥室",
    en: "Write it like this: /duty roster UNIT ROLE",
  },
  roster: (
    post: Text,
    days: readonly { date: SaidMoment; weekday: number; names: readonly string[] }[],
  ): Text => {
    const lines = days.map(({ date, weekday, names }): Text => {
      const day = weekdayNames[weekday] ?? { zh: "", en: "" };
      return {
        zh: `${date.zh} ${day.zh}：${names.join("、") || "没排"}`,
        en: `${day.en} ${date.en}: ${names.join(", ") || "nobody"}`,
      };
    });
    return join([{ zh: `【值班表】${post.zh}`, en: `[Roster] ${post.en}` }, ...lines]);
  },
  enterRoster: { zh: "排值班", en: "Enter" },
  nobodyToRoster: (post: Text): Text => ({
    zh: `${post.zh}空缺，没有人可排。`,
    en: `Nobody holds ${post.en}: there is nobody to put on a roster.`,
  }),
  askRoster: (names: readonly string[]): Text => ({
    zh: `一行一天发来，比如：\n11月26日 ${names[0] ?? ""}\n周一 ${names.at(-1) ?? ""}（以后四周的周一）\n不排了写「无」。可以排：${names.join("、")}`,
    en: `Send one day a line, for example:\n2026-11-26 ${names[0] ?? ""}\nMonday ${names.at(-1) ?? ""} (for four weeks)\n“none” clears a day. There are: ${names.join(", ")}`,
  }),
  rosterLineUsage: { zh: "写成「日子 姓名」", en: "write “DAY NAME”" },
  notHolder: (name: string): Text => ({
    zh: `「${name.slice(0, 20)}」不在这个岗位上`,
    en: `“${name.slice(0, 20)}” does not hold this post`,
  }),
  dayPast: (date: SaidMoment): Text => ({ zh: `${date.zh}已经过了`, en: `${date.en} has passed` }),
  dayUnread: (words: string): Text => ({
    zh: `看不懂日子「${words.slice(0, 20)}」`,
    en: `“${words.slice(0, 20)}” is no day I know`,
  }),
  dayTooFar: { zh: "日子太远了，最多排一年", en: "that day is more than a year away" },
  rosterAsk: (lines: Text): Text => ({
    zh: `${lines.zh}\n这样排，对吗？`,
    en: `${lines.en}\nIs that right?`,
  }),
  rosterYes: { zh: "对，就这样", en: "Yes" },
  rosterNo: { zh: "不排了", en: "No" },
  rosterKept: (count: number): Text => ({
    zh: `好，排好了 ${count} 天。值班的人先接新来的事，我已告诉他们。`,
    en: `All right, ${count} days entered. Whoever is on duty comes first; they have been told.`,
  }),
  rosterDropped: { zh: "好，值班表没有动。", en: "All right, the roster stays as it was." },
  youAreOn: (post: Text, dates: readonly SaidMoment[]): Text => ({
    zh: `您的值班（${post.zh}）：${join(dates, "、").zh}。`,
    en: `You are on duty (${post.en}): ${join(dates, ", ").en}.`,
  }),
};
