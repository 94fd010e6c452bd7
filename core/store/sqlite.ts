import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import Sqlite from "better-sqlite3";
import {
  type CompiledQuery,
  type DatabaseConnection,
  DummyDriver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import { lockForWriting } from "./sqliteLock.ts";
import type { Engine, Session, TransactionOptions } from "./transactions.ts";
import { refuseUnportable } from "./values.ts";

/** Enough for every query the program has; a query built with ever new text cannot fill the memory. */
const STATEMENTS_KEPT = 1000;

/** The one connection to a SQLite file, and the lock that makes it the only writer. */
export interface SqliteEngine extends Engine {
  readonly handle: Sqlite.Database;
  /** Waits for the running transaction, then writes everything into the database file. */
  readonly close: () => Promise<void>;
}

class SqliteConnection implements DatabaseConnection {
  readonly #handle: Sqlite.Database;
  readonly #statements = new Map<string, Sqlite.Statement>();

  constructor(handle: Sqlite.Database) {
    this.#handle = handle;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    // A full disk makes SQLite roll back by itself; without this check the next statement would commit alone.
    if (!this.#handle.inTransaction) throw new Error("SQLite has rolled this transaction back.");
    refuseUnportable(parameters);
    const statement = this.#statement(sql);
    const values = parameters.map(wholeAsInteger);
    if (statement.reader) return { rows: statement.all(...values) as R[] };
    const { changes, lastInsertRowid } = statement.run(...values);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  // oxlint-disable-next-line require-yield
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error("The store does not stream: read in pages by key.");
  }

  #statement(sql: string): Sqlite.Statement {
    const kept = this.#statements.get(sql);
    if (kept !== undefined) return kept;
    if (this.#statements.size >= STATEMENTS_KEPT) this.#statements.clear();
    const statement = this.#handle.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

/** better-sqlite3 binds every number as a real, so that 'case-' || 5 would be "case-5.0". */
function wholeAsInteger(value: unknown): unknown {
  return Number.isInteger(value) ? BigInt(value as number) : value;
}

class SqliteSession implements Session {
  readonly connection: DatabaseConnection;
  readonly #handle: Sqlite.Database;
  readonly #next: () => void;
  #fsyncs = false;

  constructor(handle: Sqlite.Database, next: () => void) {
    this.#handle = handle;
    this.#next = next;
    this.connection = new SqliteConnection(handle);
  }

  async begin({ durable = false }: TransactionOptions): Promise<void> {
    // Refused by SQLite inside a transaction, hence before BEGIN. In WAL, NORMAL commits without fsync.
    if (durable !== this.#fsyncs) this.#handle.exec(`PRAGMA synchronous=${durable ? "FULL" : "NORMAL"}`);
    this.#fsyncs = durable;
    this.#handle.exec("BEGIN IMMEDIATE");
  }

  async commit(): Promise<void> {
    if (!this.#handle.inTransaction) throw new Error("SQLite has rolled this transaction back.");
    this.#handle.exec("COMMIT");
  }

  async rollback(): Promise<void> {
    if (this.#handle.inTransaction) this.#handle.exec("ROLLBACK");
  }

  release(): void {
    this.#next();
  }
}

/** First come, first served. */
class Queue {
  readonly #waiting: (() => void)[] = [];
  #busy = false;

  async enter(): Promise<void> {
    if (this.#busy) await new Promise<void>((go) => this.#waiting.push(go));
    this.#busy = true;
  }

  readonly leave = (): void => {
    const next = this.#waiting.shift();
    if (next === undefined) this.#busy = false;
    else next();
  };
}

const dialect = {
  createDriver: () => new DummyDriver(),
  createAdapter: () => new SqliteAdapter(),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createIntrospector: (database: ConstructorParameters<typeof SqliteIntrospector>[0]) =>
    new SqliteIntrospector(database),
};

function openHandle(path: string): Sqlite.Database {
  const handle = new Sqlite(path, { timeout: 2000 });
  handle.pragma("journal_mode = WAL");
  handle.pragma("foreign_keys = ON");
  handle.pragma("temp_store = MEMORY");
  handle.pragma("cache_size = -32000");
  handle.pragma("journal_size_limit = 67108864");
  return handle;
}

/** Opens a SQLite file for writing and brings its tables up to date with `migrate`. */
export async function openSqlite(
  file: string,
  migrate: (handle: Sqlite.Database) => Promise<void>,
): Promise<SqliteEngine> {
  const path = resolve(file);
  mkdirSync(dirname(path), { recursive: true });
  const lock = lockForWriting(path);
  let handle: Sqlite.Database | undefined;
  try {
    handle = openHandle(path);
    handle.pragma("synchronous = FULL");
    await migrate(handle);
    handle.pragma("synchronous = NORMAL");
    return engineOn(handle, lock.release);
  } catch (error) {
    handle?.close();
    lock.release();
    throw error;
  }
}

function engineOn(handle: Sqlite.Database, unlock: () => void): SqliteEngine {
  const queue = new Queue();
  const session = new SqliteSession(handle, queue.leave);
  return {
    dialect,
    handle,
    // One after the other: there is nobody to conflict with.
    isConflict: () => false,
    reserve: async () => {
      await queue.enter();
      return session;
    },
    close: async () => {
      await queue.enter();
      handle.close();
      unlock();
    },
  };
}
