import { setTimeout as wait } from "node:timers/promises";
import type { Adapter } from "../channel/index.ts";
import type { Database, Tx } from "../store/index.ts";
import { minute, type TimeSource } from "../time/index.ts";
import { hashIn, type KeptFile, type KeptFiles } from "./keptFiles.ts";
import { fateOfFailure, largestOf, type Reason } from "./model.ts";
import { dueFiles, isKept, markEnded, markKept, postponeFile, type Wanted } from "./store.ts";

/** How many files of one platform are fetched side by side: four of the largest are 80 MB of memory. */
const atOnce = 4;
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
  /** Ends at once: what is under way is left for the next life. */
  stop(): void;
}

export function createFetcher(ports: FetcherPorts): Fetcher {
  const { database, adapter, clock } = ports;
  const stopped = Promise.withResolvers<"stopped">();
  const underWay = createUnderWay((wanted) => fetchOne(ports, wanted, stopped.promise));
  let isStopped = false;
  let again = false;
  let nudged = Promise.withResolvers<void>();
  let draining: Promise<boolean> | undefined;

  async function work(): Promise<boolean> {
    let worked = false;
    try {
      while (again) {
        [again, nudged] = [false, Promise.withResolvers<void>()];
        const limit = atOnce + underWay.size();
        const due = await database.transaction((tx) => dueFiles(tx, adapter, clock.now(), limit));
        if (!isStopped) for (const wanted of due) underWay.launch(wanted);
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

  return {
    drain() {
      again = true;
      nudged.resolve();
      draining ??= work();
      return draining;
    },
    stop() {
      isStopped = true;
      stopped.resolve("stopped");
    },
  };
}

/** Files on their way, each once and so many at a time. What one throws is kept until it is asked for: it is the drain's. */
function createUnderWay(fetch: (wanted: Wanted) => Promise<void>) {
  const underWay = new Map<string, Promise<void>>();
  let broken: { readonly error: unknown } | undefined;
  return {
    size: () => underWay.size,
    launch(wanted: Wanted): void {
      const { fileId } = wanted;
      if (underWay.has(fileId) || underWay.size >= atOnce) return;
      const fetching = fetch(wanted)
        .catch((error: unknown) => {
          broken = { error };
        })
        .finally(() => underWay.delete(fileId));
      underWay.set(fileId, fetching);
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

async function fetchOne(ports: FetcherPorts, wanted: Wanted, stopped: Promise<"stopped">): Promise<void> {
  const fetched = await Promise.race([fetchBytes(ports, wanted), stopped]);
  if (fetched !== "stopped") await record(ports, wanted, fetched);
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

async function record(ports: FetcherPorts, wanted: Wanted, fetched: Fetched): Promise<void> {
  const { database, clock } = ports;
  if ("kept" in fetched) {
    const { id, type, bytes } = fetched.kept;
    const sha256 = hashIn(id);
    const isNeeded = await database.transaction(
      async (tx) => (await markKept(tx, wanted, { sha256, mime: type.mime, bytes })) || isKept(tx, sha256),
    );
    if (!isNeeded) await ports.files.remove(id);
    return;
  }
  ports.report(wanted, fetched);
  const fate = "reason" in fetched ? fetched : fateOfFailure(wanted.attempts, wanted.createdAt, clock.now());
  await database.transaction(async (tx) => {
    if ("nextAt" in fate) return postponeFile(tx, wanted, fate.nextAt);
    const state = fate.reason === "wrong_type" || fate.reason === "too_big" ? "refused" : "gone";
    const isOurs = await markEnded(tx, wanted, { state, reason: fate.reason });
    if (isOurs && state === "refused") await ports.refused(tx, wanted, fate.reason);
  });
}
