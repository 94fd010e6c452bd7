import type { FileRef } from "../channel/index.ts";
import { ownFile } from "../media/index.ts";
import type { Tx } from "../store/index.ts";
import { hashOf } from "./hash.ts";
import type { Picture } from "./model.ts";
import { insertWanted, pagesKept, wantAgain } from "./store.ts";

/**
 * Asks for the picture of a subject, in the turn that makes it worth one; drawn soon after its commit, once. One that was
 * drawn before is drawn anew, as it is now.
 */
export async function wantPicture(tx: Tx, subject: string, now: number): Promise<void> {
  await insertWanted(tx, subject, now);
}

/**
 * What a subject's picture shows has changed, or nobody may be shown it any more: where it was drawn, its owner is asked again
 * what it shows, and the pages of before are removed.
 */
export async function changePicture(tx: Tx, subject: string, now: number): Promise<void> {
  await wantAgain(tx, subject, now);
}

/** The pages of a subject's picture, in order; none as long as it is not drawn, and none when it shows something else by now. */
export async function pagesOf(
  tx: Tx,
  { subject, picture }: { readonly subject: string; readonly picture: Picture },
  now: number,
): Promise<readonly FileRef[]> {
  const kept = await pagesKept(tx, subject);
  if (kept?.shows !== hashOf(picture)) return [];
  const pages: FileRef[] = [];
  for (const id of kept.files) pages.push(await ownFile(tx, { id }, now));
  return pages;
}
