import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { prismaIsInstalled, providers, schemaDifference } from "../../scripts/migration/schemaEngine.ts";
import { sql, type Tx } from "./index.ts";
import { describeOnEachEngine, newFolder } from "./testing/index.ts";
import { writeMigrations } from "./testing/migrationFolder.ts";

type Kind = "text" | "integer" | "real";
/** `column: kind` or `column: kind or null`, sorted, per table. */
type Tables = Readonly<Record<string, readonly string[]>>;

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: number | boolean;
}

const kindOf: Readonly<Record<string, Kind>> = {
  text: "text",
  integer: "integer",
  bigint: "integer",
  real: "real",
  "double precision": "real",
};

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), "utf8");
}

function tablesOf(columns: readonly Column[]): Tables {
  const tables: Record<string, string[]> = {};
  for (const { table, column, type, nullable } of columns) {
    const kind = kindOf[type.toLowerCase()] ?? `not portable: ${type}`;
    (tables[table] ??= []).push(`${column}: ${kind}${nullable ? " or null" : ""}`);
  }
  for (const list of Object.values(tables)) list.sort();
  return tables;
}

const sqliteColumns = `SELECT t.name AS "table", c.name AS "column", c.type, c."notnull" = 0 AS nullable
  FROM sqlite_master t JOIN pragma_table_info(t.name) c
  WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name <> '_prisma_migrations'`;
const postgresqlColumns = `SELECT table_name AS "table", column_name AS "column", data_type AS type,
  is_nullable = 'YES' AS nullable FROM information_schema.columns
  WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'`;

async function migratedTables(tx: Tx, engine: string): Promise<Tables> {
  const query = engine === "sqlite" ? sqliteColumns : postgresqlColumns;
  return tablesOf((await sql.raw<Column>(query).execute(tx)).rows);
}

const sqliteIndexes = `SELECT i.name || ' (' || group_concat(c.name) || ')' AS line FROM sqlite_master i
  JOIN pragma_index_info(i.name) c WHERE i.type = 'index' AND i.tbl_name <> '_prisma_migrations'
  GROUP BY i.name ORDER BY i.name`;
const postgresqlIndexes = `SELECT indexdef AS line FROM pg_indexes
  WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY indexname`;

async function indexes(tx: Tx, engine: string): Promise<readonly string[]> {
  const query = engine === "sqlite" ? sqliteIndexes : postgresqlIndexes;
  return (await sql.raw<{ line: string }>(query).execute(tx)).rows.map(({ line }) => line);
}

/** What schema.prisma says, by a reading of our own that needs no Prisma. */
function schemaTables(schema: string): Tables {
  const kinds: Readonly<Record<string, Kind>> = {
    String: "text",
    Int: "integer",
    BigInt: "integer",
    Float: "real",
  };
  const tables: Record<string, string[]> = {};
  for (const [, table = "", body = ""] of schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)) {
    tables[table] = [...body.matchAll(/^ {2}(\w+) +(\w+)(\?)?(?: |$)/gm)]
      .filter(([, , type = ""]) => type in kinds)
      .map(([, column, type = "", optional]) => `${column}: ${kinds[type]}${optional ? " or null" : ""}`)
      .sort();
  }
  return tables;
}

/** What the generated types say; a number may be whole or not. */
function typedTables(source: string): Tables {
  const tables: Record<string, string[]> = {};
  for (const [, table = "", body = ""] of source.matchAll(/^export type (\w+) = \{\n([\s\S]*?)^\};/gm)) {
    if (table === "DB") continue;
    tables[table] = [...body.matchAll(/^ {4}(\w+): (?:Generated<)?(\w+)( \| null)?>?;$/gm)]
      .map(([, column, type, nullable]) => `${column}: ${type}${nullable ? " or null" : ""}`)
      .sort();
  }
  return tables;
}

function asTypes(tables: Tables): Tables {
  const typed = (column: string): string =>
    column.replace(": text", ": string").replace(/: (integer|real)/, ": number");
  return Object.fromEntries(
    Object.entries(tables).map(([name, columns]) => [name, columns.map(typed).sort()]),
  );
}

describeOnEachEngine("the migrated tables", (open, engine) => {
  test("are those of schema.prisma, column by column", async () => {
    const database = await open();

    const tables = await database.transaction((tx) => migratedTables(tx, engine));

    expect(tables).toEqual(schemaTables(read("../../prisma/schema.prisma")));
  });

  test("are those of tables.generated.ts", async () => {
    const database = await open();

    const tables = await database.transaction((tx) => migratedTables(tx, engine));

    expect(typedTables(read("tables.generated.ts"))).toEqual(asTypes(tables));
  });
});

const missing = prismaIsInstalled() ? "" : " (skipped: install Prisma's tools with `(cd prisma && npm ci)`)";

test.skipIf(missing !== "").each(providers)(`no migration is missing for %s${missing}`, async (provider) => {
  const migrated = read("../../prisma/migrations/migrated.prisma");

  const sqlMissing = await schemaDifference(migrated, read("../../prisma/schema.prisma"), provider);

  expect(sqlMissing).toBe("");
});

describeOnEachEngine("a database made by Prisma in one step", (open, engine) => {
  test.skipIf(missing !== "")(`has our columns and our indexes${missing}`, async () => {
    const schema = read("../../prisma/schema.prisma");
    const empty = 'datasource db {\n  provider = "sqlite"\n}\n';
    const everything = {
      sqlite: await schemaDifference(empty, schema, "sqlite"),
      postgresql: await schemaDifference(empty, schema, "postgresql"),
    };
    const prismas = await open({ migrations: writeMigrations(newFolder(), { "1_everything": everything }) });
    const ours = await open();

    const [theirShape, ourShape] = await Promise.all(
      [prismas, ours].map((database) =>
        database.transaction(async (tx) => [await migratedTables(tx, engine), await indexes(tx, engine)]),
      ),
    );

    expect(ourShape).toEqual(theirShape);
    expect(ourShape?.[1]).not.toEqual([]);
  });
});
