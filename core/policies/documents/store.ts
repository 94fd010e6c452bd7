import type { FileRef } from "../../channel/index.ts";
import type { Tx } from "../../store/index.ts";
import { isFree, type Claimant } from "../../work/index.ts";
import type { PolicyId } from "../model.ts";
import type { Unreadable } from "./model.ts";

export type DocumentId = number & { readonly __id?: "document" };

/** A document that is to be read. */
export interface Waiting {
  readonly id: DocumentId;
  readonly policy: PolicyId;
  readonly file: FileRef;
  readonly attempts: number;
}

/** Asks for a file to be read into the passages of a policy. */
export async function waitForDocument(
  tx: Tx,
  policy: PolicyId,
  { channel, id, name }: FileRef,
  now: number,
): Promise<void> {
  await tx
    .insertInto("policy_document")
    .values({
      policy_id: policy,
      channel,
      file_id: id,
      name: name ?? null,
      state: "waiting",
      next_at: now,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column("policy_id").doNothing())
    .execute();
}

/** Documents that are due and that no other program reads, first come first. */
export async function dueDocuments(
  tx: Tx,
  claimant: Claimant,
  limit: number,
): Promise<readonly { readonly id: DocumentId; readonly file: FileRef }[]> {
  const rows = await tx
    .selectFrom("policy_document")
    .select(["id", "channel", "file_id"])
    .where(isFree(claimant))
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(({ id, channel, file_id }) => ({ id, file: { kind: "document", channel, id: file_id } }));
}

/** Takes a document, so that no other program reads it as long as this one lives. */
export async function claimDocument(
  tx: Tx,
  id: DocumentId,
  claimant: Claimant,
): Promise<Waiting | undefined> {
  const row = await tx
    .updateTable("policy_document")
    .set(({ eb }) => ({ owner: claimant.self, attempts: eb("attempts", "+", 1) }))
    .where("id", "=", id)
    .where(isFree(claimant))
    .returning(["policy_id", "channel", "file_id", "name", "attempts"])
    .executeTakeFirst();
  if (!row) return undefined;
  const { policy_id: policy, channel, file_id: fileId, name, attempts } = row;
  return { id, policy, attempts, file: { kind: "document", channel, id: fileId, ...(name && { name }) } };
}

/** Records what became of a document. @returns false when somebody else did before. */
export async function markDocument(
  tx: Tx,
  id: DocumentId,
  end: { readonly state: "read" } | { readonly state: "refused"; readonly reason: Unreadable },
): Promise<boolean> {
  const result = await tx
    .updateTable("policy_document")
    .set({ ...end, owner: null })
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}

/** Leaves a document for another try. */
export async function postponeDocument(tx: Tx, id: DocumentId, nextAt: number): Promise<void> {
  await tx
    .updateTable("policy_document")
    .set({ next_at: nextAt, owner: null })
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .execute();
}
