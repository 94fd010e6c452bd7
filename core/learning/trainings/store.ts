import type { Tx } from "../../store/index.ts";
import { isFree, type Claimant } from "../../work/index.ts";
import type { Task } from "../model.ts";
import type { Changes } from "./model.ts";

/**
 * waiting · current: its model serves · previous: served before · undone: served, and was taken back · rejected: would have
 * been worse · needless: there was nothing new · failed
 */
export type TrainingState =
  | "waiting"
  | "current"
  | "previous"
  | "undone"
  | "rejected"
  | "needless"
  | "failed";

export type TrainingId = number & { readonly __id?: "training" };

/** A training as it is shown; moments in epoch milliseconds. */
export interface Training {
  readonly id: TrainingId;
  readonly task: Task;
  readonly state: TrainingState;
  /** "night", "console", or a person's id. */
  readonly askedBy: string;
  readonly doneAt: number | undefined;
  /** When the examples were read. */
  readonly readAt: number | undefined;
  readonly sourceHash: string | undefined;
  /** How many of the office's own examples it was made from. */
  readonly examples: number;
  /** Shares of held-out sentences, 0 to 1. */
  readonly score: { readonly before: number; readonly after: number } | undefined;
  readonly changes: Changes | undefined;
  readonly undone: { readonly by: string; readonly at: number } | undefined;
  /** Words that are erased by now may be in its model. */
  readonly isTainted: boolean;
}

const columns = [
  "id",
  "task",
  "state",
  "asked_by",
  "done_at",
  "read_at",
  "source_hash",
  "examples",
  "score_before",
  "score_after",
  "changes",
  "undone_by",
  "undone_at",
  "is_tainted",
] as const;

interface Row {
  readonly id: number;
  readonly task: string;
  readonly state: string;
  readonly asked_by: string;
  readonly done_at: number | null;
  readonly read_at: number | null;
  readonly source_hash: string | null;
  readonly examples: number | null;
  readonly score_before: number | null;
  readonly score_after: number | null;
  readonly changes: string | null;
  readonly undone_by: string | null;
  readonly undone_at: number | null;
  readonly is_tainted: number;
}

function asTraining(row: Row): Training {
  const { score_before: before, score_after: after, undone_by: by, undone_at: at } = row;
  return {
    id: row.id,
    task: row.task,
    state: row.state as TrainingState,
    askedBy: row.asked_by,
    doneAt: row.done_at ?? undefined,
    readAt: row.read_at ?? undefined,
    sourceHash: row.source_hash ?? undefined,
    examples: row.examples ?? 0,
    score: before === null || after === null ? undefined : { before, after },
    changes: row.changes === null ? undefined : (JSON.parse(row.changes) as Changes),
    undone: by === null || at === null ? undefined : { by, at },
    isTainted: row.is_tainted === 1,
  };
}

/** Asks for a training. @returns its id; that of the one that waits already, if there is one. */
export async function insertTraining(tx: Tx, task: Task, by: string, now: number): Promise<TrainingId> {
  const waiting = await tx
    .selectFrom("training")
    .select("id")
    .where("task", "=", task)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  if (waiting) return waiting.id;
  const { id } = await tx
    .insertInto("training")
    .values({ task, state: "waiting", asked_by: by, asked_at: now, next_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** The trainings that are due and that no other program does, first asked for first. */
export async function dueTrainings(
  tx: Tx,
  claimant: Claimant,
  limit: number,
): Promise<readonly TrainingId[]> {
  const rows = await tx
    .selectFrom("training")
    .select("id")
    .where(isFree(claimant))
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** A training that this program does now. */
export interface Claimed {
  readonly id: TrainingId;
  readonly task: Task;
  readonly askedBy: string;
  readonly attempts: number;
}

/** Takes a training, so that no other program does it as long as this one lives. @returns undefined when there is nothing to do. */
export async function claimTraining(
  tx: Tx,
  id: TrainingId,
  claimant: Claimant,
): Promise<Claimed | undefined> {
  const row = await tx
    .updateTable("training")
    .set({ owner: claimant.self, read_at: claimant.now })
    .where("id", "=", id)
    .where(isFree(claimant))
    .returning(["id", "task", "asked_by", "attempts"])
    .executeTakeFirst();
  return row && { id: row.id, task: row.task, askedBy: row.asked_by, attempts: row.attempts };
}

/** What became of a training. */
export interface Outcome {
  readonly state: TrainingState;
  readonly sourceHash: string;
  readonly examples: number;
  readonly score?: { readonly before: number; readonly after: number };
  readonly changes?: Changes;
  readonly model?: { readonly json: string; readonly hash: string };
}

/** Records what became of a training that still waits. */
export async function recordOutcome(tx: Tx, id: TrainingId, outcome: Outcome, now: number): Promise<void> {
  const { state, sourceHash, examples, score, changes, model } = outcome;
  await tx
    .updateTable("training")
    .set({
      state,
      owner: null,
      done_at: now,
      source_hash: sourceHash,
      examples,
      score_before: score?.before ?? null,
      score_after: score?.after ?? null,
      changes: changes ? JSON.stringify(changes) : null,
      model: model?.json ?? null,
      model_hash: model?.hash ?? null,
    })
    .where("id", "=", id)
    .execute();
}

/** Leaves a training for another try, or gives it up. */
export async function postponeTraining(
  tx: Tx,
  { id, attempts }: Claimed,
  next: { readonly at: number } | "failed",
): Promise<void> {
  const then = next === "failed" ? { state: "failed" } : { next_at: next.at };
  await tx
    .updateTable("training")
    .set({ ...then, owner: null, attempts: attempts + 1 })
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .execute();
}

/** Another state for a training, and who brought it about. @throws when it is in another state by now: the turn is tried again. */
export async function changeState(
  tx: Tx,
  id: TrainingId,
  change: { readonly from: TrainingState; readonly to: TrainingState },
  undone?: { readonly by: string; readonly at: number },
): Promise<void> {
  const by = undone ? { undone_by: undone.by, undone_at: undone.at } : {};
  const { numUpdatedRows } = await tx
    .updateTable("training")
    .set({ state: change.to, ...by })
    .where("id", "=", id)
    .where("state", "=", change.from)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Error(`training ${id} is not ${change.from} any more`);
}

/** The training whose model serves; undefined while the shipped one does. */
export async function currentTraining(tx: Tx, task: Task): Promise<Training | undefined> {
  return newest(tx, task, ["current"]);
}

/** The training that could serve again if the current one were taken back. */
export async function trainingBefore(tx: Tx, { id, task }: Training): Promise<Training | undefined> {
  const row = await tx
    .selectFrom("training")
    .select(columns)
    .where("task", "=", task)
    .where("state", "=", "previous")
    .where("model", "is not", null)
    .where("is_tainted", "=", 0)
    .where("id", "<", id)
    .orderBy("id", "desc")
    .executeTakeFirst();
  return row && asTraining(row);
}

/** The newest training in one of these states. */
export async function newest(
  tx: Tx,
  task: Task,
  states: readonly TrainingState[],
): Promise<Training | undefined> {
  const row = await tx
    .selectFrom("training")
    .select(columns)
    .where("task", "=", task)
    .where("state", "in", states)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && asTraining(row);
}

export async function trainingById(tx: Tx, id: TrainingId): Promise<Training | undefined> {
  const row = await tx.selectFrom("training").select(columns).where("id", "=", id).executeTakeFirst();
  return row && asTraining(row);
}
