import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { openDatabase } from "../database.ts";
import { readMigrations } from "../migrations.ts";

const server = process.env["TEST_POSTGRES_URL"] ?? "postgres://diantong@127.0.0.1:55432/postgres";
const migrations = fileURLToPath(new URL("../../../prisma/migrations/postgresql/", import.meta.url));
/** Any number: makes test processes that start together build the template once. */
const TEMPLATE_LOCK = 550_432;

function urlOf(name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function asAdministrator<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: server, connectionTimeoutMillis: 2000 });
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
    await asAdministrator((client) => client.query("SELECT 1"));
    return true;
  } catch {
    return false;
  }
}

async function buildTemplate(client: Client, name: string): Promise<void> {
  const building = `${name}_building`;
  await client.query(`DROP DATABASE IF EXISTS ${building} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${building} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'`);
  const dataDir = mkdtempSync(join(tmpdir(), "diantong-template-"));
  const database = await openDatabase(urlOf(building), { dataDir });
  await database.close();
  rmSync(dataDir, { recursive: true });
  await client.query(`ALTER DATABASE ${building} RENAME TO ${name}`);
}

/** The name of a migrated, empty database that others are copied from: one per state of the migrations. */
async function templateName(): Promise<string> {
  const history = readMigrations(migrations).map(({ checksum }) => checksum);
  const name = `diantong_template_${createHash("sha256").update(history.join()).digest("hex").slice(0, 12)}`;
  await asAdministrator(async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount === 0) await buildTemplate(client, name);
  });
  return name;
}

let template: Promise<string> | undefined;

/** Makes a database of its own on the PostgreSQL for tests: a copy of the migrated template, or `empty`. */
export async function newPostgresqlPlace(
  empty: boolean,
): Promise<{ url: string; remove: () => Promise<void> }> {
  const name = `diantong_test_${randomUUID().replaceAll("-", "")}`;
  const source = empty ? "template0" : await (template ??= templateName());
  await asAdministrator((client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${source} ENCODING 'UTF8' LOCALE 'C.UTF-8'`),
  );
  const remove = async (): Promise<void> => {
    await asAdministrator((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  };
  return { url: urlOf(name), remove };
}
