import { sql, type Tx } from "../../store/index.ts";
import type { Clock, ClockId, ClockState, Segment } from "./reckon.ts";

interface ClockRow {
  readonly id: number;
  readonly subject: string;
  readonly kind: string;
  readonly cycle: number;
  readonly revision: number;
  readonly policy_id: number;
  readonly calendar_id: number;
  readonly target_ms: number;
  readonly consumed_ms: number;
  readonly since_at: number | null;
  readonly due_at: number | null;
  readonly state: string;
  readonly breached_at: number | null;
}

function asClock(row: ClockRow): Clock {
  return {
    id: row.id,
    subject: row.subject,
    kind: row.kind,
    cycle: row.cycle,
    revision: row.revision,
    policy: row.policy_id,
    hours: row.calendar_id,
    targetMs: row.target_ms,
    consumedMs: row.consumed_ms,
    sinceAt: row.since_at ?? undefined,
    dueAt: row.due_at ?? undefined,
    state: row.state as ClockState,
    breachedAt: row.breached_at ?? undefined,
  };
}

function rowOf(clock: Omit<Clock, "id">) {
  return {
    subject: clock.subject,
    kind: clock.kind,
    cycle: clock.cycle,
    revision: clock.revision,
    policy_id: clock.policy,
    calendar_id: clock.hours,
    target_ms: clock.targetMs,
    consumed_ms: clock.consumedMs,
    since_at: clock.sinceAt ?? null,
    due_at: clock.dueAt ?? null,
    state: clock.state,
    breached_at: clock.breachedAt ?? null,
  };
}

/** @returns undefined where this subject has such a clock in this cycle already. */
export async function insertClock(tx: Tx, clock: Omit<Clock, "id">, now: number): Promise<Clock | undefined> {
  const row = await tx
    .insertInto("clock")
    .values({ ...rowOf(clock), created_at: now })
    .onConflict((conflict) => conflict.columns(["subject", "kind", "cycle"]).doNothing())
    .returningAll()
    .executeTakeFirst();
  return row && asClock(row);
}

/**
 * Keeps a changed clock. Throws when somebody else changed it meanwhile: the turn or the alarm is tried again, and finds
 * what happened.
 */
export async function updateClock(tx: Tx, before: Clock, after: Clock): Promise<void> {
  const { id, revision, state, breachedAt } = before;
  const asItWas = tx
    .updateTable("clock")
    .set(rowOf(after))
    .where("id", "=", id)
    .where("revision", "=", revision)
    .where("state", "=", state);
  const isBreached = breachedAt === undefined;
  const result = await asItWas
    .where("breached_at", isBreached ? "is" : "=", breachedAt ?? null)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw new Error(`clock ${id} was changed by somebody else meanwhile`);
}

export async function clockById(tx: Tx, id: ClockId): Promise<Clock | undefined> {
  const row = await tx.selectFrom("clock").selectAll().where("id", "=", id).executeTakeFirst();
  return row && asClock(row);
}

/** The deadlines of several subjects, each subject's in the order in which they began. */
export async function clocksAbout(tx: Tx, subjects: readonly string[]): Promise<readonly Clock[]> {
  if (subjects.length === 0) return [];
  const rows = await tx
    .selectFrom("clock")
    .selectAll()
    .where("subject", "in", subjects)
    .orderBy("subject")
    .orderBy("id")
    .execute();
  return rows.map(asClock);
}

/** Every clock of a subject, the newest cycle first. */
export async function clocksOf(tx: Tx, subject: string): Promise<readonly Clock[]> {
  const rows = await tx
    .selectFrom("clock")
    .selectAll()
    .where("subject", "=", subject)
    .orderBy("cycle", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map(asClock);
}

/** The clocks that are not stopped, after an id, in order of their ids. */
export async function liveClocksAfter(tx: Tx, id: ClockId, limit: number): Promise<readonly Clock[]> {
  const rows = await tx
    .selectFrom("clock")
    .selectAll()
    .where("state", "in", ["running", "paused"])
    .where("id", ">", id)
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(asClock);
}

/** The clocks that are not stopped and count by these hours, whichever version, in order of their ids. */
export async function liveClocksBy(tx: Tx, hours: string, limit: number): Promise<readonly Clock[]> {
  const rows = await tx
    .selectFrom("clock as c")
    .innerJoin("calendar as h", "h.id", "c.calendar_id")
    .selectAll("c")
    .where("c.state", "in", ["running", "paused"])
    .where("h.name", "=", hours)
    .orderBy("c.id")
    .limit(limit)
    .execute();
  return rows.map(asClock);
}

export async function appendSegment(tx: Tx, clock: ClockId, segment: Segment): Promise<void> {
  await tx
    .insertInto("clock_segment")
    .values({
      clock_id: clock,
      revision: segment.revision,
      kind: segment.kind,
      at: segment.at,
      policy_id: segment.policy,
      calendar_id: segment.hours,
      target_ms: segment.targetMs,
      reason: segment.reason,
      actor_id: segment.actor ?? null,
    })
    .execute();
}

/** Everything that happened to some clocks, each one's in order. */
export async function segmentsOf(
  tx: Tx,
  clocks: readonly ClockId[],
): Promise<ReadonlyMap<ClockId, readonly Segment[]>> {
  const found = new Map<ClockId, Segment[]>(clocks.map((id) => [id, []]));
  if (clocks.length === 0) return found;
  const rows = await tx
    .selectFrom("clock_segment")
    .selectAll()
    .where("clock_id", "in", clocks)
    .orderBy("id")
    .execute();
  for (const row of rows)
    found.get(row.clock_id)?.push({
      kind: row.kind as Segment["kind"],
      revision: row.revision,
      at: row.at,
      policy: row.policy_id,
      hours: row.calendar_id,
      targetMs: row.target_ms,
      reason: row.reason,
      actor: row.actor_id ?? undefined,
    });
  return found;
}

/** The beginning of the keys of a clock's alarms. */
export function alarmsOf(clock: ClockId): string {
  return `clock ${clock} `;
}

/** Forgets the alarms of a clock that have not rung; costs what this clock has, never what is set. */
export async function forgetAlarms(tx: Tx, clock: ClockId): Promise<void> {
  const [from, to] = [alarmsOf(clock), `clock ${clock}!`];
  await tx
    .deleteFrom("alarm")
    .where("key", ">=", from)
    .where("key", "<", to)
    // Without the plus SQLite would look through everything that has not rung, by the index on this column.
    .where(sql`+fired_at`, "is", null)
    .execute();
}
