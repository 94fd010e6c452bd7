import { setTimeout as wait } from "node:timers/promises";
import type { Adapter } from "../channel/index.ts";
import type { Database, Tx } from "../store/index.ts";
import { minute, type TimeSource } from "../time/index.ts";
import { createRowWork } from "../work/index.ts";
import { hashIn, type KeptFile, type KeptFiles } from "./keptFiles.ts";
import { fateOfFailure, largestOf, type Reason } from "./model.ts";
import { claimFile, dueFiles, isKept, markEnded, markKept, postponeFile, type Wanted } from "./store.ts";

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
  /** Called after the commit that says that a file has come, or never will: what waited for it may go on. */
  readonly ended?: (wanted: Wanted) => unknown;
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
  const { database, clock, adapter } = ports;
  const rows = createRowWork<Wanted>({
    database,
    clock,
    atOnce,
    idOf: ({ fileId }) => fileId,
    due: (tx, claimant, limit) => dueFiles(tx, adapter, claimant, limit),
    claim: (tx, fileId, claimant) => claimFile(tx, adapter, fileId, claimant),
    perform: (wanted, stopped) => fetchOne(ports, wanted, stopped),
  });
  return {
    drain: () => rows.drain(),
    due: (limit) => rows.due(limit),
    fetch: (fileId) => rows.work(fileId),
    stop: () => rows.stop(),
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
    const kept = await files.keep(bytes, kind);
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
    ports.ended?.(wanted);
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
  if ("nextAt" in fate) return fate.nextAt;
  ports.ended?.(wanted);
  return undefined;
}

async function recordKept({ database, files }: FetcherPorts, wanted: Wanted, kept: KeptFile): Promise<void> {
  const { id, type, bytes } = kept;
  const sha256 = hashIn(id);
  const isNeeded = await database.transaction(
    async (tx) => (await markKept(tx, wanted, { sha256, mime: type.mime, bytes })) || isKept(tx, sha256),
  );
  if (!isNeeded) await files.remove(id);
}
