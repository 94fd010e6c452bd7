import { sql } from "kysely";
import type { Tx } from "./transactions.ts";

/** Any number: keeps these names apart from another program's advisory locks. */
const SEED = 550_434;

/** The channel of PostgreSQL on which programs nudge each other. */
export const nudgeChannel = "diantong";

/** Waits until no other transaction holds this name, and holds it until this one ends. */
export async function hold(tx: Tx, name: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, ${SEED}))`.execute(tx);
}

/** Holds a name until this transaction ends. @returns false when another transaction holds it. */
export async function tryToHold(tx: Tx, name: string): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${name}, ${SEED})) AS held`.execute(tx);
  return rows[0]?.held === true;
}

/** Tells every program that listens, the one that tells too, when the transaction commits. */
export async function notify(tx: Tx, topic: string): Promise<void> {
  await sql`SELECT pg_notify(${nudgeChannel}, ${topic})`.execute(tx);
}
