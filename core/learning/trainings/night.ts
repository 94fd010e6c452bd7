import type { Tx } from "../../store/index.ts";
import type { Task } from "../model.ts";
import { countSince, removeExamplesBefore } from "../store.ts";
import { currentTraining, insertTraining, newest } from "./store.ts";

const day = 86_400_000;
/** What somebody said is learnt from for so long: two years of seasons, and no longer. */
export const keptFor = 730 * day;
/** So many guesses that were left as they were are worth a training by themselves. */
const worthTraining = 50;

/**
 * What is done every night: what is too old is removed, and a training is asked for wherever there is something new. Where the
 * last one was taken back, it is only asked for by people.
 */
export async function learnAtNight(tx: Tx, tasks: readonly Task[], now: number): Promise<void> {
  await removeExamplesBefore(tx, now - keptFor);
  for (const task of tasks) if (await isDue(tx, task)) await insertTraining(tx, task, "night", now);
}

async function isDue(tx: Tx, task: Task): Promise<boolean> {
  if ((await currentTraining(tx, task))?.isTainted === true) return true;
  const last = await newest(tx, task, ["current", "rejected", "undone", "needless"]);
  if (last?.state === "undone") return false;
  const { corrections, confirmed } = await countSince(tx, task, last?.readAt ?? 0);
  return corrections > 0 || confirmed >= worthTraining;
}
