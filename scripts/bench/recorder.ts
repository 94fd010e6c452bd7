import { copyFileSync } from "node:fs";
import Sqlite from "better-sqlite3";

/** One statement that ran, with its values; BEGIN, COMMIT and PRAGMA have none. */
export interface Recorded {
  readonly sql: string;
  readonly values: readonly unknown[] | undefined;
}

type Runs = "run" | "all" | "get";

/** Sees every statement that better-sqlite3 prepares from its making on, until it is removed. */
export interface Recorder {
  /** Everything that runs during `work`. */
  record(work: () => Promise<unknown>): Promise<readonly Recorded[]>;
  remove(): void;
}

export function createRecorder(): Recorder {
  // oxlint-disable-next-line typescript/unbound-method -- called with the database as `this`
  const { prepare, exec } = Sqlite.prototype;
  let statements: Recorded[] | undefined;
  Sqlite.prototype.prepare = function prepareRecorded(this: Sqlite.Database, sql: string) {
    const statement = prepare.call(this, sql);
    for (const name of ["run", "all", "get"] satisfies Runs[]) {
      const own = statement[name].bind(statement) as (...values: unknown[]) => unknown;
      const recorded = (...values: unknown[]): unknown => {
        statements?.push({ sql, values });
        return own(...values);
      };
      Object.defineProperty(statement, name, { value: recorded });
    }
    return statement;
  } as typeof prepare;
  Sqlite.prototype.exec = function execRecorded(this: Sqlite.Database, sql: string) {
    statements?.push({ sql, values: undefined });
    return exec.call(this, sql);
  };
  return {
    async record(work) {
      const own: Recorded[] = [];
      statements = own;
      await work();
      statements = undefined;
      return own;
    },
    remove() {
      Sqlite.prototype.prepare = prepare;
      Sqlite.prototype.exec = exec;
    },
  };
}

/** How many statements of each kind there are. */
export function mixOf(statements: readonly Recorded[]): Readonly<Record<string, number>> {
  const kinds = Map.groupBy(statements, ({ sql }) => sql.trimStart().split(/[\s=]/)[0]?.toUpperCase() ?? "");
  return Object.fromEntries([...kinds].map(([kind, ones]) => [kind, ones.length]));
}

const reads = /^\s*(select|with)/i;

/**
 * Runs recorded statements again with bare better-sqlite3, each prepared once, on a copy of the file they began on.
 * @returns milliseconds.
 */
export function replay(
  original: string,
  statements: readonly Recorded[],
  which: "everything" | "writes",
): number {
  const file = `${original}.replayed`;
  copyFileSync(original, file);
  const handle = new Sqlite(file);
  for (const pragma of ["journal_mode = WAL", "foreign_keys = ON", "synchronous = NORMAL"])
    handle.pragma(pragma);
  const prepared = new Map<string, Sqlite.Statement>();
  const kept = statements.filter(({ sql }) => which === "everything" || !reads.test(sql));
  for (const { sql, values } of kept)
    if (values && !prepared.has(sql)) prepared.set(sql, handle.prepare(sql));
  const began = performance.now();
  for (const { sql, values } of kept) {
    const statement = values && prepared.get(sql);
    if (!statement) handle.exec(sql);
    else if (statement.reader) statement.all(...(values ?? []));
    else statement.run(...(values ?? []));
  }
  const took = performance.now() - began;
  handle.close();
  return took;
}
