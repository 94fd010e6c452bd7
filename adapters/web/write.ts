/** The core's words, turned into what a page shows. */
import { chatAt } from "../../core/channel/index.ts";
import type { FileRef, HistoryLine, InboundEvent, Outbound } from "../../core/channel/index.ts";
import { bot, caps, channel } from "./model.ts";
import type { Line, ShownFile } from "./page/protocol.ts";

/** One bubble for one persona; the time is added when it is sent. */
export interface WebCall {
  /** Undefined when the address is not one of the sandbox. */
  readonly actor?: string;
  readonly line: Omit<Line, "at">;
  readonly file?: FileRef;
  /** The name under which a file of another platform is kept. */
  readonly upload?: string;
}

/** Pure. */
export function render(outbound: Outbound): WebCall {
  const actor = chatAt(outbound.to, channel, bot);
  const { file, upload } = outbound;
  return {
    ...(actor !== undefined && { actor }),
    line: lineOfOutbound(outbound),
    ...(file && { file }),
    ...(upload !== undefined && { upload }),
  };
}

/** Why a call cannot be shown, or undefined when it can. */
export function faultOf({ actor, line, file, upload }: WebCall): string | undefined {
  if (actor === undefined) return "wrong_address";
  if (caps.choices.kind !== "native") return "no_buttons";
  const { max, tokenBytes } = caps.choices;
  const buttons = line.buttons ?? [];
  if (!line.text && !file) return "empty";
  if ((line.text ?? "").length > caps.text.max) return "text_too_long";
  if (buttons.length > max) return "too_many_buttons";
  if (buttons.some((button) => Buffer.byteLength(button.token) > tokenBytes)) return "token_too_long";
  if (buttons.some((button) => button.label === "")) return "button_without_label";
  if (file && file.channel !== channel && upload === undefined) return "file_of_another_channel";
  return undefined;
}

/** One line of the durable history as a bubble; nothing for what has no bubble (a person opening the chat). */
export function lineOfHistory(line: HistoryLine): Line | undefined {
  if (line.from === "bot") return { ...lineOfOutbound(line.outbound), at: line.at };
  return lineOfEvent(line.event);
}

/** What a person said, as the bubble their pages show. */
export function lineOfEvent(event: InboundEvent): Line | undefined {
  const content = contentOf(event);
  if (!content) return undefined;
  const { dedupeKey: id, at, replyTo } = event;
  return { id, from: "person", at, ...(replyTo !== undefined && { replyTo }), ...content };
}

function lineOfOutbound({ key, text, buttons, file, upload, edits }: Outbound): Omit<Line, "at"> {
  return {
    id: edits ?? key,
    ...(edits !== undefined && { isChange: true }),
    from: "bot",
    ...(text !== undefined && { text }),
    ...(buttons.length > 0 && { buttons: buttons.map(({ label, token }) => ({ label, token })) }),
    ...(file && { file: shownFile(file, upload) }),
  };
}

function contentOf({ body }: InboundEvent): Partial<Line> | undefined {
  switch (body.type) {
    case "text":
    case "forward":
      return { text: body.text };
    case "command":
      return { text: `/${body.name}${body.args === "" ? "" : ` ${body.args}`}` };
    case "action":
      return { pressed: body.token };
    case "media":
      return { file: shownFile(body.file), ...(body.caption !== undefined && { text: body.caption }) };
    case "voice":
      return { file: shownFile(body.file), ...(body.seconds !== undefined && { seconds: body.seconds }) };
    case "location": {
      const { latitude, longitude, label } = body;
      return { place: { latitude, longitude, ...(label !== undefined && { label }) } };
    }
    case "sticker":
      return { sticker: true };
    case "transcript":
    case "unanswered":
    case "lifecycle":
      return undefined;
  }
}

function shownFile({ kind, channel: owner, id, name }: FileRef, upload?: string): ShownFile {
  const kept = owner === channel ? id : upload;
  return {
    kind,
    ...(kept !== undefined && { url: `/sandbox/files/${encodeURIComponent(kept)}` }),
    ...(name !== undefined && { name }),
  };
}
