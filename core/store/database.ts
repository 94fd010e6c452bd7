import { StoreRefusal } from "./refusal.ts";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { backUpSqlite } from "./backup.ts";
import { readMigrations } from "./migrations.ts";
import { openPostgresql } from "./postgresql.ts";
import { announced } from "./postgresqlPresence.ts";
import * as shared from "./postgresqlShared.ts";
import { migratePostgresql } from "./postgresqlMigrate.ts";
import { openSqlite } from "./sqlite.ts";
import { migrateSqlite } from "./sqliteMigrate.ts";
import { type RunTransaction, transactionsOn, type Tx } from "./transactions.ts";

/** What the store tells the operator; pino's logger fits. */
export interface StoreLog {
  info(details: object, sentence: string): void;
  error(details: object, sentence: string): void;
}

export interface OpenOptions {
  /** Backups go to `<dataDir>/backups`. */
  readonly dataDir: string;
  readonly log?: StoreLog;
  /** Holds `sqlite/` and `postgresql/`; the program's own migrations where left out. */
  readonly migrations?: string;
}

/** An open, migrated database. */
export interface Database {
  readonly engine: "sqlite" | "postgresql";
  /**
   * Runs `work` and commits what it did, or rolls all of it back when it throws. `durable`: on the disk, with everything
   * committed before it, when the promise resolves. Throws at once inside another transaction of this database.
   */
  readonly transaction: RunTransaction;
  /** Names this program among all that ever had this database open. */
  readonly self: string;
  /** The names of the programs that have it open now; one that died is missing, however it died. */
  readonly programs: (tx: Tx) => Promise<ReadonlySet<string>>;
  /** Waits until no other transaction, of any program, holds this name, and holds it until this one ends. */
  readonly hold: (tx: Tx, name: string) => Promise<void>;
  /** Holds a name until this transaction ends. @returns false when another transaction holds it. */
  readonly tryToHold: (tx: Tx, name: string) => Promise<boolean>;
  /** Tells the other programs that have it open, when the transaction commits. */
  readonly notify: (tx: Tx, topic: string) => Promise<void>;
  /** Hears what they tell. What is told while a connection is broken is lost. */
  readonly listen: (heard: (topic: string) => void) => void;
  /** Ends after the running transactions; later ones throw. */
  close(): Promise<void>;
}

/** The migrations of this program: a folder with `sqlite/` and `postgresql/`. */
export const ownMigrations = fileURLToPath(new URL("../../prisma/migrations/", import.meta.url));
const silent: StoreLog = { info: () => undefined, error: () => undefined };

/**
 * Opens the database a URL names (`file:…` is SQLite, `postgres://…` PostgreSQL) and brings its tables up to date;
 * SQLite is backed up first.
 * @throws StoreRefusal with a sentence: in use by another process, newer than this program, edited migration, unreachable.
 */
export async function openDatabase(url: string, options: OpenOptions): Promise<Database> {
  const { log = silent, migrations = ownMigrations } = options;
  const failed = (error: unknown): void => log.error({ err: error }, "The store went on after an error.");
  const tell = (applied: readonly string[]): void => {
    if (applied.length > 0) log.info({ applied }, "The tables were brought up to date.");
  };

  if (!url.startsWith("file:")) {
    const known = readMigrations(join(migrations, "postgresql"));
    const engine = await openPostgresql(
      url,
      async (client) => tell(await migratePostgresql(client, known)),
      failed,
    );
    const { self, listen, close } = engine;
    const { hold, tryToHold, notify } = shared;
    const ways: Ways = {
      self,
      programs: announced,
      hold,
      tryToHold,
      notify: (tx, topic) => notify(tx, `${self} ${topic}`),
      listen: (heard) =>
        listen((told) => {
          if (!told.startsWith(`${self} `)) heard(told.slice(told.indexOf(" ") + 1));
        }),
      close,
    };
    return databaseOn("postgresql", transactionsOn(engine, failed), ways);
  }
  const known = readMigrations(join(migrations, "sqlite"));
  const engine = await openSqlite(url.slice("file:".length), async (handle) => {
    const backUp = async (schema: string): Promise<void> => {
      const file = await backUpSqlite(handle, join(options.dataDir, "backups"), schema);
      log.info({ file }, "The database was backed up before its tables change.");
    };
    tell(await migrateSqlite(handle, known, backUp));
  });
  const ways = { ...aloneOn(randomUUID()), close: engine.close };
  return databaseOn("sqlite", transactionsOn(engine, failed), ways);
}

type Ways = Omit<Database, "engine" | "transaction">;

/** There is one writer, so whoever asks is the only one; and its transactions run one after the other. */
function aloneOn(self: string): Omit<Ways, "close"> {
  return {
    self,
    programs: async () => new Set([self]),
    hold: () => Promise.resolve(),
    tryToHold: () => Promise.resolve(true),
    notify: () => Promise.resolve(),
    listen: () => undefined,
  };
}

function databaseOn(
  engine: Database["engine"],
  transaction: RunTransaction,
  { close, ...ways }: Ways,
): Database {
  let closing: Promise<void> | undefined;
  return {
    engine,
    ...ways,
    transaction: async (work, settings) => {
      if (closing !== undefined) throw new StoreRefusal("closed", "The database is closed.");
      return await transaction(work, settings);
    },
    close: () => (closing ??= close()),
  };
}
