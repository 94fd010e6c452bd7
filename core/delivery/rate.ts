import type { Rates } from "../channel/index.ts";
import { minute, second, type TimeSource } from "../time/index.ts";

/** Spends a platform's allowance: so many messages a second in all, so many to one chat, so many to a group. */
export interface Pace {
  /** How many more may be sent now. */
  available(): number;
  spend(count: number): void;
  /** When `available` is at least one again, epoch milliseconds. */
  readyAt(): number;
  /** How long a message to a chat must wait now, milliseconds. */
  waitFor(chat: string): number;
  /** Counts a message that is sent to a chat in this moment. */
  sends(chat: string): void;
}

/** Keeps a platform's rates: what is leased spends from a bucket of one burst; what is sent keeps its distance besides. */
export function createPace(
  clock: TimeSource,
  rates: Rates,
  isGroup: (chat: string) => boolean = () => false,
): Pace {
  const { perSecond, burst = perSecond } = rates;
  const bucket = createBucket(clock, perSecond, burst);
  const distance = createDistance(clock, perSecond, burst);
  const chats = createChatPace(clock, rates, isGroup);

  return {
    ...bucket,
    waitFor: (chat) => Math.ceil(Math.max(distance.wait(), chats.wait(chat))),
    sends(chat) {
      distance.count();
      chats.count(chat);
    },
  };
}

/** A token bucket; `Infinity` a second means no limit. */
function createBucket(
  clock: TimeSource,
  perSecond: number,
  burst: number,
): Pick<Pace, "available" | "spend" | "readyAt"> {
  let tokens = burst;
  let filledAt = clock.now();

  function refill(): void {
    const now = clock.now();
    const passed = Math.max(0, now - filledAt);
    tokens = Math.min(burst, tokens + (passed / second) * perSecond);
    filledAt = now;
  }

  return {
    available() {
      if (perSecond === Infinity) return Infinity;
      refill();
      return Math.floor(tokens);
    },
    spend(count) {
      if (perSecond !== Infinity) tokens -= count;
    },
    readyAt() {
      const missing = Math.max(0, 1 - tokens);
      return missing === 0 || perSecond === Infinity
        ? clock.now()
        : clock.now() + Math.ceil((missing / perSecond) * second);
    },
  };
}

/**
 * Rows of one chat are leased together and sent one after the other; the bucket counted them all at once. This keeps the
 * sending itself within the rate.
 */
function createDistance(
  clock: TimeSource,
  perSecond: number,
  burst: number,
): { wait: () => number; count: () => void } {
  const spacing = second / perSecond;
  let freeAt = 0;
  return {
    wait: () => (perSecond === Infinity ? 0 : Math.max(0, freeAt - (burst - 1) * spacing - clock.now())),
    count() {
      freeAt = Math.max(freeAt, clock.now()) + spacing;
    },
  };
}

function createChatPace(
  clock: TimeSource,
  { perChatPerSecond, perGroupPerMinute = Infinity }: Rates,
  isGroup: (chat: string) => boolean,
): { wait: (chat: string) => number; count: (chat: string) => void } {
  const nextSlots = new Map<string, number>();
  /** The last slots of each group, as many as a minute may hold. */
  const lastSlots = new Map<string, readonly number[]>();

  function groupSlot(chat: string): number {
    const last = lastSlots.get(chat);
    return last && last.length >= perGroupPerMinute ? (last[0] ?? 0) + minute : 0;
  }

  return {
    wait(chat) {
      const now = clock.now();
      return Math.max(now, nextSlots.get(chat) ?? 0, groupSlot(chat)) - now;
    },
    count(chat) {
      const now = clock.now();
      if (perChatPerSecond !== Infinity) {
        if (nextSlots.size > 10_000) forgetPast(nextSlots, now);
        nextSlots.set(chat, now + second / perChatPerSecond);
      }
      if (perGroupPerMinute !== Infinity && isGroup(chat))
        lastSlots.set(chat, [...(lastSlots.get(chat) ?? []), now].slice(-perGroupPerMinute));
    },
  };
}

function forgetPast(nextSlots: Map<string, number>, now: number): void {
  for (const [chat, slot] of nextSlots) if (slot <= now) nextSlots.delete(chat);
}
