/** The terminal as a channel: several people of one village, one keyboard. */
import { randomUUID } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { Readable, Writable } from "node:stream";
import type { Adapter, FileRef, InboundEvent, Intake, Outcome } from "../../core/channel/index.ts";
import { addressOfPersona, bot, caps, channel, faultOf, render } from "./model.ts";
import type { ConsoleCall, ConsolePersona } from "./model.ts";
import { findPersona, readContinuation, readLine } from "./read.ts";
import type { Said } from "./read.ts";
import { help, Screen } from "./screen.ts";

export type { ConsolePersona } from "./model.ts";

export interface ConsoleOptions {
  readonly input: Readable;
  readonly output: Writable;
  /** Who can be spoken as; the first one speaks until another is chosen. */
  readonly personas: () => Promise<readonly ConsolePersona[]>;
  /** Files are named relative to this folder, and none outside it is read. */
  readonly fileDirectory: string;
  /** Resolves when nothing more is on its way; without it, when nothing was shown for `quietMs`. */
  readonly settled?: () => Promise<void>;
  readonly quietMs?: number;
  /** Epoch milliseconds; the machine's clock unless given. */
  readonly now?: () => number;
}

/** A terminal also ends: at the end of its input, once the answers have come. */
export interface ConsoleAdapter extends Adapter<ConsoleCall> {
  readonly ended: Promise<void>;
}

/** The terminal as `console/terminal/<actor>`. Piped input is read line by line, each after the answers to the last. */
export function createConsoleAdapter(options: ConsoleOptions): ConsoleAdapter {
  const terminal = new Terminal(options);
  return {
    channel,
    bot,
    isLocal: true,
    caps: () => caps,
    start: (intake, signal) => terminal.start(intake, signal),
    render,
    send: (call) => terminal.send(call),
    download: (file, maxBytes) => terminal.download(file, maxBytes),
    ended: terminal.ended,
  };
}

class Terminal {
  readonly ended: Promise<void>;
  readonly #end: () => void;
  readonly #options: ConsoleOptions;
  readonly #screen: Screen;
  readonly #now: () => number;
  /** Two runs never make the same key, even when the clock is set back. */
  readonly #run = randomUUID();
  #count = 0;
  #current: ConsolePersona | undefined;
  #intake: Intake | undefined;
  #unfinished = "";
  #lastShownAt = 0;
  #queue: Promise<void> = Promise.resolve();

  constructor(options: ConsoleOptions) {
    this.#options = options;
    this.#screen = new Screen(options.input, options.output);
    this.#now = options.now ?? Date.now;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.ended = promise;
    this.#end = resolve;
  }

  async start(intake: Intake, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    this.#intake = intake;
    this.#current = (await this.#options.personas())[0];
    signal.addEventListener("abort", () => this.#stop(), { once: true });
    if (this.#screen.isInteractive) {
      await this.#showPersonas();
      this.#screen.note("直接打字说话，? 看怎么用");
    }
    const ended = (): void => {
      this.#then(async () => {
        if (!signal.aborted) await this.#settle();
      });
      void this.#queue.then(() => this.#end());
    };
    this.#screen.listen((line) => this.#then(() => this.#hear(line)), ended);
    this.#screen.prompt(this.#current);
  }

  async send(call: ConsoleCall): Promise<Outcome> {
    const fault = faultOf(call);
    if (fault !== undefined) return { kind: "rejected", code: fault };
    const personas = await this.#options.personas();
    const persona = personas.find(({ actor }) => actor === call.actor);
    if (!persona) return { kind: "gone" };
    this.#screen.message(persona, call.text, this.#current);
    this.#lastShownAt = performance.now();
    return { kind: "sent", id: call.key };
  }

  async download(file: FileRef, maxBytes: number): Promise<Uint8Array | undefined> {
    const place = file.channel === channel ? this.#placeOf(file) : undefined;
    const found = place === undefined ? undefined : await stat(place).catch(() => undefined);
    if (place === undefined || !found?.isFile() || found.size > maxBytes) return undefined;
    return new Uint8Array(await readFile(place));
  }

  #stop(): void {
    this.#intake = undefined;
    this.#screen.close();
  }

  /** One line at a time, in the order typed: the next waits until this one is durable. */
  #then(deed: () => Promise<void>): void {
    this.#queue = this.#queue.then(deed).catch((error: unknown) => {
      this.#screen.note(`没能记下来，请再说一次：${error instanceof Error ? error.message : String(error)}`);
    });
  }

  async #hear(line: string): Promise<void> {
    if (!this.#intake) return;
    const { text, continues } = readContinuation(line);
    const whole = this.#unfinished + text;
    this.#unfinished = continues ? `${whole}\n` : "";
    if (!continues) await this.#obey(whole);
    this.#screen.prompt(this.#current);
  }

  async #obey(line: string): Promise<void> {
    const read = readLine(line);
    switch (read.type) {
      case "nothing":
        return;
      case "help":
        return this.#screen.lines(help);
      case "who":
        return this.#showPersonas();
      case "quit":
        return this.#screen.close();
      case "as": {
        this.#current = (await this.#personaNamed(read.name)) ?? this.#current;
        return;
      }
      case "said": {
        const persona = read.as === undefined ? this.#current : await this.#personaNamed(read.as);
        if (persona) await this.#say(persona, read.said, line);
      }
    }
  }

  async #say(persona: ConsolePersona, { body, answering }: Said, line: string): Promise<void> {
    if (!this.#screen.isInteractive) this.#screen.said(persona, line);
    const replyTo = answering === undefined ? undefined : await this.#messageWith(answering, persona);
    if (answering !== undefined && replyTo === undefined) {
      this.#screen.note(`没有发给${persona.name}的消息含有「${answering}」，这句没有发出`);
      return;
    }
    await this.#noteMissingFile(body);
    await this.#intake?.accept([this.#eventOf(persona, body, replyTo)]);
    this.#lastShownAt = performance.now();
    if (!this.#screen.isInteractive) await this.#settle();
  }

  #eventOf(persona: ConsolePersona, body: InboundEvent["body"], replyTo: string | undefined): InboundEvent {
    this.#count += 1;
    return {
      dedupeKey: `${this.#run}/${String(this.#count)}`,
      channel,
      bot,
      chat: persona.actor,
      actor: { id: persona.actor, name: persona.name },
      group: false,
      addressed: true,
      at: this.#now(),
      body,
      ...(replyTo !== undefined && { replyTo }),
    };
  }

  /** Found in the durable history, so that a card from before a restart can still be answered. */
  async #messageWith(word: string, persona: ConsolePersona): Promise<string | undefined> {
    const history = (await this.#intake?.history(addressOfPersona(persona.actor), 200)) ?? [];
    const found = history.findLast((line) => line.from === "bot" && line.outbound.text?.includes(word));
    return found?.from === "bot" ? found.outbound.key : undefined;
  }

  async #noteMissingFile(body: InboundEvent["body"]): Promise<void> {
    if (body.type !== "media") return;
    const place = this.#placeOf(body.file);
    const found = place === undefined ? undefined : await stat(place).catch(() => undefined);
    if (!found) this.#screen.note(`没有找到文件「${body.file.id}」，只当作发了一个`);
  }

  #placeOf(file: FileRef): string | undefined {
    const root = path.resolve(this.#options.fileDirectory);
    const place = path.resolve(root, file.id);
    return place.startsWith(root + path.sep) ? place : undefined;
  }

  async #personaNamed(name: string): Promise<ConsolePersona | undefined> {
    const persona = findPersona(await this.#options.personas(), name);
    if (!persona) this.#screen.note(`没有叫「${name}」的人；/as 列出可以扮演的人`);
    return persona;
  }

  async #showPersonas(): Promise<void> {
    const personas = await this.#options.personas();
    this.#screen.lines([personas.map(({ name, role }) => `${name}（${role}）`).join("  ")]);
  }

  async #settle(): Promise<void> {
    if (this.#options.settled) return this.#options.settled();
    const quietMs = this.#options.quietMs ?? 500;
    while (performance.now() - this.#lastShownAt < quietMs) {
      await new Promise((resolve) => setTimeout(resolve, Math.min(quietMs, 25)));
    }
  }
}
