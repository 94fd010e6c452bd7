import type { Text } from "../../language/index.ts";
import type { Acting } from "../../people/index.ts";
import { readable } from "../show/access.ts";
import { readableMatters } from "../show/lists.ts";
import { mayFollow } from "../show/service.ts";
import { bulletinById, type BulletinId } from "../store.ts";
import { say } from "../texts.ts";
import { tablesOf, type BulletinTable } from "./describe.ts";

/** A published sheet as tables, for whoever asks. */
export interface SheetTables {
  readonly title: Text;
  /** The code of the unit it is about. */
  readonly unit: string;
  readonly tables: readonly BulletinTable[];
}

/**
 * A published sheet as tables for a spreadsheet, with what the same person reads of it in chat and no more. Undefined for a
 * villager, who reads her village's in words and as a picture; while it is not published; and once it was corrected.
 */
export async function sheetTable(acting: Acting, id: BulletinId): Promise<SheetTables | undefined> {
  const found = await readable(acting, await bulletinById(acting.tx, id));
  if (!found || found.reader === "villager" || found.bulletin.state !== "published") return undefined;
  const { sheet, unit } = found.bulletin;
  const follows = mayFollow(acting, found.unit);
  const seen = {
    overdue: await readableMatters(acting, sheet, "overdue", follows),
    mishandled: await readableMatters(acting, sheet, "mishandled", follows),
  };
  return {
    title: say.picture.name(sheet),
    unit,
    tables: tablesOf(sheet, seen, acting.person.language),
  };
}
