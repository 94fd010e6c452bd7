import type { Body } from "../channel/index.ts";
import { fold, type Text } from "../language/index.ts";
import type { Flow } from "./flow.ts";
import { plain } from "./json.ts";
import type { Begin, Reply } from "./saying.ts";
import { engineWord } from "./words.ts";

/** Something a person can say at any moment, in or out of a talk. */
export interface Command<S> {
  /** ASCII, as in `/report`. */
  readonly name: string;
  /** The same as plain words: 反映问题, 报事. */
  readonly aliases: readonly string[];
  /** One line for 帮助; empty for what only buttons say. */
  readonly help: Text;
  /** Whoever it is not for never learns that it exists. */
  readonly isFor: (services: S) => boolean;
  readonly run: (args: string, services: S) => Promise<Reply | Begin>;
}

/** Everything this program can talk about. */
export interface Book<S> {
  readonly flows: readonly Flow<S, never>[];
  readonly commands: readonly Command<S>[];
  /**
   * What comes before any talk under way, whose flow is `talk`: asked for every message that picks nothing. A flow it
   * wants to begin that is the one being had hears the message itself.
   */
  readonly first?: (body: Body, services: S, talk: string | undefined) => Promise<Reply | Begin | undefined>;
  /** What to say to a message outside every talk that is no command. */
  readonly otherwise: (body: Body, services: S) => Promise<Reply | Begin>;
}

type BeginWith<Given> = [Given] extends [void]
  ? [given?: undefined, opening?: Body]
  : [given: Given, opening?: Body];

/** Begins a flow; `opening` may answer its first question. */
export function begin<S, Given>(flow: Flow<S, Given>, ...[given, opening]: BeginWith<Given>): Begin {
  const start = { begin: flow.name, given: plain(given, flow.name) };
  return opening === undefined ? start : { ...start, opening };
}

/** Throws when two flows, commands or aliases share a name, or one takes a word of the engine. */
export function checkBook<S>(book: Book<S>): void {
  const taken = new Set<string>();
  const take = (kind: string, name: string): void => {
    const key = `${kind} ${name}`;
    if (taken.has(key)) throw new Error(`${key} stands twice in the book`);
    taken.add(key);
  };
  for (const flow of book.flows) take("flow", flow.name);
  for (const command of book.commands) {
    take("command", command.name);
    for (const word of [command.name, ...command.aliases]) {
      const owner = engineWord(word);
      if (owner !== undefined && (owner !== "human" || command.name !== "human")) {
        throw new Error(`command ${command.name}: "${word}" belongs to the engine (${owner})`);
      }
    }
    for (const alias of command.aliases) take("alias", fold(alias));
  }
}
