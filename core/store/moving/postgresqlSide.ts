import { Client, type CustomTypesConfig, types as pgTypes } from "pg";
import type { Migration } from "../migrations.ts";
import { refuseUnsuitable } from "../postgresql.ts";
import { appliedOnPostgresql, migratePostgresql } from "../postgresqlMigrate.ts";
import { announcedKeys } from "../postgresqlPresence.ts";
import { StoreRefusal } from "../refusal.ts";
import { CHUNK, refusedRow, type Row } from "./rows.ts";
import { columnList, type Part, readyFor, selectAll, type Side } from "./side.ts";
import { readTables, type Table } from "./tables.ts";

/** What a killed move holds is free once PostgreSQL has noticed; whoever holds it longer is a program. */
const lockTimeout = "10s";

const { builtins } = pgTypes;
const wholeNumbers: readonly number[] = [builtins.INT4, builtins.INT8];
/** Whole numbers as they are, however large. */
const types: CustomTypesConfig = {
  getTypeParser: (type, format) =>
    wholeNumbers.includes(type) ? BigInt : (pgTypes.getTypeParser(type, format) as typeof String),
};

const arrays = { text: "text[]", integer: "int4[]", bigint: "int8[]", real: "float8[]" } as const;

/** A PostgreSQL database of a move: also the one that says what tables there are. */
export interface PostgresqlSide extends Side {
  readonly tables: readonly Table[];
}

/** Opens a PostgreSQL database for a move: no program may have it open, and none can write to it until the move ends. */
export async function openPostgresqlSide(
  url: string,
  part: Part,
  known: readonly Migration[],
): Promise<PostgresqlSide> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    application_name: "diantong move",
  });
  // Without a listener a broken connection would end the program before it can say so; the next query fails.
  client.on("error", () => undefined);
  const name = shownAddress(url);
  try {
    await connect(client, name);
    await refuseUnsuitable(client);
    const history = { name, known, applied: await appliedOnPostgresql(client) };
    await readyFor(part, history, () => migratePostgresql(client, known));
    const side = new Postgresql(name, client, await readTables(client));
    await side.refuseInUse();
    await side.begin(part);
    return side;
  } catch (error) {
    await client.end();
    throw error;
  }
}

/** An address as people may read it. */
function shownAddress(url: string): string {
  const { host, pathname } = new URL(url);
  return `postgres://${host}${pathname}`;
}

async function connect(client: Client, name: string): Promise<void> {
  try {
    await client.connect();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreRefusal("unreachable", `${name} did not let us in: ${reason}.`, error);
  }
}

class Postgresql implements PostgresqlSide {
  readonly name: string;
  readonly tables: readonly Table[];
  readonly #client: Client;

  constructor(name: string, client: Client, tables: readonly Table[]) {
    this.name = name;
    this.tables = tables;
    this.#client = client;
  }

  /** Its tables are locked before anything is read: what is read is all there is until the end. */
  async begin(part: Part): Promise<void> {
    const names = this.tables.map((table) => `"${table.name}"`).join(", ");
    const mode = part === "source" ? "SHARE" : "EXCLUSIVE";
    await this.#client.query(`SET lock_timeout = '${lockTimeout}'`);
    await this.#client.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
    try {
      await this.#client.query(`LOCK TABLE ${names} IN ${mode} MODE`);
    } catch (error) {
      throw inUse(this.name, error);
    }
  }

  async *rows(table: Table, order: "by key" | "named first"): AsyncIterable<readonly Row[]> {
    await this.#client.query(`DECLARE moved NO SCROLL CURSOR FOR ${selectAll(table, order)}`);
    for (;;) {
      const query = { text: `FETCH ${CHUNK} FROM moved`, rowMode: "array" as const, types };
      const { rows } = await this.#client.query<unknown[]>(query);
      if (rows.length > 0) yield rows as unknown as readonly Row[];
      if (rows.length < CHUNK) break;
    }
    await this.#client.query("CLOSE moved");
  }

  async put(table: Table, rows: readonly Row[]): Promise<void> {
    const places = table.columns.map(({ kind }, index) => `$${index + 1}::${arrays[kind]}`);
    const text = `INSERT INTO "${table.name}" (${columnList(table)}) SELECT * FROM unnest(${places.join(", ")})`;
    const columns = table.columns.map((_, index) => rows.map((row) => asText(row[index] ?? null)));
    await this.#client.query("SAVEPOINT rows");
    try {
      await this.#client.query(text, columns);
      await this.#client.query("RELEASE rows");
    } catch (error) {
      await this.#client.query("ROLLBACK TO rows");
      const [row] = rows;
      if (row === undefined) throw error;
      if (rows.length === 1)
        throw refusedRow(table, row, `PostgreSQL says “${(error as Error).message}”`, error);
      // By halves, until the one it does not take is found.
      const half = Math.ceil(rows.length / 2);
      await this.put(table, rows.slice(0, half));
      await this.put(table, rows.slice(half));
    }
  }

  async lastNumber(table: Table): Promise<bigint> {
    const sequence = await this.#sequenceOf(table);
    const text = `SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS last FROM ${sequence}`;
    const { rows } = await this.#client.query<{ last: bigint }>({ text, types });
    return rows[0]?.last ?? 0n;
  }

  async setLastNumber(table: Table, last: bigint): Promise<void> {
    const sequence = await this.#sequenceOf(table);
    const isCalled = last > 0n;
    await this.#client.query("SELECT setval($1, $2, $3)", [
      sequence,
      isCalled ? String(last) : "1",
      isCalled,
    ]);
  }

  async #sequenceOf(table: Table): Promise<string> {
    const { rows } = await this.#client.query<{ name: string }>(
      "SELECT pg_get_serial_sequence(quote_ident($1), $2) AS name",
      [table.name, table.numbered],
    );
    const [found] = rows;
    if (found === undefined) throw new Error(`Table ${table.name} numbers nothing.`);
    return found.name;
  }

  async refuseInUse(): Promise<void> {
    const { rows } = await this.#client.query(announcedKeys);
    if (rows.length > 0) throw inUse(this.name);
  }

  async commit(): Promise<void> {
    await this.#client.query("COMMIT");
  }

  async close(): Promise<void> {
    // Ending the connection rolls back what was not committed.
    await this.#client.end();
  }
}

function asText(value: Row[number]): string | null {
  return value === null ? null : String(value);
}

function inUse(name: string, cause?: unknown): StoreRefusal {
  return new StoreRefusal("locked", `A program has ${name} open: stop it, and begin again.`, cause);
}
