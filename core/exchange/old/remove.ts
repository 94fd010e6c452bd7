import { expireFiles, ownChannel } from "../../media/index.ts";
import type { Moment } from "../../people/index.ts";
import type { ExchangePorts } from "../ports.ts";
import { changeTransfer, isBusy, transferById, type Transfer } from "../store.ts";
import { deleteSteps, isNeededElsewhere, noteRemoved } from "./store.ts";

/**
 * Removes the files of a table that was taken out or sent in: they hold personal data, and what they were for is done. With
 * them goes what an import did, so that it stays; what was never confirmed is dropped. A program that dies in between does it
 * again.
 */
export async function removeFiles(
  { database, files, momentIn }: ExchangePorts,
  { id }: Transfer,
): Promise<void> {
  const names = await database.transaction((tx) => expire(momentIn(tx), id));
  if (!names) return;
  for (const name of names) await files.remove(name);
  await database.transaction((tx) => noteRemoved(tx, id, momentIn(tx).now));
}

/** @returns the names of the files that nobody needs any more; undefined when it is taken back at this moment. */
async function expire({ tx, now }: Moment, id: number): Promise<readonly string[] | undefined> {
  const transfer = await transferById(tx, id);
  if (!transfer || isBusy(transfer.state)) return undefined;
  await changeTransfer(tx, id, ["checked"], { state: "dropped", reason: "lapsed", endedAt: now });
  await deleteSteps(tx, id);
  const gone = [];
  const { file, made } = transfer;
  if (file && !(await isNeededElsewhere(tx, { id, sent: JSON.stringify(file) }))) gone.push(file);
  for (const name of made)
    if (!(await isNeededElsewhere(tx, { id, name }))) gone.push({ channel: ownChannel, id: name });
  return expireFiles(tx, gone);
}
