import type { Body, FileRef, Option } from "../../channel/index.ts";

/** One message of the bot as a persona got it. */
export interface HeardMessage {
  /** The message's own id, for replies to it. */
  readonly id: string;
  readonly persona: string;
  readonly text: string;
  /** Native buttons; empty where choices are drawn as numbers. */
  readonly buttons: readonly Option[];
  readonly files: readonly FileRef[];
  /**
   * Where choices are drawn as numbers: what the lines at the end of `text` mean, in their order; empty when numbers mean
   * nothing from here on, missing when they mean what they meant before.
   */
  readonly menu?: readonly Option[];
}

/** A program that conversations can be played on. */
export interface Stage {
  /** The persona does this; resolves when the program has finished with it. */
  say(persona: string, body: Body, replyTo?: string): Promise<void>;
  /** From now on voice messages are transcribed; in this file the transcriber hears these words. */
  hears?(file: string, words: string): Promise<void>;
  /** Time passes, and everything due in it happens. */
  pass(milliseconds: number): Promise<void>;
  /** The program stops and starts again. */
  restart(): Promise<void>;
  /** What the bot said since this was last asked, oldest first. */
  heard(): Promise<readonly HeardMessage[]>;
}
