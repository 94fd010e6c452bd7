import type { Database, Tx } from "../store/index.ts";
import { minute, type TimeSource } from "./clock.ts";
import { dueAlarms, markFired, postpone, type Alarm } from "./store.ts";

const batchSize = 100;
const retryDelay = 5 * minute;

/** What an alarm does, inside the transaction that marks it fired. */
export type Ring = (tx: Tx, alarm: Alarm, now: number) => Promise<void>;

export interface SweepPorts {
  readonly database: Database;
  readonly clock: TimeSource;
  readonly ring: Ring;
  readonly report: (error: unknown, alarm: Alarm) => void;
  /** The program is about to end: what is left rings in its next life. */
  readonly isStopping?: () => boolean;
}

/**
 * Rings everything that is due, each alarm in a transaction of its own: one that throws is reported, put five minutes
 * later, and the others ring. Several sweeps at once ring each alarm once.
 * @returns how many rang.
 */
export async function sweepAlarms(ports: SweepPorts): Promise<number> {
  let rung = 0;
  for (;;) {
    const now = ports.clock.now();
    const due = await ports.database.transaction((tx) => dueAlarms(tx, now, batchSize));
    for (const alarm of due) {
      if (ports.isStopping?.() === true) return rung;
      if (await ringOne(ports, alarm, now)) rung += 1;
    }
    if (due.length < batchSize) return rung;
  }
}

async function ringOne(ports: SweepPorts, alarm: Alarm, now: number): Promise<boolean> {
  try {
    return await ports.database.transaction(
      async (tx) => {
        if (!(await markFired(tx, alarm, now))) return false;
        await ports.ring(tx, alarm, now);
        return true;
      },
      { isolated: true },
    );
  } catch (error) {
    ports.report(error, alarm);
    await ports.database.transaction((tx) => postpone(tx, alarm, now + retryDelay));
    return false;
  }
}
