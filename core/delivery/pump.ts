import { setTimeout as wait } from "node:timers/promises";
import {
  readAddress,
  rememberMenu,
  routeOf,
  type Adapter,
  type Address,
  type Outbound,
  type Outcome,
} from "../channel/index.ts";
import { gatherer, type Database } from "../store/index.ts";
import { second, type TimeSource } from "../time/index.ts";
import { attemptsWithFile, fateOfOrphan, fateOfUnknown } from "./model.ts";
import { holdsChat, recordOutcome, type Attempt, type OutcomePorts } from "./outcome.ts";
import { createPace, type Pace } from "./rate.ts";
import { endLease, leaseRows, leasesOf, pausedUntil, recordFate, type Leased } from "./store.ts";

const inFlightAllowed = 32;
/** An adapter that has not answered by then is treated as "fate unknown". */
const sendTimeout = 45 * second;
/** A chat whose turn comes later than this lets others go first. */
const longestPause = 5 * second;
/** Outlasts the send timeout and the skew of clocks. */
const leaseFor = 90 * second;

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
        const rows = await leaseNext(pumping, inFlightAllowed - flight.size());
        const groups = Map.groupBy(rows, (row) => `${row.outbound.to} ${row.lane}`);
        for (const group of groups.values()) flight.launch(sendGroup(pumping, group));
        const underWay = flight.size() > 0;
        if (rows.length === 0 && underWay) await Promise.race([flight.landing(), nudged.promise]);
        again ||= rows.length > 0 || underWay;
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
    recover: () => recoverLeases(pumping),
  };
}

function pumpingFor(ports: PumpPorts): Pumping {
  const { adapter, clock, gatherMs = 5 } = ports;
  const pace = createPace(clock, adapter.caps().rates, (to) => isGroup(adapter, to));
  return {
    ...ports,
    route: routeOf(adapter.channel, adapter.bot),
    pace,
    gatherMs,
    quietUntil: 0,
    record: gatherer<Ended>(gatherMs, (groups) => recordEnds(ports, pace, groups)),
  };
}

function isGroup(adapter: Adapter, to: Address): boolean {
  return adapter.isGroup?.(readAddress(to).chat) ?? false;
}

/** Groups on their way. What one throws is kept until it is asked for: it is the drain's, not the end of the program. */
function createFlight() {
  const underWay = new Set<Promise<void>>();
  let broken: { readonly error: unknown } | undefined;
  return {
    size: () => underWay.size,
    launch(sending: Promise<void>): void {
      const landing = sending
        .catch((error: unknown) => {
          broken = { error };
        })
        .finally(() => underWay.delete(landing));
      underWay.add(landing);
    },
    landing: () => Promise.race(underWay),
    throwIfBroken(): void {
      const failed = broken;
      broken = undefined;
      if (failed) throw failed.error;
    },
  };
}

/** Messages of one chat and lane that were tried, and those behind them that were not. */
interface Ended {
  readonly attempts: readonly Attempt[];
  readonly untried: readonly Leased[];
  /** How long the first of those waits for its file, milliseconds. */
  readonly waitMs?: number;
}

interface Pumping extends PumpPorts {
  readonly route: string;
  readonly pace: Pace;
  readonly gatherMs: number;
  /** The platform asked for patience until then; known here before it is written down. */
  quietUntil: number;
  readonly record: (ended: Ended) => Promise<void>;
}

async function leaseNext(pumping: Pumping, capacity: number): Promise<readonly Leased[]> {
  if (capacity <= 0) return [];
  await wait(pumping.gatherMs);
  const { route, owner, pace, clock } = pumping;
  if (pace.available() < 1) await wait(pace.readyAt() - clock.now());
  const limit = Math.min(capacity, pace.available());
  const now = clock.now();
  if (pumping.quietUntil > now) return [];
  const rows = await pumping.database.transaction(
    async (tx) =>
      (await pausedUntil(tx, route)) > now
        ? []
        : leaseRows(tx, { route, owner, now, until: now + leaseFor, limit }),
    { durable: true },
  );
  pace.spend(rows.length);
  return rows;
}

async function sendGroup(pumping: Pumping, rows: readonly Leased[]): Promise<void> {
  const unwritten: Attempt[] = [];
  let tried = 0;
  let waitMs = 0;
  const writeDown = async (untried: readonly Leased[]): Promise<void> => {
    const attempts = unwritten.splice(0);
    if (attempts.length + untried.length > 0) await pumping.record({ attempts, untried, waitMs });
  };
  for (const row of rows) {
    const brought = await bring(pumping, row);
    waitMs = "waitMs" in brought ? brought.waitMs : 0;
    if ("waitMs" in brought || !(await turnComes(pumping, row.outbound.to, () => writeDown([])))) break;
    const outcome = await attempt(pumping, row, brought);
    unwritten.push({ row, outcome });
    tried += 1;
    if (holdsChat(outcome)) break;
  }
  await writeDown(rows.slice(tried));
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

/**
 * Waits for a chat's turn; while it waits, what was sent is written down.
 * @returns false when that takes too long, or the platform asks for silence: then the chat gives up its place for now.
 */
async function turnComes(
  pumping: Pumping,
  address: Address,
  writeDown: () => Promise<void>,
): Promise<boolean> {
  const { pace, clock } = pumping;
  for (let pause = pace.waitFor(address); pause > 0; pause = pace.waitFor(address)) {
    if (pause > longestPause) return false;
    await Promise.all([wait(pause), writeDown()]);
  }
  if (pumping.quietUntil > clock.now()) return false;
  pace.sends(address);
  return true;
}

async function recordEnds(ports: PumpPorts, pace: Pace, groups: readonly Ended[]): Promise<void> {
  const { database, clock, owner } = ports;
  const now = clock.now();
  await database.transaction(async (tx) => {
    for (const { attempts, untried, waitMs = 0 } of groups) {
      for (const row of untried) {
        const nextAt = now + Math.max(waitMs, pace.waitFor(row.outbound.to));
        await recordFate(tx, row, owner, { state: "waiting", nextAt, attempts: row.attempts });
      }
      for (const done of attempts) await recordOutcome(tx, ports, done, owner, now);
    }
  });
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

async function recoverLeases({ database, route, clock }: Pumping): Promise<void> {
  const now = clock.now();
  await database.transaction(async (tx) => {
    const leases = await leasesOf(tx, route);
    if (leases.length === 0) return;
    // Asked after the leases were read: whoever leased one of them was announced before.
    const alive = await database.programs(tx);
    for (const lease of leases) {
      const orphan = !alive.has(lease.owner);
      if (!orphan && lease.until > now) continue;
      const fateOf = orphan ? fateOfOrphan : fateOfUnknown;
      await endLease(tx, lease, fateOf(lease.lane, lease.attempts, now));
      // It may have been seen: a number said before it is said again answers this menu, not the one before.
      if (lease.menu) await rememberMenu(tx, lease.address, lease.menu, now);
    }
  });
}
