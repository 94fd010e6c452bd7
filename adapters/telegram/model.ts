import type { Caps, FileRef } from "../../core/channel/index.ts";

export const channel = "telegram";

/** https://core.telegram.org/bots/api and /bots/faq. The rates stay a little below 30 a second, 1 a second, 20 a minute. */
export const caps: Caps = {
  text: { max: 4096, unit: "utf16" },
  caption: 1024,
  // Telegram takes 100; nobody reads more than this on a phone.
  choices: { kind: "native", max: 30, tokenBytes: 64 },
  files: ["photo", "voice", "video", "document"],
  push: "free",
  rates: { perSecond: 29.8, burst: 20, perChatPerSecond: 1, perGroupPerMinute: 20 },
};

/** The update kinds this adapter reads; Telegram keeps the others to itself. */
export const updateKinds = ["message", "edited_message", "callback_query", "my_chat_member"] as const;

/** The bot as Telegram knows it. */
export interface Self {
  readonly id: number;
  /** Without "@". */
  readonly username: string;
}

/** The bot's own number, the public half of its token. */
export function botOf(token: string): string {
  return token.slice(0, token.indexOf(":"));
}

/** Chats with more than one person have negative numbers. */
export function isGroup(chat: string): boolean {
  return chat.startsWith("-");
}

/** Telegram's kinds of file: one sent as one kind cannot be sent again as another, so the kind is part of our id. */
const fileTypes = {
  photo: "photo",
  voice: "voice",
  audio: "voice",
  video: "video",
  animation: "video",
  video_note: "video",
  document: "document",
} as const satisfies Record<string, FileRef["kind"]>;

export type FileType = keyof typeof fileTypes;

export function fileRef(type: FileType, id: string, rest: Partial<FileRef> = {}): FileRef {
  return { kind: fileTypes[type], channel, id: `${type}:${id}`, ...rest };
}

/** Telegram's own kind and identifier of a file, or undefined when it is not one of this adapter's. */
export function readFileId(file: FileRef): { readonly type: FileType; readonly fileId: string } | undefined {
  const [type = "", fileId = ""] = file.id.split(":");
  if (file.channel !== channel || !(type in fileTypes) || !/^[\w-]{1,200}$/.test(fileId)) return undefined;
  return { type: type as FileType, fileId };
}

/** What Telegram shows as what it is; other recordings and films arrive as documents. core.telegram.org/bots/api#sending-files */
const uploadTypes: Readonly<Partial<Record<FileRef["kind"], Readonly<Record<string, FileType>>>>> = {
  photo: { jpg: "photo", png: "photo", webp: "photo", gif: "animation" },
  voice: { ogg: "voice", mp3: "voice", m4a: "voice" },
  video: { mp4: "video" },
};

/** As which of Telegram's kinds a kept file is uploaded; told by its extension, which is what it really is. */
export function uploadTypeOf(kind: FileRef["kind"], kept: string): FileType {
  return uploadTypes[kind]?.[kept.slice(kept.lastIndexOf(".") + 1)] ?? "document";
}

/** Where the adapter says what the operator should know. Nothing written here holds the token or what people said. */
export interface TelegramLog {
  info(fields: object, sentence: string): void;
  warn(fields: object, sentence: string): void;
  error(fields: object, sentence: string): void;
}
