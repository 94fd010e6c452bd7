import type { Tx } from "../../store/index.ts";
import type { Task } from "../model.ts";

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
