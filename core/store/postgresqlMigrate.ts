import { randomUUID } from "node:crypto";
import type { ClientBase } from "pg";
import { type AppliedMigration, type Migration, pendingMigrations } from "./migrations.ts";
import { StoreRefusal } from "./refusal.ts";

/** The advisory lock Prisma's own tools take, so that they and we never migrate at once. */
const PRISMA_LOCK = 72707369;

const migrationsTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
)`;

/** The migrations a database holds, oldest first; none of one without tables. Refuses another program's. */
export async function appliedOnPostgresql(client: ClientBase): Promise<readonly AppliedMigration[]> {
  const tables = await client.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename",
  );
  const names = tables.rows.map(({ name }) => name);
  if (names.length === 0) return [];
  if (!names.includes("_prisma_migrations")) {
    throw new StoreRefusal(
      "foreign tables",
      `This database holds tables of another program (${names[0] ?? ""}). Name another one in DATABASE_URL.`,
    );
  }
  const applied = await client.query<AppliedMigration>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished FROM _prisma_migrations
     WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return applied.rows;
}

async function apply(client: ClientBase, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query("BEGIN");
    await client.query(migrationsTable);
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
       VALUES ($1, $2, clock_timestamp(), $3, 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

/**
 * Brings a PostgreSQL database up to date, each migration whole or not at all; several programs may start at once.
 * @returns the names of the migrations applied.
 */
export async function migratePostgresql(
  client: ClientBase,
  known: readonly Migration[],
): Promise<readonly string[]> {
  await client.query("SET lock_timeout = '60s'");
  await client.query("SELECT pg_advisory_lock($1)", [PRISMA_LOCK]);
  try {
    const pending = pendingMigrations(known, await appliedOnPostgresql(client));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [PRISMA_LOCK]);
    await client.query("RESET lock_timeout");
  }
}
