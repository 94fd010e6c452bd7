import type { Tx } from "../../store/index.ts";
import { pruneModels } from "../models/store.ts";
import type { Task } from "../model.ts";
import { mostKept } from "./trainer.ts";
import { changeState, currentTraining, trainingBefore, type Training, type TrainingId } from "./store.ts";

/** A training that can be taken back, and the one that would serve again: undefined for what is shipped. */
export interface Undoable {
  readonly current: Training;
  readonly back: Training | undefined;
}

/** What would be taken back now; undefined while what is shipped serves. */
export async function undoable(tx: Tx, task: Task): Promise<Undoable | undefined> {
  const current = await currentTraining(tx, task);
  return current && { current, back: await trainingBefore(tx, current) };
}

/**
 * Takes back a training: from now on everything is guessed exactly as before it, and nothing is trained at night until somebody
 * asks for it.
 * @returns "gone" when that training does not serve any more.
 */
export async function undo(
  tx: Tx,
  task: Task,
  { id, by, at }: { readonly id: TrainingId; readonly by: string; readonly at: number },
): Promise<"undone" | "gone"> {
  const found = await undoable(tx, task);
  if (found?.current.id !== id) return "gone";
  await changeState(tx, id, { from: "current", to: "undone" }, { by, at });
  if (found.back) await changeState(tx, found.back.id, { from: "previous", to: "current" });
  await pruneModels(tx, task, mostKept);
  return "undone";
}
