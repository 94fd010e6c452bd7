import type { Address, Caps } from "../../core/channel/index.ts";
import { addressOf } from "../../core/channel/index.ts";
import type { Refusal } from "./page/protocol.ts";

export const channel = "web";
export const bot = "sandbox";

/** As strict as Telegram where it costs nothing, so that what works in the sandbox works there. */
export const caps: Caps = {
  text: { max: 4096, unit: "utf16" },
  choices: { kind: "native", max: 12, tokenBytes: 64 },
  files: ["photo", "voice", "video", "document"],
  push: "free",
  edit: true,
  rates: { perSecond: 1_000, perChatPerSecond: 50 },
};

/** The longest text a person may post, in UTF-16 units; a pasted document of 100 kB passes. */
export const longestText = 120_000;

/** The chat of one persona with the sandbox bot. */
export function addressOfPersona(actor: string): Address {
  return addressOf({ channel, bot, chat: actor });
}

/** An HTTP answer that says no, with a sentence the page shows. */
export class Refused extends Error {
  readonly statusCode: number;
  readonly refusal: Refusal;

  constructor(statusCode: number, refusal: Refusal) {
    super(refusal.en);
    this.statusCode = statusCode;
    this.refusal = refusal;
  }
}

export const refusals = {
  unknownPersona: () =>
    new Refused(404, {
      zh: "没有这个人，请刷新页面。",
      en: "There is no such persona; please reload the page.",
    }),
  malformed: (where: string) =>
    new Refused(400, {
      zh: `这条消息的格式不对（${where}）。`,
      en: `This message is not well formed (${where}).`,
    }),
  tooLong: () =>
    new Refused(413, {
      zh: `这段话太长了，最多 ${longestText.toLocaleString("en")} 字，请分几次发。`,
      en: `This text is too long: at most ${longestText.toLocaleString("en")} characters. Please send it in parts.`,
    }),
  tooLarge: (maxBytes: number) =>
    new Refused(413, {
      zh: `文件太大，最多 ${megabytes(maxBytes)} MB。`,
      en: `The file is too large: at most ${megabytes(maxBytes)} MB.`,
    }),
  unknownType: () =>
    new Refused(415, {
      zh: "只收照片（jpg、png、webp、gif）、录音（mp3、m4a、ogg、webm、wav）、mp4 视频和文件（docx、xlsx、csv、pdf、html、md、txt）。",
      en: "Only pictures (jpg, png, webp, gif), recordings (mp3, m4a, ogg, webm, wav), mp4 videos and documents (docx, xlsx, csv, pdf, html, md, txt) are taken.",
    }),
  notStored: () =>
    new Refused(503, {
      zh: "没能存下来，请稍后再发。",
      en: "It could not be stored; please send it again shortly.",
    }),
  closed: () =>
    new Refused(503, {
      zh: "服务正在停止，请稍后再发。",
      en: "The service is stopping; please send it again shortly.",
    }),
  foreign: () =>
    new Refused(403, {
      zh: "沙盒只接受从本机地址打开的页面。",
      en: "The sandbox answers only pages opened from this machine's own address.",
    }),
  absent: () => new Refused(404, { zh: "没有这个文件。", en: "There is no such file." }),
};

function megabytes(bytes: number): string {
  return String(Math.max(0.1, Math.floor(bytes / 100_000) / 10));
}
