import { join, type Text } from "../../language/index.ts";
import type { Unread } from "../convene/reading.ts";
import type { TaskFlaw, WrongLine } from "../tasks/reading.ts";

const unread: {
  readonly [Why in Unread["why"]]: (found: Extract<Unread, { readonly why: Why }>) => Text;
} = {
  nobody: () => ({
    zh: "没看出请谁。写「点 1 2 邀 3」，名单外的写「外请 老党员张三」。",
    en: "Nobody is named. Write “summon 1 2 invite 3”, and “outside Old Zhang” for somebody not in the list.",
  }),
  no_number: ({ number }) => ({ zh: `名单里没有 ${number} 号。`, en: `There is no ${number} in the list.` }),
  both_ways: ({ number }) => ({
    zh: `${number} 号又点又邀，留一样。`,
    en: `${number} is both summoned and invited: choose one.`,
  }),
  several: ({ words }) => ({
    zh: `「${words}」有几位，请写序号。`,
    en: `There are several “${words}”: write the number.`,
  }),
  name: ({ words }) => ({ zh: `「${words}」不像名字。`, en: `“${words}” does not look like a name.` }),
  words: ({ words }) => ({
    zh: `「${words}」不在名单里；名单外的人写「外请 ${words}」。`,
    en: `“${words}” is not in the list; for somebody outside it write “outside ${words}”.`,
  }),
};

const flaws: Readonly<Record<TaskFlaw, Text>> = {
  owner: { zh: "没看出谁来办", en: "it does not say who" },
  several: { zh: "有几个同名的，请写单位", en: "several have that name: write the office" },
  when: { zh: "没看出哪天办好", en: "it does not say by when" },
  past: { zh: "时间已经过了", en: "that time is past" },
  far: { zh: "超过一年了", en: "that is more than a year ahead" },
  what: { zh: "没写办什么", en: "it does not say what" },
  long: { zh: "太长了，200 字以内", en: "too long: 200 characters at most" },
};

function unreadText(found: Unread): Text {
  return (unread[found.why] as (one: Unread) => Text)(found);
}

function short(words: string): string {
  const characters = Array.from(words);
  return characters.length <= 20 ? words : `${characters.slice(0, 19).join("")}…`;
}

/** What is answered to words that do not fit their grammar. */
export const wrongTexts = {
  unread: (found: readonly Unread[]): Text => join(found.slice(0, 5).map(unreadText)),
  barred: {
    zh: "这件事牵涉这个人，不能请。",
    en: "The matter concerns this very person, who cannot be asked.",
  },
  wrongLines: (wrong: readonly WrongLine[]): Text => {
    const lines = wrong.slice(0, 5).map(({ line, words, why }): Text => {
      const { zh, en } = flaws[why];
      return { zh: `第 ${line} 行「${short(words)}」${zh}。`, en: `Line ${line}, “${short(words)}”: ${en}.` };
    });
    return join([...lines, { zh: "请整段重写。", en: "Please write all the lines again." }]);
  },
  tooManyTasks: (most: number): Text => ({ zh: `最多 ${most} 件。`, en: `${most} tasks at most.` }),
  noSuchWhen: {
    zh: "没看懂时间。写「今天17:00」「明天」「11月25日 17:00」。",
    en: "I cannot read that time. Write “today 17:00”, “tomorrow” or “25 Nov 17:00”.",
  },
  whenPast: { zh: "这个时间已经过了。", en: "That time is past." },
  whenTooSoon: (minutes: number): Text => ({
    zh: `太急了，至少留 ${minutes} 分钟。`,
    en: `Too soon: leave ${minutes} minutes at least.`,
  }),
  whenTooFar: (days: number): Text => ({
    zh: `太远了，最多 ${days} 天。`,
    en: `Too far ahead: ${days} days at most.`,
  }),
  expectsWhen: { zh: "请发到什么时候为止。", en: "Please say until when." },
  days: [
    { id: "today", label: { zh: "今天 17:00", en: "Today 17:00" }, words: "今天17:00" },
    { id: "tomorrow", label: { zh: "明天 17:00", en: "Tomorrow 17:00" }, words: "明天17:00" },
    { id: "three", label: { zh: "三天内", en: "In three days" }, words: "三天内" },
  ],
};
