import type { Database } from "../store/index.ts";
import type { Clock } from "../time/index.ts";
import type { InboundEvent } from "./contract.ts";
import { storeArrivals } from "./store.ts";

/** How long an accept waits for others to share its write to disk, milliseconds. */
const gatherFor = 5;

interface Waiting {
  readonly events: readonly InboundEvent[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export interface InboxPorts {
  readonly database: Database;
  readonly clock: Clock;
  /** Called after a commit that stored something new. */
  readonly arrived: () => void;
  /** Told when nothing could be stored: the disk is full, the database is gone. Whoever brought the events is refused. */
  readonly report: (error: unknown, events: number) => void;
}

/** The durable door: `accept` resolves when its events are on the disk, one fsync for all that arrive within 5 ms. */
export function createInbox({ database, clock, arrived, report }: InboxPorts): {
  accept(events: readonly InboundEvent[]): Promise<void>;
} {
  let gathering: Waiting[] = [];

  async function commit(): Promise<void> {
    const waiting = gathering;
    gathering = [];
    try {
      const events = waiting.flatMap((one) => one.events);
      const stored = await database.transaction((tx) => storeArrivals(tx, events, clock.now()), {
        durable: true,
      });
      for (const one of waiting) one.resolve();
      if (stored > 0) arrived();
    } catch (error) {
      report(error, waiting.length);
      for (const one of waiting) one.reject(error);
    }
  }

  return {
    accept(events) {
      if (events.length === 0) return Promise.resolve();
      return new Promise((resolve, reject) => {
        gathering.push({ events, resolve, reject });
        if (gathering.length === 1) setTimeout(() => void commit(), gatherFor);
      });
    },
  };
}
