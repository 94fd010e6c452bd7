import { setTimeout as wait } from "node:timers/promises";
import type { Database, Tx } from "../store/index.ts";
import { minute, type Clock } from "../time/index.ts";
import { hashIn, type KeptFile, type KeptFiles } from "./keptFiles.ts";
import { fateOfFailure, largestOf, type Reason } from "./model.ts";
import { dueFiles, markEnded, markKept, postponeFile, type Wanted } from "./store.ts";

/** How many files are fetched side by side: four of the largest are 80 MB of memory. */
const atOnce = 4;
/** A platform that has not handed over a file by then is tried again. */
const fetchTimeout = 2 * minute;

export interface FetcherPorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly files: KeptFiles;
  /** The bytes, or undefined when the platform has them no more. @throws Error when it cannot be asked now. */
  readonly download: (wanted: Wanted, maxBytes: number) => Promise<Uint8Array | undefined>;
  /** Tells whoever sent it, in the transaction that refuses it. */
  readonly refused: (tx: Tx, wanted: Wanted, reason: Reason) => Promise<void>;
  /** The operator should know: it was not fetched this time, or never will be. */
  readonly report: (wanted: Wanted, failure: { readonly error?: unknown; readonly reason?: Reason }) => void;
}

/** Fetches what arrived and keeps it by hash; what is half-done when the program dies is fetched again. */
export interface Fetcher {
  /** Fetches until nothing is due; a call while it works makes it look again before it rests. @returns whether anything was due. */
  drain(): Promise<boolean>;
  /** Ends at once: what is under way is left for the next life. */
  stop(): void;
}

export function createFetcher(ports: FetcherPorts): Fetcher {
  const stopping = new AbortController();
  const stopped = new Promise<"stopped">((resolve) =>
    stopping.signal.addEventListener("abort", () => resolve("stopped"), { once: true }),
  );
  let draining: Promise<boolean> | undefined;
  let again = false;

  async function work(): Promise<boolean> {
    let worked = false;
    while (again && !stopping.signal.aborted) {
      again = false;
      const due = await ports.database.transaction((tx) => dueFiles(tx, ports.clock.now(), atOnce));
      await Promise.all(due.map((wanted) => fetchOne(ports, wanted, stopped)));
      worked ||= due.length > 0;
      again ||= due.length > 0;
    }
    return worked;
  }

  return {
    drain() {
      again = true;
      draining ??= work().finally(() => {
        draining = undefined;
      });
      return draining;
    },
    stop: () => stopping.abort(),
  };
}

type Fetched = { readonly kept: KeptFile } | { readonly reason: Reason } | { readonly error: unknown };

async function fetchOne(ports: FetcherPorts, wanted: Wanted, stopped: Promise<"stopped">): Promise<void> {
  const fetched = await Promise.race([fetchBytes(ports, wanted), stopped]);
  if (fetched !== "stopped") await record(ports, wanted, fetched);
}

async function fetchBytes({ download, files }: FetcherPorts, wanted: Wanted): Promise<Fetched> {
  const late = new AbortController();
  try {
    const bytes = await Promise.race([
      download(wanted, largestOf(wanted.kind)),
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
    await database.transaction((tx) => markKept(tx, wanted, { sha256: hashIn(id), mime: type.mime, bytes }));
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
