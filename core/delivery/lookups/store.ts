import type { Address, Option, Outbound } from "../../channel/index.ts";
import type { Tx } from "../../store/index.ts";
import type { OutboxState } from "../model.ts";
import { readMenu, readPayload } from "../store.ts";

/** One of our messages that somebody answers. */
export interface Quoted {
  readonly about: string | undefined;
  /** What could be picked from it. */
  readonly menu: readonly Option[];
}

/** Who answers late answers one of these. */
const newestLooked = 300;
/** Where a message is whose sending is not recorded yet, then where it is later. */
const likeliestFirst: readonly OutboxState[] = [
  "leased",
  "waiting",
  "sent",
  "unknown",
  "failed",
  "unreachable",
];

/**
 * The message of a chat that is answered; undefined when it is not ours. It is known by the platform's name for it, or by our
 * own key, even before it is recorded that it was sent, or by its `words`: it may have been shown under another name.
 */
export async function messageQuoted(
  tx: Tx,
  address: Address,
  providerId: string,
  words?: string,
): Promise<Quoted | undefined> {
  const said = tx
    .selectFrom("outbox")
    .select(["about", "menu", "payload"])
    .where("address", "=", address)
    .where("edits", "is", null);
  // One question with "or" would read the whole chat.
  const row =
    (await said.where("provider_id", "=", providerId).executeTakeFirst()) ??
    (await said.where("key", "=", providerId).executeTakeFirst()) ??
    (words === undefined ? undefined : await messageSaying(tx, address, words));
  return row && { about: row.about ?? undefined, menu: readMenu(row.menu) ?? [] };
}

/** The newest message of a chat with these words. The index has the newest first in each state, not in all of them. */
async function messageSaying(tx: Tx, address: Address, words: string) {
  for (const state of likeliestFirst) {
    const rows = await tx
      .selectFrom("outbox")
      .select(["about", "menu", "payload"])
      .where("address", "=", address)
      .where("state", "=", state)
      .where("edits", "is", null)
      .orderBy("id", "desc")
      .limit(newestLooked)
      .execute();
    const found = rows.find(({ payload }) => readPayload(payload).text === words);
    if (found) return found;
  }
  return undefined;
}

/**
 * The newest menu on its way to a chat: it may have been seen although nobody has recorded yet that it was sent.
 * Undefined when none is on its way.
 */
export async function menuOnItsWay(tx: Tx, address: Address): Promise<readonly Option[] | undefined> {
  const row = await tx
    .selectFrom("outbox")
    .select("menu")
    .where("address", "=", address)
    .where("state", "=", "leased")
    .where("menu", "is not", null)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return readMenu(row?.menu ?? null);
}

/** The newest `limit` messages that were sent to a chat, newest first. */
export async function saidTo(
  tx: Tx,
  address: Address,
  limit: number,
): Promise<readonly { at: number; outbound: Outbound }[]> {
  const rows = await tx
    .selectFrom("outbox")
    .select(["key", "payload", "sent_at"])
    .where("address", "=", address)
    .where("state", "=", "sent")
    .where("edits", "is", null)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    at: row.sent_at ?? 0,
    outbound: {
      key: row.key,
      to: address,
      ...readPayload(row.payload),
    },
  }));
}

/** How many messages wait to be sent, and how many were given up. */
export async function countOutbox(tx: Tx): Promise<{ readonly waiting: number; readonly failed: number }> {
  const count = async (state: OutboxState): Promise<number> => {
    const row = await tx
      .selectFrom("outbox")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("state", "=", state)
      .executeTakeFirstOrThrow();
    return row.count;
  };
  return { waiting: await count("waiting"), failed: await count("failed") };
}
