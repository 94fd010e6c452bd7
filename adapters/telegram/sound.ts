import type { Body, FileRef, InboundEvent } from "../../core/channel/index.ts";
import { readFileId } from "./model.ts";

/** What is wrong with an event made of an update that keeps no promise of the Bot API; undefined when nothing is. */
export function faultIn({
  chat,
  actor,
  at,
  dedupeKey,
  replyTo,
  editOf,
  body,
}: InboundEvent): string | undefined {
  if (!isId(chat)) return "no chat";
  if (!isId(actor.id)) return "no sender";
  if (!Number.isSafeInteger(at) || at < 0) return "no date";
  if (!/^-?\d+\/[\w -]{1,80}$/.test(dedupeKey) || dedupeKey.endsWith("/undefined")) return "no number";
  if ([replyTo, editOf].some((id) => id !== undefined && !isId(id))) return "a message without a number";
  return faultInBody(body);
}

function faultInBody(body: Body): string | undefined {
  switch (body.type) {
    case "location":
      return Number.isFinite(body.latitude) && Number.isFinite(body.longitude) ? undefined : "no place";
    case "media":
    case "voice":
      return faultInFile(body.file);
    case "action":
    case "command":
    case "forward":
    case "lifecycle":
    case "sticker":
    case "text":
    case "transcript":
    case "unanswered":
      return undefined;
  }
}

function faultInFile(file: FileRef): string | undefined {
  if (!readFileId(file)) return "a file without an id";
  return file.bytes === undefined || Number.isSafeInteger(file.bytes) ? undefined : "a file of no size";
}

function isId(id: string): boolean {
  return /^-?\d+$/.test(id) && Number.isSafeInteger(Number(id));
}
