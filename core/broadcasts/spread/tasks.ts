import { changePayloads, filesOf, holdStretch, waitingIn, withdrawBatch } from "../../delivery/index.ts";
import type { Tx } from "../../store/index.ts";
import { batchesOf, type Notice, type Task } from "../model.ts";
import { changeNotice } from "../store.ts";

/** So many messages are changed, held or withdrawn in one transaction. */
const tasksAtOnce = 2_000;

/** Everything that is said for a notice, the words before the pictures. */
function everythingOf({ id }: Notice): readonly string[] {
  const batches = batchesOf(id);
  return [...batches, ...batches.map((batch) => filesOf(batch))];
}

/** Does the next stretch of what is being done to everything that waits of a notice. */
export async function doTask(tx: Tx, notice: Notice, task: Task): Promise<void> {
  await changeNotice(tx, notice.id, { task: (await nextOf(tx, notice, task)) ?? null });
}

/** @returns how it goes on; undefined when all is done. */
async function nextOf(tx: Tx, notice: Notice, task: Task): Promise<Task | undefined> {
  const batch = everythingOf(notice)[task.at];
  if (batch === undefined) return undefined;
  const last = await doStretch(tx, notice, task, { batch, after: task.after, limit: tasksAtOnce });
  return last === undefined ? { ...task, at: task.at + 1, after: 0 } : { ...task, after: last };
}

type Stretch = Parameters<typeof waitingIn>[1];

/** @returns the last message it was done to; undefined when none is left in this batch. */
async function doStretch(tx: Tx, notice: Notice, task: Task, stretch: Stretch): Promise<number | undefined> {
  switch (task.kind) {
    case "withdraw":
      return (await withdrawBatch(tx, stretch.batch, stretch.limit)) < stretch.limit ? undefined : 0;
    case "hold":
      return holdStretch(tx, stretch, task.until);
    case "change":
      return changeWords(tx, notice, task.before, stretch);
  }
}

/** Puts the new words where the old ones stand; whatever else a message says, such as whom to tell, stays. */
async function changeWords(
  tx: Tx,
  { words }: Notice,
  before: string,
  stretch: Stretch,
): Promise<number | undefined> {
  const rows = await waitingIn(tx, stretch);
  const [first, last] = [rows.at(0)?.id, rows.at(-1)?.id];
  if (first === undefined || last === undefined) return undefined;
  const among = { batch: stretch.batch, first, last };
  for (const payload of new Set(rows.map((row) => row.payload)))
    await changePayloads(tx, among, payload, withWords(payload, before, words));
  return last;
}

/** A payload was written by the outbox from a typed value. */
function withWords(payload: string, before: string, after: string): string {
  const message = JSON.parse(payload) as { readonly text?: string };
  if (message.text === undefined) return payload;
  return JSON.stringify({ ...message, text: message.text.replace(before, () => after) });
}
