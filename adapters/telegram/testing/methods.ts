import type { Chat, InlineKeyboardMarkup, Message, User } from "@grammyjs/types";
import type { ChatStore, Content, KeptChat } from "./chats.ts";
import type { FileType, StoredFile } from "./files.ts";
import type { UploadedFile } from "./multipart.ts";

/** What Telegram says instead of a result. */
export class Refusal extends Error {
  readonly code: number;
  readonly parameters: { readonly retry_after?: number; readonly migrate_to_chat_id?: number } | undefined;

  constructor(code: number, description: string, parameters?: Refusal["parameters"]) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

export interface Call {
  readonly payload: Readonly<Record<string, unknown>>;
  readonly uploads: ReadonlyMap<string, UploadedFile>;
}

/** What the methods need of the platform. */
export interface Desk {
  readonly bot: User;
  readonly chats: ChatStore;
  readonly now: () => number;
  /** @throws Refusal 429 */
  readonly spend: (chat: number) => void;
  /** When a button was pressed, epoch milliseconds. */
  readonly pressedAt: (query: string) => number | undefined;
}

type Method = (desk: Desk, call: Call) => unknown;

const longestText = 4_096;
const longestCaption = 1_024;
const longestButtonData = 64;
const mostButtons = 100;
const largestPhoto = 10_000_000;
const largestUpload = 50_000_000;
const largestDownload = 20_000_000;
const queryLife = 15_000;

/** Methods that say something; the limits count them. */
export const sendingMethods: Readonly<Record<string, Method>> = {
  sendMessage: (desk, call) => {
    const chat = chatOf(desk, call);
    const text = wordsOf(call, "text");
    if (text === "") throw new Refusal(400, "Bad Request: message text is empty");
    if (text.length > longestText) throw new Refusal(400, "Bad Request: message is too long");
    return say(desk, call, chat, { text });
  },
  sendPhoto: (desk, call) => sendFile(desk, call, "photo"),
  sendVoice: (desk, call) => sendFile(desk, call, "voice"),
  sendVideo: (desk, call) => sendFile(desk, call, "video"),
  sendAudio: (desk, call) => sendFile(desk, call, "audio"),
  sendAnimation: (desk, call) => sendFile(desk, call, "animation"),
  sendVideoNote: (desk, call) => sendFile(desk, call, "video_note"),
  sendDocument: (desk, call) => sendFile(desk, call, "document"),
  sendMediaGroup,
  sendLocation: (desk, call) => {
    const { latitude, longitude } = call.payload;
    const inRange = Math.abs(Number(latitude)) <= 90 && Math.abs(Number(longitude)) <= 180;
    if (!inRange) throw new Refusal(400, "Bad Request: wrong latitude or longitude");
    return say(desk, call, chatOf(desk, call), { other: { location: { latitude, longitude } } });
  },
};

export const otherMethods: Readonly<Record<string, Method>> = {
  getMe: ({ bot }) => ({
    ...bot,
    can_join_groups: true,
    can_read_all_group_messages: true,
    supports_inline_queries: false,
  }),
  editMessageText: (desk, call) => {
    const text = wordsOf(call, "text");
    if (text === "") throw new Refusal(400, "Bad Request: message text is empty");
    if (text.length > longestText) throw new Refusal(400, "Bad Request: message is too long");
    return edit(desk, call, { text, keyboard: keyboardOf(call) });
  },
  editMessageReplyMarkup: (desk, call) => edit(desk, call, { keyboard: keyboardOf(call) }),
  answerCallbackQuery: (desk, call) => {
    const pressed = desk.pressedAt(String(call.payload["callback_query_id"]));
    if (pressed === undefined || desk.now() - pressed > queryLife)
      throw new Refusal(
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
      );
    return true;
  },
  getFile: (desk, call) => {
    const file = desk.chats.files.byId(String(call.payload["file_id"]));
    if (!file) throw new Refusal(400, "Bad Request: wrong file_id or the file is temporarily unavailable");
    if (file.size > largestDownload) throw new Refusal(400, "Bad Request: file is too big");
    return {
      file_id: file.id,
      file_unique_id: file.unique,
      file_size: file.size,
      file_path: file.path,
    };
  },
  setMyCommands: (_desk, call) => {
    const commands = call.payload["commands"] as readonly { command: string; description: string }[];
    if (commands.length > 100) throw new Refusal(400, "Bad Request: BOT_COMMANDS_TOO_MUCH");
    if (commands.some(({ command }) => !/^[a-z0-9_]{1,32}$/.test(command)))
      throw new Refusal(400, "Bad Request: BOT_COMMAND_INVALID");
    if (commands.some(({ description }) => description.length < 1 || description.length > 256))
      throw new Refusal(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID");
    return true;
  },
  sendChatAction: (desk, call) => {
    chatOf(desk, call);
    return true;
  },
};

function chatOf(desk: Desk, call: Call): KeptChat {
  const chat = desk.chats.byId(Number(call.payload["chat_id"]));
  if (!chat) throw new Refusal(400, "Bad Request: chat not found");
  if (chat.migratedTo !== undefined)
    throw new Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", {
      migrate_to_chat_id: chat.migratedTo,
    });
  const forbidden: Partial<Record<KeptChat["access"], string>> = {
    "never opened": "bot can't initiate conversation with a user",
    blocked: "bot was blocked by the user",
    deactivated: "user is deactivated",
    kicked: "bot was kicked from the group chat",
  };
  const reason = forbidden[chat.access];
  if (reason !== undefined) throw new Refusal(403, `Forbidden: ${reason}`);
  return chat;
}

/** The words that are shown: Telegram trims them, and counts them after the markup is gone. */
function wordsOf({ payload }: Call, field: "text" | "caption"): string {
  const given = payload[field];
  const written = typeof given === "string" ? given : "";
  const mode = payload["parse_mode"];
  if (mode !== undefined && mode !== "HTML") throw new Refusal(400, "Bad Request: unsupported parse_mode");
  const plain = mode === "HTML" ? withoutMarkup(written) : written;
  return plain.trim();
}

function withoutMarkup(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

function keyboardOf({ payload }: Call): InlineKeyboardMarkup | undefined {
  const markup = payload["reply_markup"] as InlineKeyboardMarkup | undefined;
  const buttons = markup?.inline_keyboard?.flat() ?? [];
  if (buttons.length > mostButtons) throw new Refusal(400, "Bad Request: reply markup is too long");
  for (const button of buttons) {
    if (button.text.trim() === "") throw new Refusal(400, "Bad Request: Text buttons must be non-empty");
    if (!("callback_data" in button)) continue;
    const bytes = Buffer.byteLength(button.callback_data);
    if (bytes < 1 || bytes > longestButtonData) throw new Refusal(400, "Bad Request: BUTTON_DATA_INVALID");
  }
  return buttons.length > 0 ? markup : undefined;
}

function say(desk: Desk, call: Call, chat: KeptChat, content: Content): Message {
  const keyboard = keyboardOf(call);
  const answered = (call.payload["reply_parameters"] as { message_id?: number } | undefined)?.message_id;
  if (answered !== undefined && !chat.messages.some(({ id }) => id === answered))
    throw new Refusal(400, "Bad Request: message to be replied not found");
  desk.spend(chat.chat.id);
  return desk.chats.say(chat, desk.bot, {
    ...content,
    ...(keyboard && { keyboard }),
    ...(answered !== undefined && { replyTo: answered }),
  }).message;
}

function sendFile(desk: Desk, call: Call, type: FileType): Message {
  const chat = chatOf(desk, call);
  const caption = wordsOf(call, "caption");
  if (caption.length > longestCaption) throw new Refusal(400, "Bad Request: message caption is too long");
  const file = fileOf(desk, call, type, call.payload[type]);
  return say(desk, call, chat, { file, ...(caption !== "" && type !== "video_note" && { caption }) });
}

function fileOf(desk: Desk, call: Call, type: FileType, given: unknown): StoredFile {
  const reference = typeof given === "string" ? given : "";
  const upload = call.uploads.get(reference.startsWith("attach://") ? reference.slice(9) : type);
  if (upload) {
    if (upload.bytes.length === 0) throw new Refusal(400, "Bad Request: file must be non-empty");
    if (upload.bytes.length > largestUpload) throw new Refusal(413, "Request Entity Too Large");
    if (type === "photo" && upload.bytes.length > largestPhoto)
      throw new Refusal(400, "Bad Request: file is too big for a photo");
    return desk.chats.files.add(type, upload.bytes, upload.name);
  }
  const known = desk.chats.files.byId(reference);
  if (!known)
    throw new Refusal(400, "Bad Request: wrong remote file identifier specified: Wrong string length");
  if (known.type !== type)
    throw new Refusal(400, `Bad Request: can't use file of type ${known.type} as ${type}`);
  return known;
}

function sendMediaGroup(desk: Desk, call: Call): readonly Message[] {
  const chat = chatOf(desk, call);
  const items = call.payload["media"] as readonly { type: FileType; media: string; caption?: string }[];
  if (items.length < 2 || items.length > 10)
    throw new Refusal(400, "Bad Request: group send failed: 2 to 10 items");
  const files = items.map(({ type, media }) => fileOf(desk, call, type, media));
  const album = String(desk.now());
  return files.map((file, index) => {
    const caption = items[index]?.caption;
    return say(desk, call, chat, { file, album, ...(caption !== undefined && { caption }) });
  });
}

function edit(
  desk: Desk,
  call: Call,
  change: { readonly text?: string; readonly keyboard: InlineKeyboardMarkup | undefined },
): Message {
  const chat = chatOf(desk, call);
  const kept = chat.messages.find(({ id, fromBot }) => fromBot && id === Number(call.payload["message_id"]));
  if (!kept) throw new Refusal(400, "Bad Request: message to edit not found");
  const { reply_markup: before, ...rest } = kept.message;
  const text = change.text ?? rest.text;
  if (text === rest.text && JSON.stringify(before) === JSON.stringify(change.keyboard))
    throw new Refusal(
      400,
      "Bad Request: message is not modified: specified new message content and reply markup are exactly the same " +
        "as a current content and reply markup of the message",
    );
  kept.message = {
    ...rest,
    ...(text !== undefined && { text }),
    ...(change.keyboard && { reply_markup: change.keyboard }),
    edit_date: Math.floor(desk.now() / 1_000),
  };
  return kept.message;
}

/** The supergroup a group became. */
export function migrate(desk: Desk, group: KeptChat, to: number): KeptChat {
  const title = group.chat.title ?? "";
  const chat: Chat = { id: to, type: "supergroup", title };
  group.migratedTo = to;
  return desk.chats.add(chat, "open");
}
