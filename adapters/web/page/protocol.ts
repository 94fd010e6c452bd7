/** What the server and the page say to each other, as plain JSON. No imports: both sides read this file. */

/** Somebody a visitor can speak as. */
export interface Persona {
  readonly actor: string;
  readonly name: string;
  /** What they are in the village, in Chinese and in English. */
  readonly role: string;
  readonly roleEn: string;
  readonly pane: "villager" | "grid_worker" | "command_room" | "admin";
  /** Nobody yet: whoever opens an invitation begins as this one. */
  readonly isNew?: boolean;
}

export interface Button {
  readonly label: string;
  readonly token: string;
}

/** A stored file; `url` is on this server. */
export interface ShownFile {
  readonly kind: "photo" | "voice" | "video" | "document";
  /** Absent when the file belongs to another channel and cannot be shown here. */
  readonly url?: string;
  readonly name?: string;
}

/** One bubble. */
export interface Line {
  /** Of the bot's lines: the id to reply to. Of a person's: `actor/client id`. */
  readonly id: string;
  readonly from: "person" | "bot";
  /** Epoch milliseconds. */
  readonly at: number;
  readonly text?: string;
  readonly buttons?: readonly Button[];
  /** The token of a pressed button; the page finds its label. */
  readonly pressed?: string;
  readonly file?: ShownFile;
  readonly seconds?: number;
  readonly place?: { readonly latitude: number; readonly longitude: number; readonly label?: string };
  readonly sticker?: true;
  readonly replyTo?: string;
  /** It is the line with this id as it reads from now on. */
  readonly isChange?: true;
}

/** What a person can post; `client` is made by the page once per deed, so that a repeated request is one event. */
export type Say =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "press"; readonly token: string }
  | { readonly type: "location"; readonly latitude: number; readonly longitude: number }
  | { readonly type: "sticker" };

export interface Post {
  readonly client: string;
  readonly say: Say;
  readonly replyTo?: string;
}

/** Pushed over the live stream. */
export interface LiveLine {
  readonly actor: string;
  readonly line: Line;
}

/** Why something was refused, in both languages of the page. */
export interface Refusal {
  readonly zh: string;
  readonly en: string;
}
