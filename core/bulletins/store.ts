import type { Tx } from "../store/index.ts";
import type { Sheet, SheetKind } from "./model.ts";

export type BulletinId = number & { readonly __id?: "bulletin" };

/** waiting: for the command room's word · published · refused: by it · replaced: by a correction. */
export type BulletinState = "waiting" | "published" | "refused" | "replaced";

/** A weekly sheet or a monthly bulletin of one unit, in one version. */
export interface Bulletin {
  readonly id: BulletinId;
  readonly kind: SheetKind;
  readonly unit: string;
  readonly from: number;
  readonly version: number;
  /** The one with which it is decided on; null for that itself. */
  readonly bundle: BulletinId | null;
  readonly state: BulletinState;
  readonly sheet: Sheet;
  readonly madeAt: number;
  readonly decidedAt: number | null;
  readonly decidedBy: string | null;
  /** Why it was refused. */
  readonly words: string | null;
}

interface BulletinRow {
  readonly id: number;
  readonly kind: string;
  readonly unit_code: string;
  readonly period_from: number;
  readonly version: number;
  readonly bundle_id: number | null;
  readonly state: string;
  readonly sheet: string;
  readonly made_at: number;
  readonly decided_at: number | null;
  readonly decided_by: string | null;
  readonly words: string | null;
}

function asBulletin(row: BulletinRow): Bulletin {
  return {
    id: row.id,
    kind: row.kind as SheetKind,
    unit: row.unit_code,
    from: row.period_from,
    version: row.version,
    bundle: row.bundle_id,
    state: row.state as BulletinState,
    sheet: JSON.parse(row.sheet) as Sheet,
    madeAt: row.made_at,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    words: row.words,
  };
}

/** Keeps sheets as they were made; a version that is there stays. @returns the id of each new one. */
export async function insertBulletins(
  tx: Tx,
  sheets: readonly Sheet[],
  made: { readonly bundle: BulletinId | null; readonly by: string | null; readonly now: number },
): Promise<readonly BulletinId[]> {
  if (sheets.length === 0) return [];
  const rows = await tx
    .insertInto("bulletin")
    .values(
      sheets.map((sheet) => ({
        kind: sheet.kind,
        unit_code: sheet.unit.code,
        period_from: sheet.period.from,
        version: sheet.version,
        bundle_id: made.bundle,
        state: "waiting",
        sheet: JSON.stringify(sheet),
        made_at: made.now,
        made_by: made.by,
      })),
    )
    .onConflict((conflict) => conflict.columns(["unit_code", "kind", "period_from", "version"]).doNothing())
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}

export async function bulletinById(tx: Tx, id: BulletinId): Promise<Bulletin | undefined> {
  const row = await tx.selectFrom("bulletin").selectAll().where("id", "=", id).executeTakeFirst();
  return row && asBulletin(row);
}

/** What is looked for of a unit. */
export interface Wanted {
  readonly unit: string;
  readonly kind: SheetKind;
  readonly states: readonly BulletinState[];
  /** Only periods that begin before this moment, or at it. */
  readonly before?: number;
  readonly at?: number;
}

/** The newest of a unit: of the latest period the latest version. */
export async function newestBulletin(tx: Tx, wanted: Wanted): Promise<Bulletin | undefined> {
  let query = tx
    .selectFrom("bulletin")
    .selectAll()
    .where("unit_code", "=", wanted.unit)
    .where("kind", "=", wanted.kind)
    .where("state", "in", wanted.states)
    .orderBy("period_from", "desc")
    .orderBy("version", "desc")
    .limit(1);
  if (wanted.before !== undefined) query = query.where("period_from", "<", wanted.before);
  if (wanted.at !== undefined) query = query.where("period_from", "=", wanted.at);
  const row = await query.executeTakeFirst();
  return row && asBulletin(row);
}

/** The bundles of a unit that wait for a word, oldest period first. */
export async function waitingIn(tx: Tx, unit: string): Promise<readonly Bulletin[]> {
  const rows = await tx
    .selectFrom("bulletin")
    .selectAll()
    .where("unit_code", "=", unit)
    .where("state", "=", "waiting")
    .where("bundle_id", "is", null)
    .orderBy("period_from")
    .orderBy("id")
    .execute();
  return rows.map(asBulletin);
}

/** The sheets that are decided on with a bundle, without itself, in the order of their units. */
export async function bundled(tx: Tx, bundle: BulletinId): Promise<readonly Bulletin[]> {
  const rows = await tx
    .selectFrom("bulletin")
    .selectAll()
    .where("bundle_id", "=", bundle)
    .orderBy("unit_code")
    .execute();
  return rows.map(asBulletin);
}

/** What was decided on a bundle, for itself and all in it. Whoever decides first decides. @returns false when somebody has. */
export async function decideBundle(
  tx: Tx,
  id: BulletinId,
  given: {
    readonly state: "published" | "refused";
    readonly by: string;
    readonly words: string | null;
    readonly now: number;
  },
): Promise<boolean> {
  const change = { state: given.state, decided_by: given.by, decided_at: given.now, words: given.words };
  const result = await tx
    .updateTable("bulletin")
    .set(change)
    .where("id", "=", id)
    .where("bundle_id", "is", null)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) return false;
  await tx.updateTable("bulletin").set(change).where("bundle_id", "=", id).execute();
  return true;
}

/** A correction is published: the version before it stays readable, and is no more what counts. */
export async function replaceBundle(tx: Tx, id: BulletinId): Promise<void> {
  await tx
    .updateTable("bulletin")
    .set({ state: "replaced" })
    .where(({ or, eb }) => or([eb("id", "=", id), eb("bundle_id", "=", id)]))
    .where("state", "=", "published")
    .execute();
}
