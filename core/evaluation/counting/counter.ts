import { setImmediate as whatWaits } from "node:timers/promises";
import type { Database } from "../../store/index.ts";
import type { TimeSource, Zone } from "../../time/index.ts";
import { countNext, daysIn } from "./service.ts";

export interface CounterPorts {
  readonly database: Pick<Database, "transaction">;
  readonly clock: TimeSource;
  readonly zone: Zone;
  readonly isStopping: () => boolean;
}

/** What counts beside the turns. */
export interface Counter {
  /** Counts everything that has happened, some of it in each transaction, so that nobody waits for it. */
  drain(): Promise<void>;
}

export function createCounter({ database, clock, zone, isStopping }: CounterPorts): Counter {
  const dayAt = daysIn(zone);
  return {
    async drain() {
      while (!isStopping()) {
        if (!(await database.transaction((tx) => countNext({ tx, now: clock.now(), dayAt })))) return;
        await whatWaits();
      }
    },
  };
}
