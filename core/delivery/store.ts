import { readAddress, type Address, type Drawn, type Option, type Outbound } from "../channel/index.ts";
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
}

/** A row that was tried. */
interface Tried {
  readonly id: number;
  readonly attempts: number;
}

/** Writes one row per piece. @returns how many were new. */
export async function storeLetter(tx: Tx, letter: Letter, now: number): Promise<number> {
  let stored = 0;
  for (const [index, piece] of letter.pieces.entries()) {
    const key = index === 0 ? letter.key : `${letter.key}#${index + 1}`;
    const changesMenu =
      piece.menu.length > 0 || (letter.clearsMenu === true && index === letter.pieces.length - 1);
    const result = await tx
      .insertInto("outbox")
      .values({
        key,
        route: readAddress(letter.address).route,
        address: letter.address,
        lane: lanes[letter.lane],
        payload: JSON.stringify({ text: piece.text, buttons: piece.buttons, file: piece.file }),
        menu: changesMenu ? JSON.stringify(piece.menu) : null,
        about: letter.about ?? null,
        state: "waiting",
        attempts: 0,
        next_at: now,
        created_at: now,
      })
      .onConflict((conflict) => conflict.column("key").doNothing())
      .executeTakeFirst();
    stored += Number(result.numInsertedOrUpdatedRows ?? 0);
  }
  return stored;
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
  row: Tried,
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

/** How a row stands when its lease has ended. */
export function afterLease({ state, nextAt, attempts, error }: Fate) {
  return { state, next_at: nextAt, attempts, error: error ?? null, owner: null, lease_until: null };
}

/** Records any other fate of an attempt, if the lease is still ours. */
export async function recordFate(tx: Tx, row: Tried, owner: string, fate: Fate): Promise<void> {
  await tx
    .updateTable("outbox")
    .set(afterLease(fate))
    .where("id", "=", row.id)
    .where("owner", "=", owner)
    .where("state", "=", "leased")
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
