import { setTimeout as wait } from "node:timers/promises";
import type { Adapter } from "../channel/index.ts";
import type { Database, Tx } from "../store/index.ts";
import { minute, type TimeSource } from "../time/index.ts";
import { hashIn, type KeptFile, type KeptFiles } from "./keptFiles.ts";
import { fateOfFailure, largestOf, type Reason } from "./model.ts";
import {
  claimFile,
  dueFiles,
  isKept,
  markEnded,
  markKept,
  postponeFile,
  type Claimant,
  type Wanted,
} from "./store.ts";

/** How many files of one platform a program fetches side by side: four of the largest are 80 MB of memory. */
export const atOnce = 4;
/** A platform that has not handed over a file by then is tried again. */
const fetchTimeout = 2 * minute;

export interface FetcherPorts {
  readonly database: Database;
  readonly clock: TimeSource;
  readonly files: KeptFiles;
  readonly adapter: Pick<Adapter, "channel" | "bot" | "download">;
  /** Tells whoever sent it, in the transaction that refuses it. */
  readonly refused: (tx: Tx, wanted: Wanted, reason: Reason) => Promise<void>;
  /** The operator should know: it was not fetched this time, or never will be. */
  readonly report: (wanted: Wanted, failure: { readonly error?: unknown; readonly reason?: Reason }) => void;
}

/** Fetches what arrived on one platform and keeps it by hash; what is half-done when the program dies is fetched again. */
export interface Fetcher {
  /** Fetches until nothing is due; a call while it works makes it look again at once. @returns whether anything was due. */
  drain(): Promise<boolean>;
  /** The files that are due and that nobody fetches yet, so many at most. */
  due(limit: number): Promise<readonly string[]>;
  /** Fetches one file, if it is still to be fetched and nobody does. @returns when to try again, if it did not come. */
  fetch(fileId: string): Promise<number | undefined>;
  /** Ends at once: what is under way is left for the next life. */
  stop(): void;
}

export function createFetcher(ports: FetcherPorts): Fetcher {
  const stopped = Promise.withResolvers<"stopped">();
  const underWay = createUnderWay((wanted) => fetchOne(ports, wanted, stopped.promise));
  let isStopped = false;
  const take = async () => (isStopped ? [] : takeDue(ports, underWay));
  return {
    drain: createDrain(underWay, take),
    due: (limit) => asClaimant(ports, (tx, claimant) => dueFiles(tx, ports.adapter, claimant, limit)),
    async fetch(fileId) {
      if (isStopped) return undefined;
      const wanted = await asClaimant(ports, (tx, claimant) =>
        claimFile(tx, ports.adapter, fileId, claimant),
      );
      return wanted && !underWay.has(fileId) ? underWay.begin(wanted) : undefined;
    },
    stop() {
      isStopped = true;
      stopped.resolve("stopped");
    },
  };
}

/** Launches what `take` finds until it finds nothing and all have landed; one at a time, however often it is called. */
function createDrain(underWay: UnderWay, take: () => Promise<readonly Wanted[]>): () => Promise<boolean> {
  let again = false;
  let nudged = Promise.withResolvers<void>();
  let draining: Promise<boolean> | undefined;

  async function work(): Promise<boolean> {
    let worked = false;
    try {
      while (again) {
        [again, nudged] = [false, Promise.withResolvers<void>()];
        for (const wanted of await take()) underWay.launch(wanted);
        if (underWay.size() === 0) continue;
        await Promise.race([underWay.landing(), nudged.promise]);
        underWay.throwIfBroken();
        [again, worked] = [true, true];
      }
      return worked;
    } finally {
      // At once, not when the promise has settled: a call in between would join a drain that looks no more.
      draining = undefined;
    }
  }

  return () => {
    again = true;
    nudged.resolve();
    draining ??= work();
    return draining;
  };
}

/** Reads and takes files in a transaction, as one of the programs that live. */
async function asClaimant<T>(
  { database, clock }: FetcherPorts,
  work: (tx: Tx, claimant: Claimant) => Promise<T>,
): Promise<T> {
  return database.transaction(async (tx) => {
    const programs = await database.programs(tx);
    const others = Array.from(programs).filter((name) => name !== database.self);
    return work(tx, { now: clock.now(), self: database.self, others });
  });
}

type UnderWay = ReturnType<typeof createUnderWay>;

/** As many of what is due as may be on their way beside those that are. */
async function takeDue(ports: FetcherPorts, underWay: UnderWay): Promise<readonly Wanted[]> {
  const { adapter } = ports;
  const places = atOnce - underWay.size();
  if (places <= 0) return [];
  return asClaimant(ports, async (tx, claimant) => {
    const taken: Wanted[] = [];
    for (const fileId of await dueFiles(tx, adapter, claimant, atOnce + underWay.size())) {
      if (taken.length >= places || underWay.has(fileId)) continue;
      const wanted = await claimFile(tx, adapter, fileId, claimant);
      if (wanted) taken.push(wanted);
    }
    return taken;
  });
}

/** Files on their way, each once. What one that was launched throws is kept until it is asked for: it is the drain's. */
function createUnderWay(fetch: (wanted: Wanted) => Promise<number | undefined>) {
  const underWay = new Map<string, Promise<unknown>>();
  let broken: { readonly error: unknown } | undefined;

  function begin(wanted: Wanted): Promise<number | undefined> {
    const { fileId } = wanted;
    const fetching = fetch(wanted).finally(() => underWay.delete(fileId));
    underWay.set(
      fileId,
      fetching.catch(() => undefined),
    );
    return fetching;
  }

  return {
    size: () => underWay.size,
    has: (fileId: string) => underWay.has(fileId),
    begin,
    launch(wanted: Wanted): void {
      if (underWay.has(wanted.fileId)) return;
      begin(wanted).catch((error: unknown) => {
        broken = { error };
      });
    },
    landing: () => Promise.race(underWay.values()),
    throwIfBroken(): void {
      const failed = broken;
      broken = undefined;
      if (failed) throw failed.error;
    },
  };
}

type Fetched = { readonly kept: KeptFile } | { readonly reason: Reason } | { readonly error: unknown };

/** @returns when to try again, if it did not come. */
async function fetchOne(
  ports: FetcherPorts,
  wanted: Wanted,
  stopped: Promise<"stopped">,
): Promise<number | undefined> {
  const fetched = await Promise.race([fetchBytes(ports, wanted), stopped]);
  return fetched === "stopped" ? undefined : record(ports, wanted, fetched);
}

async function fetchBytes({ adapter, files }: FetcherPorts, wanted: Wanted): Promise<Fetched> {
  const { kind, channel, fileId: id } = wanted;
  const late = new AbortController();
  try {
    const bytes = await Promise.race([
      adapter.download({ kind, channel, id }, largestOf(kind)),
      wait(fetchTimeout, "late" as const, { signal: late.signal, ref: false }),
    ]);
    if (bytes === "late") return { error: new Error("the platform did not hand over the file in time") };
    if (!bytes) return { reason: "absent" };
    // Where and when a picture was taken stays in it for now: removing that is a matter of its own.
    const kept = await files.keep(bytes);
    return kept ? { kept } : { reason: "wrong_type" };
  } catch (error) {
    return { error };
  } finally {
    late.abort();
  }
}

async function record(ports: FetcherPorts, wanted: Wanted, fetched: Fetched): Promise<number | undefined> {
  const { database, clock } = ports;
  if ("kept" in fetched) {
    await recordKept(ports, wanted, fetched.kept);
    return undefined;
  }
  ports.report(wanted, fetched);
  const fate = "reason" in fetched ? fetched : fateOfFailure(wanted.attempts, wanted.createdAt, clock.now());
  await database.transaction(async (tx) => {
    if ("nextAt" in fate) return postponeFile(tx, wanted, fate.nextAt);
    const state = fate.reason === "wrong_type" || fate.reason === "too_big" ? "refused" : "gone";
    const isOurs = await markEnded(tx, wanted, { state, reason: fate.reason });
    if (isOurs && state === "refused") await ports.refused(tx, wanted, fate.reason);
  });
  return "nextAt" in fate ? fate.nextAt : undefined;
}

async function recordKept({ database, files }: FetcherPorts, wanted: Wanted, kept: KeptFile): Promise<void> {
  const { id, type, bytes } = kept;
  const sha256 = hashIn(id);
  const isNeeded = await database.transaction(
    async (tx) => (await markKept(tx, wanted, { sha256, mime: type.mime, bytes })) || isKept(tx, sha256),
  );
  if (!isNeeded) await files.remove(id);
}
