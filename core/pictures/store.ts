import { z } from "zod";
import type { Tx } from "../store/index.ts";
import { isFree, type Claimant } from "../work/index.ts";

const filesShape = z.array(z.string());

/** A picture that is to be drawn: what it shows is asked of its owner when it is. */
export interface Wanted {
  /** Whose it is and which: 「order 12」. */
  readonly subject: string;
  readonly attempts: number;
  /** The names of the pages that were drawn of it before; as JSON. */
  readonly files: string | null;
}

/** needless: nobody wants it any more · failed: tried too often. */
export type PictureEnd = "drawn" | "needless" | "failed";

/** Asks for the picture of something; one that is drawn already is drawn anew. @returns false when one is waiting. */
export async function insertWanted(tx: Tx, subject: string, now: number): Promise<boolean> {
  const row = {
    state: "waiting",
    shows: null,
    attempts: 0,
    next_at: now,
    created_at: now,
    ended_at: null,
  };
  const result = await tx
    .insertInto("picture")
    .values({ subject, ...row })
    .onConflict((conflict) =>
      conflict.column("subject").doUpdateSet(row).where("picture.state", "!=", "waiting"),
    )
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
}

/** Has a picture that is drawn asked for once more; one that never was stays as it is. */
export async function wantAgain(tx: Tx, subject: string, now: number): Promise<void> {
  await tx
    .updateTable("picture")
    .set({ state: "waiting", shows: null, attempts: 0, next_at: now })
    .where("subject", "=", subject)
    .where("state", "=", "drawn")
    .execute();
}

/** The pages that were drawn of a picture before, and are neither among its new ones nor another picture's. */
export async function supersededBy(
  tx: Tx,
  { subject, files }: Wanted,
  kept: readonly string[],
): Promise<readonly string[]> {
  const before = files === null ? [] : filesShape.parse(JSON.parse(files));
  const superseded: string[] = [];
  for (const name of before) {
    if (kept.includes(name)) continue;
    const other = await tx
      .selectFrom("picture")
      .select("subject")
      .where("files", "like", `%${name}%`)
      .where("subject", "!=", subject)
      .executeTakeFirst();
    if (!other) superseded.push(name);
  }
  return superseded;
}

/** The pictures that are due and that no other program draws, first wanted first. */
export async function duePictures(tx: Tx, claimant: Claimant, limit: number): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("picture")
    .select("subject")
    .where(isFree(claimant))
    .orderBy("next_at")
    .orderBy("subject")
    .limit(limit)
    .execute();
  return rows.map(({ subject }) => subject);
}

/** Takes a picture, so that no other program draws it. @returns undefined when there is nothing to do. */
export async function claimPicture(tx: Tx, subject: string, claimant: Claimant): Promise<Wanted | undefined> {
  return tx
    .updateTable("picture")
    .set({ owner: claimant.self })
    .where("subject", "=", subject)
    .where(isFree(claimant))
    .returning(["subject", "attempts", "files"])
    .executeTakeFirst();
}

/** Leaves a picture for another try. */
export async function postponePicture(tx: Tx, { subject, attempts }: Wanted, at: number): Promise<void> {
  await tx
    .updateTable("picture")
    .set({ attempts: attempts + 1, next_at: at, owner: null })
    .where("subject", "=", subject)
    .where("state", "=", "waiting")
    .execute();
}

/** Records what became of a picture. @returns false when somebody else has recorded it. */
export async function endPicture(
  tx: Tx,
  { subject }: Wanted,
  end: { readonly state: PictureEnd; readonly kept?: Kept },
  now: number,
): Promise<boolean> {
  const result = await tx
    .updateTable("picture")
    .set({
      state: end.state,
      files: end.kept === undefined ? null : JSON.stringify(end.kept.files),
      shows: end.kept?.shows ?? null,
      owner: null,
      ended_at: now,
    })
    .where("subject", "=", subject)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}

/** The pages of a picture that is drawn. */
export interface Kept {
  /** The names under which they are kept, in order. */
  readonly files: readonly string[];
  /** SHA-256 of what they were drawn from. */
  readonly shows: string;
}

/** The pages of a picture; undefined as long as it is not drawn. */
export async function pagesKept(tx: Tx, subject: string): Promise<Kept | undefined> {
  const row = await tx
    .selectFrom("picture")
    .select(["files", "shows"])
    .where("subject", "=", subject)
    .where("state", "=", "drawn")
    .executeTakeFirst();
  if (!row || row.files === null || row.shows === null) return undefined;
  return { files: filesShape.parse(JSON.parse(row.files)), shows: row.shows };
}
