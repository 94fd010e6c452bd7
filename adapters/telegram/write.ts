import { chatAt, type FileRef, type Option, type Outbound } from "../../core/channel/index.ts";
import { caps, channel, readFileId, uploadTypeOf, type FileType } from "./model.ts";

/** One Bot API call, plain JSON. */
export interface TelegramCall {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** A kept file to be sent along: under which name it is kept, in which field it goes, and how the reader's phone calls it. */
  readonly upload?: { readonly kept: string; readonly field: FileType; readonly name: string };
  /** Set when Telegram would refuse it, or show something else than was meant: it is not sent. */
  readonly fault?: string;
}

const methods: Readonly<Record<FileType, string>> = {
  photo: "sendPhoto",
  voice: "sendVoice",
  audio: "sendAudio",
  video: "sendVideo",
  animation: "sendAnimation",
  video_note: "sendVideoNote",
  document: "sendDocument",
};

/** Pure. `bot` is the bot's own number. */
export function render(outbound: Outbound, bot: string): TelegramCall {
  const fault = faultOf(outbound, bot);
  const chat = {
    chat_id: Number(chatAt(outbound.to, channel, bot)),
    ...(outbound.buttons.length > 0 && { reply_markup: { inline_keyboard: rowsOf(outbound.buttons) } }),
  };
  const words = { ...chat, text: outbound.text ?? "", link_preview_options: { is_disabled: true } };
  const call = outbound.file
    ? callWithFile(outbound.file, outbound, chat)
    : outbound.edits === undefined
      ? { method: "sendMessage", payload: words }
      : { method: "editMessageText", payload: { ...words, message_id: Number(outbound.edits) } };
  return fault === undefined ? call : { method: call.method, payload: {}, fault };
}

function callWithFile(file: FileRef, { text = "", upload }: Outbound, chat: object): TelegramCall {
  const words = text === "" ? {} : { caption: text };
  if (file.channel !== channel && upload !== undefined) {
    const field = uploadTypeOf(file.kind, upload);
    const name = file.name ?? upload.slice(-12);
    return {
      method: methods[field],
      payload: { ...chat, ...words },
      upload: { kept: upload, field, name },
    };
  }
  const { type = "document", fileId = "" } = readFileId(file) ?? {};
  return { method: methods[type], payload: { ...chat, [type]: fileId, ...words } };
}

/** Why Telegram would not show this as it is meant, or undefined. */
function faultOf({ to, text = "", buttons, file, upload, edits }: Outbound, bot: string): string | undefined {
  if (edits !== undefined && (file || !/^\d{1,16}$/.test(edits))) return "cannot_be_changed";
  const chat = chatAt(to, channel, bot);
  if (chat === undefined || !/^-?\d{1,16}$/.test(chat)) return "wrong_address";
  if (text.trim() === "" && !file) return "empty";
  if (text.length > (file ? (caps.caption ?? 0) : caps.text.max)) return "text_too_long";
  return faultInButtons(buttons) ?? (file && faultInFile(file, text, upload));
}

function faultInButtons(buttons: readonly Option[]): string | undefined {
  if (caps.choices.kind !== "native") return "no_buttons";
  const { max, tokenBytes } = caps.choices;
  if (buttons.length > max) return "too_many_buttons";
  if (buttons.some(({ label }) => label.trim() === "")) return "button_without_label";
  if (buttons.some(({ token }) => token === "")) return "button_without_token";
  return buttons.some(({ token }) => Buffer.byteLength(token) > tokenBytes) ? "token_too_long" : undefined;
}

function faultInFile(file: FileRef, text: string, upload: string | undefined): string | undefined {
  if (file.channel !== channel) return upload === undefined ? "file_of_another_channel" : undefined;
  const known = readFileId(file);
  if (!known) return "file_unknown";
  // Round films have no caption: the words would be lost.
  return known.type === "video_note" && text !== "" ? "file_without_caption" : undefined;
}

/** How many buttons of a width fit side by side on a small phone at large type; width in halves of a Chinese character. */
const columnsByWidth = [
  { columns: 3, widest: 8 },
  { columns: 2, widest: 14 },
] as const;

function rowsOf(buttons: readonly Option[]): { text: string; callback_data: string }[][] {
  const widest = Math.max(...buttons.map(({ label }) => widthOf(label)));
  const columns = columnsByWidth.find((fit) => widest <= fit.widest)?.columns ?? 1;
  const rows: { text: string; callback_data: string }[][] = [];
  for (const [index, { label, token }] of buttons.entries()) {
    if (index % columns === 0) rows.push([]);
    rows.at(-1)?.push({ text: label, callback_data: token });
  }
  return rows;
}

function widthOf(label: string): number {
  return Array.from(label).reduce((width, character) => width + (character < "\u1100" ? 1 : 2), 0);
}
