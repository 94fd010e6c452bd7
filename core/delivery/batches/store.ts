import type { Address, Drawn, Route } from "../../channel/index.ts";
import { sql, type Tx } from "../../store/index.ts";
import { lanes, type Lane, type OutboxState } from "../model.ts";
import { filesOf, rowOfPiece } from "../store.ts";

/** The same words for many chats of one route. */
export interface Circular {
  /** Followed by the address it is the key of a chat's message: one chat gets one, however often it is written. */
  readonly key: string;
  readonly route: Route;
  readonly lane: Lane;
  readonly pieces: readonly Drawn[];
  /** What counts, changes and withdraws them together; the pieces before the last one belong to `<batch> files`. */
  readonly batch: string;
  readonly about: string;
  /** Not said before then, epoch milliseconds. */
  readonly nextAt: number;
}

/** The key of what a circular says to a chat. */
export function keyFor(key: string, address: Address): string {
  return `${key} ${address}`;
}

/**
 * Writes a circular for many chats with one statement for each of its pieces.
 * @param addresses a query with one column, `address`.
 * @returns how many chats have a message now that had none.
 */
export async function insertCircular(
  tx: Tx,
  circular: Circular,
  addresses: ReturnType<typeof sql>,
  now: number,
): Promise<number> {
  const { key, route, lane, pieces, batch, about, nextAt } = circular;
  let written = 0;
  for (const [index, piece] of pieces.entries()) {
    const isLast = index === pieces.length - 1;
    const { payload, menu } = rowOfPiece(piece, isLast);
    const suffix = isLast ? "" : `#${index + 1}`;
    const result = await sql`
      insert into outbox
        (key, route, address, lane, payload, menu, about, state, attempts, next_at, created_at, batch)
      select cast(${`${key} `} as text) || a.address || cast(${suffix} as text), cast(${route} as text), a.address,
        cast(${lanes[lane]} as integer), cast(${payload} as text), cast(${menu} as text), cast(${about} as text),
        'waiting', 0, cast(${nextAt} as bigint), cast(${now} as bigint),
        cast(${isLast ? batch : filesOf(batch)} as text)
      from (${addresses}) as a
      where true
      order by a.address
      on conflict (key) do nothing`.execute(tx);
    written = Number(result.numAffectedRows ?? 0);
  }
  return written;
}

/** How many messages of these batches are in each state; a state without any is left out. */
export async function countBatches(
  tx: Tx,
  batches: readonly string[],
): Promise<Partial<Record<OutboxState, number>>> {
  const rows = await tx
    .selectFrom("outbox")
    .select(["state", ({ fn }) => fn.countAll<number>().as("count")])
    .where("batch", "in", batches)
    .groupBy("state")
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state as OutboxState, count]));
}

/** Is anything of these batches still to be said? */
export async function hasUnsaid(tx: Tx, batches: readonly string[]): Promise<boolean> {
  for (const batch of batches)
    for (const state of ["waiting", "leased"] as const) {
      const row = await tx
        .selectFrom("outbox")
        .select("id")
        .where("batch", "=", batch)
        .where("state", "=", state)
        .limit(1)
        .executeTakeFirst();
      if (row) return true;
    }
  return false;
}

/** Why messages of these batches did not arrive, with how many each. */
export async function failuresIn(
  tx: Tx,
  batches: readonly string[],
): Promise<
  readonly { readonly state: OutboxState; readonly error: string | null; readonly count: number }[]
> {
  const rows = await tx
    .selectFrom("outbox")
    .select(["state", "error", ({ fn }) => fn.countAll<number>().as("count")])
    .where("batch", "in", batches)
    .where("state", "in", ["failed", "unreachable", "unknown"])
    .groupBy(["state", "error"])
    .orderBy("state")
    .orderBy("error")
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as OutboxState }));
}

/** Takes back what still waits of a batch, at most `limit` of it, what would go first at first. @returns how many messages. */
export async function withdrawBatch(tx: Tx, batch: string, limit: number): Promise<number> {
  const result = await tx
    .updateTable("outbox")
    .set({ state: "withdrawn" })
    .where("id", "in", ({ selectFrom }) =>
      selectFrom("outbox")
        .select("id")
        .where("batch", "=", batch)
        .where("state", "=", "waiting")
        .orderBy("id")
        .limit(limit),
    )
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** Takes back what of these batches waits for one chat. */
export async function withdrawFrom(tx: Tx, batches: readonly string[], address: Address): Promise<void> {
  await tx
    .updateTable("outbox")
    .set({ state: "withdrawn" })
    .where("address", "=", address)
    .where("state", "=", "waiting")
    .where("batch", "in", batches)
    .execute();
}

/** A stretch of what waits of a batch: the next so many messages behind one. */
export interface Stretch {
  readonly batch: string;
  readonly after: number;
  readonly limit: number;
}

/** The messages of a stretch, oldest first. */
export async function waitingIn(
  tx: Tx,
  { batch, after, limit }: Stretch,
): Promise<readonly { readonly id: number; readonly payload: string }[]> {
  return tx
    .selectFrom("outbox")
    .select(["id", "payload"])
    .where("batch", "=", batch)
    .where("state", "=", "waiting")
    .where("id", ">", after)
    .orderBy("id")
    .limit(limit)
    .execute();
}

/** Gives messages of a batch that still wait and read alike another content, from one to another of them. */
export async function changePayloads(
  tx: Tx,
  among: { readonly batch: string; readonly first: number; readonly last: number },
  before: string,
  after: string,
): Promise<void> {
  await tx
    .updateTable("outbox")
    .set({ payload: after })
    .where("batch", "=", among.batch)
    .where("state", "=", "waiting")
    .where("id", ">=", among.first)
    .where("id", "<=", among.last)
    .where("payload", "=", before)
    .execute();
}

/**
 * Lets a stretch of what waits go no earlier than a moment, or at once when that is past.
 * @returns the last message that was looked at; undefined when none is left.
 */
export async function holdStretch(tx: Tx, stretch: Stretch, until: number): Promise<number | undefined> {
  const rows = await waitingIn(tx, stretch);
  const [first, last] = [rows.at(0)?.id, rows.at(-1)?.id];
  if (first === undefined || last === undefined) return undefined;
  await tx
    .updateTable("outbox")
    .set({ next_at: until })
    .where("batch", "=", stretch.batch)
    .where("state", "=", "waiting")
    .where("id", ">=", first)
    .where("id", "<=", last)
    .execute();
  return last;
}
