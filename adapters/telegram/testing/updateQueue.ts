import type { Update } from "@grammyjs/types";
import type { Delivery } from "../../../core/channel/testing/channelContract.ts";

export type UpdateKind = Exclude<keyof Update, "update_id">;

interface Entry {
  readonly update: Update;
  /** It was in an answer at least once. */
  given: boolean;
  inFlight: boolean;
  readonly told: (delivery: Delivery) => void;
}

interface Waiter {
  readonly limit: number;
  readonly answer: (updates: Update[] | "conflict") => void;
}

interface Webhook {
  readonly url: string;
  readonly secret: string | undefined;
  readonly connections: number;
}

/** Nobody asked for an update in this time: its sender is told so. It stays in the queue. */
const unheardAfter = 1_500;
const mostTimeout = 50_000;

/** What waits for the bot, as Telegram keeps it: until an offset confirms it or a webhook answers 2xx. */
export class UpdateQueue {
  #entries: Entry[] = [];
  #waiter: Waiter | undefined;
  #webhook: Webhook | undefined;
  #nextId: number;
  #last: Update | undefined;
  #allowed: readonly string[] | undefined;
  #delivering = 0;
  #closed = false;
  /** Update ids that an offset confirmed although the bot never saw them: lost by the client's fault. */
  readonly forgotten: number[] = [];
  /** Batches in the order they were given. */
  readonly batches: number[][] = [];
  /** Updates the bot said it has, each time one was: by an offset, or by 2xx. */
  readonly acknowledged: number[] = [];
  /** Called after each update was handed over. */
  handedOver: () => void = () => undefined;
  /** Asked for each delivery to the webhook: after how many milliseconds Telegram hangs up without an answer. */
  hangsUpAfter: () => number | undefined = () => undefined;
  /** Takes "given" for "kept", as if the bot had said so before it had stored anything. */
  believesAtOnce = false;
  /** Mixes up the order within each batch. */
  outOfOrder = false;
  webhookRetryMs = 40;

  constructor(firstId: number) {
    this.#nextId = firstId;
  }

  get webhookUrl(): string {
    return this.#webhook?.url ?? "";
  }

  get pending(): number {
    return this.#entries.length;
  }

  /** What the bot has not said it has. */
  get waiting(): readonly Update[] {
    return this.#entries.map(({ update }) => update);
  }

  /** Telegram begins anywhere after a quiet week. */
  restartIds(at: number): void {
    this.#nextId = at;
  }

  /** Queues an update. @returns what became of its first delivery. */
  push(kind: UpdateKind, make: (id: number) => Update): Promise<Delivery> {
    if (!this.#isAllowed(kind)) return Promise.resolve("unheard");
    this.#last = make(this.#nextId);
    this.#nextId += 1;
    return this.#enqueue(this.#last);
  }

  get nextId(): number {
    return this.#nextId;
  }

  /** Queues anything at all as the next update, asked for or not, possible or not. */
  pushRaw(update: object): Promise<Delivery> {
    this.#nextId += 1;
    this.#last = update as Update;
    return this.#enqueue(this.#last);
  }

  /** Delivers the newest update once more, as after a confirmation that got lost. */
  repeatLast(): Promise<Delivery> {
    if (!this.#last) throw new Error("nothing was sent yet");
    return this.#enqueue(this.#last);
  }

  #isAllowed(kind: UpdateKind): boolean {
    const unusual = ["chat_member", "message_reaction", "message_reaction_count"];
    return this.#allowed && this.#allowed.length > 0 ? this.#allowed.includes(kind) : !unusual.includes(kind);
  }

  #enqueue(update: Update): Promise<Delivery> {
    const { promise, resolve } = Promise.withResolvers<Delivery>();
    const entry: Entry = { update, given: false, inFlight: false, told: resolve };
    this.#entries.push(entry);
    setTimeout(() => {
      if (!entry.given) resolve("unheard");
    }, unheardAfter).unref();
    if (this.#waiter) setImmediate(() => this.#answerWaiter());
    if (this.#webhook) this.#deliver();
    return promise;
  }

  /** getUpdates. @returns undefined when a webhook is set. */
  poll(
    asked: { offset?: number; limit?: number; timeout?: number; allowed_updates?: readonly string[] },
    gone: AbortSignal,
  ): Promise<Update[] | "conflict"> {
    if (asked.allowed_updates) this.#allowed = asked.allowed_updates;
    this.#waiter?.answer("conflict");
    this.#confirm(asked.offset ?? 0);
    for (const entry of this.#entries) if (entry.given) entry.told("refused");
    const { promise, resolve } = Promise.withResolvers<Update[] | "conflict">();
    const limit = Math.min(100, Math.max(1, asked.limit ?? 100));
    const waiter: Waiter = {
      limit,
      answer: (updates) => {
        if (this.#waiter === waiter) this.#waiter = undefined;
        clearTimeout(timer);
        resolve(updates);
      },
    };
    const timer = setTimeout(() => waiter.answer([]), Math.min(mostTimeout, (asked.timeout ?? 0) * 1_000));
    timer.unref();
    gone.addEventListener("abort", () => waiter.answer([]), { once: true });
    this.#waiter = waiter;
    if (this.#entries.length > 0 || !asked.timeout) this.#answerWaiter();
    return promise;
  }

  #confirm(offset: number): void {
    if (offset <= 0) return;
    for (const entry of this.#entries.filter(({ update }) => update.update_id < offset)) {
      if (!entry.given) this.forgotten.push(entry.update.update_id);
      this.acknowledged.push(entry.update.update_id);
      entry.told(entry.given ? "acknowledged" : "unheard");
    }
    this.#entries = this.#entries.filter(({ update }) => update.update_id >= offset);
  }

  #answerWaiter(): void {
    const waiter = this.#waiter;
    if (!waiter) return;
    const batch = this.#entries.slice(0, waiter.limit);
    for (const entry of batch) entry.given = true;
    if (batch.length > 0) this.batches.push(batch.map(({ update }) => update.update_id));
    const updates = batch.map(({ update }) => update);
    if (this.believesAtOnce) this.#confirm(Math.max(0, ...updates.map(({ update_id: id }) => id + 1)));
    waiter.answer(this.outOfOrder ? updates.toReversed() : updates);
    if (batch.length > 0) this.handedOver();
  }

  setWebhook(webhook: Webhook | undefined, allowed: readonly string[] | undefined): void {
    if (allowed) this.#allowed = allowed;
    this.#webhook = webhook;
    if (webhook) {
      this.#waiter?.answer("conflict");
      this.#deliver();
    }
  }

  forgetAll(): void {
    this.#entries = [];
  }

  close(): void {
    this.#closed = true;
    this.#webhook = undefined;
    this.#waiter?.answer([]);
  }

  #deliver(): void {
    for (const entry of this.outOfOrder ? this.#entries.toReversed() : this.#entries) {
      if (!this.#webhook || this.#delivering >= this.#webhook.connections) return;
      if (!entry.inFlight) void this.#deliverOne(entry, this.#webhook);
    }
  }

  async #deliverOne(entry: Entry, webhook: Webhook): Promise<void> {
    this.#delivering += 1;
    entry.inFlight = true;
    const posting = post(webhook, entry.update, this.hangsUpAfter());
    // The request is on its way when the event loop comes round.
    setImmediate(this.handedOver);
    const told = await posting;
    const delivery = this.believesAtOnce ? "acknowledged" : told;
    this.#delivering -= 1;
    entry.given ||= delivery !== "unheard";
    if (delivery !== "unheard") entry.told(delivery);
    if (delivery === "acknowledged") this.acknowledged.push(entry.update.update_id);
    if (delivery === "acknowledged") this.#entries = this.#entries.filter((one) => one !== entry);
    else await new Promise((resolve) => setTimeout(resolve, this.webhookRetryMs));
    entry.inFlight = false;
    if (!this.#closed) this.#deliver();
  }
}

async function post(webhook: Webhook, update: Update, patience: number | undefined): Promise<Delivery> {
  try {
    const answer = await fetch(webhook.url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(webhook.secret !== undefined && { "x-telegram-bot-api-secret-token": webhook.secret }),
      },
      body: JSON.stringify(update),
      ...(patience !== undefined && { signal: AbortSignal.timeout(patience) }),
    });
    await answer.arrayBuffer();
    return answer.ok ? "acknowledged" : "refused";
  } catch {
    return "unheard";
  }
}
