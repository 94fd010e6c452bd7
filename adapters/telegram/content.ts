import type { Message, MessageOrigin, PhotoSize } from "grammy/types";
import { readText, type Body, type FileRef } from "../../core/channel/index.ts";
import { fileRef, type FileType } from "./model.ts";

/** What people see as words, stickers, places and files; undefined for what Telegram says itself ("somebody joined"). */
export function bodyOf(message: Message, words: string): Body | undefined {
  return mediaOf(message, words) ?? placeOf(message) ?? wordsOf(message, words) ?? wordlessOf(message);
}

/** Drops what no database can hold. */
export function clean(text: string): string {
  return text.replaceAll("\u0000", "").toWellFormed();
}

function mediaOf(message: Message, words: string): Body | undefined {
  const file = fileOf(message);
  if (!file) return undefined;
  const { voice, audio, media_group_id: album } = message;
  if (voice ?? audio) {
    const seconds = (voice ?? audio)?.duration;
    return { type: "voice", file, ...(seconds !== undefined && { seconds }) };
  }
  const caption = clean(words);
  return {
    type: "media",
    file,
    ...(caption !== "" && { caption }),
    ...(album !== undefined && { album }),
  };
}

function fileOf(message: Message): FileRef | undefined {
  const { photo, voice, audio, video, animation, video_note: round, document } = message;
  const largest = photo && largestOf(photo);
  if (largest) return named("photo", largest);
  if (voice) return named("voice", voice);
  if (audio) return named("audio", audio);
  if (video) return named("video", video);
  // An animation is also announced as a document.
  if (animation) return named("animation", animation);
  if (round) return named("video_note", round);
  return document && named("document", document);
}

function largestOf(sizes: readonly PhotoSize[]): PhotoSize | undefined {
  return sizes.toSorted((one, other) => one.width * one.height - other.width * other.height).at(-1);
}

interface TelegramFile {
  readonly file_id: string;
  readonly file_size?: number;
  readonly mime_type?: string;
  readonly file_name?: string;
}

function named(type: FileType, file: TelegramFile): FileRef {
  const { file_id: id, file_size: bytes, mime_type: mime, file_name: name } = file;
  return fileRef(type, id, {
    ...(bytes !== undefined && { bytes }),
    ...(mime !== undefined && { mime }),
    ...(name !== undefined && { name: clean(name) }),
  });
}

function placeOf({ location, venue }: Message): Body | undefined {
  if (!location) return undefined;
  const { latitude, longitude } = location;
  const label = venue && clean(`${venue.title} ${venue.address}`).trim();
  return { type: "location", latitude, longitude, ...(label && { label }) };
}

function wordsOf(message: Message, words: string): Body | undefined {
  const { contact, poll, forward_origin: origin } = message;
  if (contact) {
    const name = [contact.first_name, contact.last_name].filter(Boolean).join(" ");
    return { type: "text", text: clean(`${name} ${contact.phone_number}`).trim() };
  }
  if (poll) return { type: "text", text: clean(poll.question) };
  if (message.text === undefined) return undefined;
  if (origin) return { type: "forward", from: clean(nameOf(origin)), text: clean(words) };
  // Only the bot was called, nothing said to it.
  return words === "" ? { type: "lifecycle", change: "opened" } : readText(words);
}

function nameOf(origin: MessageOrigin): string {
  switch (origin.type) {
    case "user":
      return [origin.sender_user.first_name, origin.sender_user.last_name].filter(Boolean).join(" ");
    case "hidden_user":
      return origin.sender_user_name;
    case "chat":
      return origin.sender_chat.title ?? "";
    case "channel":
      return origin.chat.title;
  }
}

/** What Telegram itself reports as a message: nobody said it. */
const notices: readonly (keyof Message)[] = [
  "new_chat_members",
  "left_chat_member",
  "new_chat_title",
  "new_chat_photo",
  "delete_chat_photo",
  "group_chat_created",
  "supergroup_chat_created",
  "channel_chat_created",
  "message_auto_delete_timer_changed",
  "migrate_to_chat_id",
  "migrate_from_chat_id",
  "pinned_message",
  "successful_payment",
  "refunded_payment",
  "users_shared",
  "chat_shared",
  "connected_website",
  "write_access_allowed",
  "passport_data",
  "proximity_alert_triggered",
  "boost_added",
  "chat_background_set",
  "video_chat_scheduled",
  "video_chat_started",
  "video_chat_ended",
  "video_chat_participants_invited",
];

/**
 * A person sent it, but it says nothing we could keep: it is answered as a sticker is. So is what Telegram will invent
 * next year: better a smile too many than a person without an answer.
 */
function wordlessOf(message: Message): Body | undefined {
  return notices.some((kind) => message[kind] !== undefined) ? undefined : { type: "sticker" };
}
