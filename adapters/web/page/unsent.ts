/** What was said and is not stored yet. Words survive a reload in localStorage; files only as long as the page is open. */
import { recall, remember } from "./kept.ts";
import type { Refusal } from "./protocol.ts";
import { post } from "./server.ts";
import type { Posted, Unsent } from "./server.ts";

/** What the queue tells the page. */
export interface UnsentListener {
  changed(actor: string): void;
  stored(unsent: Unsent, posted: Extract<Posted, { kind: "stored" }>): void;
  refused(unsent: Unsent, refusal: Refusal | undefined): void;
}

const longestPauseMs = 10_000;

/** Sends each persona's messages in order, one at a time, until stored, refused or dropped. */
export class UnsentQueue {
  readonly #listener: UnsentListener;
  readonly #failures = new Map<string, number>();
  readonly #sending = new Set<string>();
  #waiting: Unsent[];
  #wake: (() => void)[] = [];

  constructor(listener: UnsentListener) {
    this.#listener = listener;
    this.#waiting = (recall("unsent") as Unsent[] | undefined) ?? [];
    for (const actor of new Set(this.#waiting.map((unsent) => unsent.actor))) void this.#drain(actor);
  }

  of(actor: string): readonly Unsent[] {
    return this.#waiting.filter((unsent) => unsent.actor === actor);
  }

  /** True once an attempt for this persona failed and none has succeeded since. */
  isFailing(actor: string): boolean {
    return (this.#failures.get(actor) ?? 0) > 0;
  }

  add(unsent: Unsent): void {
    this.#waiting.push(unsent);
    this.#changed(unsent.actor);
    void this.#drain(unsent.actor);
  }

  drop(unsent: Unsent): void {
    this.#waiting = this.#waiting.filter((other) => other.client !== unsent.client);
    this.#changed(unsent.actor);
  }

  /** Tries at once what is waiting for its next attempt; called when the line is back. */
  hurry(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }

  async #drain(actor: string): Promise<void> {
    if (this.#sending.has(actor)) return;
    this.#sending.add(actor);
    for (let next = this.of(actor)[0]; next; next = this.of(actor)[0]) await this.#attempt(next);
    this.#sending.delete(actor);
  }

  async #attempt(unsent: Unsent): Promise<void> {
    const posted = await post(unsent);
    if (posted.kind === "failed") {
      const failures = (this.#failures.get(unsent.actor) ?? 0) + 1;
      this.#failures.set(unsent.actor, failures);
      this.#listener.changed(unsent.actor);
      await this.#pause(Math.min(500 * 2 ** failures, longestPauseMs));
      return;
    }
    this.#failures.delete(unsent.actor);
    this.drop(unsent);
    if (posted.kind === "stored") this.#listener.stored(unsent, posted);
    else this.#listener.refused(unsent, posted.refusal);
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.#wake.push(resolve);
      setTimeout(resolve, milliseconds);
    });
  }

  #changed(actor: string): void {
    remember(
      "unsent",
      this.#waiting.filter((unsent) => unsent.file === undefined),
    );
    this.#listener.changed(actor);
  }
}
