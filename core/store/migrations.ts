import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { StoreRefusal } from "./refusal.ts";

/** One step of the tables' history, as Prisma lays it out: `<name>/migration.sql`. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** A row of `_prisma_migrations`. */
export interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

/** Every migration of a folder, oldest first. */
export function readMigrations(folder: string): readonly Migration[] {
  const names = readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "migration.sql")))
    .sort();
  return names.map((name) => {
    // A checkout with Windows line ends is the same migration.
    const sql = readFileSync(join(folder, name, "migration.sql"), "utf8").replaceAll("\r\n", "\n");
    return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
  });
}

/**
 * The migrations still to be applied, oldest first.
 * Refuses a database that a newer program has changed, and a migration edited after it was applied.
 */
export function pendingMigrations(
  known: readonly Migration[],
  applied: readonly AppliedMigration[],
): readonly Migration[] {
  for (const { name, checksum, finished } of applied) {
    const migration = known.find((candidate) => candidate.name === name);
    if (migration === undefined) {
      throw new StoreRefusal(
        "newer schema",
        `The database was changed by a newer program (migration ${name}). Start that version, or restore a backup from before it.`,
      );
    }
    if (!finished) {
      throw new StoreRefusal(
        "broken migration",
        `Another tool began migration ${name} and did not finish it. Restore the backup from before it.`,
      );
    }
    if (migration.checksum !== checksum) {
      throw new StoreRefusal(
        "changed migration",
        `Migration ${name} was edited after this database applied it. Undo the edit and write a new migration instead.`,
      );
    }
  }
  const done = new Set(applied.map(({ name }) => name));
  return known.filter(({ name }) => !done.has(name));
}
