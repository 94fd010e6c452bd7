import type { ClientBase } from "pg";

/** What a column holds; PostgreSQL refuses a whole number that does not fit its 32 or 64 bits. */
export type Kind = "text" | "integer" | "bigint" | "real";

export interface Column {
  readonly name: string;
  readonly kind: Kind;
}

/** A table as it is moved. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  /** The columns of its primary key. */
  readonly key: readonly string[];
  /** The column that numbers its rows by itself. */
  readonly numbered?: string;
  /** Where a row names another of the same table: `column` holds that row's `names`. */
  readonly above?: { readonly column: string; readonly names: string };
}

/** A foreign key of one column. */
export interface Reference {
  readonly from: string;
  readonly column: string;
  readonly to: string;
  readonly names: string;
}

const kinds: Readonly<Record<string, Kind>> = {
  text: "text",
  integer: "integer",
  bigint: "bigint",
  "double precision": "real",
};

const columnsQuery = `SELECT c.relname::text AS "table", a.attname::text AS name, format_type(a.atttypid, a.atttypmod) AS type,
    pg_get_serial_sequence(quote_ident(c.relname), a.attname) IS NOT NULL AS numbered,
    coalesce(array_position(i.indkey::int2[], a.attnum), -1) AS key
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
  WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND c.relname <> '_prisma_migrations'
  ORDER BY c.relname, a.attnum`;

const referencesQuery = `SELECT f.relname::text AS "from", a.attname::text AS "column", t.relname::text AS "to", b.attname::text AS names
  FROM pg_constraint k JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
  JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
  JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[1]
  WHERE k.contype = 'f' AND f.relnamespace = current_schema()::regnamespace ORDER BY 1, 2`;

interface FoundColumn {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly numbered: boolean;
  readonly key: number;
}

/** Every table of a migrated PostgreSQL database, whoever is named before whoever names it. */
export async function readTables(client: ClientBase): Promise<readonly Table[]> {
  const columns = await client.query<FoundColumn>(columnsQuery);
  const references = await client.query<Reference>(referencesQuery);
  const names = Array.from(new Set(columns.rows.map(({ table }) => table)));
  const tables = names.map((name) =>
    tableOf(
      name,
      columns.rows.filter(({ table }) => table === name),
      references.rows,
    ),
  );
  return namedFirst(tables, references.rows);
}

function tableOf(name: string, found: readonly FoundColumn[], references: readonly Reference[]): Table {
  const numbered = found.find((column) => column.numbered)?.name;
  const above = references.find(({ from, to }) => from === name && to === name);
  return {
    name,
    columns: found.map((column) => ({ name: column.name, kind: kindOf(column) })),
    key: found
      .filter(({ key }) => key >= 0)
      .sort((one, other) => one.key - other.key)
      .map((column) => column.name),
    ...(numbered === undefined ? {} : { numbered }),
    ...(above === undefined ? {} : { above }),
  };
}

function kindOf({ table, name, type }: FoundColumn): Kind {
  const kind = kinds[type];
  if (kind === undefined) throw new Error(`Column ${name} of ${table} is ${type}, which is not portable.`);
  return kind;
}

/**
 * The tables in an order in which rows may be written with foreign keys on; a table may name itself.
 * @throws when two tables need each other.
 */
export function namedFirst<T extends { readonly name: string }>(
  tables: readonly T[],
  references: readonly Pick<Reference, "from" | "to">[],
): readonly T[] {
  const ordered: T[] = [];
  const waiting = new Set(tables);
  while (waiting.size > 0) {
    const missing = new Set(Array.from(waiting, ({ name }) => name));
    const ready = Array.from(waiting).filter(
      ({ name }) => !references.some(({ from, to }) => from === name && to !== name && missing.has(to)),
    );
    if (ready.length === 0) throw new Error(`Tables need each other: ${[...missing].join(", ")}.`);
    for (const table of ready) waiting.delete(table);
    ordered.push(...ready);
  }
  return ordered;
}
