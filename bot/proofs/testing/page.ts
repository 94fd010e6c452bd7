import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Line, LiveLine, Say } from "../../../adapters/web/page/protocol.ts";
import { judgePage, type Delivery } from "./pageJudge.ts";
import type { Judgement, Opened, World, Written } from "./world.ts";

/** The most messages a pump has in flight at once. */
const inFlightAllowed = 32;
const pause = 40;
const longestHistory = 500;

/**
 * The sandbox's page without its looks: one live stream for everybody's chats, the history read whenever the stream
 * opens, every message sent again under the same id until it is answered with 2xx.
 */
export class Page implements World {
  /** Everything shown so far, by actor and line. */
  readonly shown = new Map<string, Map<string, Line>>();
  readonly deliveries: Delivery[] = [];
  /** `actor/client id` of every acknowledged message, and how many attempts it took. */
  readonly acknowledged = new Map<string, number>();
  readonly counts = {};
  readonly #opened: () => Opened | undefined;
  readonly #actors: readonly string[];
  readonly #patience: number;
  readonly #watchers = new Set<() => void>();
  readonly #closing = new AbortController();

  constructor(actors: readonly string[], opened: () => Opened | undefined, patience = 30_000) {
    this.#patience = patience;
    this.#actors = actors;
    this.#opened = opened;
    for (const actor of actors) this.shown.set(actor, new Map());
  }

  /** Keeps the live stream open until `close`. */
  async listen(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      const opened = this.#opened();
      if (opened) await this.#stream(opened).catch(() => undefined);
      await wait(pause);
    }
  }

  close(): void {
    this.#closing.abort();
  }

  /** Resolves once the message is acknowledged. Throws when it is refused for good. */
  async say(actor: string, say: Say, replyTo?: string): Promise<void> {
    const client = randomUUID();
    const body = JSON.stringify({ client, say, ...(replyTo !== undefined && { replyTo }) });
    for (let attempts = 1; ; attempts += 1) {
      const status = await this.#post(actor, body);
      if (status >= 200 && status < 300) {
        this.acknowledged.set(`${actor}/${client}`, attempts);
        return;
      }
      if (status >= 400 && status < 500) throw new Error(`${actor}: ${status} for ${body}`);
      await wait(pause);
    }
  }

  /** The first line of the bot in a chat that fits, shown already or later. Throws after `patience` milliseconds. */
  async line(actor: string, fits: (line: Line) => boolean, patience = this.#patience): Promise<Line> {
    const search = (): Line | undefined =>
      this.linesOf(actor).find((line) => line.from === "bot" && fits(line));
    const found = search();
    if (found) return found;
    return new Promise((resolve, reject) => {
      const watch = (): void => {
        const late = search();
        if (!late) return;
        this.#watchers.delete(watch);
        clearTimeout(timer);
        resolve(late);
      };
      const timer = setTimeout(() => {
        this.#watchers.delete(watch);
        const last = this.linesOf(actor).at(-1)?.text ?? "nothing";
        reject(new Error(`${actor} waits in vain; the last line of the chat is: ${last}`));
      }, patience);
      this.#watchers.add(watch);
    });
  }

  linesOf(actor: string): readonly Line[] {
    return [...(this.shown.get(actor)?.values() ?? [])];
  }

  /** Resolves as soon as the next message of the bot is shown live. */
  nextMoment(): Promise<void> {
    const before = this.deliveries.length;
    return new Promise((resolve) => {
      const watch = (): void => {
        if (!this.deliveries.slice(before).some(({ actor, id }) => !id.startsWith(`${actor}/`))) return;
        this.#watchers.delete(watch);
        resolve();
      };
      this.#watchers.add(watch);
    });
  }

  /** Reads every chat's history now. */
  async settle(): Promise<void> {
    const opened = this.#opened();
    if (opened) await this.#readHistories(opened);
  }

  calm(): void {
    // The page's only storms are the kills.
  }

  repeatsAllowed(kills: number): number {
    return kills * inFlightAllowed;
  }

  heardAs(dedupeKey: string): string {
    return dedupeKey;
  }

  judge(written: Written): Judgement {
    return judgePage(this, written);
  }

  async #post(actor: string, body: string): Promise<number> {
    const opened = this.#opened();
    if (!opened) return 0;
    try {
      const answer = await fetch(`${opened.address}/sandbox/chats/${actor}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
        signal: AbortSignal.timeout(15_000),
      });
      await answer.text();
      return answer.status;
    } catch {
      return 0;
    }
  }

  async #stream(opened: Opened): Promise<void> {
    const answer = await fetch(`${opened.address}/sandbox/live`, { signal: this.#closing.signal });
    let rest = "";
    for await (const text of (answer.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      const frames = `${rest}${text}`.split("\n\n");
      rest = frames.pop() ?? "";
      for (const frame of frames) this.#receive(frame, opened);
    }
  }

  #receive(frame: string, opened: Opened): void {
    if (frame.startsWith("event: ready")) void this.#readHistories(opened).catch(() => undefined);
    if (!frame.startsWith("data: ")) return;
    const { actor, line } = JSON.parse(frame.slice("data: ".length)) as LiveLine;
    this.deliveries.push({ actor, id: line.id, life: opened.life });
    this.#show(actor, [line]);
  }

  async #readHistories({ address }: Opened): Promise<void> {
    for (const actor of this.#actors) {
      const answer = await fetch(`${address}/sandbox/chats/${actor}?limit=${longestHistory}`);
      const { lines } = (await answer.json()) as { lines: readonly Line[] };
      this.#show(actor, lines);
    }
  }

  #show(actor: string, lines: readonly Line[]): void {
    const chat = this.shown.get(actor);
    for (const line of lines) if (chat && !chat.has(line.id)) chat.set(line.id, line);
    for (const watch of this.#watchers) watch();
  }
}
