import type { Address, Option, Outbound, Route } from "../../channel/index.ts";
import { sql, type Tx } from "../../store/index.ts";
import { isToMany, lanes, type Fate } from "../model.ts";
import { afterLease, readMenu, readPayload } from "../store.ts";

/** A leased row. */
export interface Leased {
  readonly id: number;
  readonly lane: number;
  readonly attempts: number;
  readonly outbound: Outbound;
  readonly menu: readonly Option[] | undefined;
}

/** A row that may be leased. */
export interface Candidate {
  readonly id: number;
  readonly lane: number;
  readonly address: Address;
}

/** What is asked for: of each lane no more than this, of notices to many no more than `bulk`. */
export interface Search {
  readonly route: Route;
  readonly now: number;
  readonly limit: number;
  readonly bulk: number;
  /** Only the first of each chat and lane, and nothing of a chat that is being spoken to. */
  readonly oneByOne: boolean;
}

/**
 * The next rows of a route, lane by lane, the longest due first; never one behind a row of its chat and lane that is on its
 * way or due later. Costs what is taken and what is held back at the front of a lane, never what was sent or waits behind.
 */
export async function candidates(tx: Tx, search: Search): Promise<readonly Candidate[]> {
  const { route, now, limit, bulk } = search;
  // Written out: built piece by piece it took half a millisecond, longer than it runs.
  const lanesOf = search.oneByOne ? fronts.oneByOne : fronts.together;
  const parts = lanesOf.map(
    ({ from, order }, lane) =>
      sql`${from}${route} AND o.next_at <= ${now} ${order}${isToMany(lane) ? bulk : limit}) AS front`,
  );
  const { rows } = await sql<Candidate>`${sql.join(parts, sql.raw(" UNION ALL "))}`.execute(tx);
  return rows;
}

/** @param lane a number of `lanes`, written into the text. */
function frontOf(lane: number, oneByOne: boolean) {
  return {
    from: sql.raw(
      `SELECT id, lane, address FROM (SELECT o.id, o.lane, o.address FROM outbox AS o
       WHERE o.state = 'waiting' AND o.lane = ${lane} AND o.route = `,
    ),
    order: sql.raw(
      `AND NOT EXISTS (SELECT 1 FROM outbox AS e WHERE e.address = o.address AND e.state = 'waiting'
         AND e.lane = ${lane} AND e.id < o.id ${oneByOne ? "" : "AND e.next_at > o.next_at"})
       AND NOT EXISTS (SELECT 1 FROM outbox AS e WHERE e.address = o.address AND e.state = 'leased'
         ${oneByOne ? "" : `AND e.lane = ${lane}`})
       ORDER BY o.next_at, o.id LIMIT `,
    ),
  };
}

function frontsOf(oneByOne: boolean) {
  return Object.values(lanes).map((lane) => frontOf(lane, oneByOne));
}

const fronts = { oneByOne: frontsOf(true), together: frontsOf(false) };

/** Leases rows that wait; whoever asks holds the route. @returns them in the order of `ids`. */
export async function leaseRows(
  tx: Tx,
  ids: readonly number[],
  lease: { readonly owner: string; readonly until: number },
): Promise<readonly Leased[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .updateTable("outbox")
    .set({ state: "leased", owner: lease.owner, lease_until: lease.until })
    .where("id", "in", ids)
    // Not by its index: SQLite takes that for better than 32 ids, and reads all that waits.
    .where(sql`state || ''`, "=", "waiting")
    .returning(["id", "key", "address", "lane", "attempts", "payload", "menu", "edits"])
    .execute();
  return rows
    .map((row) => ({
      id: row.id,
      lane: row.lane,
      attempts: row.attempts,
      outbound: {
        key: row.key,
        to: row.address,
        ...readPayload(row.payload),
        ...(row.edits !== null && { edits: row.edits }),
      },
      menu: readMenu(row.menu),
    }))
    .sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
}

/** Leaves a row for later. */
export async function holdBack(tx: Tx, id: number, until: number): Promise<void> {
  await tx
    .updateTable("outbox")
    .set({ next_at: until })
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .execute();
}

/** A lease that has no outcome yet. */
export interface OpenLease {
  readonly id: number;
  readonly lane: number;
  readonly attempts: number;
  readonly owner: string;
  readonly until: number;
  readonly address: Address;
  readonly menu: readonly Option[] | undefined;
}

/** Everything of a route that is on its way, whoever sends it. */
export async function leasesOf(tx: Tx, route: Route): Promise<readonly OpenLease[]> {
  const rows = await tx
    .selectFrom("outbox")
    .select(["id", "lane", "attempts", "owner", "lease_until", "address", "menu"])
    .where("state", "=", "leased")
    .where("route", "=", route)
    .orderBy("id")
    .execute();
  return rows.map(({ owner, lease_until: until, menu, ...row }) => ({
    ...row,
    owner: owner ?? "",
    until: until ?? 0,
    menu: readMenu(menu),
  }));
}

/** Ends another's lease with a fate, unless it ended meanwhile. */
export async function endLease(tx: Tx, lease: OpenLease, fate: Fate): Promise<void> {
  await tx
    .updateTable("outbox")
    .set(afterLease(fate))
    .where("id", "=", lease.id)
    .where("state", "=", "leased")
    .where("owner", "=", lease.owner)
    .execute();
}
