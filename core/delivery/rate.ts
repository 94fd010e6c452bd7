import { second, type Clock } from "../time/index.ts";

/** Spends a platform's allowance: so many messages a second in all, so many a second to one chat. */
export interface Pace {
  /** How many more may be sent now. */
  available(): number;
  spend(count: number): void;
  /** When `available` is at least one again, epoch milliseconds. */
  readyAt(): number;
  /** Books the next slot of a chat. @returns how long to wait for it, milliseconds. */
  bookChat(chat: string): number;
}

/** A token bucket of one second's worth; `Infinity` means no limit. */
export function createPace(
  clock: Clock,
  rates: { readonly perSecond: number; readonly perChatPerSecond: number },
): Pace {
  let tokens = rates.perSecond;
  let filledAt = clock.now();
  const nextSlots = new Map<string, number>();

  function refill(): void {
    const now = clock.now();
    const passed = Math.max(0, now - filledAt);
    tokens = Math.min(rates.perSecond, tokens + (passed / second) * rates.perSecond);
    filledAt = now;
  }

  return {
    available() {
      if (rates.perSecond === Infinity) return Infinity;
      refill();
      return Math.floor(tokens);
    },
    spend(count) {
      if (rates.perSecond !== Infinity) tokens -= count;
    },
    readyAt() {
      const missing = Math.max(0, 1 - tokens);
      return missing === 0 || rates.perSecond === Infinity
        ? clock.now()
        : clock.now() + Math.ceil((missing / rates.perSecond) * second);
    },
    bookChat(chat) {
      if (rates.perChatPerSecond === Infinity) return 0;
      const now = clock.now();
      if (nextSlots.size > 10_000) forgetPast(nextSlots, now);
      const slot = Math.max(now, nextSlots.get(chat) ?? 0);
      nextSlots.set(chat, slot + second / rates.perChatPerSecond);
      return slot - now;
    },
  };
}

function forgetPast(nextSlots: Map<string, number>, now: number): void {
  for (const [chat, slot] of nextSlots) if (slot <= now) nextSlots.delete(chat);
}
