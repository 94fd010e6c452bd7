import { z } from "zod";
import type { Address } from "../channel/index.ts";
import type { Tx } from "../store/index.ts";
import { isFree, type Claimant } from "../work/index.ts";
import type { Passage, RetellingState } from "./model.ts";

/** An answer that may be told once more in plain words. */
export interface Retelling {
  /** The key of the answer it follows: one answer is retold once. */
  readonly key: string;
  readonly address: Address;
  /** Without anything that could tell who asks. */
  readonly question: string;
  readonly passages: readonly Passage[];
}

/** One that is still to be told. */
export interface Untold extends Retelling {
  readonly attempts: number;
  readonly createdAt: number;
}

/** Asks for a retelling. @returns false when it was asked for before. */
export async function insertRetelling(tx: Tx, retelling: Retelling, now: number): Promise<boolean> {
  const { key, address, question, passages } = retelling;
  const result = await tx
    .insertInto("retelling")
    .values({
      key,
      address,
      question,
      passages: JSON.stringify(passages),
      state: "waiting",
      tokens: 0,
      attempts: 0,
      next_at: now,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
}

/** The retellings that are due and that no other program has, first wanted first. */
export async function dueRetellings(tx: Tx, claimant: Claimant, limit: number): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("retelling")
    .select("key")
    .where(isFree(claimant))
    .orderBy("created_at")
    .orderBy("key")
    .limit(limit)
    .execute();
  return rows.map(({ key }) => key);
}

const passagesShape = z.array(z.object({ title: z.string(), text: z.string() }));

/** Takes a retelling, so that no other program does. @returns undefined when there is nothing to do. */
export async function claimRetelling(tx: Tx, key: string, claimant: Claimant): Promise<Untold | undefined> {
  const row = await tx
    .updateTable("retelling")
    .set({ owner: claimant.self })
    .where("key", "=", key)
    .where(isFree(claimant))
    .returningAll()
    .executeTakeFirst();
  if (!row) return undefined;
  const { address, question, attempts } = row;
  const passages = passagesShape.parse(JSON.parse(row.passages));
  return { key, address, question, passages, attempts, createdAt: row.created_at };
}

/** Leaves a retelling for another try; one that was not put to the model does not count as one. */
export async function postponeRetelling(
  tx: Tx,
  { key }: Untold,
  next: { readonly at: number; readonly attempts: number },
): Promise<void> {
  await tx
    .updateTable("retelling")
    .set({ attempts: next.attempts, next_at: next.at, owner: null })
    .where("key", "=", key)
    .where("state", "=", "waiting")
    .execute();
}

/** How a retelling ended: `reason` says what was wrong with it, `tokens` what it cost. */
export interface RetellingEnd {
  readonly state: Exclude<RetellingState, "waiting">;
  readonly reason?: string;
}

/** Records how it ended, and forgets the question. @returns false when somebody else has recorded it. */
export async function endRetelling(
  tx: Tx,
  { key }: Untold,
  end: RetellingEnd,
  now: number,
): Promise<boolean> {
  const result = await tx
    .updateTable("retelling")
    .set({
      state: end.state,
      reason: end.reason ?? null,
      question: "",
      passages: "[]",
      owner: null,
      ended_at: now,
    })
    .where("key", "=", key)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}

/** Sets tokens aside for a question of a day. @returns false when the day's cap leaves no room for it. */
export async function reserveTokens(tx: Tx, date: string, tokens: number, cap: number): Promise<boolean> {
  if (tokens > cap) return false;
  await tx
    .insertInto("retelling_day")
    .values({ date, tokens: 0 })
    .onConflict((conflict) => conflict.column("date").doNothing())
    .execute();
  const result = await tx
    .updateTable("retelling_day")
    .set(({ eb }) => ({ tokens: eb("tokens", "+", tokens) }))
    .where("date", "=", date)
    .where("tokens", "<=", cap - tokens)
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}

/** Puts what a question cost in place of what was set aside for it. */
export async function settleTokens(
  tx: Tx,
  { key }: Untold,
  on: { readonly date: string; readonly reserved: number; readonly spent: number },
): Promise<void> {
  await tx
    .updateTable("retelling_day")
    .set(({ eb }) => ({ tokens: eb("tokens", "+", on.spent - on.reserved) }))
    .where("date", "=", on.date)
    .execute();
  await tx
    .updateTable("retelling")
    .set(({ eb }) => ({ tokens: eb("tokens", "+", on.spent) }))
    .where("key", "=", key)
    .execute();
}

/** What a day has cost so far, with what is set aside. */
export async function tokensOn(tx: Tx, date: string): Promise<number> {
  const row = await tx
    .selectFrom("retelling_day")
    .select("tokens")
    .where("date", "=", date)
    .executeTakeFirst();
  return row?.tokens ?? 0;
}

/** How many retellings ended how since a moment, and how many wait. */
export async function countRetellings(tx: Tx, since: number): Promise<Readonly<Record<string, number>>> {
  const rows = await tx
    .selectFrom("retelling")
    .select(["state", ({ fn }) => fn.countAll<number>().as("count")])
    .where("created_at", ">=", since)
    .groupBy("state")
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}
