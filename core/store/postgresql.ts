import {
  type CompiledQuery,
  type DatabaseConnection,
  DummyDriver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from "kysely";
import {
  type ClientBase,
  type CustomTypesConfig,
  Pool,
  type PoolClient,
  type QueryConfig,
  type QueryResult as PgResult,
  types as pgTypes,
} from "pg";
import { announce, type Presence } from "./postgresqlPresence.ts";
import { StoreRefusal } from "./refusal.ts";
import type { Engine, Session, TransactionOptions } from "./transactions.ts";
import { exactNumber, refuseUnportable } from "./values.ts";

/** A pool of connections to one PostgreSQL database. */
export interface PostgresqlEngine extends Engine {
  readonly self: string;
  readonly listen: Presence["listen"];
  readonly close: () => Promise<void>;
}

const { builtins } = pgTypes;
/** BIGINT and COUNT arrive as int8, SUM as numeric: text, unless parsed here. */
const exactTypes: readonly number[] = [builtins.INT8, builtins.NUMERIC];
const types: CustomTypesConfig = {
  getTypeParser: (type, format) => {
    if (exactTypes.includes(type)) return exactNumber;
    return pgTypes.getTypeParser(type, format) as typeof String;
  },
};

/**
 * A connection that has not answered by then is given up: a firewall that forgot it, or a machine that is gone, says nothing.
 * Longer than any statement of a transaction takes. Migrations do not come this way.
 */
const answerWithin = 20_000;
const rollBackWithin = 2_000;

/**
 * A statement with a name is parsed once by each connection. Texts beyond these, such as long lists of every length, have none.
 */
const mostNames = 500;
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostNames) return known;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

class PostgresqlConnection implements DatabaseConnection {
  /** What it has parsed does not fit the tables any more. */
  isStale = false;
  readonly #client: Pool | PoolClient;

  constructor(client: Pool | PoolClient) {
    this.#client = client;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    refuseUnportable(parameters);
    const statement = { ...timed(sql, answerWithin, [...parameters]), name: nameOf(sql) } as QueryConfig;
    const { command, rowCount, rows } = await this.#client
      .query<object>(statement)
      .catch((error: unknown) => {
        this.isStale ||= isStale(error);
        throw error;
      });
    const changes = ["INSERT", "UPDATE", "DELETE", "MERGE"].includes(command);
    return { rows: rows as R[], ...(changes ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}) };
  }

  // oxlint-disable-next-line require-yield
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error("The store does not stream: read in pages by key.");
  }
}

class PostgresqlSession implements Session {
  readonly connection: PostgresqlConnection;
  readonly #client: PoolClient;
  #broken = false;

  constructor(client: PoolClient) {
    this.#client = client;
    this.connection = new PostgresqlConnection(client);
  }

  async begin({ durable = false, isolated = false }: TransactionOptions): Promise<void> {
    const begin = `BEGIN ISOLATION LEVEL ${isolated ? "REPEATABLE READ" : "READ COMMITTED"}`;
    await this.#orDiscard(durable ? begin : `${begin}; SET LOCAL synchronous_commit = off`);
  }

  async commit(): Promise<void> {
    const { command } = await this.#orDiscard("COMMIT");
    // PostgreSQL answers COMMIT with ROLLBACK after a failed statement, even one whose error was caught.
    if (command === "ROLLBACK") throw new Error("PostgreSQL has rolled this transaction back.");
  }

  async rollback(): Promise<void> {
    if (!this.#broken) await this.#orDiscard("ROLLBACK", rollBackWithin);
  }

  release(): void {
    this.#client.release(this.#broken || this.connection.isStale);
  }

  async #orDiscard(command: string, within = answerWithin): Promise<PgResult> {
    try {
      return await this.#client.query(timed(command, within));
    } catch (error) {
      this.#broken = true;
      throw error;
    }
  }
}

/** A statement with the time it may take; pg knows `query_timeout`, its types do not. */
function timed(text: string, within: number, values?: unknown[]): QueryConfig {
  return { text, ...(values && { values }), query_timeout: within } as QueryConfig;
}

const dialect = {
  createDriver: () => new DummyDriver(),
  createAdapter: () => new PostgresAdapter(),
  createQueryCompiler: () => new PostgresQueryCompiler(),
  createIntrospector: (database: ConstructorParameters<typeof PostgresIntrospector>[0]) =>
    new PostgresIntrospector(database),
};

/** serialization_failure, deadlock_detected: https://www.postgresql.org/docs/current/mvcc-serialization-failure-handling.html */
const conflicts: readonly unknown[] = ["40001", "40P01"];

function isConflict(error: unknown): boolean {
  return error instanceof Error && "code" in error && (conflicts.includes(error.code) || isStale(error));
}

/** A newer program has changed a table since this connection parsed the statement; another connection parses it anew. */
function isStale(error: unknown): boolean {
  return error instanceof Error && error.message.includes("cached plan must not change result type");
}

const suitableCollations = ["C", "POSIX", "C.UTF-8", "C.utf8"];

/** Refuses a database that would sort or keep text otherwise than SQLite does. */
export async function refuseUnsuitable(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string; encoding: string; collation: string }>(
    `SELECT datname AS name, pg_encoding_to_char(encoding) AS encoding, datcollate AS collation
     FROM pg_database WHERE datname = current_database()`,
  );
  const [found] = rows;
  if (found?.encoding === "UTF8" && suitableCollations.includes(found.collation)) return;
  throw new StoreRefusal(
    "unsuitable database",
    `Database ${found?.name} has encoding ${found?.encoding} and collation ${found?.collation}; 点通 sorts by code point. ` +
      `Make one with: createdb -T template0 -E UTF8 --locale=C.UTF-8 NAME`,
  );
}

async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreRefusal(
      "unreachable",
      `PostgreSQL did not let us in: ${reason}. Check DATABASE_URL.`,
      error,
    );
  }
}

function poolOf(url: string, max: number, failed: (error: unknown) => void, options?: string): Pool {
  const pool = new Pool({
    connectionString: url,
    ...(options !== undefined && { options }),
    types,
    max,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    application_name: "diantong",
    // What a connection that was given up had locked is free again soon.
    idle_in_transaction_session_timeout: answerWithin,
  });
  // A connection that breaks is replaced by the pool; unheard, the event would end the program. Whoever works on it at that
  // moment learns of it by her next statement.
  pool.on("error", failed);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** Opens a pool and brings the tables up to date with `migrate`. */
export async function openPostgresql(
  url: string,
  migrate: (client: PoolClient) => Promise<void>,
  failed: (error: unknown) => void,
): Promise<PostgresqlEngine> {
  const pool = poolOf(url, 10, failed);
  // One of its own: a transaction that waits for a statement beside it never waits for other transactions.
  // What it says need not be on the disk before what the transaction says, which comes later in the same log.
  const beside = poolOf(url, 1, failed, "-c synchronous_commit=off");
  let presence: Presence;
  try {
    const client = await connect(pool);
    try {
      await refuseUnsuitable(client);
      await migrate(client);
    } finally {
      client.release();
    }
    presence = await announce(url, failed);
  } catch (error) {
    await pool.end();
    await beside.end();
    throw error;
  }
  const reserve = async () => new PostgresqlSession(await pool.connect());
  const close = async (): Promise<void> => {
    await pool.end();
    await beside.end();
    await presence.close();
  };
  const { self, listen } = presence;
  return { dialect, reserve, aside: new PostgresqlConnection(beside), isConflict, self, listen, close };
}
