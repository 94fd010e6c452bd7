import { createHash, type Hash } from "node:crypto";
import { join } from "node:path";
import { ownMigrations } from "../database.ts";
import { readMigrations } from "../migrations.ts";
import { StoreRefusal } from "../refusal.ts";
import { openPostgresqlSide, type PostgresqlSide } from "./postgresqlSide.ts";
import { keyOf, lineOf, refuseUnportableRows, type Row } from "./rows.ts";
import type { Side } from "./side.ts";
import { openSqliteSide } from "./sqliteSide.ts";
import type { Table } from "./tables.ts";

/** How far a move is: rows put, or rows compared on both sides and what they hash to once the table is done. */
export interface MoveProgress {
  readonly step: "put" | "compared";
  readonly table: string;
  readonly rows: number;
  readonly sha256?: string;
}

export interface Move {
  /** `file:…` or `postgres://…`; the other one is of the other kind. */
  readonly from: string;
  readonly to: string;
  /** Waited for, so that whoever is told may take its time. */
  readonly tell: (progress: MoveProgress) => unknown;
  /** Holds `sqlite/` and `postgresql/`; the program's own migrations where left out. */
  readonly migrations?: string;
}

/** A sign of life at least so often, in rows. */
const tellEvery = 20_000;

/**
 * Copies a whole installation from SQLite to PostgreSQL or back, and compares every row on both sides before it commits: the
 * target holds all of it, the same, or nothing, however this ends.
 * @returns how many rows were moved.
 * @throws StoreRefusal with a sentence: in use, of another version, not empty, a row that cannot be moved, a difference.
 */
export async function moveInstallation({
  from,
  to,
  tell,
  migrations = ownMigrations,
}: Move): Promise<number> {
  if (from.startsWith("file:") === to.startsWith("file:"))
    throw new StoreRefusal(
      "unsuitable database",
      "Of --from and --to one must begin with file:, the other with postgres://.",
    );
  const known = {
    sqlite: readMigrations(join(migrations, "sqlite")),
    postgresql: readMigrations(join(migrations, "postgresql")),
  };
  const open = (url: string, part: "source" | "target"): Promise<Side | PostgresqlSide> =>
    url.startsWith("file:")
      ? openSqliteSide(url.slice("file:".length), part, known.sqlite)
      : openPostgresqlSide(url, part, known.postgresql);
  const source = await open(from, "source");
  try {
    const target = await open(to, "target");
    try {
      return await moveBetween(source, target, tell);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** PostgreSQL is one of the two, and says what is to be moved. */
function tablesOf(sides: readonly (Side | PostgresqlSide)[]): readonly Table[] {
  for (const side of sides) if ("tables" in side) return side.tables;
  throw new Error("Neither side is PostgreSQL.");
}

async function moveBetween(
  source: Side | PostgresqlSide,
  target: Side | PostgresqlSide,
  tell: Move["tell"],
): Promise<number> {
  const tables = tablesOf([source, target]);
  for (const table of tables) await refuseFilled(target, table);
  for (const table of tables) await copy(source, target, table, tell);
  for (const table of tables) await copyNumbering(source, target, table);
  let moved = 0;
  for (const table of tables) moved += await compare(source, target, table, tell);
  // Whoever came meanwhile waits for our locks: what it would write afterwards would be in one of the two only.
  await source.refuseInUse();
  await target.refuseInUse();
  await target.commit();
  return moved;
}

async function refuseFilled(target: Side, table: Table): Promise<void> {
  for await (const _ of target.rows(table, "by key")) {
    throw new StoreRefusal(
      "not empty",
      `${target.name} is not empty: table ${table.name} has rows. Name an empty one; nothing was changed.`,
    );
  }
}

async function copy(source: Side, target: Side, table: Table, tell: Move["tell"]): Promise<void> {
  let [rows, told] = [0, 0];
  for await (const chunk of source.rows(table, "named first")) {
    refuseUnportableRows(table, chunk);
    await target.put(table, chunk);
    rows += chunk.length;
    if (rows - told < tellEvery) continue;
    told = rows;
    await tell({ step: "put", table: table.name, rows });
  }
  await tell({ step: "put", table: table.name, rows });
}

/** A number that was given once is not given again, even to a row that has been deleted since. */
async function copyNumbering(source: Side, target: Side, table: Table): Promise<void> {
  if (table.numbered === undefined) return;
  const last = await source.lastNumber(table);
  await target.setLastNumber(table, last);
  if ((await target.lastNumber(table)) !== last)
    throw new StoreRefusal("different", `Table ${table.name} would not go on numbering after ${last}.`);
}

async function compare(source: Side, target: Side, table: Table, tell: Move["tell"]): Promise<number> {
  const [here, there] = [createHash("sha256"), createHash("sha256")];
  const copies = oneByOne(target.rows(table, "by key"));
  let rows = 0;
  try {
    for await (const row of oneByOne(source.rows(table, "by key"))) {
      const { value: copied } = await copies.next();
      if (copied === undefined || lineOf(copied) !== lineOf(row)) throw different(table, row, copied);
      here.update(lineOf(row));
      there.update(lineOf(copied));
      rows += 1;
      if (rows % tellEvery === 0) await tell({ step: "compared", table: table.name, rows });
    }
    const { value: extra } = await copies.next();
    if (extra !== undefined) throw different(table, undefined, extra);
  } finally {
    // A query left open would keep its database from rolling back.
    await copies.return(undefined);
  }
  await tell({ step: "compared", table: table.name, rows, sha256: agreed(table, here, there) });
  return rows;
}

/** Row by row they were the same; that both sides come to one hash says so once more, for the operator's notes. */
function agreed(table: Table, here: Hash, there: Hash): string {
  const [source, target] = [here.digest("hex"), there.digest("hex")];
  if (source !== target)
    throw new StoreRefusal("different", `Table ${table.name} differs. Nothing was moved.`);
  return source;
}

async function* oneByOne(chunks: AsyncIterable<readonly Row[]>): AsyncGenerator<Row, undefined> {
  for await (const chunk of chunks) yield* chunk;
  return undefined;
}

function different(table: Table, row: Row | undefined, copied: Row | undefined): StoreRefusal {
  const here = row && keyOf(table, row);
  const there = copied && keyOf(table, copied);
  const names = table.columns.filter((_, index) => row?.[index] !== copied?.[index]).map(({ name }) => name);
  const what =
    here === there
      ? `row ${here} is not the same (${names.join(", ")})`
      : `the source has ${here ?? "no more rows"} where the target has ${there ?? "no more rows"}`;
  return new StoreRefusal("different", `Table ${table.name} differs: ${what}. Nothing was moved.`);
}
