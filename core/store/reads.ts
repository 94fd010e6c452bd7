import type { RootOperationNode } from "kysely";
import type { DB } from "./tables.generated.ts";

/** What a transaction has read and may read again without asking: gone with the first write to a table it came from. */
export class Reads {
  readonly #kept = new Map<string, { readonly tables: readonly (keyof DB)[]; readonly value: unknown }>();

  /** The value of `read`, which is called only when it is not known yet. `key` names it within the transaction. */
  async once<T>(key: string, tables: readonly (keyof DB)[], read: () => Promise<T>): Promise<T> {
    const known = this.#kept.get(key);
    if (known) return known.value as T;
    const value = await read();
    this.#kept.set(key, { tables, value });
    return value;
  }

  /** A statement ran: what it may have changed is forgotten. */
  note(statement: RootOperationNode): void {
    if (this.#kept.size === 0 || statement.kind === "SelectQueryNode") return;
    const table = tableOf(statement);
    for (const [key, { tables }] of this.#kept)
      if (table === undefined || tables.some((one) => one === table)) this.#kept.delete(key);
  }
}

/** The table a statement writes; undefined where that cannot be told, as of raw SQL. */
function tableOf(statement: RootOperationNode): string | undefined {
  const nodeOf = (): unknown => {
    if (statement.kind === "InsertQueryNode") return statement.into;
    if (statement.kind === "UpdateQueryNode") return statement.table;
    return statement.kind === "DeleteQueryNode" ? statement.from.froms[0] : undefined;
  };
  const node = nodeOf() as
    | { readonly table?: { readonly identifier?: { readonly name?: string } } }
    | undefined;
  return node?.table?.identifier?.name;
}
