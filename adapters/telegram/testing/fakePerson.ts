import type { CallbackQuery, ChatMember, Message, User } from "@grammyjs/types";
import type { Delivery } from "../../../core/channel/testing/channelContract.ts";
import type { Content, KeptChat, KeptMessage } from "./chats.ts";
import type { FileType } from "./files.ts";
import type { UpdateKind } from "./updateQueue.ts";

/** What a person needs of the platform she is on. */
export interface Platform {
  readonly bot: User;
  now(): number;
  passTime(milliseconds: number): void;
  say(chat: KeptChat, from: User, content: Content): KeptMessage;
  addFile(type: FileType, content: Uint8Array | number, name?: string): NonNullable<Content["file"]>;
  push(kind: UpdateKind, content: object): Promise<Delivery>;
  rememberQuery(id: string): void;
}

/** One message as a person sees it. */
export interface Seen {
  readonly id: number;
  readonly text: string;
  /** Rows of labels. */
  readonly buttons: readonly (readonly string[])[];
  readonly file: FileType | undefined;
  readonly edited: boolean;
}

export interface Photo {
  readonly bytes: Uint8Array | number;
  readonly caption?: string;
}

type Where = { readonly in?: KeptChat; readonly replyTo?: number };

let queries = 0;
let albums = 0;

/** Somebody with Telegram on her phone. Each deed resolves with what became of its update. */
export class FakePerson {
  readonly user: User;
  readonly chat: KeptChat;
  readonly #platform: Platform;

  constructor(user: User, chat: KeptChat, platform: Platform) {
    this.user = user;
    this.chat = chat;
    this.#platform = platform;
  }

  get id(): number {
    return this.user.id;
  }

  says(text: string, where: Where = {}): Promise<Delivery> {
    return this.#say({ text }, where);
  }

  repliesTo(id: number, text: string, where: Where = {}): Promise<Delivery> {
    return this.#say({ text }, { ...where, replyTo: id });
  }

  /** `content` is the bytes, or only how many there are. */
  sends(
    type: FileType,
    content: Uint8Array | number,
    given: { readonly caption?: string; readonly name?: string } & Where = {},
  ): Promise<Delivery> {
    const { caption, name, ...where } = given;
    const file = this.#platform.addFile(type, content, name);
    return this.#say({ file, ...(caption !== undefined && { caption }) }, where);
  }

  /** Siblings arrive as updates of their own; between two of them that much time passes. */
  async sendsAlbum(photos: readonly Photo[], millisecondsApart = 5_000): Promise<Delivery[]> {
    albums += 1;
    const album = String(13_000_000_000_000_000 + albums);
    const told: Delivery[] = [];
    for (const [index, photo] of photos.entries()) {
      if (index > 0) this.#platform.passTime(millisecondsApart);
      const file = this.#platform.addFile("photo", photo.bytes);
      const { caption } = photo;
      told.push(await this.#say({ file, album, ...(caption !== undefined && { caption }) }, {}));
    }
    return told;
  }

  sendsLocation(latitude: number, longitude: number): Promise<Delivery> {
    return this.#say({ other: { location: { latitude, longitude } } }, {});
  }

  sendsVenue(latitude: number, longitude: number, title: string, address: string): Promise<Delivery> {
    const location = { latitude, longitude };
    return this.#say({ other: { location, venue: { location, title, address } } }, {});
  }

  sendsContact(firstName: string, phone: string): Promise<Delivery> {
    return this.#say({ other: { contact: { first_name: firstName, phone_number: phone } } }, {});
  }

  sendsSticker(): Promise<Delivery> {
    return this.sends("sticker", 30_000);
  }

  forwards(text: string, origin: object): Promise<Delivery> {
    return this.#say({ text, other: { forward_origin: origin } }, {});
  }

  /** Presses a button of the newest message that has it. */
  presses(label: string, chat: KeptChat = this.chat): Promise<Delivery> {
    for (const { message } of chat.messages.toReversed()) {
      const button = message.reply_markup?.inline_keyboard.flat().find(({ text }) => text === label);
      if (button && "callback_data" in button) return this.pressesData(button.callback_data, message);
    }
    return Promise.reject(new Error(`${this.user.first_name} sees no button 「${label}」`));
  }

  /** A forged or old press: any data, on any message. */
  pressesData(data: string, message: Message): Promise<Delivery> {
    queries += 1;
    const query: CallbackQuery = {
      id: String(4_382_000_000_000_000_000n + BigInt(queries)),
      from: this.user,
      chat_instance: "-3785291",
      message,
      data,
    };
    this.#platform.rememberQuery(query.id);
    return this.#platform.push("callback_query", query);
  }

  /** Corrects the newest thing she said. */
  edits(text: string): Promise<Delivery> {
    const own = this.chat.messages.findLast(({ message }) => message.from?.id === this.id);
    if (!own) throw new Error(`${this.user.first_name} said nothing yet`);
    own.message = { ...own.message, text, edit_date: Math.floor(this.#platform.now() / 1_000) };
    return this.#platform.push("edited_message", own.message);
  }

  blocks(): Promise<Delivery> {
    this.chat.access = "blocked";
    return this.#memberChanged(this.chat, "member", "kicked");
  }

  unblocks(): Promise<Delivery> {
    this.chat.access = "open";
    return this.#memberChanged(this.chat, "kicked", "member");
  }

  /** Brings the bot into a group. */
  addsBotTo(group: KeptChat): Promise<Delivery> {
    group.access = "open";
    return this.#memberChanged(group, "left", "member");
  }

  removesBotFrom(group: KeptChat): Promise<Delivery> {
    group.access = "kicked";
    return this.#memberChanged(group, "member", "kicked");
  }

  /** Joins a group, which the group is told. */
  joins(group: KeptChat): Promise<Delivery> {
    return this.#say({ other: { new_chat_members: [this.user] } }, { in: group });
  }

  /** Everything the bot has said to her, oldest first. */
  sees(): readonly Seen[] {
    return seenIn(this.chat);
  }

  #say(content: Content, where: Where): Promise<Delivery> {
    const chat = where.in ?? this.chat;
    if (chat === this.chat && chat.access === "never opened") chat.access = "open";
    const kept = this.#platform.say(chat, this.user, {
      ...content,
      ...(where.replyTo !== undefined && { replyTo: where.replyTo }),
    });
    return this.#platform.push("message", kept.message);
  }

  #memberChanged(chat: KeptChat, before: ChatMember["status"], after: ChatMember["status"]) {
    const member = (status: ChatMember["status"]) => ({
      user: this.#platform.bot,
      status,
      ...(status === "kicked" && { until_date: 0 }),
    });
    return this.#platform.push("my_chat_member", {
      chat: chat.chat,
      from: this.user,
      date: Math.floor(this.#platform.now() / 1_000),
      old_chat_member: member(before),
      new_chat_member: member(after),
    });
  }
}

/** What the bot said in a chat, oldest first. */
export function seenIn(chat: KeptChat): readonly Seen[] {
  return chat.messages
    .filter(({ fromBot }) => fromBot)
    .map(({ id, message, file }) => ({
      id,
      text: message.text ?? message.caption ?? "",
      buttons: (message.reply_markup?.inline_keyboard ?? []).map((row) => row.map(({ text }) => text)),
      file: file?.type,
      edited: message.edit_date !== undefined,
    }));
}
