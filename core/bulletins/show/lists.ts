import type { Choice, Reply } from "../../dialogue/index.ts";
import { join } from "../../language/index.ts";
import type { Acting } from "../../people/index.ts";
import type { Tx } from "../../store/index.ts";
import { isKeptFrom, ticketByNumber } from "../../tickets/index.ts";
import { sealedAmong } from "../make/store.ts";
import { forEverybody, type ListedMatter, type Sheet, type SheetList } from "../model.ts";
import { bulletinById, type BulletinId } from "../store.ts";
import { say } from "../texts.ts";
import { readable } from "./access.ts";
import { mayFollow } from "./service.ts";

const listed = 8;

/** 超时的, 办理不力的: what is on a list of a sheet, as far as whoever speaks may read it. @param page from 1. */
export async function listView(
  acting: Acting,
  id: BulletinId,
  which: "overdue" | "mishandled",
  page: number,
): Promise<Reply> {
  const found = await readable(acting, await bulletinById(acting.tx, id));
  if (!found) return say.noSuch;
  const { sheet } = found.bulletin;
  const follows = mayFollow(acting, found.unit);
  const matters = await readableMatters(acting, sheet, which, follows);
  const shown = matters.slice((page - 1) * listed, page * listed);
  const hidden = sheet[which].total - matters.length;
  const isPlaceSaid = sheet.unit.kind !== "village";
  const head = which === "overdue" ? say.overdueHead(sheet) : say.mishandledHead(sheet);
  const lines = shown.map((matter) => say.matterLine(matter, isPlaceSaid));
  const { kind } = sheet;
  const verb = which === "overdue" ? "late" : "bad";
  const choices: Choice[] = follows
    ? shown.map(({ number, what }) => ({
        label: { zh: `${number} ${what.zh}`, en: `${number} ${what.en}` },
        token: `/${kind} matter ${id} ${number}`,
      }))
    : [];
  if (matters.length > page * listed)
    choices.push({ label: say.more, token: `/${kind} ${verb} ${id} ${page + 1}` });
  choices.push({ label: say.back, token: `/${kind} show ${id}` });
  const left = hidden > 0 ? [say.notListed(hidden)] : [];
  return { text: join([head, ...(lines.length > 0 ? lines : [say.noneListed]), ...left]), choices };
}

/** What is about somebody is for those who follow things up, and never for whom it is about; what was sealed since is for nobody. */
export async function readableMatters(
  acting: Acting,
  sheet: Sheet,
  which: "overdue" | "mishandled",
  follows: boolean,
): Promise<readonly ListedMatter[]> {
  const whole = await withoutSealed(acting.tx, sheet);
  if (!follows) return forEverybody(whole)[which].matters;
  const found: ListedMatter[] = [];
  for (const matter of whole[which].matters)
    if (!matter.isPrivate || (await isOpenTo(acting, matter.number))) found.push(matter);
  return found;
}

/** Is a matter neither sealed nor kept from whoever speaks? */
export async function isOpenTo(acting: Acting, number: number): Promise<boolean> {
  const ticket = await ticketByNumber(acting.tx, number);
  if (!ticket || ticket.isSealed) return false;
  return !(await isKeptFrom(acting, acting.person.id, ticket));
}

/** A sheet without the matters that were sealed after it was made. */
async function withoutSealed(tx: Tx, sheet: Sheet): Promise<Sheet> {
  const { overdue, mishandled } = sheet;
  const numbers = [...overdue.matters, ...mishandled.matters].map(({ number }) => number);
  const sealed = await sealedAmong(tx, numbers);
  const open = (list: SheetList): SheetList => ({
    ...list,
    matters: list.matters.filter(({ number }) => !sealed.has(number)),
  });
  return { ...sheet, overdue: open(overdue), mishandled: open(mishandled) };
}

/**
 * A published sheet as everybody may read it: what a picture or a table of it is made from. Undefined while it is not
 * published, and once it was corrected.
 */
export async function publishedSheet(tx: Tx, id: BulletinId): Promise<Sheet | undefined> {
  const bulletin = await bulletinById(tx, id);
  return bulletin?.state === "published" ? forEverybody(await withoutSealed(tx, bulletin.sheet)) : undefined;
}
