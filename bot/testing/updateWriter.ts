import type { Message } from "@grammyjs/types";
import { fileInMessage } from "../../adapters/telegram/testing/files.ts";
import type { FakeTelegram } from "../../adapters/telegram/testing/fakeTelegram.ts";
import { markOf } from "./leaks.ts";
import { group, type RandomUpdate } from "./randomUpdates.ts";
import { ordinary } from "./siegeDeeds.ts";

/** One update as it is sent, and whether a person must get an answer to it. */
export interface WrittenUpdate {
  readonly kind: string;
  readonly content: unknown;
  readonly mustBeHeard: boolean;
}

type Loose = Record<string, unknown>;

/** Writes random deeds down as the Bot API would hand them over; the broken ones nearly. */
export class UpdateWriter {
  /** Who said each mark. */
  readonly speakers = new Map<string, string>();
  readonly #fake: FakeTelegram;
  #message = 10_000;
  #marks = 0;

  constructor(fake: FakeTelegram) {
    this.#fake = fake;
  }

  write(update: RandomUpdate): WrittenUpdate {
    const { kind, content, heard } = this.#plain(update);
    const { broken } = update;
    if (!broken) return { kind, content, mustBeHeard: heard };
    return { kind, content: breakAt(content, broken.place, broken.by), mustBeHeard: false };
  }

  #plain(update: RandomUpdate): { kind: string; content: Loose; heard: boolean } {
    const { voice, deed } = update;
    switch (deed.what) {
      case "says":
        return this.#heard(update, { text: this.#mark(update, deed.text) });
      case "edits":
        return {
          ...this.#heard(update, { text: this.#mark(update, deed.text), edit_date: this.#now() }),
          kind: "edited_message",
        };
      case "sends":
        return this.#heard(update, this.#contentOf(update, deed));
      case "presses":
        return this.#press(voice, this.#buttonOf(voice, deed.whose, deed.which));
      case "forges":
        return this.#press(voice, deed.data);
      case "member":
        return { kind: "my_chat_member", content: this.#member(voice, deed.status), heard: false };
      case "group":
        return this.#inGroup(update, deed.text, deed.called);
      case "unheard":
        return this.#unheard(update, deed.kind, deed.text);
    }
  }

  #now(): number {
    return Math.floor(this.#fake.now() / 1_000);
  }

  #messageOf(voice: number, rest: Loose): Loose {
    this.#message += 1;
    const from = { id: voice, is_bot: false, first_name: `Person ${String(voice)}` };
    const chat = { id: voice, type: "private", first_name: from.first_name };
    return { message_id: this.#message, from, chat, date: this.#now(), ...rest };
  }

  #heard({ voice, replyTo }: RandomUpdate, rest: Loose): { kind: string; content: Loose; heard: boolean } {
    const target = this.#target(voice, replyTo);
    const content = this.#messageOf(voice, {
      ...rest,
      ...(target !== undefined && { reply_to_message: target }),
    });
    return { kind: "message", content, heard: true };
  }

  #target(voice: number, replyTo: RandomUpdate["replyTo"]): unknown {
    if (replyTo === null) return undefined;
    if (replyTo === "none")
      return { ...this.#messageOf(voice, { text: "从来没有过" }), from: this.#fake.bot };
    const chats = replyTo === "newest" ? [voice] : [7_001, 7_003, voice];
    const messages = chats.flatMap((id) => this.#saidTo(id));
    const found = messages[(this.#message * 7) % Math.max(1, messages.length)];
    const { reply_to_message: _, ...rest } = (replyTo === "newest" ? messages.at(-1) : found) ?? {};
    return Object.keys(rest).length > 0 ? rest : undefined;
  }

  #saidTo(chat: number): readonly Message[] {
    return (this.#fake.chats.byId(chat)?.messages ?? [])
      .filter(({ fromBot }) => fromBot)
      .map(({ message }) => message);
  }

  #buttonOf(voice: number, whose: "own" | "anybody's", which: number): string {
    const chats = whose === "own" ? [voice] : [7_001, 7_002, 7_003, 7_101];
    const tokens = chats.flatMap((id) =>
      (
        this.#saidTo(id)
          .findLast((message) => message.reply_markup)
          ?.reply_markup?.inline_keyboard.flat() ?? []
      ).flatMap((button) => ("callback_data" in button ? [button.callback_data] : [])),
    );
    return tokens[which % Math.max(1, tokens.length)] ?? "/mine 1001";
  }

  #press(voice: number, data: string): { kind: string; content: Loose; heard: boolean } {
    const message = this.#saidTo(voice).at(-1) ?? this.#messageOf(voice, { date: 0 });
    const { from } = this.#messageOf(voice, {});
    const content = { id: String(4e18 + this.#message), from, chat_instance: "1", message, data };
    return { kind: "callback_query", content, heard: true };
  }

  #contentOf(update: RandomUpdate, deed: Extract<RandomUpdate["deed"], { what: "sends" }>): Loose {
    const { content, caption, album } = deed;
    if (!("file" in content)) return content;
    const file = fileInMessage(this.#fake.files.add(content.file, 1_000)) as Loose;
    const captioned = caption === null ? {} : { caption: this.#mark(update, caption).slice(0, 1_024) };
    return { ...file, ...captioned, ...(album !== null && { media_group_id: album }) };
  }

  #member(voice: number, status: string): Loose {
    const { from, chat, date } = this.#messageOf(voice, {});
    const member = (now: string): Loose => ({ user: this.#fake.bot, status: now, until_date: 0 });
    return { chat, from, date, old_chat_member: member("member"), new_chat_member: member(status) };
  }

  #inGroup(
    update: RandomUpdate,
    text: string,
    called: string,
  ): { kind: string; content: Loose; heard: boolean } {
    const { content } = this.#heard(update, { chat: { id: group, type: "supergroup", title: "双桥村" } });
    const name = `@${this.#fake.bot.username ?? ""}`;
    const words = this.#mark(update, text);
    const message = {
      ...content,
      text: called === "name" ? `${name} ${words}` : called === "command" ? `/mine${name}` : words,
      ...(called === "name" && { entities: [{ type: "mention", offset: 0, length: name.length }] }),
      reply_to_message: called === "reply" ? { ...content, from: this.#fake.bot, text: "您好" } : undefined,
    };
    return { kind: "message", content: message, heard: called !== "not" && !text.includes("@other_bot") };
  }

  #unheard(
    update: RandomUpdate,
    kind: string,
    text: string,
  ): { kind: string; content: Loose; heard: boolean } {
    const { content } = this.#heard(update, { text: this.#mark(update, text) });
    if (kind !== "bot") return { kind, content, heard: false };
    const from = { ...(content["from"] as Loose), is_bot: true };
    return { kind: "message", content: { ...content, from }, heard: false };
  }

  #mark({ marked, voice }: RandomUpdate, text: string): string {
    if (!marked || text.startsWith("/") || ordinary.includes(text)) return text;
    this.#marks += 1;
    const mark = markOf(this.#marks);
    this.speakers.set(mark, String(voice));
    return `${text}${mark}`;
  }
}

/** The same value with another at one of its places. Who it is from and where it was said stay numbers of people. */
function breakAt(content: Loose, place: number, by: unknown): unknown {
  const copy = structuredClone(content);
  const places: [Loose, string][] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      places.push([value as Loose, key]);
      collect(inner);
    }
  };
  collect(copy);
  const [holder, key] = places[place % Math.max(1, places.length)] ?? [];
  if (!holder || key === undefined) return copy;
  const other = key === "id" && typeof by === "number" ? String(by) + "x" : by;
  if (other === undefined) delete holder[key];
  else holder[key] = other;
  return copy;
}
