import type { Tx } from "../../store/index.ts";
import { day, policyFor } from "../../time/index.ts";
import { usualTerms } from "../clock/terms.ts";

/** Matters to be there, all alike. */
export interface Many {
  readonly count: number;
  /** The number of the first. */
  readonly from: number;
  readonly unit: string;
  readonly reporter: string;
  readonly responsible: string;
  /** When the first was filed, epoch milliseconds; each next one `everyMs` later. */
  readonly filedAt: number;
  readonly everyMs?: number;
}

const chunk = 400;

/** Writes open matters with their clocks straight into the tables, as filing them one by one would have left them. */
export async function insertMany(tx: Tx, many: Many): Promise<void> {
  const policy = await policyFor(
    tx,
    { kind: "answer", scopes: [], matter: "lamp" },
    usualTerms.answer,
    many.filedAt,
  );
  const highest = await tx
    .selectFrom("clock")
    .select(({ fn }) => fn.max<number | null>("id").as("id"))
    .executeTakeFirst();
  const firstClock = (highest?.id ?? 0) + 1;
  for (let at = 0; at < many.count; at += chunk) {
    const indexes = Array.from({ length: Math.min(chunk, many.count - at) }, (_, index) => at + index);
    await insertChunk(tx, many, indexes, { policy: policy.id, firstClock });
  }
}

async function insertChunk(
  tx: Tx,
  many: Many,
  indexes: readonly number[],
  { policy, firstClock }: { readonly policy: number; readonly firstClock: number },
): Promise<void> {
  const { from, unit, reporter, responsible, filedAt, everyMs = 0 } = many;
  const rows = indexes.map((index) => {
    const began = filedAt + index * everyMs;
    return { number: from + index, clock: firstClock + index, began, due: began + day };
  });
  const terms = { policy_id: policy, calendar_id: 0, target_ms: day, revision: 1 };
  await tx
    .insertInto("ticket")
    .values(
      rows.map(({ number, began, due }) => ({
        number,
        kind: "lamp",
        what: `第 ${number} 盏路灯坏了`,
        place: "村口",
        reporter_id: reporter,
        unit_code: unit,
        responsible_id: responsible,
        state: "open",
        answer_due_at: due,
        due_at: due,
        created_at: began,
        source_key: `many ${number}`,
      })),
    )
    .execute();
  await tx
    .insertInto("clock")
    .values(
      rows.map(({ number, clock, began, due }) => ({
        ...terms,
        id: clock,
        subject: `ticket ${number}`,
        kind: "answer",
        cycle: 1,
        consumed_ms: 0,
        since_at: began,
        due_at: due,
        state: "running",
        created_at: began,
      })),
    )
    .execute();
  await tx
    .insertInto("clock_segment")
    .values(
      rows.map(({ clock, began }) => ({
        ...terms,
        clock_id: clock,
        kind: "started",
        at: began,
        reason: "filed",
      })),
    )
    .execute();
  await tx
    .insertInto("alarm")
    .values(
      rows.map(({ clock, began }) => ({
        key: `clock ${clock} 1 half`,
        kind: "clock",
        subject: `${clock} 1 half`,
        fire_at: began + day / 2,
      })),
    )
    .execute();
}
