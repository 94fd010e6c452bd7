import type { FileRef } from "../../channel/index.ts";
import type { Reply } from "../../dialogue/index.ts";
import type { Language } from "../../language/index.ts";
import { personById, tell, type Acting, type Moment } from "../../people/index.ts";
import { changePicture, pagesOf, wantPicture, type Picture } from "../../pictures/index.ts";
import { readable } from "../show/access.ts";
import { publishedSheet } from "../show/lists.ts";
import { bulletinById, bundled, type BulletinId } from "../store.ts";
import { say } from "../texts.ts";
import { pictureOf } from "./describe.ts";

function subjectOf(id: BulletinId, language: Language): string {
  return `bulletin ${id} ${language}`;
}

/** Asks for the pictures of a sheet that was just published and of those published with it, in the language of whoever did. */
export async function wantPictures({ tx, now, person }: Acting, id: BulletinId): Promise<void> {
  for (const one of [id, ...(await bundled(tx, id)).map((own) => own.id)])
    await wantPicture(tx, subjectOf(one, person.language), now);
}

/** A correction is published: the pictures of the version before are shown to nobody any more. */
export async function forgetPictures({ tx, now }: Acting, id: BulletinId): Promise<void> {
  for (const one of [id, ...(await bundled(tx, id)).map((own) => own.id)])
    for (const language of ["zh", "en"] as const) await changePicture(tx, subjectOf(one, language), now);
}

/** What the picture of a published sheet shows, as everybody may read it now; undefined when it is published no more. */
export async function sheetPicture(
  { tx }: Moment,
  id: BulletinId,
  language: Language,
): Promise<Picture | undefined> {
  const sheet = await publishedSheet(tx, id);
  return sheet && pictureOf(sheet, language);
}

/**
 * Whoever published gets the picture when it is drawn, to forward or to print; once, and only if it is what everybody may see
 * by then. Everybody else asks for it with 看图.
 */
export async function showSheet(
  moment: Moment,
  id: BulletinId,
  language: Language,
  pages: readonly FileRef[],
): Promise<void> {
  const bulletin = await bulletinById(moment.tx, id);
  if (bulletin?.bundle !== null || bulletin.decidedBy === null) return;
  const person = await personById(moment.tx, bulletin.decidedBy);
  if (person?.language !== language) return;
  const { tx, now } = moment;
  const subject = subjectOf(id, language);
  const picture = await sheetPicture(moment, id, language);
  if (!picture) return;
  // What was sealed while it was drawn is on it.
  if ((await pagesOf(tx, { subject, picture }, now)).length === 0) return wantPicture(tx, subject, now);
  const files = named(pages, say.picture.name(bulletin.sheet)[language]);
  const key = `bulletin ${id} picture ${person.id}`;
  await tell(moment, person.id, { text: say.picture.drawn, files }, { key, lane: "alarm" });
}

function named(pages: readonly FileRef[], name: string): readonly FileRef[] {
  return pages.map((page, index) => ({ ...page, name: `${name} ${index + 1}.png` }));
}

/** 看图: the picture of a published sheet; where it is not drawn, or shows what is sealed by now, it is asked for. */
export async function pictureView(acting: Acting, id: BulletinId): Promise<Reply> {
  const { tx, now, person } = acting;
  const { language } = person;
  const found = await readable(acting, await bulletinById(tx, id));
  const picture = found && (await sheetPicture(acting, id, language));
  if (!found || !picture) return say.noSuch;
  const { sheet } = found.bulletin;
  const subject = subjectOf(id, language);
  const pages = await pagesOf(tx, { subject, picture }, now);
  const back = { label: say.back, token: `/${sheet.kind} show ${id}` };
  if (pages.length > 0)
    return {
      text: say.picture.name(sheet),
      files: named(pages, say.picture.name(sheet)[language]),
      choices: [back],
    };
  await wantPicture(tx, subject, now);
  const again = { label: say.picture.see, token: `/${sheet.kind} picture ${id}` };
  return { text: say.picture.notDrawn, choices: [again, back] };
}
