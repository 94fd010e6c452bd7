/**
 * The platform contract: everything the core knows about a chat platform, and everything a platform knows about the core.
 * An adapter turns its platform's updates into `InboundEvent`s and one `Outbound` into one platform call.
 */
import type { FastifyPluginAsync } from "fastify";

/** Where to answer, as `channel/bot/chat`. Kept in one string so that it is one key everywhere. */
export type Address = string & { readonly __id?: "address" };

/** A picture, recording or document as its platform names it; the bytes stay there until somebody needs them. */
export interface FileRef {
  readonly kind: "photo" | "voice" | "video" | "document";
  readonly channel: string;
  /** The platform's own identifier; means something only to that channel's adapter. */
  readonly id: string;
  readonly mime?: string;
  readonly name?: string;
  readonly bytes?: number;
  /** The words of a voice message, made by a machine and confirmed by whoever spoke. */
  readonly transcript?: string;
}

/** What was said. `text` never starts with "/": that is a `command`. */
export type Body =
  /** `spoken`: the voice messages she said it in, when a machine wrote it down and she confirmed it. */
  | { readonly type: "text"; readonly text: string; readonly spoken?: readonly FileRef[] }
  | { readonly type: "command"; readonly name: string; readonly args: string }
  | { readonly type: "action"; readonly token: string }
  | { readonly type: "media"; readonly file: FileRef; readonly caption?: string; readonly album?: string }
  | { readonly type: "voice"; readonly file: FileRef; readonly seconds?: number }
  /** A voice message of hers as a machine heard it, to be confirmed; `isOwn` events only. `first` is said whatever she answers. */
  | {
      readonly type: "transcript";
      readonly file: FileRef;
      readonly seconds?: number;
      readonly words: string;
      readonly first?: { readonly zh: string; readonly en: string };
    }
  /** She was shown a transcript and has not answered; `isOwn` events only. */
  | { readonly type: "unanswered" }
  | {
      readonly type: "location";
      readonly latitude: number;
      readonly longitude: number;
      readonly label?: string;
    }
  | { readonly type: "forward"; readonly from: string; readonly text: string }
  | { readonly type: "sticker" }
  /** "returned": after having blocked the bot; she can be reached again and said nothing yet. */
  | { readonly type: "lifecycle"; readonly change: "opened" | "blocked" | "returned" };

/** One thing that happened on a platform, already in the core's words. */
export interface InboundEvent {
  /** Unique within channel and bot: the same update delivered twice carries the same key and is processed once. */
  readonly dedupeKey: string;
  readonly channel: string;
  readonly bot: string;
  readonly chat: string;
  readonly actor: { readonly id: string; readonly name?: string };
  /** True in a chat with more than one person; there only events with `addressed` are answered. */
  readonly group: boolean;
  readonly addressed: boolean;
  /** When the platform says it happened, epoch milliseconds. */
  readonly at: number;
  readonly body: Body;
  /** The platform's id of the message this one answers. */
  readonly replyTo?: string;
  /** The words of that message, where the platform repeats them: it may have been shown twice, under an id nobody recorded. */
  readonly replyToText?: string;
  /** The platform's id of the message this one corrects. */
  readonly editOf?: string;
  /** Written by this program about what she said before, never by a platform: no line of the chat's history. */
  readonly isOwn?: true;
}

/** A button, or a numbered line where there are none. `token` comes back in an `action` body. */
export interface Option {
  readonly label: string;
  readonly token: string;
}

/** Content in the core's words, before it is drawn for a platform. */
export type Block =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "choices"; readonly options: readonly Option[] }
  | { readonly type: "file"; readonly file: FileRef; readonly caption?: string }
  | { readonly type: "link"; readonly label: string; readonly url: string };

/** One platform call's worth of content: exactly one row of the outbox. */
export interface Outbound {
  /** Unique for ever. A platform that can drop repeats by key should. */
  readonly key: string;
  readonly to: Address;
  readonly text?: string;
  /** Native buttons; empty where the channel draws choices as numbers (they are then already in `text`). */
  readonly buttons: readonly Option[];
  readonly file?: FileRef;
  /** The name under which the bytes of `file` are kept here (SHA-256 and extension); given for a file of another platform. */
  readonly upload?: string;
  /** The platform's id of an earlier message in this chat that is to read like this from now on. */
  readonly edits?: string;
}

/** What a platform can do. A capability is declared only when the contract test proves it. */
export interface Caps {
  readonly text: { readonly max: number; readonly unit: "utf16" | "bytes" };
  /** The longest text beside a file, in the unit of `text`; as long as any text unless given. */
  readonly caption?: number;
  /** Native buttons, or numbered lines answered by number. */
  readonly choices:
    | { readonly kind: "numbers" }
    | { readonly kind: "native"; readonly max: number; readonly tokenBytes: number };
  readonly files: readonly FileRef["kind"][];
  /** May the bot speak first? "window": only within a while after the person spoke. */
  readonly push: "free" | "window" | "none";
  /** Can what was said be changed? Words and buttons only. */
  readonly edit?: boolean;
  readonly rates: Rates;
}

/** How fast a platform may be spoken to; `Infinity` means no limit. */
export interface Rates {
  readonly perSecond: number;
  /** How many at once after a pause; one second's worth unless given. */
  readonly burst?: number;
  readonly perChatPerSecond: number;
  /** In chats for which `isGroup` is true. */
  readonly perGroupPerMinute?: number;
}

/** One line of the menu of commands a platform shows. */
export interface MenuCommand {
  /** Without the slash. */
  readonly name: string;
  readonly help: string;
}

/** The fate of one attempt to send. Adapters never retry: the pump decides. */
export type Outcome =
  | { readonly kind: "sent"; readonly id: string }
  | { readonly kind: "retry"; readonly afterMs: number }
  /** The request was written and the answer never came: it may have been delivered. */
  | { readonly kind: "unknown" }
  /** The person blocked the bot or the account no longer exists. */
  | { readonly kind: "gone" }
  | { readonly kind: "moved"; readonly to: string }
  /** The platform's window for speaking first is closed. */
  | { readonly kind: "closed" }
  /** With `file` it is the file that was refused: the words may go without it. */
  | { readonly kind: "rejected"; readonly code: string; readonly file?: boolean };

/** One line of a chat as both sides saw it, oldest first; for platforms that keep no history of their own. */
export type HistoryLine =
  | { readonly from: "person"; readonly at: number; readonly event: InboundEvent }
  | { readonly from: "bot"; readonly at: number; readonly outbound: Outbound };

/** What the core offers an adapter. */
export interface Intake {
  /** Resolves when every event is durable on disk; only then may the platform be told so. Repeats are dropped. */
  accept(events: readonly InboundEvent[]): Promise<void>;
  /** The newest `limit` lines of a chat, oldest first: everything accepted and everything sent. */
  history(address: Address, limit: number): Promise<readonly HistoryLine[]>;
}

/** One chat platform. `Call` is the platform's own request, plain JSON so that golden tests can read it. */
export interface Adapter<Call = unknown> {
  readonly channel: string;
  readonly bot: string;
  /** Its readers are connected to the process that listens for it: that one must send too. */
  readonly isLocal?: boolean;
  caps(): Caps;
  /** Does this chat hold more than one person? Where it is missing, none does. */
  isGroup?(chat: string): boolean;
  /**
   * Resolves once events can arrive, or once the platform is tried again by itself; stops listening when `signal` aborts.
   * @throws ChannelRefusal when the platform refuses these settings for good.
   */
  start(intake: Intake, signal: AbortSignal): Promise<void>;
  /** Learns what sending needs, in a process that does not start it; what it does not learn now it tries again. */
  prepare?(signal: AbortSignal): void;
  /** A link that opens a chat with the bot, and says `/start <code>` unless it is empty; where the platform has one. */
  startLink?(code: string): string | undefined;
  /** Routes on the common HTTP server. */
  http?(): FastifyPluginAsync;
  /** Pure. */
  render(outbound: Outbound): Call;
  /** One attempt; never throws for what the platform answered. */
  send(call: Call): Promise<Outcome>;
  /** The bytes of a file, or undefined when it is gone or larger than `maxBytes`. */
  download(file: FileRef, maxBytes: number): Promise<Uint8Array | undefined>;
  /**
   * Shows these commands in the platform's own menu, to everybody or in one chat; what cannot be shown is left out.
   * @returns false when the platform did not take them: to be tried again later.
   */
  syncCommands?(commands: readonly MenuCommand[], chat?: string): Promise<boolean>;
}
