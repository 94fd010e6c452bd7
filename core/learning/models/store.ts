import type { Tx } from "../../store/index.ts";
import type { Task } from "../model.ts";

/** The name of the model that serves: two models with one name are the same. Undefined while the shipped one serves. */
export async function servingHash(tx: Tx, task: Task): Promise<string | undefined> {
  const row = await tx
    .selectFrom("training")
    .select("model_hash")
    .where("task", "=", task)
    .where("state", "=", "current")
    .executeTakeFirst();
  return row?.model_hash ?? undefined;
}

/** The model of that name, as JSON. */
export async function modelNamed(tx: Tx, hash: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("training")
    .select("model")
    .where("model_hash", "=", hash)
    .where("model", "is not", null)
    .limit(1)
    .executeTakeFirst();
  return row?.model ?? undefined;
}

/** What was erased may be in every model of these tasks: none of them is gone back to. */
export async function taintModels(tx: Tx, tasks: ReadonlySet<Task>): Promise<void> {
  if (tasks.size === 0) return;
  await tx
    .updateTable("training")
    .set({ is_tainted: 1 })
    .where("task", "in", [...tasks])
    .where("model", "is not", null)
    .execute();
}

/** Keeps the model that serves and the newest `kept` it could go back to; the others, and those that may hold what is erased, are gone. */
export async function pruneModels(tx: Tx, task: Task, kept: number): Promise<void> {
  const newest = await tx
    .selectFrom("training")
    .select("id")
    .where("task", "=", task)
    .where("state", "=", "previous")
    .where("model", "is not", null)
    .where("is_tainted", "=", 0)
    .orderBy("id", "desc")
    .limit(kept)
    .execute();
  const stay = newest.map(({ id }) => id);
  await tx
    .updateTable("training")
    .set({ model: null, model_hash: null })
    .where("task", "=", task)
    .where("state", "<>", "current")
    .where("model", "is not", null)
    .where("id", "not in", stay.length === 0 ? [0] : stay)
    .execute();
}
