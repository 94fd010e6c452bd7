import type { FileRef } from "../../core/channel/index.ts";
import { hour, minute } from "../../core/time/index.ts";
import type { Difference } from "./theatre.ts";

/** What the demonstration itself says; everything else is said by the program. */
export interface Words {
  readonly bot: string;
  readonly colon: string;
  readonly demonstration: string;
  readonly restarted: string;
  readonly beginning: readonly string[];
  readonly ending: readonly string[];
  readonly file: (file: FileRef) => string;
  readonly answering: (line: string) => string;
  readonly later: (milliseconds: number) => string;
  readonly otherwise: (difference: Difference, path: string) => string;
  readonly broken: (reason: string) => string;
}

export type Language = "zh" | "en";

const zh: Words = {
  bot: "点通",
  colon: "：",
  demonstration: "演示数据",
  restarted: "程序重启",
  beginning: [
    "点通：一件事从头到尾，几秒钟演完。程序和数据库是真的，只有钟拨快了；村名是真的，人和事都是编的。",
    "出场：王婶（村民）、老李（网格员）、周敏（联村组长）、小赵（镇指挥室）。[方括号] 是按钮和照片。",
  ],
  ending: [
    "每一步都和说好的一样。自己试：npm start，再打开 http://127.0.0.1:3000；或 npm run chat 在终端里聊。",
  ],
  file: ({ kind, name = "" }) => `[${kind === "photo" ? "照片" : kind} ${name}]`,
  answering: (line) => `（回复「${line}」）`,
  later(milliseconds) {
    const minutes = milliseconds / minute;
    return minutes < 60 ? `过了 ${minutes} 分钟` : `过了 ${milliseconds / hour} 小时`;
  },
  otherwise: ({ line, told, happened }, path) =>
    `演示没有照说好的走：${path} 第 ${line} 行\n  说好的：${told}\n  实际是：${happened}`,
  broken: (reason) => `演示走不下去：${reason}`,
};

const en: Words = {
  bot: "Diantong",
  colon: ": ",
  demonstration: "演示数据 (demonstration data)",
  restarted: "the program restarts",
  beginning: [
    "Diantong: one matter from beginning to end, in seconds. The program and its database are real, only the clock is put forward;",
    "the village is real, its people and their troubles are invented. [Square brackets] are buttons and photos.",
    "You will meet 王婶 (a villager), 老李 (her grid worker), 周敏 (liaison lead), 小赵 (the township's command room).",
  ],
  ending: [
    "Every step went as told. Try it yourself: npm start, then open http://127.0.0.1:3000; or npm run chat, in the terminal.",
  ],
  file: ({ kind, name = "" }) => `[${kind} ${name}]`,
  answering: (line) => `(answering “${line}”)`,
  later(milliseconds) {
    const minutes = milliseconds / minute;
    return minutes < 60 ? `${minutes} minutes later` : `${milliseconds / hour} hours later`;
  },
  otherwise: ({ line, told, happened }, path) =>
    `The demonstration did not go as told: ${path}, line ${line}\n  told:     ${told}\n  happened: ${happened}`,
  broken: (reason) => `The demonstration cannot go on: ${reason}`,
};

export const words: Readonly<Record<Language, Words>> = { zh, en };
