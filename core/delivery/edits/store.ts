import type { Drawn } from "../../channel/index.ts";
import type { Tx } from "../../store/index.ts";
import { rowOfPiece } from "../store.ts";

/**
 * Lets the history say what a message that was sent reads like from now on.
 * @returns the platform's id of it; undefined when it was not sent.
 */
export async function changeSaid(tx: Tx, key: string, piece: Drawn): Promise<string | undefined> {
  const row = await tx
    .updateTable("outbox")
    .set({ payload: rowOfPiece(piece, false).payload })
    .where("key", "=", key)
    .where("state", "=", "sent")
    .returning("provider_id")
    .executeTakeFirst();
  return row?.provider_id ?? undefined;
}
