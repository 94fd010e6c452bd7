import type { FileRef } from "../channel/index.ts";
import { codesInside } from "../org/index.ts";
import type { Tx } from "../store/index.ts";
import { isFree, type Claimant } from "../work/index.ts";
import type { Counts, Direction, FileFormat, Span, Subject, TransferId, TransferState } from "./model.ts";

/** A table that is taken out or brought in. */
export interface Transfer {
  readonly id: TransferId;
  readonly direction: Direction;
  readonly subject: Subject;
  readonly person: string;
  readonly unit: string;
  /** Of an export: whose days it is made of; null for everything there ever was. */
  readonly period: Span | null;
  readonly format: FileFormat;
  /** Of a slip the number of its matter, of a sheet its bulletin. */
  readonly about: number | null;
  readonly isWhole: boolean;
  /** Of an import. */
  readonly file: FileRef | null;
  readonly sha256: string | null;
  /** Names of the files that were written for it. */
  readonly made: readonly string[];
  readonly state: TransferState;
  readonly reason: string | null;
  readonly doneRows: number;
  readonly allRows: number;
  readonly counts: Counts | null;
  readonly attempts: number;
  readonly createdAt: number;
  readonly endedAt: number | null;
  /** When its files were removed. */
  readonly removedAt: number | null;
  readonly shownKey: string | null;
  readonly shown: string | null;
  readonly shownAt: number;
  readonly shownCount: number;
}

type Row = Awaited<ReturnType<typeof rowById>>;

async function rowById(tx: Tx, id: number) {
  return tx.selectFrom("transfer").selectAll().where("id", "=", id).executeTakeFirst();
}

function asTransfer(row: NonNullable<Row>): Transfer {
  return {
    id: row.id,
    direction: row.direction as Direction,
    subject: row.subject as Subject,
    person: row.person_id,
    unit: row.unit_code,
    period:
      row.period_from === null || row.period_to === null
        ? null
        : { from: row.period_from, to: row.period_to },
    format: row.format as FileFormat,
    about: row.about,
    isWhole: row.is_whole === 1,
    file: row.file === null ? null : (JSON.parse(row.file) as FileRef),
    sha256: row.sha256,
    made: JSON.parse(row.made) as readonly string[],
    state: row.state as TransferState,
    reason: row.reason,
    doneRows: row.done_rows,
    allRows: row.all_rows,
    counts: row.counts === null ? null : (JSON.parse(row.counts) as Counts),
    attempts: row.attempts,
    createdAt: row.created_at,
    endedAt: row.ended_at,
    removedAt: row.removed_at,
    shownKey: row.shown_key,
    shown: row.shown,
    shownAt: row.shown_at,
    shownCount: row.shown_count,
  };
}

export async function transferById(tx: Tx, id: TransferId): Promise<Transfer | undefined> {
  const row = await rowById(tx, id);
  return row && asTransfer(row);
}

/** What is asked for. */
export interface NewTransfer {
  readonly sourceKey: string;
  readonly direction: Direction;
  readonly subject: Subject;
  readonly person: string;
  readonly unit: string;
  readonly period?: Span | null;
  readonly format: FileFormat;
  readonly about?: number;
  readonly isWhole: boolean;
  readonly file: FileRef | null;
}

/** Asks for a table to be taken out or looked at; the same source twice is one. */
export async function insertTransfer(tx: Tx, given: NewTransfer, now: number): Promise<TransferId> {
  const row = await tx
    .insertInto("transfer")
    .values({
      source_key: given.sourceKey,
      direction: given.direction,
      subject: given.subject,
      person_id: given.person,
      unit_code: given.unit,
      period_from: given.period?.from ?? null,
      period_to: given.period?.to ?? null,
      format: given.format,
      about: given.about ?? null,
      is_whole: given.isWhole ? 1 : 0,
      file: given.file === null ? null : JSON.stringify(given.file),
      state: "waiting",
      next_at: now,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column("source_key").doUpdateSet({ source_key: given.sourceKey }))
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The states in which a program has something to do. */
const busy: readonly TransferState[] = ["waiting", "wanted", "undoing"];

export function isBusy(state: TransferState): boolean {
  return busy.includes(state);
}

/** How many tables of somebody are under way. */
export async function countUnderWay(tx: Tx, person: string): Promise<number> {
  const row = await tx
    .selectFrom("transfer")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("person_id", "=", person)
    .where("state", "in", busy)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** What is due and that no other program does, first asked first. */
export async function dueTransfers(tx: Tx, claimant: Claimant, limit: number): Promise<readonly Transfer[]> {
  const rows = await tx
    .selectFrom("transfer")
    .selectAll()
    .where(isFree(claimant, busy))
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(asTransfer);
}

export async function claimTransfer(
  tx: Tx,
  id: TransferId,
  claimant: Claimant,
): Promise<Transfer | undefined> {
  const row = await tx
    .updateTable("transfer")
    .set(({ eb }) => ({ owner: claimant.self, attempts: eb("attempts", "+", 1) }))
    .where("id", "=", id)
    .where(isFree(claimant, busy))
    .returningAll()
    .executeTakeFirst();
  return row && asTransfer(row);
}

/** What changes of a transfer; what is left out stays. */
export interface TransferChange {
  readonly state?: TransferState;
  readonly reason?: string | null;
  readonly sha256?: string;
  readonly doneRows?: number;
  readonly allRows?: number;
  readonly counts?: Counts;
  readonly nextAt?: number;
  readonly attempts?: number;
  readonly made?: readonly string[];
  readonly endedAt?: number;
  /** True: nobody works on it any more. */
  readonly isLeft?: boolean;
}

/** @returns false when it is in none of the states `from` any more: somebody was quicker. */
export async function changeTransfer(
  tx: Tx,
  id: TransferId,
  from: readonly TransferState[],
  change: TransferChange,
): Promise<boolean> {
  const { counts, made, isLeft } = change;
  const result = await tx
    .updateTable("transfer")
    .set({
      state: change.state,
      reason: change.reason,
      sha256: change.sha256,
      done_rows: change.doneRows,
      all_rows: change.allRows,
      counts: counts && JSON.stringify(counts),
      made: made && JSON.stringify(made),
      next_at: change.nextAt,
      attempts: change.attempts,
      ended_at: change.endedAt,
      ...(isLeft === true && { owner: null }),
    })
    .where("id", "=", id)
    .where("state", "in", from)
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}

/** How it is shown: the message that is changed, what it says, and when that was. */
export async function keepShown(
  tx: Tx,
  id: TransferId,
  shown: { readonly key: string; readonly words: string; readonly at: number; readonly count: number },
): Promise<void> {
  await tx
    .updateTable("transfer")
    .set({ shown_key: shown.key, shown: shown.words, shown_at: shown.at, shown_count: shown.count })
    .where("id", "=", id)
    .execute();
}

/** The newest of a unit and everything inside it. */
export async function transfersInside(tx: Tx, path: string, limit: number): Promise<readonly Transfer[]> {
  const rows = await tx
    .selectFrom("transfer")
    .selectAll()
    .where("direction", "<>", "template")
    .where("unit_code", "in", codesInside(tx, path))
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(asTransfer);
}

/** Keeps what a step of an import did. */
export async function insertStep(tx: Tx, id: TransferId, position: number, deeds: object): Promise<void> {
  await tx
    .insertInto("transfer_step")
    .values({ transfer_id: id, position, deeds: JSON.stringify(deeds) })
    .execute();
}

/** The last step that is not taken back, with what it did; undefined when none is left. */
export async function lastStep(
  tx: Tx,
  id: TransferId,
): Promise<{ readonly position: number; readonly deeds: unknown } | undefined> {
  const row = await tx
    .selectFrom("transfer_step")
    .select(["position", "deeds"])
    .where("transfer_id", "=", id)
    .orderBy("position", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && { position: row.position, deeds: JSON.parse(row.deeds) as unknown };
}

export async function deleteStep(tx: Tx, id: TransferId, position: number): Promise<void> {
  await tx
    .deleteFrom("transfer_step")
    .where("transfer_id", "=", id)
    .where("position", "=", position)
    .execute();
}
