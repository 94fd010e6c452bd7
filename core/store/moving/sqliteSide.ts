import { existsSync, mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import Sqlite from "better-sqlite3";
import type { Migration } from "../migrations.ts";
import { StoreRefusal } from "../refusal.ts";
import { lockForWriting } from "../sqliteLock.ts";
import { appliedOnSqlite, migrateSqlite } from "../sqliteMigrate.ts";
import { CHUNK, refusedRow, type Row } from "./rows.ts";
import { columnList, type Part, readyFor, selectAll, type Side } from "./side.ts";
import type { Table } from "./tables.ts";

/** Opens a SQLite file for a move. A running program holds the file's lock, so it is refused here. */
export async function openSqliteSide(file: string, part: Part, known: readonly Migration[]): Promise<Side> {
  const path = resolve(file);
  if (part === "source" && !existsSync(path))
    throw new StoreRefusal("unreachable", `There is no file ${path}: there is nothing to move.`);
  mkdirSync(dirname(path), { recursive: true });
  const lock = lockForWriting(path);
  let handle: Sqlite.Database | undefined;
  try {
    handle = new Sqlite(path, { timeout: 2000 });
    await begin(handle, part, known);
    return new SqliteSide(path, handle, lock.release);
  } catch (error) {
    handle?.close();
    lock.release();
    throw error;
  }
}

async function begin(handle: Sqlite.Database, part: Part, known: readonly Migration[]): Promise<void> {
  handle.pragma("journal_mode = WAL");
  handle.pragma("foreign_keys = ON");
  handle.pragma("synchronous = FULL");
  const history = { name: handle.name, known, applied: appliedOnSqlite(handle) };
  const made = handle;
  await readyFor(part, history, () => migrateSqlite(made, known, async () => undefined));
  handle.exec(part === "source" ? "BEGIN" : "BEGIN IMMEDIATE");
}

class SqliteSide implements Side {
  readonly name: string;
  readonly #handle: Sqlite.Database;
  readonly #unlock: () => void;

  constructor(name: string, handle: Sqlite.Database, unlock: () => void) {
    this.name = name;
    this.#handle = handle;
    this.#unlock = unlock;
  }

  async *rows(table: Table, order: "by key" | "named first"): AsyncIterable<readonly Row[]> {
    const statement = this.#handle.prepare(selectAll(table, order)).raw().safeIntegers();
    let chunk: Row[] = [];
    for (const row of statement.iterate()) {
      chunk.push(row as Row);
      if (chunk.length < CHUNK) continue;
      yield chunk;
      chunk = [];
    }
    if (chunk.length > 0) yield chunk;
  }

  async put(table: Table, rows: readonly Row[]): Promise<void> {
    const places = table.columns.map(() => "?").join(", ");
    const insert = this.#handle.prepare(
      `INSERT INTO "${table.name}" (${columnList(table)}) VALUES (${places})`,
    );
    for (const row of rows) {
      try {
        insert.run(...row);
      } catch (error) {
        throw refusedRow(table, row, `SQLite says “${(error as Error).message}”`, error);
      }
    }
  }

  async lastNumber(table: Table): Promise<bigint> {
    const last = this.#handle
      .prepare("SELECT seq FROM sqlite_sequence WHERE name = ?")
      .pluck()
      .safeIntegers()
      .get(table.name) as bigint | undefined;
    return last ?? 0n;
  }

  async setLastNumber(table: Table, last: bigint): Promise<void> {
    this.#handle.prepare("DELETE FROM sqlite_sequence WHERE name = ?").run(table.name);
    if (last > 0n)
      this.#handle.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)").run(table.name, last);
  }

  /** There is one lock for one writer, and it is ours. */
  async refuseInUse(): Promise<void> {
    await Promise.resolve();
  }

  async commit(): Promise<void> {
    this.#handle.exec("COMMIT");
  }

  async close(): Promise<void> {
    if (this.#handle.inTransaction) this.#handle.exec("ROLLBACK");
    this.#handle.close();
    this.#unlock();
  }
}
