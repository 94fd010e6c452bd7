import { afterCommit, gatherer, type Database, type Tx } from "../store/index.ts";
import type { TimeSource } from "../time/index.ts";
import type { InboundEvent } from "./contract.ts";
import { storeArrivals } from "./store.ts";

export interface InboxPorts {
  readonly database: Database;
  readonly clock: TimeSource;
  /** How long an accept waits for others to share its write to disk; 5 ms unless given. */
  readonly gatherMs?: number;
  /** Called after a commit that stored something new. */
  readonly arrived: () => void;
  /** Told when nothing could be stored: the disk is full, the database is gone. Whoever brought the events is refused. */
  readonly report: (error: unknown, events: number) => void;
}

/** What other programs are told when something has arrived. */
export const inboxTopic = "inbox";

/** The durable door: `accept` resolves when its events are on the disk, one fsync for all that arrive within 5 ms. */
export function createInbox({ database, clock, gatherMs = 5, arrived, report }: InboxPorts): {
  accept(events: readonly InboundEvent[]): Promise<void>;
} {
  const store = gatherer<readonly InboundEvent[]>(gatherMs, async (batches) => {
    const events = batches.flat();
    const stored = await database.transaction(
      async (tx) => {
        const count = await storeArrivals(tx, events, clock.now());
        if (count > 0) await database.notify(tx, inboxTopic);
        return count;
      },
      { durable: true },
    );
    if (stored > 0) arrived();
  });

  return {
    async accept(events) {
      if (events.length === 0) return;
      try {
        await store(events);
      } catch (error) {
        report(error, events.length);
        throw error;
      }
    },
  };
}

/** What this program itself brings into a chat, about what was said there before. */
export type OwnEvent = Pick<InboundEvent, "dedupeKey" | "channel" | "bot" | "chat" | "actor" | "at" | "body">;

/** Stores events of this program's own in the transaction that makes them true; they are processed like any other. */
export async function storeOwn(
  { database, clock, arrived }: Pick<InboxPorts, "database" | "clock" | "arrived">,
  tx: Tx,
  events: readonly OwnEvent[],
): Promise<void> {
  const whole = events.map((event) => ({ ...event, group: false, addressed: true, isOwn: true }) as const);
  if ((await storeArrivals(tx, whole, clock.now())) === 0) return;
  await database.notify(tx, inboxTopic);
  afterCommit(tx, arrived);
}
