import type { FileRef } from "../channel/index.ts";
import { forgetFiles, ownFile } from "../media/index.ts";
import { deletePicture, insertWanted, pagesKept } from "./store.ts";
import type { Tx } from "../store/index.ts";

/**
 * Asks for the picture of a subject, in the turn that makes it worth one; drawn soon after its commit, once. One that was
 * drawn before is drawn anew, as it is now.
 */
export async function wantPicture(tx: Tx, subject: string, now: number): Promise<void> {
  await insertWanted(tx, subject, now);
}

/** The pages of a subject's picture, in order; none as long as it is not drawn. */
export async function pagesOf(tx: Tx, subject: string, now: number): Promise<readonly FileRef[]> {
  const pages: FileRef[] = [];
  for (const id of await pagesKept(tx, subject)) pages.push(await ownFile(tx, { id }, now));
  return pages;
}

/** Forgets a picture. @returns the names of those kept files that nothing else needs: they may be removed after the commit. */
export async function forgetPicture(tx: Tx, subject: string, now: number): Promise<readonly string[]> {
  const names = await deletePicture(tx, subject);
  const files: FileRef[] = [];
  for (const id of names) files.push(await ownFile(tx, { id }, now));
  return forgetFiles(tx, files);
}
