import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { FileRef } from "../../channel/index.ts";
import type { Database } from "../../store/index.ts";
import type { OpenTestDatabase } from "../../store/testing/index.ts";
import { createManualClock } from "../../time/testing/manualClock.ts";
import { createFetcher, type FetcherPorts } from "../fetcher.ts";
import { KeptFiles } from "../keptFiles.ts";
import { wantFile } from "../store.ts";

export const origin = { channel: "paper", bot: "bot", address: "paper/bot/wang" } as const;

export function fileNamed(id: string, given: Partial<FileRef> = {}): FileRef {
  return { kind: "photo", channel: "paper", id, ...given };
}

/** A fetcher over a fresh database, a folder and a platform whose files are told one by one. */
export async function openFetcher(open: OpenTestDatabase) {
  const database = await open();
  const clock = createManualClock();
  const folder = join(database.dataDir, "media");
  const files = new KeptFiles(folder);
  /** What the platform hands over; an error is thrown, nothing is a file it has no more. */
  const platform = new Map<string, Uint8Array | Error>();
  const asked: string[] = [];
  const told: string[] = [];
  const reports: string[] = [];
  const ports: FetcherPorts = {
    database,
    clock,
    files,
    adapter: {
      channel: "paper",
      bot: "bot",
      download: ({ id }, maxBytes) => {
        asked.push(id);
        const found = platform.get(id);
        if (found instanceof Error) return Promise.reject(found);
        return Promise.resolve(found && found.length <= maxBytes ? found : undefined);
      },
    },
    refused: (_tx, { address, fileId }, reason) =>
      Promise.resolve(void told.push(`${address} ${fileId} ${reason}`)),
    report: ({ fileId }, { reason, error }) => reports.push(`${fileId} ${reason ?? String(error)}`),
  };
  const fetcher = createFetcher(ports);

  const arrives = (id: string, bytes?: Uint8Array | Error, given: Partial<FileRef> = {}) => {
    if (bytes) platform.set(id, bytes);
    return database.transaction((tx) => wantFile(tx, fileNamed(id, given), origin, clock.now()));
  };
  const states = () =>
    database.transaction(async (tx) => {
      const rows = await tx
        .selectFrom("media")
        .select(["file_id", "state", "reason", "mime"])
        .orderBy("file_id")
        .execute();
      return rows.map(({ file_id, state, reason, mime }) =>
        [file_id, state, reason ?? mime ?? ""].join(" ").trim(),
      );
    });
  const onDisk = () =>
    readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => name !== "aside");
  return {
    database,
    clock,
    files,
    folder,
    platform,
    asked,
    told,
    reports,
    ports,
    fetcher,
    arrives,
    states,
    onDisk,
  };
}

/** A database that works until the program on it dies. */
export function mortal(database: Database): { readonly database: Database; die(): void } {
  let isDead = false;
  const transaction: Database["transaction"] = (work, settings) =>
    isDead ? Promise.reject(new Error("dead")) : database.transaction(work, settings);
  return { database: { ...database, transaction }, die: () => void (isDead = true) };
}
