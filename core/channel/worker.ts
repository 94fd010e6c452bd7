import { setImmediate as yieldToOthers } from "node:timers/promises";
import type { Database, Tx } from "../store/index.ts";
import { second, type TimeSource } from "../time/index.ts";
import { addressOf } from "./address.ts";
import {
  countAttempt,
  finishArrival,
  newestWaiting,
  parkArrival,
  putBack,
  takeArrivals,
  type Arrival,
  type Found,
} from "./store.ts";
import { takeTogether } from "./together.ts";

const batchSize = 16;
/** A turn that fails this often is given up. */
const failuresAllowed = 3;
/** The program may have been ended from outside, more than once: deaths prove less than failures. */
const deathsAllowed = 5;
/** Waits before the second and third try: three tries within ten seconds. */
const retryDelays = [2 * second, 5 * second];
/** Between writing down that a try begins and beginning it another program must not begin one too. */
const beginsWithin = 2 * second;

export interface InboxWorkerPorts {
  readonly database: Database;
  readonly clock: TimeSource;
  /** One turn: everything it does commits together with "this event is done". */
  readonly turn: (tx: Tx, arrival: Arrival) => Promise<void>;
  /** Said instead when an event was given up: an apology to the person, an alert to the admins. */
  readonly parked: (tx: Tx, arrival: Arrival, reason: string) => Promise<void>;
  readonly report: (error: unknown, arrival: Arrival) => void;
}

/**
 * Processes the inbox, one turn at a time, in order per chat, yielding to the event loop after each. Several programs may:
 * a chat is held by whoever takes a turn in it.
 */
export interface InboxWorker {
  /** Works until nothing is due that no other program has; a call while it works makes it look again before it rests. */
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

/** @returns whether anything was done; what another program has is that one's to go on with. */
async function processBatch(ports: InboxWorkerPorts, carefulUpTo: number): Promise<boolean> {
  const { database, clock } = ports;
  const oneOfEachChat = database.engine === "postgresql";
  const take = { now: clock.now(), limit: batchSize, carefulUpTo, oneOfEachChat };
  const taken = await database.transaction((tx) => takeArrivals(tx, take));
  const held = new Set<string>();
  const left = await leftAfterTogether(ports, taken);
  let hasDone = left.length < taken.length;
  for (const found of left) {
    const address = addressOf(found.event);
    if (held.has(address)) continue;
    const end = await processOne(ports, found);
    if (end !== "done") held.add(address);
    if (end !== "elsewhere") hasDone = true;
    await yieldToOthers();
  }
  return hasDone;
}

/** Takes what comes for the first time with others, as far as that goes. @returns what is to be taken alone. */
async function leftAfterTogether(
  ports: InboxWorkerPorts,
  arrivals: readonly Found[],
): Promise<readonly Found[]> {
  let left = arrivals;
  while (left.every(({ isCareful }) => !isCareful)) {
    const taken = await takeTogether(ports, left);
    if (taken === 0) break;
    left = left.slice(taken);
    await yieldToOthers();
  }
  return left;
}

/** done: the next one of its chat may go on; again: it must be tried again; elsewhere: another program has it. */
type End = "done" | "again" | "elsewhere";

async function processOne(ports: InboxWorkerPorts, found: Found): Promise<End> {
  if (found.attempts > deathsAllowed) {
    await park(ports, found, `the program ended while processing it, ${deathsAllowed} times`);
    return "done";
  }
  const arrival = found.isCareful ? await count(ports, found) : found;
  if (!arrival) return "elsewhere";
  try {
    return await takeTurn(ports, arrival);
  } catch (error) {
    ports.report(error, arrival);
    if (arrival.attempts >= failuresAllowed) {
      await park(ports, arrival, String(error));
      return "done";
    }
    const retryAt = ports.clock.now() + (retryDelays[arrival.attempts - 1] ?? 0);
    await ports.database.transaction((tx) => putBack(tx, arrival, retryAt));
    return "again";
  }
}

function count({ database, clock }: InboxWorkerPorts, found: Found): Promise<Found | undefined> {
  const now = clock.now();
  const until = database.engine === "postgresql" ? now + beginsWithin : now;
  return database.transaction(async (tx) =>
    (await database.tryToHold(tx, chatOf(found))) ? countAttempt(tx, found, until) : undefined,
  );
}

function takeTurn({ database, clock, turn }: InboxWorkerPorts, arrival: Found): Promise<End> {
  return database.transaction(
    async (tx) => {
      // Whoever wrote down that it begins does begin: another holds the chat for a moment only.
      if (arrival.isCareful) await database.hold(tx, chatOf(arrival));
      else if (!(await database.tryToHold(tx, chatOf(arrival)))) return "elsewhere";
      if (!(await finishArrival(tx, arrival, clock.now()))) return "elsewhere";
      await turn(tx, arrival);
      return "done";
    },
    { isolated: true },
  );
}

/** The name under which a chat is one program's until its transaction ends. */
function chatOf({ event }: Arrival): string {
  return `chat ${addressOf(event)}`;
}

async function park(ports: InboxWorkerPorts, arrival: Arrival, reason: string): Promise<void> {
  await ports.database.transaction(async (tx) => {
    if (await parkArrival(tx, arrival.id, reason, ports.clock.now())) await ports.parked(tx, arrival, reason);
  });
}
