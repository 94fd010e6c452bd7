import type { ExpressionBuilder } from "kysely";
import type { DB, Tx } from "../../store/index.ts";
import { isFree, type Claimant } from "../../work/index.ts";
import { transferStates, type TransferId, type TransferState } from "../model.ts";
import { isBusy, transferById, type Transfer } from "../store.ts";

const atRest: readonly TransferState[] = transferStates.filter((state) => !isBusy(state));

/** It ended, or was sent and never confirmed, before this moment; its files are still there. */
function isOld(before: number) {
  return ({ and, eb, fn }: ExpressionBuilder<DB, "transfer">) =>
    and([
      eb("removed_at", "is", null),
      eb("created_at", "<=", before),
      eb(fn.coalesce("ended_at", "created_at"), "<=", before),
    ]);
}

/** Transfers whose files have been kept long enough, first asked first. */
export async function oldTransfers(
  tx: Tx,
  before: number,
  claimant: Claimant,
  limit: number,
): Promise<readonly TransferId[]> {
  const rows = await tx
    .selectFrom("transfer")
    .select("id")
    .where(isOld(before))
    .where(isFree(claimant, atRest))
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

export async function claimOld(
  tx: Tx,
  id: TransferId,
  before: number,
  claimant: Claimant,
): Promise<Transfer | undefined> {
  const result = await tx
    .updateTable("transfer")
    .set({ owner: claimant.self })
    .where("id", "=", id)
    .where(isOld(before))
    .where(isFree(claimant, atRest))
    .executeTakeFirst();
  return result.numUpdatedRows > 0 ? transferById(tx, id) : undefined;
}

/** Is a file another transfer's, too, whose time is not over? Its name, or the file as its platform knows it, as JSON. */
export async function isNeededElsewhere(
  tx: Tx,
  { id, name, sent }: { readonly id: TransferId; readonly name?: string; readonly sent?: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom("transfer")
    .select("id")
    .where("id", "<>", id)
    .where("removed_at", "is", null)
    .where(({ or, eb }) =>
      or([
        ...(name === undefined ? [] : [eb("made", "like", `%"${name}"%`)]),
        ...(sent === undefined ? [] : [eb("file", "=", sent)]),
      ]),
    )
    .executeTakeFirst();
  return row !== undefined;
}

/** Writes down that nothing of it is kept any more. */
export async function noteRemoved(tx: Tx, id: TransferId, now: number): Promise<void> {
  await tx.updateTable("transfer").set({ removed_at: now, owner: null }).where("id", "=", id).execute();
}

export async function deleteSteps(tx: Tx, id: TransferId): Promise<void> {
  await tx.deleteFrom("transfer_step").where("transfer_id", "=", id).execute();
}
