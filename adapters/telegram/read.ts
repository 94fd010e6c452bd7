/** What Telegram says happened, turned into the core's words. Pure: nothing here stores or sends. */
import type {
  CallbackQuery,
  Chat,
  ChatMemberUpdated,
  Message,
  MessageEntity,
  Update,
  User,
} from "grammy/types";
import type { Body, InboundEvent } from "../../core/channel/index.ts";
import { bodyOf, clean } from "./content.ts";
import { channel, type Self } from "./model.ts";
import { faultIn } from "./sound.ts";

/**
 * One update as one event; undefined for what nobody said to the bot: other bots, channels, group talk not addressed to
 * it, Telegram's own notices. `receivedAt` (epoch milliseconds) dates presses, which Telegram does not date.
 * @throws Error when the update is not what the Bot API promises: stored, it would stop everything behind it.
 */
export function eventOfUpdate(update: Update, self: Self, receivedAt: number): InboundEvent | undefined {
  const event = readUpdate(update, self, receivedAt);
  const fault = event && faultIn(event);
  if (fault !== undefined) throw new Error(`the update has ${fault}`);
  return event;
}

function readUpdate(update: Update, self: Self, receivedAt: number): InboundEvent | undefined {
  if (update.message) return eventOfMessage(update.update_id, update.message, self);
  if (update.edited_message) return eventOfEdit(update.update_id, update.edited_message, self);
  if (update.callback_query) return eventOfPress(update.update_id, update.callback_query, self, receivedAt);
  if (update.my_chat_member) return eventOfMembership(update.update_id, update.my_chat_member, self);
  return undefined;
}

type Common = "channel" | "bot" | "chat" | "actor" | "group";

/**
 * Numbers of updates begin anywhere after a quiet week, so one may come twice in a bot's life: `mark` tells the two apart,
 * and is the same whenever the same update is delivered again.
 */
function keyOf(updateId: number, mark: string | number): string {
  return `${String(updateId)}/${String(mark)}`;
}

function common(self: Self, chat: Chat, from: User): Pick<InboundEvent, Common> {
  const name = clean([from.first_name, from.last_name].filter(Boolean).join(" "));
  return {
    channel,
    bot: String(self.id),
    chat: String(chat.id),
    actor: { id: String(from.id), ...(name !== "" && { name }) },
    group: chat.type !== "private",
  };
}

function eventOfMessage(updateId: number, message: Message, self: Self): InboundEvent | undefined {
  const { from, chat, date, reply_to_message: answered } = message;
  if (!from || from.is_bot || chat.type === "channel") return undefined;
  const heard = chat.type === "private" ? (message.text ?? message.caption ?? "") : wordsToBot(message, self);
  const body = heard === undefined ? undefined : bodyOf(message, heard);
  if (!body) return undefined;
  return {
    dedupeKey: keyOf(updateId, date),
    ...common(self, chat, from),
    addressed: true,
    at: date * 1_000,
    body,
    ...(answered && { replyTo: String(answered.message_id), ...wordsOfBot(answered, self) }),
  };
}

function wordsOfBot({ from, text, caption }: Message, self: Self): { replyToText?: string } {
  const words = from?.id === self.id ? (text ?? caption) : undefined;
  return words === undefined ? {} : { replyToText: clean(words) };
}

function eventOfEdit(updateId: number, message: Message, self: Self): InboundEvent | undefined {
  // A live location is "edited" every few seconds.
  if (message.location) return undefined;
  const event = eventOfMessage(updateId, message, self);
  if (!event) return undefined;
  const edited = message.edit_date ?? message.date;
  return {
    ...event,
    dedupeKey: keyOf(updateId, `edit ${String(edited)}`),
    at: edited * 1_000,
    editOf: String(message.message_id),
  };
}

function eventOfPress(
  updateId: number,
  query: CallbackQuery,
  self: Self,
  receivedAt: number,
): InboundEvent | undefined {
  const { id, from, message, data } = query;
  if (!message || data === undefined || from.is_bot) return undefined;
  return {
    dedupeKey: keyOf(updateId, id),
    ...common(self, message.chat, from),
    addressed: true,
    at: receivedAt,
    body: { type: "action", token: clean(data) },
  };
}

function eventOfMembership(
  updateId: number,
  changed: ChatMemberUpdated,
  self: Self,
): InboundEvent | undefined {
  const { chat, from, date, new_chat_member: now } = changed;
  if (chat.type === "channel" || from.is_bot) return undefined;
  const away = now.status === "kicked" || now.status === "left";
  const body: Body = { type: "lifecycle", change: away ? "blocked" : "returned" };
  return {
    dedupeKey: keyOf(updateId, `${now.status} ${String(date)}`),
    ...common(self, chat, from),
    addressed: true,
    at: date * 1_000,
    body,
  };
}

/** What was said to the bot in a group, without its name; undefined when it was not called, answered or commanded. */
function wordsToBot(message: Message, self: Self): string | undefined {
  const words = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  const called = entities.find((entity) => isCall(entity, words, self));
  if (called) return `${words.slice(0, called.offset)}${words.slice(called.offset + called.length)}`.trim();
  const target = /^\s*\/[^\s@]+@(\S+)/.exec(words)?.[1];
  if (target !== undefined) return target.toLowerCase() === self.username.toLowerCase() ? words : undefined;
  if (/^\s*\/\w/.test(words)) return words;
  return message.reply_to_message?.from?.id === self.id ? words : undefined;
}

function isCall(entity: MessageEntity, words: string, self: Self): boolean {
  if (entity.type === "text_mention") return entity.user.id === self.id;
  const named = words.slice(entity.offset + 1, entity.offset + entity.length);
  return entity.type === "mention" && named.toLowerCase() === self.username.toLowerCase();
}
