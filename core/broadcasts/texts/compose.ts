import type { Text } from "../../language/index.ts";
import type { Head } from "../audience/store.ts";
import { longestNotice } from "../model.ts";
import { listed } from "./words.ts";

const platforms: Readonly<Record<string, Text>> = {
  telegram: { zh: "Telegram", en: "Telegram" },
  web: { zh: "网页", en: "web" },
  console: { zh: "终端", en: "terminal" },
  wechat: { zh: "微信", en: "WeChat" },
};

/** What a platform is called; by its own name where it has no other. */
export function platformName(channel: string): Text {
  return platforms[channel] ?? { zh: channel, en: channel };
}

/** 「paper 9 · 照看人转告 1 · 送不到 2」 */
function ways({ byChannel, byCarer, unreachable }: Head): Text {
  const parts = byChannel.map(({ channel, count }) => {
    const { zh, en } = platformName(channel);
    return { zh: `${zh} ${count}`, en: `${en} ${count}` };
  });
  if (byCarer > 0) parts.push({ zh: `照看人转告 ${byCarer}`, en: `by their carers ${byCarer}` });
  if (unreachable > 0) parts.push({ zh: `送不到 ${unreachable}`, en: `unreachable ${unreachable}` });
  return listed(parts, " · ");
}

export const composeTexts = {
  broadcastHelp: {
    zh: "广播（/broadcast 前童镇 紧急）：给很多人发通知",
    en: "/broadcast <unit>: send a notice to many",
  },
  broadcastTitle: { zh: "发通知", en: "Send a notice" },
  askWhere: {
    zh: "发给哪里？说镇、村或网格的名字，可以几个。",
    en: "Where to? Name townships, villages or grids; several if you like.",
  },
  notYourUnit: (name: string): Text => ({
    zh: `${name}不归您管，通知发不到那里。`,
    en: `${name} is not yours to send notices to.`,
  }),
  ownUnits: { zh: "您可以发给：", en: "You may send to:" },
  noSuchMark: (word: string, known: readonly string[]): Text => ({
    zh: `没有「${word}」这样的地方、身份、平台或标签。${known.length > 0 ? `可以说：${known.join("、")}。` : ""}`,
    en: `There is no place, post, platform or tag "${word}".${known.length > 0 ? ` You can say: ${known.join(", ")}.` : ""}`,
  }),
  askWhat: { zh: "发什么？文字、图片、文件都可以。", en: "What shall it say? Words, pictures or files." },
  askWords: { zh: "还要有文字。写一两句。", en: "It needs words, too. Write a line or two." },
  tooLong: (length: number, most: number): Text => ({
    zh: `太长了（${length} 字），一条通知最多 ${most} 字。请写短些。`,
    en: `Too long (${length} characters; at most ${most}). Please write less.`,
  }),
  tooLongHere: (length: number): Text => ({
    zh: `写了 ${length} 字，一条通知最多 ${longestNotice} 字。请重写一遍，短些。`,
    en: `That is ${length} characters; a notice has at most ${longestNotice}. Please write it again, shorter.`,
  }),
  askWho: {
    zh: "发给谁？可以几个一起说，如「独居老人 telegram」。",
    en: "To whom? You can say several at once.",
  },
  expectsWho: { zh: "请选一个，或说身份、标签、平台。", en: "Pick one, or name posts, tags, platforms." },
  everybody: { zh: "所有人", en: "Everybody" },
  subscribers: { zh: "订阅的人", en: "subscribers" },
  askKind: { zh: "急不急？", en: "Is it urgent?" },
  kinds: [
    { id: "ordinary", label: { zh: "普通通知", en: "An ordinary notice" } },
    { id: "urgent", label: { zh: "紧急，要回「收到」", en: "Urgent, to be answered" } },
  ],
  makeUrgent: { zh: "改成紧急", en: "Make it urgent" },
  makeOrdinary: { zh: "改成普通", en: "Make it ordinary" },
  askMinutes: { zh: "多久没回的要上门？", en: "After how long without an answer does somebody go there?" },
  askWhen: {
    zh: "什么时候发？如「明天 8:00」，重复的说「每周一 8:00」。",
    en: "When? Tomorrow 8:00; or 每周一 8:00 to repeat it every Monday.",
  },
  expectsWhen: {
    zh: "请说时间，如「明天 8:00」「每天 7:00」「每月1日 9:00」。",
    en: "Say a time, such as tomorrow 8:00 or 每天 7:00.",
  },
  whenPast: { zh: "这个时间已经过了。", en: "That moment is past." },
  atOnce: { zh: "马上发", en: "At once" },
  preview: (given: {
    message: Text;
    files: Text;
    buttons: readonly Text[];
    where: Text;
    head: Head;
    notes: readonly Text[];
  }): Text => {
    const { message, files, buttons, where, head, notes } = given;
    const shown = (language: "zh" | "en") =>
      [
        files[language],
        message[language],
        buttons.map((label) => `[${label[language]}]`).join(" "),
        "————",
      ].filter((line) => line !== "");
    const way = ways(head);
    return {
      zh: [
        "预览 ↓",
        ...shown("zh"),
        `发给：${where.zh}，${head.people} 人 ${head.doors} 户（${way.zh}）`,
        ...notes.map(({ zh }) => zh),
      ].join("\n"),
      en: [
        "Preview ↓",
        ...shown("en"),
        `To: ${where.en}, ${head.people} people behind ${head.doors} doors (${way.en})`,
        ...notes.map(({ en }) => en),
      ].join("\n"),
    };
  },
  willAnswer: (minutes: number): Text => ({
    zh: `紧急：要回「收到」，${minutes} 分钟没回的上门。`,
    en: `Urgent: to be answered; after ${minutes} minutes somebody goes there.`,
  }),
  willBeReviewed: (limit: number): Text => ({
    zh: `超过 ${limit} 人，要分管领导审核后才发。`,
    en: `More than ${limit} people: the leader in charge has to agree first.`,
  }),
  willBeReleased: {
    zh: "紧急通知要由值班领导发出，发送后马上转给他。",
    en: "Urgent notices are sent by the leader on duty; she has it at once.",
  },
  willStart: (at: Text): Text => ({ zh: `${at.zh} 发出。`, en: `Goes out ${at.en}.` }),
  willWaitForMorning: (at: Text): Text => ({
    zh: `现在是夜里，不急的通知 ${at.zh} 才发。`,
    en: `It is night: what is not urgent goes out ${at.en}.`,
  }),
  willRepeat: (how: Text): Text => ({ zh: `${how.zh} 重复发。`, en: `Repeated ${how.en}.` }),
  send: { zh: "发送", en: "Send" },
  doNotSend: { zh: "不发了", en: "Do not send" },
  changeWhat: { zh: "改内容", en: "Change the words" },
  changeWho: { zh: "改对象", en: "Change the audience" },
  changeWhen: { zh: "定时", en: "Schedule" },
  changeMinutes: { zh: "改等多久", en: "Change how long" },
  dropped: { zh: "没有发。", en: "Not sent." },
  nobody: (where: Text): Text => ({
    zh: `${where.zh}里没有这样的人，没有发。`,
    en: `There is nobody like that in ${where.en}; nothing was sent.`,
  }),
  again: { zh: "重新选", en: "Choose again" },
};
