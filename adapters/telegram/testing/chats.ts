import type { Chat, InlineKeyboardMarkup, Message, User } from "@grammyjs/types";
import type { FileStore, StoredFile } from "./files.ts";
import { fileInMessage } from "./files.ts";

/** A message as both sides have it; `message` is what the Bot API shows of it. */
export interface KeptMessage {
  readonly id: number;
  readonly fromBot: boolean;
  message: Message;
  readonly file?: StoredFile;
}

/** One chat. A private one has the person's id; a group's is negative. */
export interface KeptChat {
  readonly chat: Chat;
  readonly messages: KeptMessage[];
  /** May the bot write here? */
  access: "open" | "never opened" | "blocked" | "deactivated" | "kicked";
  /** Set when the group became a supergroup. */
  migratedTo?: number;
}

/** What is said, before it has a number. */
export interface Content {
  readonly text?: string;
  readonly caption?: string;
  readonly file?: StoredFile;
  readonly album?: string;
  readonly replyTo?: number;
  readonly keyboard?: InlineKeyboardMarkup;
  /** Any other content, as the Bot API shows it. */
  readonly other?: object;
}

/** Every chat the bot could know. */
export class ChatStore {
  readonly #chats = new Map<number, KeptChat>();
  readonly files: FileStore;
  readonly #bot: number;
  readonly #now: () => number;
  #lastMessage = 0;

  constructor(bot: number, files: FileStore, now: () => number) {
    this.#bot = bot;
    this.files = files;
    this.#now = now;
  }

  add(chat: Chat, access: KeptChat["access"]): KeptChat {
    const kept: KeptChat = { chat, messages: [], access };
    this.#chats.set(chat.id, kept);
    return kept;
  }

  byId(id: number): KeptChat | undefined {
    return this.#chats.get(id);
  }

  /** Adds a message and gives it the next number. */
  say(chat: KeptChat, from: User, content: Content): KeptMessage {
    this.#lastMessage += 1;
    const { text, caption, file, album, replyTo, keyboard, other } = content;
    const answered = chat.messages.find(({ id }) => id === replyTo)?.message;
    const words = text ?? caption;
    const entities = words === undefined ? [] : entitiesIn(words);
    const message = {
      message_id: this.#lastMessage,
      from,
      chat: chat.chat,
      date: Math.floor(this.#now() / 1_000),
      ...(text !== undefined && { text, ...(entities.length > 0 && { entities }) }),
      ...(file && fileInMessage(file)),
      ...(caption !== undefined && { caption, ...(entities.length > 0 && { caption_entities: entities }) }),
      ...(album !== undefined && { media_group_id: album }),
      ...(answered && { reply_to_message: withoutReply(answered) }),
      ...(keyboard && { reply_markup: keyboard }),
      ...other,
    } as unknown as Message;
    const kept: KeptMessage = {
      id: this.#lastMessage,
      fromBot: from.id === this.#bot,
      message,
      ...(file && { file }),
    };
    chat.messages.push(kept);
    return kept;
  }
}

/** Commands and mentions, as Telegram marks them. Offsets count UTF-16 units. */
function entitiesIn(text: string): { type: "bot_command" | "mention"; offset: number; length: number }[] {
  const command = [...text.matchAll(/(?<![\w/])\/[A-Za-z0-9_]{1,32}(?:@[A-Za-z0-9_]{5,32})?/g)].map(
    (found) => ({ type: "bot_command" as const, offset: found.index, length: found[0].length }),
  );
  const mention = [...text.matchAll(/(?<![\w/])@[A-Za-z0-9_]{5,32}/g)].map((found) => ({
    type: "mention" as const,
    offset: found.index,
    length: found[0].length,
  }));
  const inCommand = (offset: number) =>
    command.some((one) => offset > one.offset && offset < one.offset + one.length);
  return [...command, ...mention.filter(({ offset }) => !inCommand(offset))];
}

function withoutReply(message: Message): Message {
  const { reply_to_message: _, ...rest } = message;
  return rest;
}
