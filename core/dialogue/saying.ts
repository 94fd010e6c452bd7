import type { Body, FileRef } from "../channel/index.ts";
import { join, type Text } from "../language/index.ts";
import type { Json } from "./json.ts";

/** A button, or a numbered line. A token starting with "/" is a command line and works for ever. */
export interface Choice {
  readonly label: Text;
  readonly token: string;
}

/** One message of the bot. */
export interface Saying {
  readonly text: Text;
  /** Replaces the menu of this chat; an empty list clears it; left out, the menu stays as it was. */
  readonly choices?: readonly Choice[];
  readonly files?: readonly FileRef[];
  /** What the message is about ("ticket 1024"), so that a reply to it can be understood. */
  readonly about?: string;
}

/** What a flow or a command says: a sentence, a message, or several in order. */
export type Reply = Text | Saying | readonly (Text | Saying)[];

/** A flow to begin, with what it is given and the words that opened it. */
export interface Begin {
  readonly begin: string;
  readonly given: Json;
  readonly opening?: Body;
  /** What is said before the flow's first question. */
  readonly says?: Reply;
}

/**
 * How a flow ends that leaves the word to an event it has written: nothing is said, and no question below is put again,
 * since that event answers it.
 */
export const unsaid: Reply = Object.freeze<Saying[]>([]);

function asSaying(said: Text | Saying): Saying {
  return "text" in said ? said : { text: said };
}

/** The messages of a reply, in order. */
export function sayings(reply: Reply): readonly Saying[] {
  return Array.isArray(reply)
    ? (reply as readonly (Text | Saying)[]).map(asSaying)
    : [asSaying(reply as Text | Saying)];
}

/** The same messages with `note` as the first line of the first one. */
export function noted(note: Text | undefined, said: readonly Saying[]): readonly Saying[] {
  if (note === undefined) return said;
  const [first, ...rest] = said;
  return first === undefined ? [{ text: note }] : [{ ...first, text: join([note, first.text]) }, ...rest];
}
