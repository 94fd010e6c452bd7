import type { Tx } from "../../store/index.ts";
import type { ConsultationId } from "../model.ts";
import type { TaskId, TaskState } from "./reading.ts";

/** What somebody must do because of a consultation or a meeting. */
export interface JointTask {
  readonly id: TaskId;
  readonly consultation: ConsultationId | undefined;
  readonly meeting: number | undefined;
  /** The matter it is for. */
  readonly number: number | undefined;
  readonly owner: string;
  readonly what: string;
  readonly dueAt: number;
  readonly state: TaskState;
  /** The newest word on it. */
  readonly result: string;
  readonly madeBy: string;
  readonly doneAt: number | undefined;
}

export interface NewTask {
  readonly consultation: ConsultationId | undefined;
  readonly meeting: number | undefined;
  readonly number: number | undefined;
  readonly owner: string;
  readonly what: string;
  readonly dueAt: number;
  readonly madeBy: string;
  /** What it came from; the same twice is one. */
  readonly sourceKey: string;
}

const columns = [
  "id",
  "consultation_id",
  "meeting_id",
  "number",
  "owner_id",
  "what",
  "due_at",
  "state",
  "result",
  "made_by",
  "done_at",
] as const;

interface TaskRow {
  readonly id: number;
  readonly consultation_id: number | null;
  readonly meeting_id: number | null;
  readonly number: number | null;
  readonly owner_id: string;
  readonly what: string;
  readonly due_at: number;
  readonly state: string;
  readonly result: string | null;
  readonly made_by: string;
  readonly done_at: number | null;
}

function asTask(row: TaskRow): JointTask {
  return {
    id: row.id,
    consultation: row.consultation_id ?? undefined,
    meeting: row.meeting_id ?? undefined,
    number: row.number ?? undefined,
    owner: row.owner_id,
    what: row.what,
    dueAt: row.due_at,
    state: row.state as TaskState,
    result: row.result ?? "",
    madeBy: row.made_by,
    doneAt: row.done_at ?? undefined,
  };
}

/** @returns undefined when it was given before from the same source. */
export async function insertTask(tx: Tx, task: NewTask, now: number): Promise<JointTask | undefined> {
  const row = await tx
    .insertInto("joint_task")
    .values({
      consultation_id: task.consultation ?? null,
      meeting_id: task.meeting ?? null,
      number: task.number ?? null,
      owner_id: task.owner,
      what: task.what,
      due_at: task.dueAt,
      state: "open",
      made_by: task.madeBy,
      created_at: now,
      source_key: task.sourceKey,
    })
    .onConflict((conflict) => conflict.column("source_key").doNothing())
    .returning(columns)
    .executeTakeFirst();
  return row && asTask(row);
}

export async function taskById(tx: Tx, id: TaskId): Promise<JointTask | undefined> {
  const row = await tx.selectFrom("joint_task").select(columns).where("id", "=", id).executeTakeFirst();
  return row && asTask(row);
}

/** What came of a consultation or of a meeting, in the order it was given. */
export async function tasksOf(
  tx: Tx,
  from: { readonly consultation: ConsultationId } | { readonly meeting: number },
): Promise<readonly JointTask[]> {
  const all = tx.selectFrom("joint_task").select(columns).orderBy("id");
  const rows = await (
    "consultation" in from
      ? all.where("consultation_id", "=", from.consultation)
      : all.where("meeting_id", "=", from.meeting)
  ).execute();
  return rows.map(asTask);
}

/** What somebody still has to do, first due first. */
export async function openTasksOf(tx: Tx, owner: string, limit: number): Promise<readonly JointTask[]> {
  const rows = await tx
    .selectFrom("joint_task")
    .select(columns)
    .where("owner_id", "=", owner)
    .where("state", "=", "open")
    .orderBy("due_at")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(asTask);
}

/** Ends an open task, or keeps the newest word on it. @returns false when it was no longer open. */
export async function changeTask(
  tx: Tx,
  id: TaskId,
  change: { readonly state?: TaskState; readonly result?: string; readonly doneAt?: number },
): Promise<boolean> {
  const result = await tx
    .updateTable("joint_task")
    .set({ state: change.state, result: change.result, done_at: change.doneAt })
    .where("id", "=", id)
    .where("state", "=", "open")
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}
