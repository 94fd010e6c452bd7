import {
  readAddress,
  type Address,
  type Drawn,
  type Option,
  type Outbound,
  type Route,
} from "../channel/index.ts";
import type { Tx } from "../store/index.ts";
import { lanes, type Fate, type Lane } from "./model.ts";

/** One message to be said, already drawn for its platform. */
export interface Letter {
  /** Unique for ever: written twice, it is sent once. */
  readonly key: string;
  readonly address: Address;
  readonly lane: Lane;
  readonly pieces: readonly Drawn[];
  /** What a reply to it is about, in the sender's words. */
  readonly about?: string;
  /** Forget the menu shown before, even if this one brings none. */
  readonly clearsMenu?: boolean;
  /** The platform's id of a message that this one changes. */
  readonly edits?: string;
  /** What counts, changes and withdraws it together with others; pieces before the last one belong to `<batch> files`. */
  readonly batch?: string;
  /** Not said before then, epoch milliseconds. */
  readonly notBefore?: number;
}

/** A leased row. */
export interface Leased {
  readonly id: number;
  readonly lane: number;
  readonly attempts: number;
  readonly outbound: Outbound;
  readonly menu: readonly Option[] | undefined;
}

/** Writes one row per piece. @returns how many were new. */
export async function storeLetter(tx: Tx, letter: Letter, now: number): Promise<number> {
  let stored = 0;
  for (const [index, piece] of letter.pieces.entries()) {
    const key = index === 0 ? letter.key : `${letter.key}#${index + 1}`;
    const isLast = index === letter.pieces.length - 1;
    const clearsMenu = letter.clearsMenu === true && isLast;
    const result = await tx
      .insertInto("outbox")
      .values({
        key,
        route: readAddress(letter.address).route,
        address: letter.address,
        lane: lanes[letter.lane],
        ...rowOfPiece(piece, clearsMenu),
        edits: letter.edits ?? null,
        batch: letter.batch === undefined || isLast ? (letter.batch ?? null) : filesOf(letter.batch),
        about: letter.about ?? null,
        state: "waiting",
        attempts: 0,
        next_at: Math.max(now, letter.notBefore ?? now),
        created_at: now,
      })
      .onConflict((conflict) => conflict.column("key").doNothing())
      .executeTakeFirst();
    stored += Number(result.numInsertedOrUpdatedRows ?? 0);
  }
  return stored;
}

/** The batch of the pictures that go before the words of one. */
export function filesOf(batch: string): string {
  return `${batch} files`;
}

/** A piece as it is stored: what is sent, and what a number means then. */
export function rowOfPiece(
  piece: Drawn,
  clearsMenu: boolean,
): { readonly payload: string; readonly menu: string | null } {
  const changesMenu = piece.menu.length > 0 || clearsMenu;
  return {
    payload: JSON.stringify({ text: piece.text, buttons: piece.buttons, file: piece.file }),
    menu: changesMenu ? JSON.stringify(piece.menu) : null,
  };
}

/** What a pump asks for: at most `limit` rows of a route, its own until `until`. */
export interface Lease {
  readonly route: Route;
  readonly owner: string;
  readonly now: number;
  readonly until: number;
  readonly limit: number;
}

/**
 * Takes the next rows of a route: replies before alarms before bulk, oldest first, in order per chat and lane: never a
 * row behind one of its chat that is on its way or waits for another try.
 */
export async function leaseRows(tx: Tx, lease: Lease): Promise<readonly Leased[]> {
  const rows = await sendable(tx, lease);
  if (rows.length === 0) return [];
  await tx
    .updateTable("outbox")
    .set({ state: "leased", owner: lease.owner, lease_until: lease.until })
    .where(
      "id",
      "in",
      rows.map((row) => row.id),
    )
    .where("state", "=", "waiting")
    .execute();
  return rows.map((row) => ({
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
  }));
}

function sendable(tx: Tx, lease: Lease) {
  return tx
    .selectFrom("outbox as o")
    .select(["o.id", "o.key", "o.address", "o.lane", "o.attempts", "o.payload", "o.menu", "o.edits"])
    .where("o.state", "=", "waiting")
    .where("o.route", "=", lease.route)
    .where("o.next_at", "<=", lease.now)
    .where(({ not, exists, selectFrom }) => {
      const before = selectFrom("outbox as e")
        .select("e.id")
        .whereRef("e.address", "=", "o.address")
        .whereRef("e.lane", "=", "o.lane")
        .whereRef("e.id", "<", "o.id")
        .where("e.state", "in", ["waiting", "leased"])
        // On its way, or waiting for its next try.
        .where(({ eb, or }) => or([eb("e.state", "=", "leased"), eb("e.next_at", ">", lease.now)]));
      return not(exists(before));
    })
    .orderBy("o.lane")
    .orderBy("o.id")
    .limit(lease.limit)
    .execute();
}

/** A menu as it was stored; undefined where the message brings none. */
export function readMenu(json: string | null): readonly Option[] | undefined {
  return json === null ? undefined : (JSON.parse(json) as Option[]);
}

/** A message as it was stored: written by storeLetter from a typed value. */
export function readPayload(json: string): Pick<Outbound, "text" | "buttons" | "file"> {
  return JSON.parse(json) as Pick<Outbound, "text" | "buttons" | "file">;
}

/** Records that a row was said. @returns false when the lease was lost meanwhile: another's outcome stands. */
export async function recordSent(
  tx: Tx,
  row: Leased,
  owner: string,
  providerId: string,
  now: number,
): Promise<boolean> {
  const result = await tx
    .updateTable("outbox")
    .set({
      state: "sent",
      provider_id: providerId,
      sent_at: now,
      owner: null,
      lease_until: null,
      attempts: row.attempts + 1,
    })
    .where("id", "=", row.id)
    .where("owner", "=", owner)
    .where("state", "=", "leased")
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}

function afterLease({ state, nextAt, attempts, error }: Fate) {
  return { state, next_at: nextAt, attempts, error: error ?? null };
}

/** Records any other fate of an attempt, if the lease is still ours. */
export async function recordFate(tx: Tx, row: Leased, owner: string, fate: Fate): Promise<void> {
  await tx
    .updateTable("outbox")
    .set({ ...afterLease(fate), owner: null, lease_until: null })
    .where("id", "=", row.id)
    .where("owner", "=", owner)
    .where("state", "=", "leased")
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
    .set({ ...afterLease(fate), owner: null, lease_until: null })
    .where("id", "=", lease.id)
    .where("state", "=", "leased")
    .where("owner", "=", lease.owner)
    .execute();
}

/** A chat moved to another address on its platform: what waits follows it. */
export async function moveAddress(tx: Tx, from: Address, to: Address): Promise<void> {
  await tx
    .updateTable("outbox")
    .set({ address: to })
    .where("address", "=", from)
    .where("state", "in", ["waiting", "leased"])
    .execute();
}

/** Ends everything that still waits for an address nobody reads any more. */
export async function endWaiting(tx: Tx, address: Address, error: string): Promise<void> {
  await tx
    .updateTable("outbox")
    .set({ state: "unreachable", error })
    .where("address", "=", address)
    .where("state", "=", "waiting")
    .execute();
}

/** Keeps a route quiet until a moment, across restarts. */
export async function pauseRoute(tx: Tx, route: Route, until: number): Promise<void> {
  const { channel, bot } = readAddress(`${route}/`);
  await tx
    .insertInto("channel_pause")
    .values({ channel, bot, until_at: until })
    .onConflict((conflict) =>
      conflict
        .columns(["channel", "bot"])
        .doUpdateSet({ until_at: until })
        // Several answers may ask at once: the longest patience counts.
        .where("channel_pause.until_at", "<", until),
    )
    .execute();
}

/** Until when a route is quiet; 0 when it never was. */
export async function pausedUntil(tx: Tx, route: Route): Promise<number> {
  const { channel, bot } = readAddress(`${route}/`);
  const row = await tx
    .selectFrom("channel_pause")
    .select("until_at")
    .where("channel", "=", channel)
    .where("bot", "=", bot)
    .executeTakeFirst();
  return row?.until_at ?? 0;
}
