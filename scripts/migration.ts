/**
 * Writes the migration that leads from the last migrated schema to today's prisma/schema.prisma, for both databases,
 * and the table types that go with it: `npm run migration -- add_phone`.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";
import { prismaIsInstalled, providers, schemaDifference } from "./migration/schemaEngine.ts";

const prismaFolder = fileURLToPath(new URL("../prisma/", import.meta.url));
const migrations = `${prismaFolder}migrations/`;
/** What the tables were after the newest migration: the start of the next difference. */
const migratedSchema = `${migrations}migrated.prisma`;
const emptySchema = `datasource db {\n  provider = "sqlite"\n}\n`;

function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function writeMigrations(name: string, sqlOf: ReadonlyMap<string, string>): void {
  const moment = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  for (const [provider, sql] of sqlOf) {
    const folder = `${migrations}${provider}/${moment}_${name}`;
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/migration.sql`, sql);
    writeFileSync(`${migrations}${provider}/migration_lock.toml`, `provider = "${provider}"\n`);
    console.log(`wrote prisma/migrations/${provider}/${moment}_${name}/migration.sql`);
  }
}

function generateTypes(): void {
  const binaries = `${prismaFolder}node_modules/.bin`;
  // The native engine is not needed to generate types; pointing at `true` keeps Prisma from downloading it.
  const environment = {
    ...process.env,
    PATH: `${binaries}${delimiter}${process.env["PATH"] ?? ""}`,
    PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true",
    CHECKPOINT_DISABLE: "1",
  };
  const command = ["generate", "--schema", "schema.prisma"];
  execFileSync(`${binaries}/prisma`, command, { cwd: prismaFolder, env: environment, stdio: "pipe" });
  console.log("wrote core/store/tables.generated.ts");
}

const name = process.argv[2] ?? "";
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  refuse("Say what changes, in small letters and underscores: npm run migration -- add_phone");
}
if (!prismaIsInstalled()) refuse("Prisma's tools are missing; install them once: (cd prisma && npm ci)");

const before = existsSync(migratedSchema) ? readFileSync(migratedSchema, "utf8") : emptySchema;
const after = readFileSync(`${prismaFolder}schema.prisma`, "utf8");
const sqlOf = new Map<string, string>();
for (const provider of providers) {
  const sql = await schemaDifference(before, after, provider);
  if (sql !== "") sqlOf.set(provider, sql);
}
if (sqlOf.size === 0) console.log("The tables are as they were: no migration is needed.");
else if (sqlOf.size < providers.length)
  refuse("Only one database would change: that column is not portable.");
else writeMigrations(name, sqlOf);
generateTypes();
writeFileSync(migratedSchema, after);
