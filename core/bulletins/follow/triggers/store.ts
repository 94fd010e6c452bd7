import type { Tx } from "../../../store/index.ts";
import type { Confirmed, Trigger } from "../model.ts";

/** What a unit has written down, by whom and when. */
export interface TriggerVersion extends Trigger {
  readonly unit: string;
  readonly kind: Confirmed;
  readonly madeBy: string;
  readonly madeAt: number;
}

/** Keeps another version; the same source twice is one. */
export async function insertTrigger(tx: Tx, sourceKey: string, version: TriggerVersion): Promise<void> {
  await tx
    .insertInto("bulletin_trigger")
    .values({
      source_key: sourceKey,
      unit_code: version.unit,
      kind: version.kind,
      unanswered_hours: version.unansweredHours,
      dissatisfied_times: version.dissatisfiedTimes,
      made_by: version.madeBy,
      made_at: version.madeAt,
    })
    .onConflict((conflict) => conflict.column("source_key").doNothing())
    .execute();
}

/** The newest version of a unit that was there at a moment. */
export async function triggerOf(
  tx: Tx,
  { unit, kind, at }: { readonly unit: string; readonly kind: Confirmed; readonly at: number },
): Promise<TriggerVersion | undefined> {
  const row = await tx
    .selectFrom("bulletin_trigger")
    .selectAll()
    .where("unit_code", "=", unit)
    .where("kind", "=", kind)
    .where("made_at", "<=", at)
    .orderBy("made_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    unit: row.unit_code,
    kind,
    unansweredHours: row.unanswered_hours,
    dissatisfiedTimes: row.dissatisfied_times,
    madeBy: row.made_by,
    madeAt: row.made_at,
  };
}
