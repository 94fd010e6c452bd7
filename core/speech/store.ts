import type { ExpressionBuilder } from "kysely";
import { z } from "zod";
import type { Address, FileRef } from "../channel/index.ts";
import type { DB, Tx } from "../store/index.ts";
import { isFree, type Claimant } from "../work/index.ts";
import { patience, type TranscriptState } from "./model.ts";

/** A voice that was said, and where. */
export interface Spoken {
  /** The event that brought it. */
  readonly inboxId: number;
  readonly channel: string;
  readonly bot: string;
  readonly address: Address;
  readonly actor: string;
  readonly file: FileRef;
  readonly seconds: number | undefined;
}

/** A voice that is still to be made words of. */
export interface Untold extends Spoken {
  readonly attempts: number;
  readonly createdAt: number;
}

/** Asks for the words of a voice. @returns false when they were asked for before. */
export async function wantTranscript(tx: Tx, spoken: Spoken, now: number): Promise<boolean> {
  const { inboxId, channel, bot, address, actor, file, seconds } = spoken;
  const result = await tx
    .insertInto("transcript")
    .values({
      inbox_id: inboxId,
      channel,
      bot,
      address,
      actor,
      file_id: file.id,
      file: JSON.stringify(file),
      seconds: seconds ?? null,
      state: "waiting",
      attempts: 0,
      next_at: now,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column("inbox_id").doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
}

/** A voice whose file is no longer awaited, or too late. */
function isHeard({ now }: Claimant) {
  return (eb: ExpressionBuilder<DB, "transcript">) =>
    eb.or([
      eb("created_at", "<=", now - patience),
      eb.not(
        eb.exists(
          eb
            .selectFrom("media")
            .select("media.file_id")
            .whereRef("media.channel", "=", "transcript.channel")
            .whereRef("media.file_id", "=", "transcript.file_id")
            .where("media.state", "=", "waiting"),
        ),
      ),
    ]);
}

/** The voices that are due and that no other program has, first said first. */
export async function dueTranscripts(tx: Tx, claimant: Claimant, limit: number): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("transcript")
    .select("inbox_id")
    .where(isFree(claimant))
    .where(isHeard(claimant))
    .orderBy("inbox_id")
    .limit(limit)
    .execute();
  return rows.map(({ inbox_id }) => String(inbox_id));
}

const fileShape = z.looseObject({ kind: z.literal("voice"), channel: z.string(), id: z.string() });

/** Takes a voice, so that no other program does. @returns undefined when there is nothing to do. */
export async function claimTranscript(tx: Tx, id: string, claimant: Claimant): Promise<Untold | undefined> {
  const row = await tx
    .updateTable("transcript")
    .set({ owner: claimant.self })
    .where("inbox_id", "=", Number(id))
    .where(isFree(claimant))
    .where(isHeard(claimant))
    .returningAll()
    .executeTakeFirst();
  if (!row) return undefined;
  const { channel, bot, address, actor, attempts } = row;
  return {
    inboxId: row.inbox_id,
    channel,
    bot,
    address,
    actor,
    file: fileShape.parse(JSON.parse(row.file)),
    seconds: row.seconds ?? undefined,
    attempts,
    createdAt: row.created_at,
  };
}

/** Leaves a voice for another try; one that was not asked about does not count as one. */
export async function postponeTranscript(
  tx: Tx,
  { inboxId }: Untold,
  next: { readonly at: number; readonly attempts: number },
): Promise<void> {
  await tx
    .updateTable("transcript")
    .set({ attempts: next.attempts, next_at: next.at, owner: null })
    .where("inbox_id", "=", inboxId)
    .where("state", "=", "waiting")
    .execute();
}

/** Records how it ended. @returns false when somebody else has done so, or the voice was erased meanwhile. */
export async function endTranscript(
  tx: Tx,
  { inboxId }: Untold,
  state: Exclude<TranscriptState, "waiting">,
  now: number,
): Promise<boolean> {
  const result = await tx
    .updateTable("transcript")
    .set({ state, owner: null, ended_at: now })
    .where("inbox_id", "=", inboxId)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}

/** The voices that wait for a file, so that they can go on once it is there. */
export async function transcriptsOf(
  tx: Tx,
  { channel, id }: Pick<FileRef, "channel" | "id">,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("transcript")
    .select("inbox_id")
    .where("channel", "=", channel)
    .where("file_id", "=", id)
    .where("state", "=", "waiting")
    .execute();
  return rows.map(({ inbox_id }) => String(inbox_id));
}

/** Forgets what was asked about voices that their speaker has erased. */
export async function forgetTranscripts(tx: Tx, files: readonly FileRef[]): Promise<void> {
  for (const { channel, id } of files)
    await tx.deleteFrom("transcript").where("channel", "=", channel).where("file_id", "=", id).execute();
}

/** How many voices ended how since a moment, and how many wait. */
export async function countTranscripts(tx: Tx, since: number): Promise<Readonly<Record<string, number>>> {
  const rows = await tx
    .selectFrom("transcript")
    .select(["state", ({ fn }) => fn.countAll<number>().as("count")])
    .where("created_at", ">=", since)
    .groupBy("state")
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}
