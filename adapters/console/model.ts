import { addressOf, chatAt } from "../../core/channel/index.ts";
import type { Address, Caps, FileRef, Outbound } from "../../core/channel/index.ts";

export const channel = "console";
export const bot = "terminal";

/** Somebody who can be spoken as at this terminal. */
export interface ConsolePersona {
  readonly actor: string;
  readonly name: string;
  /** What they are in the village, in Chinese. */
  readonly role: string;
}

export const caps: Caps = {
  text: { max: 4096, unit: "utf16" },
  choices: { kind: "numbers" },
  files: ["photo", "voice", "video", "document"],
  push: "free",
  rates: { perSecond: 1_000, perChatPerSecond: 100 },
};

/** One message for one persona, as it will be printed. */
export interface ConsoleCall {
  readonly key: string;
  /** Undefined when the address is not of this terminal. */
  readonly actor?: string;
  readonly text: string;
  readonly file?: FileRef;
  readonly buttons: number;
}

/** Where a persona's chat is. */
export function addressOfPersona(actor: string): Address {
  return addressOf({ channel, bot, chat: actor });
}

/** Pure. A file is written as a person would write it: `[photo lamp.jpg]`. */
export function render({ key, to, text, file, upload, buttons }: Outbound): ConsoleCall {
  const actor = chatAt(to, channel, bot);
  const id = file?.channel === channel ? file.id : (upload?.slice(-12) ?? "");
  const written = file && `[${file.kind} ${file.name ?? id}]`;
  const lines = [written, text].filter((part) => part !== undefined && part !== "");
  return {
    key,
    ...(actor !== undefined && { actor }),
    text: lines.join("\n"),
    ...(file && { file }),
    buttons: buttons.length,
  };
}

/** Why a call cannot be printed, or undefined when it can. */
export function faultOf({ actor, text, file, buttons }: ConsoleCall): string | undefined {
  if (actor === undefined) return "wrong_address";
  if (buttons > 0) return "no_buttons";
  if (text === "") return "empty";
  const written = file ? text.slice(text.indexOf("\n") + 1) : text;
  return written.length > caps.text.max ? "text_too_long" : undefined;
}
