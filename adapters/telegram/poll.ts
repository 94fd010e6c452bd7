import { setTimeout as wait } from "node:timers/promises";
import type { Update } from "grammy/types";
import type { Answer, Failure } from "./api.ts";
import { updateKinds } from "./model.ts";
import { receive, type ReceivePorts } from "./receive.ts";

/** Times of the loop, milliseconds; a test may shorten them. */
export interface PollTimes {
  /** How long Telegram holds an empty poll. */
  readonly hold: number;
  readonly firstBackoff: number;
  readonly longestBackoff: number;
  /** No successful poll for so long: the loop is begun anew and the operator told. */
  readonly wedged: number;
}

export const pollTimes: PollTimes = {
  hold: 50_000,
  firstBackoff: 250,
  longestBackoff: 30_000,
  wedged: 150_000,
};

/**
 * Reads updates until `signal` aborts. A batch is stored whole and only then confirmed, by an offset in a short poll of its
 * own; the long poll carries none, so that numbers which begin anew below the last one are heard.
 */
export function startPolling(ports: ReceivePorts, times: PollTimes, signal: AbortSignal): void {
  let lastSuccess = ports.now();
  let loop = begin();

  function begin(): AbortController {
    const ending = new AbortController();
    const polling = new Polling(ports, times, AbortSignal.any([signal, ending.signal]), (until) => {
      lastSuccess = until;
    });
    void polling.run();
    return ending;
  }

  const watchdog = setInterval(
    () => {
      const silentFor = ports.now() - lastSuccess;
      if (silentFor < times.wedged) return;
      ports.log.error(
        { silentForSeconds: Math.round(silentFor / 1_000) },
        "Telegram has not been heard for too long; the polling loop is begun anew",
      );
      lastSuccess = ports.now();
      loop.abort();
      loop = begin();
    },
    Math.min(15_000, times.wedged / 4),
  );
  watchdog.unref();
  signal.addEventListener("abort", () => clearInterval(watchdog), { once: true });
}

/** A timer holds no longer time. */
const longestWait = 2 ** 31 - 1;

class Polling {
  readonly #ports: ReceivePorts;
  readonly #times: PollTimes;
  readonly #signal: AbortSignal;
  /** Told until when all is well: now after a success, later when Telegram asks for patience. */
  readonly #well: (until: number) => void;
  #failures = 0;
  /** The offset that confirms the batch stored last. */
  #offset: number | undefined;

  constructor(ports: ReceivePorts, times: PollTimes, signal: AbortSignal, well: (until: number) => void) {
    this.#ports = ports;
    this.#times = times;
    this.#signal = signal;
    this.#well = well;
  }

  async run(): Promise<void> {
    while (!this.#signal.aborted) {
      const answer = await this.#poll();
      if (this.#signal.aborted) return;
      if (answer.ok) await this.#take(answer.result);
      else await this.#pause(sentenceOf(answer.failure), answer.failure);
    }
  }

  #poll(): Promise<Answer<Update[]>> {
    const offset = this.#offset;
    const asked =
      offset === undefined ? { timeout: Math.round(this.#times.hold / 1_000) } : { offset, timeout: 0 };
    return this.#ports.api.call<Update[]>(
      "getUpdates",
      { ...asked, limit: 100, allowed_updates: updateKinds },
      { polling: true, signal: this.#signal },
    );
  }

  async #take(updates: readonly Update[]): Promise<void> {
    this.#offset = undefined;
    if (updates.length > 0) {
      try {
        await receive(this.#ports, updates);
      } catch (error) {
        const sentence = "what Telegram brought could not be stored; it is fetched again";
        return this.#pause(sentence, { kind: "unstored", reason: String(error) });
      }
      this.#offset = Math.max(...updates.map(({ update_id: id }) => id)) + 1;
    }
    this.#well(this.#ports.now());
    if (this.#failures > 0) this.#ports.log.info({ failures: this.#failures }, "Telegram is heard again");
    this.#failures = 0;
  }

  async #pause(sentence: string, failure: Failure | { kind: "unstored"; reason: string }): Promise<void> {
    const { firstBackoff, longestBackoff } = this.#times;
    const backoff = Math.min(longestBackoff, firstBackoff * 2 ** Math.min(this.#failures, 20));
    const asked = failure.kind === "refused" ? (failure.retryAfterSeconds ?? 0) * 1_000 : 0;
    // The first failure is said, then one in ten: an outage of a night must not fill the disk.
    if (this.#failures % 10 === 0) this.#ports.log.warn({ failure, failures: this.#failures + 1 }, sentence);
    this.#failures += 1;
    // The watchdog must not ask again while Telegram wants silence.
    if (asked > 0) this.#well(this.#ports.now() + asked);
    await wait(Math.min(longestWait, Math.max(backoff, asked)), undefined, { signal: this.#signal }).catch(
      () => undefined,
    );
  }
}

function sentenceOf(failure: Failure): string {
  if (failure.kind !== "refused") return "Telegram cannot be reached; trying again";
  if (failure.code === 409)
    return failure.description.includes("webhook")
      ? "Telegram delivers this bot's messages to a webhook (409), so they cannot be polled: delete it or set TELEGRAM_MODE=webhook"
      : "another program reads this bot's messages with the same TELEGRAM_BOT_TOKEN (409): stop one of the two";
  if (failure.code === 401) return "Telegram no longer knows this TELEGRAM_BOT_TOKEN: was it revoked?";
  return "Telegram refused to hand over messages; trying again";
}
