import { type AppliedMigration, type Migration, pendingMigrations } from "../migrations.ts";
import { StoreRefusal } from "../refusal.ts";
import type { Row } from "./rows.ts";
import type { Table } from "./tables.ts";

/** One of the two databases of a move, in one transaction that ends with the move. */
export interface Side {
  /** How people call it: a path, or an address without its password. */
  readonly name: string;
  /** Every row, in chunks: by key, or whoever is named before whoever names it. */
  rows(table: Table, order: "by key" | "named first"): AsyncIterable<readonly Row[]>;
  /** @throws StoreRefusal that names the row which the database does not take. */
  put(table: Table, rows: readonly Row[]): Promise<void>;
  /** The last number given in a table that numbers its rows; 0 where none was. */
  lastNumber(table: Table): Promise<bigint>;
  /** The next row gets a larger number than this. */
  setLastNumber(table: Table, last: bigint): Promise<void>;
  /** Refuses when a program has it open. */
  refuseInUse(): Promise<void>;
  /** What was put is there from now on, on the disk. */
  commit(): Promise<void>;
  /** Gives it free; without a commit nothing was changed. */
  close(): Promise<void>;
}

export type Part = "source" | "target";

/**
 * Refuses a source without tables or of another version than this program, and a target that is older; one without tables
 * is made with `migrate`.
 */
export async function readyFor(
  part: Part,
  {
    name,
    known,
    applied,
  }: { name: string; known: readonly Migration[]; applied: readonly AppliedMigration[] },
  migrate: () => Promise<unknown>,
): Promise<void> {
  const pending = pendingMigrations(known, applied);
  if (applied.length === 0 && part === "source")
    throw new StoreRefusal("older schema", `${name} holds no installation: there is nothing to move.`);
  if (applied.length === 0) return void (await migrate());
  if (pending.length === 0) return;
  const way =
    part === "source"
      ? "Start this program on it once, stop it, and move then."
      : "Name an empty one, or remove it.";
  throw new StoreRefusal(
    "older schema",
    `${name} holds an installation of an older version (${pending.length} migrations are missing). ${way}`,
  );
}

/** The columns of a table as SQL, in their order. */
export function columnList(table: Table, prefix = ""): string {
  return table.columns.map(({ name }) => `${prefix}"${name}"`).join(", ");
}

/** Reads every row of a table; both engines understand it, and order it alike. */
export function selectAll(table: Table, order: "by key" | "named first"): string {
  const byKey = table.key.map((name) => `t."${name}"`).join(", ");
  const { above } = table;
  if (order === "by key" || above === undefined)
    return `SELECT ${columnList(table, "t.")} FROM "${table.name}" t ORDER BY ${byKey}`;
  return `WITH RECURSIVE reached(name, depth) AS (
    SELECT "${above.names}", 0 FROM "${table.name}" WHERE "${above.column}" IS NULL
    UNION ALL SELECT b."${above.names}", r.depth + 1 FROM "${table.name}" b JOIN reached r ON b."${above.column}" = r.name
  ) SELECT ${columnList(table, "t.")} FROM reached r JOIN "${table.name}" t ON t."${above.names}" = r.name
    ORDER BY r.depth, ${byKey}`;
}
