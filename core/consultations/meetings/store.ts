import { z } from "zod";
import type { Tx } from "../../store/index.ts";
import type { MeetingId, MeetingState } from "./model.ts";

const agendaShape = z.object({
  items: z.array(z.string()),
  invited: z.array(z.object({ name: z.string(), person: z.string().optional() })),
});

/** Somebody who is to come: a body by its name, and who speaks for it. */
export interface Invited {
  readonly name: string;
  /** Undefined where it is told by telephone. */
  readonly person?: string | undefined;
}

/** A meeting held again and again above the villages. */
export interface Meeting {
  readonly id: MeetingId;
  readonly unit: string;
  readonly title: string;
  readonly items: readonly string[];
  readonly invited: readonly Invited[];
  /** The day and hour it is called for. */
  readonly heldAt: number;
  readonly state: MeetingState;
  readonly minutes: string;
  readonly convenedBy: string;
}

const columns = ["id", "unit_code", "title", "agenda", "held_at", "state", "minutes", "convened_by"] as const;

interface MeetingRow {
  readonly id: number;
  readonly unit_code: string;
  readonly title: string;
  readonly agenda: string;
  readonly held_at: number;
  readonly state: string;
  readonly minutes: string | null;
  readonly convened_by: string;
}

function asMeeting(row: MeetingRow): Meeting {
  const { items, invited } = agendaShape.parse(JSON.parse(row.agenda));
  return {
    id: row.id,
    unit: row.unit_code,
    title: row.title,
    items,
    invited,
    heldAt: row.held_at,
    state: row.state as MeetingState,
    minutes: row.minutes ?? "",
    convenedBy: row.convened_by,
  };
}

/** @returns undefined when it was called before from the same source. */
export async function insertMeeting(
  tx: Tx,
  fresh: Pick<Meeting, "unit" | "title" | "items" | "invited" | "heldAt" | "convenedBy"> & {
    readonly sourceKey: string;
  },
  now: number,
): Promise<Meeting | undefined> {
  const row = await tx
    .insertInto("meeting")
    .values({
      unit_code: fresh.unit,
      title: fresh.title,
      agenda: JSON.stringify({ items: fresh.items, invited: fresh.invited }),
      held_at: fresh.heldAt,
      state: "called",
      convened_by: fresh.convenedBy,
      created_at: now,
      source_key: fresh.sourceKey,
    })
    .onConflict((conflict) => conflict.column("source_key").doNothing())
    .returning(columns)
    .executeTakeFirst();
  return row && asMeeting(row);
}

export async function meetingById(tx: Tx, id: MeetingId): Promise<Meeting | undefined> {
  const row = await tx.selectFrom("meeting").select(columns).where("id", "=", id).executeTakeFirst();
  return row && asMeeting(row);
}

/** A unit's meetings, the newest first. */
export async function meetingsOf(tx: Tx, unit: string, limit: number): Promise<readonly Meeting[]> {
  const rows = await tx
    .selectFrom("meeting")
    .select(columns)
    .where("unit_code", "=", unit)
    .orderBy("held_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(asMeeting);
}

/** Ends a meeting that is called. @returns false when it no longer is. */
export async function endMeeting(
  tx: Tx,
  id: MeetingId,
  state: Exclude<MeetingState, "called">,
  minutes: string,
): Promise<boolean> {
  const result = await tx
    .updateTable("meeting")
    .set({ state, minutes })
    .where("id", "=", id)
    .where("state", "=", "called")
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}
