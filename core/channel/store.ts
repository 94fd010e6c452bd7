import { z } from "zod";
import type { Tx } from "../store/index.ts";
import { addressOf } from "./address.ts";
import type { Address, Body, InboundEvent, Option } from "./contract.ts";

/** A stored event and which try this is, from 1. */
export interface Arrival {
  readonly id: number;
  readonly event: InboundEvent;
  readonly attempts: number;
}

/** An arrival as it was found. */
export interface Found extends Arrival {
  /** The tries that are written down; where they have changed, somebody else has it. */
  readonly counted: number;
  /** It may have been under way when the program last ended, or failed before: this try is written down before it begins. */
  readonly isCareful: boolean;
}

/** NUL and half characters go, wherever a platform let them through: no database holds the one, no text file the other. */
function storable(_key: string, value: unknown): unknown {
  return typeof value === "string" ? value.replaceAll("\u0000", "").toWellFormed() : value;
}

/** Stores events in order and drops those already known. @returns how many were new. */
export async function storeArrivals(tx: Tx, events: readonly InboundEvent[], now: number): Promise<number> {
  let stored = 0;
  for (const event of events) {
    const result = await tx
      .insertInto("inbox")
      .values({
        channel: event.channel,
        bot: event.bot,
        dedupe_key: event.dedupeKey,
        address: addressOf(event),
        actor: event.actor.id,
        kind: event.body.type,
        event: JSON.stringify(event, storable),
        state: "waiting",
        attempts: 0,
        received_at: now,
        retry_at: 0,
      })
      .onConflict((conflict) => conflict.columns(["channel", "bot", "dedupe_key"]).doNothing())
      .executeTakeFirst();
    stored += Number(result.numInsertedOrUpdatedRows ?? 0);
  }
  return stored;
}

/** What is looked for in the inbox. */
export interface Take {
  readonly now: number;
  readonly limit: number;
  /** Events up to this one may have been under way when the program last ended. */
  readonly carefulUpTo: number;
  /** Only the oldest of each chat: where several programs take, each takes another chat. */
  readonly oneOfEachChat: boolean;
}

/** The next events to process, oldest first; never one whose chat has an earlier event still waiting for its next try. */
export async function takeArrivals(tx: Tx, take: Take): Promise<readonly Found[]> {
  const rows = await takeable(tx, take);
  return rows.map((row) => ({
    id: row.id,
    event: readEvent(row.event),
    attempts: row.attempts + 1,
    counted: row.attempts,
    isCareful: row.id <= take.carefulUpTo || row.attempts > 0,
  }));
}

function takeable(tx: Tx, { now, limit, oneOfEachChat }: Take) {
  return tx
    .selectFrom("inbox as i")
    .select(["i.id", "i.event", "i.attempts"])
    .where("i.state", "=", "waiting")
    .where("i.retry_at", "<=", now)
    .where(({ not, exists, selectFrom }) => {
      const before = selectFrom("inbox as e")
        .select("e.id")
        .whereRef("e.address", "=", "i.address")
        .where("e.state", "=", "waiting")
        .whereRef("e.id", "<", "i.id");
      return not(exists(oneOfEachChat ? before : before.where("e.retry_at", ">", now)));
    })
    .orderBy("i.id")
    .limit(limit)
    .execute();
}

/**
 * Writes down that a try begins, so that an event that ends the program is found out, and no other is blamed.
 * @param until nobody else begins one before.
 * @returns the event as it is to be finished, or undefined when somebody else has it.
 */
export async function countAttempt(tx: Tx, found: Found, until: number): Promise<Found | undefined> {
  const result = await tx
    .updateTable("inbox")
    .set({ attempts: found.attempts, retry_at: until })
    .where("id", "=", found.id)
    .where("state", "=", "waiting")
    .where("attempts", "=", found.counted)
    .executeTakeFirst();
  return result.numUpdatedRows > 0 ? { ...found, counted: found.attempts } : undefined;
}

/** The newest event that waits: up to it, any may have been under way when the program last ended. 0 when none waits. */
export async function newestWaiting(tx: Tx): Promise<number> {
  const row = await tx
    .selectFrom("inbox")
    .select(({ fn }) => fn.max("id").as("id"))
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return row?.id ?? 0;
}

/**
 * Marks an event processed. @returns false when it is not as it was found, or an earlier one of its chat waits: somebody else
 * has it, and nothing more may be done for it.
 */
export async function finishArrival(tx: Tx, found: Found, now: number): Promise<boolean> {
  const result = await tx
    .updateTable("inbox as i")
    .set({ state: "done", done_at: now })
    .where("i.id", "=", found.id)
    .where("i.state", "=", "waiting")
    .where("i.attempts", "=", found.counted)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("inbox as e")
            .select("e.id")
            .where("e.address", "=", addressOf(found.event))
            .where("e.state", "=", "waiting")
            .where("e.id", "<", found.id),
        ),
      ),
    )
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}

/** Leaves an event for a later try. */
export async function putBack(tx: Tx, arrival: Arrival, retryAt: number): Promise<void> {
  await tx
    .updateTable("inbox")
    .set({ retry_at: retryAt, attempts: arrival.attempts })
    .where("id", "=", arrival.id)
    .where("state", "=", "waiting")
    .execute();
}

/** Sets an event aside for good, with the reason; the next one of its chat goes on. */
export async function parkArrival(tx: Tx, id: number, reason: string, now: number): Promise<boolean> {
  const result = await tx
    .updateTable("inbox")
    .set({ state: "parked", error: reason.slice(0, 500), done_at: now })
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}

/** The newest `limit` events of a chat, newest first. */
export async function heardFrom(
  tx: Tx,
  address: Address,
  limit: number,
): Promise<readonly { at: number; event: InboundEvent }[]> {
  const rows = await tx
    .selectFrom("inbox")
    .select(["event", "received_at"])
    .where("address", "=", address)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ at: row.received_at, event: readEvent(row.event) }));
}

/** Did this person send an event of this kind in this chat since a moment, before the given one? */
export async function saidBefore(
  tx: Tx,
  place: { address: Address; actor: string; kind: string },
  since: number,
  before: number,
): Promise<boolean> {
  const row = await tx
    .selectFrom("inbox")
    .select("id")
    .where("address", "=", place.address)
    .where("actor", "=", place.actor)
    .where("kind", "=", place.kind)
    .where("received_at", ">=", since)
    .where("id", "<", before)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What stands in place of words that were erased at the wish of whoever said them. */
const erased: Body = { type: "text", text: "〔已删除〕" };

/**
 * Erases what a person said in a chat, as far as `isMeant` says so of a message; that there was a message stays.
 * @returns everything else she said there.
 */
export async function redactHeard(
  tx: Tx,
  from: { readonly address: Address; readonly actor: string },
  isMeant: (body: Body) => boolean,
): Promise<readonly Body[]> {
  const left: Body[] = [];
  const rows = await tx
    .selectFrom("inbox")
    .select(["id", "event"])
    .where("address", "=", from.address)
    .where("actor", "=", from.actor)
    .execute();
  for (const row of rows) {
    const event = readEvent(row.event);
    if (!isMeant(event.body)) {
      left.push(event.body);
      continue;
    }
    const bare = JSON.stringify({ ...event, body: erased });
    await tx.updateTable("inbox").set({ event: bare }).where("id", "=", row.id).execute();
  }
  return left;
}

/** How many events wait and how many were set aside. */
export async function countInbox(tx: Tx): Promise<{ readonly waiting: number; readonly parked: number }> {
  const count = async (state: string): Promise<number> => {
    const row = await tx
      .selectFrom("inbox")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("state", "=", state)
      .executeTakeFirstOrThrow();
    return row.count;
  };
  return { waiting: await count("waiting"), parked: await count("parked") };
}

/** Remembers the menu a chat now sees; an empty one means that numbers mean nothing. */
export async function rememberMenu(
  tx: Tx,
  address: Address,
  menu: readonly Option[],
  now: number,
): Promise<void> {
  const row = { options: JSON.stringify(menu), shown_at: now };
  await tx
    .insertInto("menu_shown")
    .values({ address, ...row })
    .onConflict((conflict) => conflict.column("address").doUpdateSet(row))
    .execute();
}

const menuShape = z.array(z.object({ label: z.string(), token: z.string() }));

/** The menu a chat last saw. */
export async function menuOf(tx: Tx, address: Address): Promise<readonly Option[]> {
  const row = await tx
    .selectFrom("menu_shown")
    .select("options")
    .where("address", "=", address)
    .executeTakeFirst();
  return row ? menuShape.parse(JSON.parse(row.options)) : [];
}

// The event was written by this program from a typed value; its shape is the contract's.
function readEvent(json: string): InboundEvent {
  return JSON.parse(json) as InboundEvent;
}
