import type { Database, Tx } from "../store/index.ts";
import type { TimeSource } from "../time/index.ts";
import { finishArrival, type Arrival, type Found } from "./store.ts";

/** So long may turns that share a commit keep others from the database; with 5 ms one accept in a hundred waited for 28. */
const longestMs = 2;

export interface TogetherPorts {
  readonly database: Database;
  readonly clock: TimeSource;
  readonly turn: (tx: Tx, arrival: Arrival) => Promise<void>;
}

/**
 * Takes turns in order in one transaction, for some milliseconds: on SQLite a commit costs as much as a turn, and turns write to
 * the same pages. When one of them fails nothing of any has happened, and each is to be taken alone, so that one cannot
 * spoil the others.
 * @returns how many were taken.
 */
export async function takeTogether(
  { database, clock, turn }: TogetherPorts,
  arrivals: readonly Found[],
): Promise<number> {
  if (arrivals.length < 2 || database.engine !== "sqlite") return 0;
  try {
    return await database.transaction(async (tx) => {
      const began = clock.now();
      let taken = 0;
      for (const arrival of arrivals) {
        if (taken > 0 && clock.now() - began >= longestMs) break;
        if (await finishArrival(tx, arrival, clock.now())) await turn(tx, arrival);
        taken += 1;
      }
      return taken;
    });
  } catch {
    // Taken alone it fails again, and is reported then.
    return 0;
  }
}
