import { setTimeout as wait } from "node:timers/promises";
import { routeOf, type Adapter, type Outbound, type Outcome, type Route } from "../channel/index.ts";
import { gatherer, gathering, type Database } from "../store/index.ts";
import { second, type TimeSource } from "../time/index.ts";
import { createFlight, type Flight } from "./flight.ts";
import { createLeaser, type Taken, type TakenRow } from "./leasing/lease.ts";
import type { Leased } from "./leasing/store.ts";
import { createTakeover } from "./leasing/takeover.ts";
import { attemptsWithFile } from "./model.ts";
import { holdsChat, type Attempt, type OutcomePorts } from "./outcome.ts";
import { recordEnds, type Ended } from "./recording.ts";

const inFlightAllowed = 32;
/** An adapter that has not answered by then is treated as "fate unknown". */
const sendTimeout = 45 * second;
/** What may be taken only later than this is left to the next look. */
const longestPause = 5 * second;
/** A program that ends sends answers for so long still; the rest waits for its next life, or for another program. */
const lastSends = 5 * second;

export interface PumpPorts extends OutcomePorts {
  readonly database: Database;
  readonly clock: TimeSource;
  readonly adapter: Adapter;
  /** How long rows to lease, and outcomes to record, wait for others to share their commit; 5 ms unless given. */
  readonly gatherMs?: number;
  /** Names this process in its leases: what `database.programs` calls it. */
  readonly owner: string;
  readonly report: (error: unknown, row: Leased) => void;
  /** How a message with a file of another platform comes by it; where it is missing, such files are given as they are. */
  readonly files?: OutboundFiles;
}

/** What becomes of a message's file on a platform it is not from. */
export interface OutboundFiles {
  /** The message with its file or in words, or for how long it must wait for it, milliseconds. */
  bring(outbound: Outbound): Promise<Outbound | { readonly waitMs: number }>;
  /** The message without its file, saying so. */
  inWords(outbound: Outbound): Promise<Outbound>;
  /** The platform would not have the file; the message goes in words. */
  refused(row: Leased, code: string): void;
}

/** Sends what the outbox holds for one adapter: lane by lane, in order per chat, each row leased before it is sent. */
export interface Pump {
  /** Sends until nothing is due; a call while it sends makes it look again before it rests. */
  drain(): Promise<void>;
  /** Takes over what a program that died was sending, and what one that lives has not ended within its lease. */
  recover(): Promise<void>;
  /** Begins no notice to many any more, and soon nothing: the program is about to end. */
  stop(): void;
}

export function createPump(ports: PumpPorts): Pump {
  const pumping = pumpingFor(ports);
  const flight = createFlight();
  let draining: Promise<void> | undefined;
  let nudged = Promise.withResolvers<void>();
  let again = false;

  async function work(): Promise<void> {
    try {
      while (again) {
        again = false;
        const landed = flight.landed();
        const hasMore = await sendNext(pumping, flight);
        // What landed meanwhile may have freed its chat too late for this lease.
        again ||= hasMore || flight.landed() > landed;
        again ||= await rest(pumping, flight, nudged.promise);
      }
      flight.throwIfBroken();
    } finally {
      // At once, not when the promise has settled: a call in between would join a drain that looks no more.
      draining = undefined;
    }
  }

  return {
    drain() {
      again = true;
      nudged.resolve();
      nudged = Promise.withResolvers<void>();
      draining ??= work();
      return draining;
    },
    recover: createTakeover({ ...ports, route: pumping.route, isHeld: (id) => pumping.held.has(id) }),
    stop: () => void (pumping.stopsAt = pumping.clock.now() + lastSends),
  };
}

/** @returns whether there may be more to send at once. */
async function sendNext(pumping: Pumping, flight: Flight): Promise<boolean> {
  const { rows, isMoreFree } = await leaseNext(pumping, inFlightAllowed - flight.size());
  const groups = Map.groupBy(rows, (row) => `${row.outbound.to} ${row.lane}`);
  for (const group of groups.values()) flight.launch(sendGroup(pumping, group));
  return rows.length > 0 || isMoreFree;
}

/** Until something happens that may give more to do. @returns false when nothing will. */
async function rest(pumping: Pumping, flight: Flight, nudged: Promise<void>): Promise<boolean> {
  const pause = pumping.lookAt - pumping.clock.now();
  const isSoon = pause <= longestPause;
  if (!isSoon && flight.size() === 0) return false;
  const over = new AbortController();
  const events = [nudged];
  if (flight.size() > 0) events.push(flight.landing());
  if (isSoon) events.push(waitUntilOver(Math.max(0, pause), over.signal));
  await Promise.race(events);
  over.abort();
  return true;
}

async function waitUntilOver(pause: number, signal: AbortSignal): Promise<void> {
  await wait(pause, undefined, { signal }).catch(() => undefined);
}

function pumpingFor(ports: PumpPorts): Pumping {
  const { adapter, gatherMs = 5 } = ports;
  const route = routeOf(adapter.channel, adapter.bot);
  return {
    ...ports,
    route,
    gatherMs,
    quietUntil: 0,
    stopsAt: Infinity,
    lookAt: Infinity,
    held: new Set(),
    lease: createLeaser(ports, route),
    record: gatherer<Ended>(gatherMs, (groups) => recordEnds(ports, route, groups)),
  };
}

interface Pumping extends PumpPorts {
  readonly route: Route;
  readonly gatherMs: number;
  /** The platform asked for patience until then; known here before it is written down. */
  quietUntil: number;
  /** From then on nothing is begun any more; Infinity while the program lives. */
  stopsAt: number;
  /** When to look again at the latest for what was left, unless somebody looks before. */
  lookAt: number;
  /** The rows that are being sent, or whose end is being written down. */
  readonly held: Set<number>;
  readonly lease: (capacity: number, withBulk: boolean) => Promise<Taken>;
  readonly record: (ended: Ended) => Promise<void>;
}

async function leaseNext(pumping: Pumping, capacity: number): Promise<Pick<Taken, "rows" | "isMoreFree">> {
  const { clock, stopsAt } = pumping;
  const none = { rows: [], isMoreFree: false };
  if (capacity <= 0) return none;
  await gathering(pumping.gatherMs);
  const now = clock.now();
  if (pumping.lookAt <= now) pumping.lookAt = Infinity;
  if (pumping.quietUntil > now || stopsAt <= now) return none;
  const taken = await pumping.lease(capacity, stopsAt === Infinity);
  pumping.lookAt = Math.min(pumping.lookAt, taken.lookAt);
  return taken;
}

async function sendGroup(pumping: Pumping, rows: readonly TakenRow[]): Promise<void> {
  for (const { id } of rows) pumping.held.add(id);
  await pumping.record(await sendEach(pumping, rows));
  for (const { id } of rows) pumping.held.delete(id);
}

async function sendEach(pumping: Pumping, rows: readonly TakenRow[]): Promise<Ended> {
  const attempts: Attempt[] = [];
  let waitMs = 0;
  for (const row of rows) {
    const brought = await bring(pumping, row);
    waitMs = "waitMs" in brought ? brought.waitMs : 0;
    if ("waitMs" in brought || pumping.quietUntil > pumping.clock.now()) break;
    const outcome = await attempt(pumping, row, brought);
    attempts.push({ row, outcome, at: pumping.clock.now() });
    if (holdsChat(outcome)) break;
  }
  return { attempts, untried: rows.slice(attempts.length), waitMs };
}

/** A message as it can be shown now. A file whose sending failed again and again is left out, so that what follows it arrives. */
async function bring(
  { files, adapter }: Pumping,
  { outbound, attempts }: Leased,
): Promise<Outbound | { readonly waitMs: number }> {
  if (!files || !outbound.file) return outbound;
  if (attempts >= attemptsWithFile) return files.inWords(outbound);
  return outbound.file.channel === adapter.channel ? outbound : files.bring(outbound);
}

async function attempt(pumping: Pumping, row: Leased, outbound: Outbound): Promise<Outcome> {
  try {
    const outcome = await sendWithin(pumping, outbound);
    if (outcome.kind === "rejected" && outcome.file === true && pumping.files) {
      pumping.files.refused(row, outcome.code);
      return await sendWithin(pumping, await pumping.files.inWords(outbound));
    }
    return outcome;
  } catch (error) {
    pumping.report(error, row);
    return { kind: "unknown" };
  }
}

async function sendWithin(pumping: Pumping, outbound: Outbound): Promise<Outcome> {
  const late = new AbortController();
  try {
    const sent = pumping.adapter.send(pumping.adapter.render(outbound));
    const outcome = await Promise.race([
      sent,
      wait(sendTimeout, { kind: "unknown" } as const, { signal: late.signal, ref: false }),
    ]);
    if (outcome.kind === "retry")
      pumping.quietUntil = Math.max(pumping.quietUntil, pumping.clock.now() + outcome.afterMs);
    return outcome;
  } finally {
    late.abort();
  }
}
