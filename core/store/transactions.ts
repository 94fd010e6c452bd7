import { AsyncLocalStorage } from "node:async_hooks";
import {
  DefaultQueryExecutor,
  DummyDriver,
  type DatabaseConnection,
  type Dialect,
  Transaction,
} from "kysely";
import { Reads } from "./reads.ts";
import type { DB } from "./tables.generated.ts";

/** A running transaction: Kysely over every table. It ends with the work it was given to. */
export type Tx = Transaction<DB>;

/** One connection, reserved for one transaction. */
export interface Session {
  readonly connection: DatabaseConnection;
  begin(options: TransactionOptions): Promise<void>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  release(): void;
}

/** What an engine offers to `transactionsOn`. */
export interface Engine {
  readonly dialect: Dialect;
  /** Waits, first come first served, until a connection is free. */
  reserve(): Promise<Session>;
  /** Where many transactions run at once: a connection of none of them, on which each statement commits by itself. */
  readonly aside?: DatabaseConnection;
  /** Did a transaction fail only because another one was under way? */
  isConflict(error: unknown): boolean;
}

export interface TransactionOptions {
  /** The commit is on the disk, with everything committed before it, when the promise resolves. Needs at least one write. */
  readonly durable?: boolean;
  /**
   * Sees nothing of what others commit meanwhile; where two would change the same row, one of them is done again from the
   * start: `work` must touch nothing but the database.
   */
  readonly isolated?: boolean;
}

/** A transaction that loses to others so often stands in somebody's way for good: its last conflict is thrown. */
const mostConflicts = 20;

export type Nudge = () => unknown;

interface Turn {
  open: boolean;
  /** The first statement that failed: PostgreSQL commits nothing after one, so SQLite does not either. */
  failure?: Error;
  readonly nudges: Nudge[];
  readonly reads: Reads;
  readonly aside: DatabaseConnection | undefined;
}

const turnOf = new WeakMap<Tx, Turn>();

/**
 * Calls `nudge` once the transaction has committed, never after a rollback. What it throws is logged and changes nothing.
 */
export function afterCommit(tx: Tx, nudge: Nudge): void {
  const turn = turnOf.get(tx);
  if (!turn?.open) throw new Error("afterCommit needs a running transaction: this one has ended.");
  turn.nudges.push(nudge);
}

/**
 * Reads once in a transaction: the second time for the same `key` the first value is given, unless something was written to
 * one of `tables` in between. For what a turn asks again and again, such as who somebody is.
 */
export function readOnce<T>(
  tx: Tx,
  key: string,
  tables: readonly (keyof DB)[],
  read: () => Promise<T>,
): Promise<T> {
  const turn = turnOf.get(tx);
  return turn?.open ? turn.reads.once(key, tables, read) : read();
}

/**
 * The next number under `name`, beginning with `first`; never given twice. Where many transactions run at once it is taken
 * beside them, or each would make the others begin again: one that is rolled back leaves a gap.
 */
export async function takeNext(tx: Tx, name: string, first: number): Promise<number> {
  const query = tx
    .insertInto("counter")
    .values({ name, value: first })
    .onConflict((conflict) =>
      conflict.column("name").doUpdateSet((update) => ({ value: update("counter.value", "+", 1) })),
    )
    .returning("value");
  const aside = turnOf.get(tx)?.aside;
  if (!aside) return (await query.executeTakeFirstOrThrow()).value;
  const { rows } = await aside.executeQuery<{ value: number }>(query.compile());
  const [row] = rows;
  if (!row) throw new Error(`No number under ${name}.`);
  return row.value;
}

export type RunTransaction = <T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions) => Promise<T>;

function transactionOver(engine: Engine, connection: DatabaseConnection, turn: Turn): Tx {
  const { dialect } = engine;
  const executor = new DefaultQueryExecutor(dialect.createQueryCompiler(), dialect.createAdapter(), {
    provideConnection: async (consumer) => {
      if (!turn.open) throw new Error("This transaction has ended: its tx must not be kept or used later.");
      try {
        return await consumer(noting(connection, turn.reads));
      } catch (error) {
        turn.failure ??= error as Error;
        throw error;
      }
    },
  });
  const tx: Tx = new Transaction<DB>({ config: { dialect }, dialect, driver: new DummyDriver(), executor });
  turnOf.set(tx, turn);
  return tx;
}

/** The connection, with every statement noted that ran. */
function noting(connection: DatabaseConnection, reads: Reads): DatabaseConnection {
  return {
    async executeQuery(query) {
      const result = await connection.executeQuery<never>(query);
      reads.note(query.query);
      return result;
    },
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
  };
}

async function rollBack(session: Session, reason: unknown, failed: (error: unknown) => void): Promise<never> {
  // What went wrong first is what the caller must see; a failing rollback is only its echo.
  await session.rollback().catch(failed);
  throw reason;
}

async function callAll(nudges: readonly Nudge[], failed: (error: unknown) => void): Promise<void> {
  for (const nudge of nudges) {
    try {
      await nudge();
    } catch (error) {
      failed(error);
    }
  }
}

/** Runs transactions on an engine, and refuses one inside another: with one connection the inner would wait for ever. */
export function transactionsOn(engine: Engine, failed: (error: unknown) => void): RunTransaction {
  const running = new AsyncLocalStorage<Turn>();

  async function inSession<T>(session: Session, turn: Turn, work: (tx: Tx) => Promise<T>): Promise<T> {
    const tx = transactionOver(engine, session.connection, turn);
    try {
      turn.open = true;
      const result = await running.run(turn, work, tx);
      turn.open = false;
      if (turn.failure !== undefined) throw turn.failure;
      await session.commit();
      return result;
    } catch (error) {
      turn.open = false;
      return await rollBack(session, error, failed);
    }
  }

  async function once<T>(work: (tx: Tx) => Promise<T>, options: TransactionOptions): Promise<T> {
    const turn: Turn = { open: false, nudges: [], reads: new Reads(), aside: engine.aside };
    const session = await engine.reserve();
    let result;
    try {
      await session.begin(options);
      result = await inSession(session, turn, work);
    } finally {
      session.release();
    }
    void running.exit(() => callAll(turn.nudges, failed));
    return result;
  }

  return async (work, options = {}) => {
    if (running.getStore()?.open) {
      throw new Error("A transaction is already running here: use its tx instead of opening another.");
    }
    return options.isolated === true
      ? await untilFree(engine, () => once(work, options))
      : await once(work, options);
  };
}

/** Does work again that failed only because of others. */
async function untilFree<T>(engine: Engine, work: () => Promise<T>): Promise<T> {
  for (let conflicts = 1; ; conflicts += 1) {
    try {
      return await work();
    } catch (error) {
      if (conflicts >= mostConflicts || !engine.isConflict(error)) throw error;
    }
  }
}
