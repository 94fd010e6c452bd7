import type { Tx } from "../store/index.ts";

/** Something to do at a moment. */
export interface Alarm {
  /** Names the reason, so that setting it again moves it. Fires at most once per key. */
  readonly key: string;
  /** Whose it is: chooses what rings. */
  readonly kind: string;
  /** What it is about, in the owner's words. */
  readonly subject: string;
  /** Epoch milliseconds. */
  readonly fireAt: number;
}

/** Sets an alarm, or moves the one with the same key; one that has rung may be set again. */
export async function setAlarm(tx: Tx, alarm: Alarm): Promise<void> {
  const row = { kind: alarm.kind, subject: alarm.subject, fire_at: alarm.fireAt, fired_at: null };
  await tx
    .insertInto("alarm")
    .values({ key: alarm.key, ...row })
    .onConflict((conflict) => conflict.column("key").doUpdateSet(row))
    .execute();
}

/** Forgets an alarm; one that is not there is already forgotten. */
export async function cancelAlarm(tx: Tx, key: string): Promise<void> {
  await tx.deleteFrom("alarm").where("key", "=", key).execute();
}

/** The alarms that should have rung by `now`, oldest first; costs what is due, never what is set. */
export async function dueAlarms(tx: Tx, now: number, limit: number): Promise<readonly Alarm[]> {
  const rows = await tx
    .selectFrom("alarm")
    .select(["key", "kind", "subject", "fire_at"])
    .where("fired_at", "is", null)
    .where("fire_at", "<=", now)
    .orderBy("fire_at")
    .orderBy("key")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ key: row.key, kind: row.kind, subject: row.subject, fireAt: row.fire_at }));
}

/** @returns false when somebody else rang it, moved it or cancelled it meanwhile. */
export async function markFired(tx: Tx, alarm: Alarm, now: number): Promise<boolean> {
  const result = await tx
    .updateTable("alarm")
    .set({ fired_at: now })
    .where("key", "=", alarm.key)
    .where("fired_at", "is", null)
    .where("fire_at", "=", alarm.fireAt)
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}

/** Puts an alarm that could not be rung to a later moment, out of the way of the others. */
export async function postpone(tx: Tx, alarm: Alarm, until: number): Promise<void> {
  await tx
    .updateTable("alarm")
    .set({ fire_at: until })
    .where("key", "=", alarm.key)
    .where("fire_at", "=", alarm.fireAt)
    .execute();
}
