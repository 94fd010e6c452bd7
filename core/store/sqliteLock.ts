import Sqlite from "better-sqlite3";
import { StoreRefusal } from "./refusal.ts";

/** Held for as long as the program runs; the operating system gives it back when the program dies in any way. */
export interface WriterLock {
  readonly release: () => void;
}

/**
 * Makes this process the only writer of a database file, or refuses with the process id of the one that is.
 * The lock is SQLite's own, on a file beside the database: no file has to be cleaned up after a crash.
 */
export function lockForWriting(file: string): WriterLock {
  const side = new Sqlite(`${file}.lock`, { timeout: 200 });
  try {
    // Nothing in it has to outlive a power cut.
    side.pragma("synchronous = OFF");
    side.exec("BEGIN IMMEDIATE");
    side.pragma(`user_version = ${process.pid}`);
    side.exec("COMMIT");
    // Held from here on. It leaves readers free, so that a refused process can read our process id.
    side.exec("BEGIN IMMEDIATE");
  } catch (error) {
    const holder = holderOf(side);
    side.close();
    if (!isBusy(error)) throw error;
    throw new StoreRefusal(
      "locked",
      `${file} is in use by ${holder}. One program writes a database file at a time: stop that one, or use another file.`,
      error,
    );
  }
  return { release: () => side.close() };
}

function holderOf(side: Sqlite.Database): string {
  try {
    return `process ${String(side.pragma("user_version", { simple: true }))}`;
  } catch {
    return "another process";
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && error.code.startsWith("SQLITE_BUSY");
}
