import type { Tx } from "../../../store/index.ts";
import type { Role } from "../../model.ts";
import type { Handover } from "../model.ts";

const columns = ["id", "unit_code", "role", "specialty", "from_id", "to_id", "at", "made_by"] as const;

interface HandoverRow {
  readonly id: number;
  readonly unit_code: string;
  readonly role: string;
  readonly specialty: string | null;
  readonly from_id: string | null;
  readonly to_id: string | null;
  readonly at: number;
  readonly made_by: string;
}

function asHandover(row: HandoverRow): Handover {
  return {
    id: row.id,
    unit: row.unit_code,
    role: row.role as Role,
    specialty: row.specialty ?? undefined,
    from: row.from_id ?? undefined,
    to: row.to_id ?? undefined,
    at: row.at,
    madeBy: row.made_by,
  };
}

export async function insertHandover(
  tx: Tx,
  handover: Omit<Handover, "id">,
  given: { readonly reason: string; readonly now: number },
): Promise<Handover> {
  const { id } = await tx
    .insertInto("handover")
    .values({
      unit_code: handover.unit,
      role: handover.role,
      specialty: handover.specialty ?? null,
      from_id: handover.from ?? null,
      to_id: handover.to ?? null,
      at: handover.at,
      reason: given.reason,
      made_by: handover.madeBy,
      created_at: given.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { ...handover, id };
}

/** One that has neither happened nor been cancelled. */
export async function pendingHandover(tx: Tx, id: number): Promise<Handover | undefined> {
  const row = await tx
    .selectFrom("handover")
    .select(columns)
    .where("id", "=", id)
    .where("done_at", "is", null)
    .where("cancelled_at", "is", null)
    .executeTakeFirst();
  return row && asHandover(row);
}

/** Those of these units that are still to come, the next one first. */
export async function pendingIn(tx: Tx, units: readonly string[]): Promise<readonly Handover[]> {
  const rows = await tx
    .selectFrom("handover")
    .select(columns)
    .where("unit_code", "in", units)
    .where("done_at", "is", null)
    .where("cancelled_at", "is", null)
    .orderBy("at")
    .orderBy("id")
    .execute();
  return rows.map(asHandover);
}

/** @returns false when it had happened or been cancelled before. */
export async function closeHandover(
  tx: Tx,
  id: number,
  how: "done_at" | "cancelled_at",
  now: number,
): Promise<boolean> {
  const result = await tx
    .updateTable("handover")
    .set({ [how]: now })
    .where("id", "=", id)
    .where("done_at", "is", null)
    .where("cancelled_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}
