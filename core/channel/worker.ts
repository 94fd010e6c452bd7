import { setImmediate as yieldToOthers } from "node:timers/promises";
import type { Database, Tx } from "../store/index.ts";
import { second, type TimeSource } from "../time/index.ts";
import { addressOf } from "./address.ts";
import { takeTogether } from "./together.ts";
import { finishArrival, newestWaiting, parkArrival, putBack, takeArrivals, type Arrival } from "./store.ts";

const batchSize = 16;
/** A turn that fails this often is given up. */
const failuresAllowed = 3;
/** The program may have been ended from outside, more than once: deaths prove less than failures. */
const deathsAllowed = 5;
/** Waits before the second and third try: three tries within ten seconds. */
const retryDelays = [2 * second, 5 * second];

export interface InboxWorkerPorts {
  readonly database: Database;
  readonly clock: TimeSource;
  /** One turn: everything it does commits together with "this event is done". */
  readonly turn: (tx: Tx, arrival: Arrival) => Promise<void>;
  /** Said instead when an event was given up: an apology to the person, an alert to the admins. */
  readonly parked: (tx: Tx, arrival: Arrival, reason: string) => Promise<void>;
  readonly report: (error: unknown, arrival: Arrival) => void;
}

/** Processes the inbox, one turn at a time, in order per chat, yielding to the event loop after each. */
export interface InboxWorker {
  /** Works until nothing is due; a call while it works makes it look again before it rests. */
  drain(): Promise<void>;
}

export function createInboxWorker(ports: InboxWorkerPorts): InboxWorker {
  let draining: Promise<void> | undefined;
  let again = false;
  let carefulUpTo: number | undefined;

  async function work(): Promise<void> {
    try {
      carefulUpTo ??= await ports.database.transaction(newestWaiting);
      while (again) {
        again = false;
        if (await processBatch(ports, carefulUpTo)) again = true;
      }
    } finally {
      // At once, not when the promise has settled: a call in between would join a drain that looks no more.
      draining = undefined;
    }
  }

  return {
    drain() {
      again = true;
      draining ??= work();
      return draining;
    },
  };
}

async function processBatch(ports: InboxWorkerPorts, carefulUpTo: number): Promise<boolean> {
  const take = { now: ports.clock.now(), limit: batchSize, carefulUpTo };
  const taken = await ports.database.transaction((tx) => takeArrivals(tx, take));
  const held = new Set<string>();
  for (const arrival of await leftAfterTogether(ports, taken)) {
    const address = addressOf(arrival.event);
    if (!held.has(address) && !(await processOne(ports, arrival))) held.add(address);
    await yieldToOthers();
  }
  return taken.length > 0;
}

/** Takes what comes for the first time with others, as far as that goes. @returns what is to be taken alone. */
async function leftAfterTogether(
  ports: InboxWorkerPorts,
  arrivals: readonly Arrival[],
): Promise<readonly Arrival[]> {
  let left = arrivals;
  while (left.every(({ attempts }) => attempts === 1)) {
    const taken = await takeTogether(ports, left);
    if (taken === 0) break;
    left = left.slice(taken);
    await yieldToOthers();
  }
  return left;
}

/** @returns false when the event must be tried again, so that later ones of its chat wait. */
async function processOne(ports: InboxWorkerPorts, arrival: Arrival): Promise<boolean> {
  if (arrival.attempts > deathsAllowed) {
    await park(ports, arrival, `the program ended while processing it, ${deathsAllowed} times`);
    return true;
  }
  try {
    await ports.database.transaction(async (tx) => {
      if (await finishArrival(tx, arrival.id, ports.clock.now())) await ports.turn(tx, arrival);
    });
    return true;
  } catch (error) {
    ports.report(error, arrival);
    if (arrival.attempts >= failuresAllowed) {
      await park(ports, arrival, String(error));
      return true;
    }
    const retryAt = ports.clock.now() + (retryDelays[arrival.attempts - 1] ?? 0);
    await ports.database.transaction((tx) => putBack(tx, arrival, retryAt));
    return false;
  }
}

async function park(ports: InboxWorkerPorts, arrival: Arrival, reason: string): Promise<void> {
  await ports.database.transaction(async (tx) => {
    if (await parkArrival(tx, arrival.id, reason, ports.clock.now())) await ports.parked(tx, arrival, reason);
  });
}
