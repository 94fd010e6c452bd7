/** off: not looked at; record: written into the ledger only; enforce: written and answered with 429. */
export type LimitMode = "off" | "record" | "enforce";

export type LimitName = "overall" | "chat" | "group" | "retry_after";

export interface Violation {
  readonly limit: LimitName;
  readonly chat: number;
  /** Epoch milliseconds of the fake's clock. */
  readonly at: number;
}

const second = 1_000;
const minute = 60_000;
/** 30 at once, refilled at 30 a second. */
const overallPerSecond = 30;
const spacing = second / overallPerSecond;
const groupPerMinute = 20;
/** How much early is still on time: what scheduling on a busy machine does to messages sent at the right moment. */
const earliness = 250;
/** Calls that were on the wire when "too many requests" was said, and its answer not yet read by a busy process. */
const alreadySent = 500;

/**
 * The three limits of core.telegram.org/bots/faq: about 30 messages a second in all, one a second in a chat, 20 a minute in
 * a group; and silence for as long as `retry_after` says.
 */
export class Limits {
  readonly modes: Record<LimitName, LimitMode> = {
    overall: "enforce",
    chat: "enforce",
    group: "enforce",
    retry_after: "enforce",
  };
  readonly violations: Violation[] = [];
  #overallFreeAt = 0;
  readonly #chatFreeAt = new Map<number, number>();
  readonly #group = new Map<number, number[]>();
  #quiet = { from: Infinity, until: 0 };

  /** Every call so far that said a message, epoch milliseconds; for measuring how much of the limit is used. */
  readonly sentAt: number[] = [];

  setAll(mode: LimitMode): void {
    for (const name of Object.keys(this.modes) as LimitName[]) this.modes[name] = mode;
  }

  /** "Too many requests" was said: silence is expected until `until`. */
  silence(now: number, until: number): void {
    const silentAlready = now < this.#quiet.until;
    this.#quiet = {
      from: silentAlready ? this.#quiet.from : now,
      until: silentAlready ? Math.max(this.#quiet.until, until) : until,
    };
  }

  /** Counts one message. @returns after how many seconds to try again, if this one is refused. */
  refuses(chat: number, now: number): number | undefined {
    if (this.#breaksSilence(now)) {
      const refused = this.#violates("retry_after", chat, now, this.#quiet.until - now);
      if (refused !== undefined) return refused;
    }
    const waits = {
      overall: this.#overallFreeAt - (second - spacing) - now,
      chat: (this.#chatFreeAt.get(chat) ?? 0) - earliness - now,
      group: chat < 0 ? this.#groupWait(chat, now) : 0,
    };
    for (const name of ["overall", "chat", "group"] as const) {
      const refused = waits[name] > 0 ? this.#violates(name, chat, now, waits[name]) : undefined;
      if (refused !== undefined) return refused;
    }
    this.#count(chat, now);
    return undefined;
  }

  #breaksSilence(now: number): boolean {
    return now < this.#quiet.until && now > this.#quiet.from + alreadySent;
  }

  #groupWait(chat: number, now: number): number {
    const twentieth = this.#group.get(chat)?.at(-groupPerMinute);
    return twentieth === undefined ? 0 : twentieth + minute - earliness - now;
  }

  #count(chat: number, now: number): void {
    this.sentAt.push(now);
    this.#overallFreeAt = Math.max(this.#overallFreeAt, now) + spacing;
    this.#chatFreeAt.set(chat, Math.max(this.#chatFreeAt.get(chat) ?? 0, now) + second);
    if (chat < 0) this.#group.set(chat, [...(this.#group.get(chat) ?? []).slice(-groupPerMinute), now]);
  }

  #violates(limit: LimitName, chat: number, at: number, wait: number): number | undefined {
    if (this.modes[limit] === "off") return undefined;
    this.violations.push({ limit, chat, at });
    return this.modes[limit] === "enforce" ? Math.max(1, Math.ceil(wait / second)) : undefined;
  }
}
