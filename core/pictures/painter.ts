import { Worker } from "node:worker_threads";
import type { Picture } from "./model.ts";
import type { Paper } from "./paper/model.ts";

export interface Painted {
  /** PNGs, in order. */
  readonly pages: readonly Uint8Array<ArrayBuffer>[];
  /** The signs that the font does not have, which stand as 〓; mostly none. */
  readonly missing: string;
}

export interface Printed {
  /** A PDF. */
  readonly file: Uint8Array<ArrayBuffer>;
  /** As of a picture. */
  readonly missing: string;
}

/** What the thread is sent. */
export type Asked = { readonly id: number } & Wish;

type Wish = { readonly picture: Picture } | { readonly paper: Paper };

/** What it sends back. */
export type Answered = { readonly id: number } & (
  | { readonly done: Painted | Printed }
  | { readonly failure: string }
);

/** A hundred times what the largest sheet takes. */
const longestMs = 20_000;
/** What the thread may hold besides the font; more is an error in a description. */
const mostMegabytes = 64;
/** What is drawn is large and soon forgotten: it is looked for often. */
const youngMegabytes = 8;
/** With nothing to draw for so long the thread ends, and its memory is given back. */
const idleMs = 60_000;

interface Waiting {
  readonly resolve: (done: Painted | Printed) => void;
  readonly reject: (error: Error) => void;
}

/** Draws pictures and sets papers in a thread of its own, one after the other; the thread is begun with the first. */
export class Painter {
  readonly #idleMs: number;
  readonly #waiting = new Map<number, Waiting>();
  #thread: Worker | undefined;
  #timer: NodeJS.Timeout | undefined;
  #last = 0;

  constructor(idle = idleMs) {
    this.#idleMs = idle;
  }

  /** @throws when it cannot be drawn, takes too long, or the painter was stopped meanwhile. */
  async paint(picture: Picture): Promise<Painted> {
    const done = await this.#ask({ picture });
    if (!("pages" in done)) throw new Error("a picture was asked for");
    return done;
  }

  /** @throws as `paint` does. */
  async print(paper: Paper): Promise<Printed> {
    const done = await this.#ask({ paper });
    if (!("file" in done)) throw new Error("a paper was asked for");
    return done;
  }

  #ask(wish: Wish): Promise<Painted | Printed> {
    const { promise, resolve, reject } = Promise.withResolvers<Painted | Printed>();
    this.#thread ??= this.#begin();
    this.#last += 1;
    this.#waiting.set(this.#last, { resolve, reject });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no page and has no origin
    this.#thread.postMessage({ id: this.#last, ...wish } satisfies Asked);
    if (this.#waiting.size === 1) this.#watch();
    return promise;
  }

  /** Ends the thread; what is under way is thrown away. The next picture begins another. */
  stop(): void {
    this.#end("the painter was stopped");
  }

  #begin(): Worker {
    const thread = new Worker(new URL("./thread.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes, maxYoungGenerationSizeMb: youngMegabytes },
      env: {},
      execArgv: [],
    });
    thread.on("message", (answered: Answered) => {
      const asker = this.#waiting.get(answered.id);
      this.#waiting.delete(answered.id);
      if ("done" in answered) asker?.resolve(answered.done);
      else asker?.reject(new Error(answered.failure));
      this.#watch();
    });
    thread.on("error", (error: Error) => thread === this.#thread && this.#end(error.message));
    return thread;
  }

  /** Begins to count anew: until one picture takes too long, or there is nothing to draw for too long. */
  #watch(): void {
    clearTimeout(this.#timer);
    const isIdle = this.#waiting.size === 0;
    const why = isIdle ? "there was nothing to draw" : "a picture took too long to draw";
    this.#timer = setTimeout(() => this.#end(why), isIdle ? this.#idleMs : longestMs);
    this.#timer.unref();
    // Whoever waits for a picture keeps the program alive, an idle thread does not.
    if (isIdle) this.#thread?.unref();
    else this.#thread?.ref();
  }

  #end(why: string): void {
    clearTimeout(this.#timer);
    void this.#thread?.terminate();
    this.#thread = undefined;
    for (const { reject } of this.#waiting.values()) reject(new Error(why));
    this.#waiting.clear();
  }
}
