import { randomUUID } from "node:crypto";
import type Sqlite from "better-sqlite3";
import { type AppliedMigration, type Migration, pendingMigrations } from "./migrations.ts";
import { StoreRefusal } from "./refusal.ts";

/** Prisma's own table, so that its tools can read the history. */
const migrationsTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

function tableNames(handle: Sqlite.Database): readonly string[] {
  const query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
  return handle.prepare(query).pluck().all() as string[];
}

/** The migrations a database holds, oldest first; none of one without tables. Refuses another program's. */
export function appliedOnSqlite(handle: Sqlite.Database): readonly AppliedMigration[] {
  const tables = tableNames(handle);
  if (tables.length === 0) return [];
  if (!tables.includes("_prisma_migrations")) {
    throw new StoreRefusal(
      "foreign tables",
      `${handle.name} holds tables of another program (${tables[0] ?? ""}). Name another file in DATABASE_URL.`,
    );
  }
  const rows = handle
    .prepare(
      `SELECT migration_name, checksum, finished_at FROM _prisma_migrations
       WHERE rolled_back_at IS NULL ORDER BY migration_name`,
    )
    .all() as { migration_name: string; checksum: string; finished_at: unknown }[];
  return rows.map((row) => ({
    name: row.migration_name,
    checksum: row.checksum,
    finished: row.finished_at !== null,
  }));
}

function applyInside(handle: Sqlite.Database, { name, sql, checksum }: Migration): void {
  const startedAt = Date.now();
  handle.exec(migrationsTable);
  handle.exec(sql);
  if (!handle.inTransaction) {
    throw new StoreRefusal(
      "broken migration",
      `Migration ${name} ends its transaction by itself: remove COMMIT.`,
    );
  }
  const broken = handle.pragma("foreign_key_check") as { table: string; parent: string }[];
  if (broken[0] !== undefined) {
    const { table, parent } = broken[0];
    const sentence = `Migration ${name} would leave rows of ${table} without their ${parent}; nothing was changed.`;
    throw new StoreRefusal("broken migration", sentence);
  }
  handle
    .prepare(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES (?, ?, ?, ?, ?, 1)`,
    )
    .run(randomUUID(), checksum, BigInt(Date.now()), name, BigInt(startedAt));
}

function apply(handle: Sqlite.Database, migration: Migration): void {
  // Prisma rebuilds a table by dropping the old one: with foreign keys on, that deletes every cascading child.
  // The switch does nothing inside a transaction, so it comes before BEGIN.
  handle.pragma("foreign_keys = OFF");
  try {
    handle.exec("BEGIN IMMEDIATE");
    applyInside(handle, migration);
    handle.exec("COMMIT");
  } finally {
    if (handle.inTransaction) handle.exec("ROLLBACK");
    handle.pragma("foreign_keys = ON");
  }
}

/**
 * Brings a SQLite database up to date, each migration whole or not at all.
 * @param backUp called first, with the newest applied migration, when there is something to lose.
 * @returns the names of the migrations applied.
 */
export async function migrateSqlite(
  handle: Sqlite.Database,
  known: readonly Migration[],
  backUp: (newestApplied: string) => Promise<void>,
): Promise<readonly string[]> {
  const applied = appliedOnSqlite(handle);
  const pending = pendingMigrations(known, applied);
  const newest = applied.at(-1);
  if (pending.length > 0 && newest !== undefined) await backUp(newest.name);
  for (const migration of pending) apply(handle, migration);
  return pending.map(({ name }) => name);
}
