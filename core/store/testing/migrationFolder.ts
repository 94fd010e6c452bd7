import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { EngineName } from "./index.ts";

/** SQL per migration name: the same for both engines, or one for each. */
export type MigrationSql = Readonly<Record<string, string | Readonly<Record<EngineName, string>>>>;

/** Writes migrations in Prisma's layout into `<folder>/migrations` and returns that path. Later calls add or overwrite. */
export function writeMigrations(folder: string, migrations: MigrationSql): string {
  for (const engine of ["sqlite", "postgresql"] as const) {
    for (const [name, sql] of Object.entries(migrations)) {
      const place = join(folder, "migrations", engine, name);
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, "migration.sql"), typeof sql === "string" ? sql : sql[engine]);
    }
  }
  return join(folder, "migrations");
}
