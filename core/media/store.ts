import type { Address, FileRef } from "../channel/index.ts";
import type { Tx } from "../store/index.ts";
import { isFree, type Claimant } from "../work/index.ts";
import { hashIn, nameOf, typeOfName } from "./keptFiles.ts";
import { isTooLarge, type MediaKind, type MediaState, type Reason } from "./model.ts";

/** Where a file came from. */
export interface Origin {
  readonly channel: string;
  readonly bot: string;
  /** The chat it was sent in. */
  readonly address: Address;
}

/** A file that is still to be fetched. */
export interface Wanted extends Origin {
  readonly fileId: string;
  readonly kind: MediaKind;
  readonly attempts: number;
  readonly createdAt: number;
}

/** What is known of a file. */
export interface Known {
  readonly state: MediaState;
  readonly createdAt: number;
  readonly sha256: string | null;
  readonly mime: string | null;
  /** Why it will not come. */
  readonly reason: Reason | null;
}

/** Longer than any platform's identifiers; what somebody made up is not looked for. */
const longestId = 500;

/**
 * Asks for the bytes of a file that arrived; one that was gone is tried anew, one too large is refused at once.
 * @returns true when there is something to fetch.
 */
export async function wantFile(tx: Tx, file: FileRef, from: Origin, now: number): Promise<boolean> {
  if (file.id.length > longestId) return false;
  const refused = isTooLarge(file.kind, file.bytes);
  const row = {
    state: refused ? "refused" : "waiting",
    reason: refused ? "too_big" : null,
    attempts: 0,
    next_at: now,
    created_at: now,
  };
  const { channel, bot, address } = from;
  const result = await tx
    .insertInto("media")
    .values({ channel, bot, address, file_id: file.id, kind: file.kind, ...row })
    .onConflict((conflict) =>
      conflict.columns(["channel", "file_id"]).doUpdateSet(row).where("media.state", "=", "gone"),
    )
    .executeTakeFirst();
  return !refused && Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
}

/** The channel of files that this program wrote; there a file's id is the name under which it is kept. */
export const ownChannel = "own";

/** A file that this program wrote and kept under a name, as it can stand in a message. */
export async function ownFile(
  tx: Tx,
  kept: { readonly id: string; readonly name?: string },
  now: number,
): Promise<FileRef> {
  const { kind, mime } = typeOfName(kept.id);
  const row = { state: "kept", sha256: kept.id.slice(0, 64), mime };
  await tx
    .insertInto("media")
    .values({
      channel: ownChannel,
      file_id: kept.id,
      bot: "",
      address: "",
      kind,
      ...row,
      attempts: 0,
      next_at: now,
      created_at: now,
    })
    // The same bytes, written anew after their time was over, are there again.
    .onConflict((conflict) =>
      conflict.columns(["channel", "file_id"]).doUpdateSet({ ...row, reason: null, created_at: now }),
    )
    .execute();
  const { name } = kept;
  return { kind, channel: ownChannel, id: kept.id, ...(name !== undefined && { name }), mime };
}

/** The bot whose files are meant. */
export type Route = Pick<Origin, "channel" | "bot">;

/** The files of a bot that are due and that no other program fetches, first wanted first. */
export async function dueFiles(
  tx: Tx,
  route: Route,
  claimant: Claimant,
  limit: number,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("media")
    .select("file_id")
    .where("channel", "=", route.channel)
    .where("bot", "=", route.bot)
    .where(isFree(claimant))
    .orderBy("next_at")
    .orderBy("file_id")
    .limit(limit)
    .execute();
  return rows.map((row) => row.file_id);
}

/** Takes a file, so that no other program fetches it as long as this one lives. @returns undefined when there is nothing to do. */
export async function claimFile(
  tx: Tx,
  route: Route,
  fileId: string,
  claimant: Claimant,
): Promise<Wanted | undefined> {
  // Asked of the row itself: of two programs that saw it free, one comes first.
  const row = await tx
    .updateTable("media")
    .set({ owner: claimant.self })
    .where("file_id", "=", fileId)
    .where("channel", "=", route.channel)
    .where("bot", "=", route.bot)
    .where(isFree(claimant))
    .returning(["channel", "bot", "address", "kind", "attempts", "created_at"])
    .executeTakeFirst();
  if (!row) return undefined;
  const { kind, created_at: createdAt, ...rest } = row;
  return { ...rest, fileId, kind: kind as MediaKind, createdAt };
}

function rowOf(tx: Tx, { channel, fileId }: Wanted) {
  return tx
    .updateTable("media")
    .where("channel", "=", channel)
    .where("file_id", "=", fileId)
    .where("state", "=", "waiting");
}

/** Records that the bytes are on the disk. @returns false when nobody wants the file any more. */
export async function markKept(
  tx: Tx,
  wanted: Wanted,
  kept: { readonly sha256: string; readonly mime: string; readonly bytes: number },
): Promise<boolean> {
  const result = await rowOf(tx, wanted)
    .set({ ...kept, state: "kept", reason: null, owner: null })
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}

/** Forgets files. @returns the names of those kept whose bytes are no other file's: they may be removed. */
export async function forgetFiles(tx: Tx, files: readonly FileRef[]): Promise<readonly string[]> {
  const names: string[] = [];
  for (const { channel, id } of files) {
    const row = await tx
      .deleteFrom("media")
      .where("channel", "=", channel)
      .where("file_id", "=", id)
      .returning(["sha256", "mime"])
      .executeTakeFirst();
    if (!row || row.sha256 === null || row.mime === null) continue;
    if (!(await isKept(tx, row.sha256))) names.push(nameOf(row.sha256, row.mime));
  }
  return names;
}

/** Is there a file with these bytes? Reads every row: asked when something is erased, and only then. */
export async function isKept(tx: Tx, sha256: string): Promise<boolean> {
  const row = await tx
    .selectFrom("media")
    .select("file_id")
    .where("sha256", "=", sha256)
    .where("state", "=", "kept")
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Ends the time of files: whoever looks at a message with one reads that it is gone. The same twice is once.
 * @returns the names of those whose bytes are no other file's: they are to be removed. One that this program wrote and gave to
 * nobody is among them.
 */
export async function expireFiles(
  tx: Tx,
  files: readonly Pick<FileRef, "channel" | "id">[],
): Promise<readonly string[]> {
  const names: string[] = [];
  for (const { channel, id } of files) {
    const row = await tx
      .updateTable("media")
      .set({ state: "gone", reason: "expired", owner: null })
      .where("channel", "=", channel)
      .where("file_id", "=", id)
      .returning(["sha256", "mime"])
      .executeTakeFirst();
    const name = channel === ownChannel ? id : row?.mime ? nameOf(row.sha256 ?? "", row.mime) : "";
    const sha256 = hashIn(name);
    if (sha256 !== "" && !(await isKept(tx, sha256))) names.push(name);
  }
  return names;
}

/** Records that a file will not come. @returns false when somebody else recorded its end meanwhile. */
export async function markEnded(
  tx: Tx,
  wanted: Wanted,
  end: { readonly state: "gone" | "refused"; readonly reason: Reason },
): Promise<boolean> {
  const result = await rowOf(tx, wanted)
    .set({ ...end, owner: null })
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}

/** Leaves a file for another try. */
export async function postponeFile(tx: Tx, wanted: Wanted, nextAt: number): Promise<void> {
  await rowOf(tx, wanted)
    .set({ attempts: wanted.attempts + 1, next_at: nextAt, owner: null })
    .execute();
}

/** What is known of a file; undefined for one that nobody asked for. */
export async function knownFile(tx: Tx, file: FileRef): Promise<Known | undefined> {
  const row = await tx
    .selectFrom("media")
    .select(["state", "created_at", "sha256", "mime", "reason"])
    .where("channel", "=", file.channel)
    .where("file_id", "=", file.id)
    .executeTakeFirst();
  return (
    row && {
      state: row.state as MediaState,
      createdAt: row.created_at,
      sha256: row.sha256,
      mime: row.mime,
      reason: row.reason as Reason | null,
    }
  );
}

/** How many files are still to be fetched. */
export async function countWanted(tx: Tx): Promise<number> {
  const row = await tx
    .selectFrom("media")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("state", "=", "waiting")
    .executeTakeFirstOrThrow();
  return row.count;
}
