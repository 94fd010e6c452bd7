import { createHash, randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { openDatabase } from "../database.ts";
import { readMigrations } from "../migrations.ts";
import type { Content, Fill } from "./content.ts";
import { makeFolder } from "./sqlitePlaces.ts";

const server = process.env["TEST_POSTGRES_URL"] ?? "postgres://diantong@127.0.0.1:55432/postgres";
const migrations = fileURLToPath(new URL("../../../prisma/migrations/postgresql/", import.meta.url));
/** Any number: makes test processes that start together build the template once. */
const TEMPLATE_LOCK = 550_432;

function urlOf(name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Says whether the PostgreSQL for tests answers. */
export async function postgresqlAnswers(): Promise<boolean> {
  try {
    await withClient(server, (client) => client.query("SELECT 1"));
    return true;
  } catch {
    return false;
  }
}

/** Opens it, which migrates it, and fills it. */
async function fillAt(url: string, fill?: Fill): Promise<void> {
  const dataDir = makeFolder();
  const database = await openDatabase(url, { dataDir });
  await fill?.(database);
  await database.close();
  rmSync(dataDir, { recursive: true });
}

async function buildTemplate(client: Client, name: string): Promise<void> {
  const building = `${name}_building`;
  await client.query(`DROP DATABASE IF EXISTS ${building} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${building} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'`);
  await fillAt(urlOf(building));
  await client.query(`ALTER DATABASE ${building} RENAME TO ${name}`);
}

/** The name of a migrated, empty database that others are copied from: one per state of the migrations. */
async function templateName(): Promise<string> {
  const history = readMigrations(migrations).map(({ checksum }) => checksum);
  const name = `diantong_template_${createHash("sha256").update(history.join()).digest("hex").slice(0, 12)}`;
  await withClient(server, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount === 0) await buildTemplate(client, name);
  });
  return name;
}

let template: Promise<string> | undefined;

/** A database on the PostgreSQL for tests. */
export interface PostgresqlPlace {
  readonly url: string;
  readonly remove: () => Promise<void>;
  /** Makes it what it was for the next test, far quicker than a new one. False where its tables are no longer the template's. */
  readonly recycle: () => Promise<boolean>;
}

const everyTable = `SELECT tablename AS name FROM pg_tables
  WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;

const emptyEveryTable = `DO $$
DECLARE found record;
BEGIN
  FOR found IN ${everyTable} LOOP EXECUTE format('DELETE FROM %I', found.name); END LOOP;
  PERFORM setval(format('%I', sequencename), 1, false) FROM pg_sequences WHERE schemaname = 'public';
END $$`;

/** Copies what is not empty into a schema beside, with where each sequence stands. */
const keepEveryTable = `DO $$
DECLARE found record; is_filled boolean;
BEGIN
  CREATE SCHEMA kept;
  FOR found IN ${everyTable} LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM %I)', found.name) INTO is_filled;
    IF is_filled THEN EXECUTE format('CREATE TABLE kept.%I AS TABLE %I', found.name, found.name); END IF;
  END LOOP;
  CREATE TABLE kept."sequence values" AS
    SELECT sequencename AS name, last_value AS value FROM pg_sequences
    WHERE schemaname = 'public' AND last_value IS NOT NULL;
END $$`;

const fillEveryTable = `DO $$
DECLARE found record;
BEGIN
  FOR found IN SELECT tablename AS name FROM pg_tables WHERE schemaname = 'kept' AND tablename <> 'sequence values'
  LOOP EXECUTE format('INSERT INTO %I SELECT * FROM kept.%I', found.name, found.name); END LOOP;
  PERFORM setval(format('%I', name), value) FROM kept."sequence values";
END $$`;

async function recycle(url: string, isFilled: boolean): Promise<boolean> {
  return await withClient(url, async (client) => {
    const { rows } = await client.query<{ checksum: string }>(
      "SELECT checksum FROM _prisma_migrations ORDER BY migration_name",
    );
    const history = readMigrations(migrations).map(({ checksum }) => checksum);
    if (rows.map(({ checksum }) => checksum).join() !== history.join()) return false;
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    // Without this the order of deletion would have to follow the foreign keys.
    await client.query("SET session_replication_role = replica");
    await client.query(emptyEveryTable);
    if (isFilled) await client.query(fillEveryTable);
    return true;
  });
}

/** Makes a database with this content on the PostgreSQL for tests. */
export async function newPostgresqlPlace(content: Content): Promise<PostgresqlPlace> {
  const name = `diantong_test_${randomUUID().replaceAll("-", "")}`;
  const source = content === "empty" ? "template0" : await (template ??= templateName());
  await withClient(server, (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${source} ENCODING 'UTF8' LOCALE 'C.UTF-8'`),
  );
  const remove = async (): Promise<void> => {
    await withClient(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  };
  const url = urlOf(name);
  const isFilled = typeof content === "function";
  if (isFilled) {
    await fillAt(url, content);
    await withClient(url, (client) => client.query(keepEveryTable));
  }
  return { url, remove, recycle: async () => content !== "empty" && (await recycle(url, isFilled)) };
}
