import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type Sqlite from "better-sqlite3";

const BACKUPS_KEPT = 5;
const suffix = ".before-migration.db";

/**
 * Copies a running SQLite database to `<folder>/<moment>_<newest applied migration>.before-migration.db` and keeps the
 * newest five. A copy cut off half-way never carries that name.
 * @returns the file written.
 */
export async function backUpSqlite(handle: Sqlite.Database, folder: string, schema: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const moment = new Date().toISOString().replace(/\D/g, "").slice(0, 17);
  const file = join(folder, `${moment}_${schema}${suffix}`);
  await handle.backup(`${file}.partial`);
  renameSync(`${file}.partial`, file);
  const older = readdirSync(folder)
    .filter((name) => name.endsWith(suffix))
    .sort()
    .slice(0, -BACKUPS_KEPT);
  for (const name of older) rmSync(join(folder, name));
  return file;
}
