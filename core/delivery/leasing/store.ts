import type { Address, Option, Outbound, Route } from "../../channel/index.ts";
import { sql, type Tx } from "../../store/index.ts";
import { lanes, type Fate } from "../model.ts";
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
  const { limit, bulk } = search;
  return tx
    .selectFrom(front(tx, search, lanes.reply, limit).as("reply"))
    .select(["id", "lane", "address"])
    .unionAll(
      tx.selectFrom(front(tx, search, lanes.alarm, limit).as("alarm")).select(["id", "lane", "address"]),
    )
    .unionAll(tx.selectFrom(front(tx, search, lanes.bulk, bulk).as("bulk")).select(["id", "lane", "address"]))
    .execute();
}

function front(tx: Tx, { route, now, oneByOne }: Search, lane: number, limit: number) {
  return tx
    .selectFrom("outbox as o")
    .select(["o.id", "o.lane", "o.address"])
    .where("o.state", "=", "waiting")
    .where("o.route", "=", route)
    .where("o.lane", "=", lane)
    .where("o.next_at", "<=", now)
    .where(({ not, exists, selectFrom }) => {
      const before = selectFrom("outbox as e")
        .select("e.id")
        .whereRef("e.address", "=", "o.address")
        .where("e.lane", "=", lane)
        .whereRef("e.id", "<", "o.id")
        .where("e.state", "=", "waiting");
      return not(exists(oneByOne ? before : before.whereRef("e.next_at", ">", "o.next_at")));
    })
    .where(({ not, exists, selectFrom }) => {
      const spokenTo = selectFrom("outbox as e")
        .select("e.id")
        .whereRef("e.address", "=", "o.address")
        .where("e.state", "=", "leased");
      return not(exists(oneByOne ? spokenTo : spokenTo.where("e.lane", "=", lane)));
    })
    .orderBy("o.next_at")
    .orderBy("o.id")
    .limit(limit);
}

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
    .returning(["id", "key", "address", "lane", "attempts", "payload", "menu"])
    .execute();
  return rows
    .map((row) => ({
      id: row.id,
      lane: row.lane,
      attempts: row.attempts,
      outbound: { key: row.key, to: row.address, ...readPayload(row.payload) },
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
