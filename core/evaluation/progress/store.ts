import { sql, type Tx } from "../../store/index.ts";
import type { Missing } from "./model.ts";

/** How far everything has been counted. */
export interface Progress {
  /** Up to this event everything is counted, but for what is missing. */
  readonly eventId: number;
  readonly missing: readonly Missing[];
  /** The last matter counted while everything is counted anew; undefined once that is done. */
  readonly anewAfter: number | undefined;
  /** Until then nothing is to be counted, epoch milliseconds. */
  readonly heldUntil: number;
}

interface ProgressRow {
  readonly event_id: number;
  readonly missing: string;
  readonly anew_after: number | null;
  readonly held_until: number;
}

/** There is one row. */
const only = "tickets";

/** So many events before the newest are counted once more after everything was: some of them were perhaps not there yet. */
const readAgain = 10_000;

/**
 * How far it has been counted; whoever asks holds it until her transaction ends, so that nobody counts at the same time. The
 * first time everything is counted anew.
 */
export async function holdProgress(tx: Tx): Promise<Progress> {
  const newest = tx
    .selectFrom("ticket_event")
    .select(
      sql<number>`case when max(id) > ${sql.lit(readAgain)} then max(id) - ${sql.lit(readAgain)} else 0 end`.as(
        "id",
      ),
    );
  const row = await tx
    .insertInto("evaluation_progress")
    .values({ name: only, event_id: newest, missing: "[]", anew_after: 0, held_until: 0 })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ name: only }))
    .returningAll()
    .executeTakeFirstOrThrow();
  return asProgress(row);
}

function asProgress(row: ProgressRow): Progress {
  return {
    eventId: row.event_id,
    missing: JSON.parse(row.missing) as readonly Missing[],
    anewAfter: row.anew_after ?? undefined,
    heldUntil: row.held_until,
  };
}

/** Is everything counted, or all but events whose transactions have not ended? Writes nothing and holds nothing. */
export async function isUpToDate(tx: Tx, { orMissing = false } = {}): Promise<boolean> {
  const row = await tx
    .selectFrom("evaluation_progress")
    .selectAll()
    .where("name", "=", only)
    .executeTakeFirst();
  if (!row) return false;
  const { eventId, missing, anewAfter } = asProgress(row);
  if (anewAfter !== undefined || (missing.length > 0 && !orMissing)) return false;
  return (await eventsAfter(tx, eventId, 1)).length === 0;
}

export async function keepProgress(
  tx: Tx,
  { eventId, missing, anewAfter, heldUntil }: Progress,
): Promise<void> {
  await tx
    .updateTable("evaluation_progress")
    .set({
      event_id: eventId,
      missing: JSON.stringify(missing),
      anew_after: anewAfter ?? null,
      held_until: heldUntil,
    })
    .where("name", "=", only)
    .execute();
}

/** The next events after one, in order. */
export async function eventsAfter(tx: Tx, id: number, limit: number) {
  return tx
    .selectFrom("ticket_event")
    .select(["id", "number"])
    .where("id", ">", id)
    .orderBy("id")
    .limit(limit)
    .execute();
}

/** Which of the events that were missing are there now. */
export async function eventsAmong(tx: Tx, missing: readonly Missing[]) {
  if (missing.length === 0) return [];
  return tx
    .selectFrom("ticket_event")
    .select(["id", "number"])
    .where(({ or, eb }) => or(missing.map(({ from, to }) => eb.between("id", from, to))))
    .execute();
}

/** Which of some matters have events that are not counted yet. */
export async function uncounted(
  tx: Tx,
  { eventId, missing }: Progress,
  numbers: readonly number[],
): Promise<ReadonlySet<number>> {
  const rows = await tx
    .selectFrom("ticket_event")
    .select("number")
    .distinct()
    .where("number", "in", numbers)
    .where(({ or, eb }) =>
      or([eb("id", ">", eventId), ...missing.map(({ from, to }) => eb.between("id", from, to))]),
    )
    .execute();
  return new Set(rows.map(({ number }) => number));
}
