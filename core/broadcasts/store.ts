import type { FileRef } from "../channel/index.ts";
import type { Tx } from "../store/index.ts";
import type {
  Audience,
  Cursor,
  Notice,
  NoticeId,
  NoticeState,
  Phase,
  Repeat,
  Review,
  Task,
} from "./model.ts";

/** A notice as it is written down first. */
export interface NewNotice {
  readonly sourceKey: string;
  readonly madeBy: string;
  readonly unit: string;
  readonly audience: Audience;
  readonly words: string;
  readonly files: readonly FileRef[];
  readonly isUrgent: boolean;
  readonly state: NoticeState;
  readonly review: Review;
  readonly reviewer: string | null;
  readonly startAt: number;
  readonly repeats: Repeat | null;
  readonly answerMinutes: number | null;
  readonly people: number;
  readonly origin: NoticeId | null;
}

const columns = [
  "id",
  "made_by",
  "unit_code",
  "audience",
  "words",
  "is_urgent",
  "state",
  "review",
  "reviewer_id",
  "start_at",
  "repeats",
  "answer_minutes",
  "people",
  "phase",
  "cursor",
  "hold_until",
  "task",
  "due_at",
  "closed_at",
  "record_for",
  "started_at",
  "done_at",
] as const;

/** Written by this file from typed values. */
function read(stored: string | null): unknown {
  return stored === null ? null : JSON.parse(stored);
}

function select(tx: Tx) {
  return tx.selectFrom("notice").select(columns);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>["executeTakeFirstOrThrow"]>>;

function asNotice(row: Row): Notice {
  return {
    id: row.id,
    madeBy: row.made_by,
    unit: row.unit_code,
    audience: JSON.parse(row.audience) as Audience,
    words: row.words,
    isUrgent: row.is_urgent === 1,
    state: row.state as NoticeState,
    review: row.review as Review,
    reviewer: row.reviewer_id,
    startAt: row.start_at,
    repeats: read(row.repeats) as Repeat | null,
    answerMinutes: row.answer_minutes,
    people: row.people,
    phase: row.phase as Phase,
    cursor: read(row.cursor) as Cursor | null,
    holdUntil: row.hold_until,
    task: read(row.task) as Task | null,
    dueAt: row.due_at,
    closedAt: row.closed_at,
    recordFor: row.record_for,
    startedAt: row.started_at,
    doneAt: row.done_at,
  };
}

/** Writes a notice down; the same source twice is one. */
export async function insertNotice(tx: Tx, notice: NewNotice, now: number): Promise<Notice> {
  await tx
    .insertInto("notice")
    .values({
      source_key: notice.sourceKey,
      made_by: notice.madeBy,
      unit_code: notice.unit,
      audience: JSON.stringify(notice.audience),
      words: notice.words,
      files: JSON.stringify(notice.files),
      is_urgent: notice.isUrgent ? 1 : 0,
      state: notice.state,
      review: notice.review,
      reviewer_id: notice.reviewer,
      start_at: notice.startAt,
      repeats: notice.repeats && JSON.stringify(notice.repeats),
      answer_minutes: notice.answerMinutes,
      people: notice.people,
      phase: "carers",
      origin_id: notice.origin,
      is_live: 0,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column("source_key").doNothing())
    .execute();
  const row = await select(tx).where("source_key", "=", notice.sourceKey).executeTakeFirstOrThrow();
  return asNotice(row);
}

export async function noticeBySource(tx: Tx, sourceKey: string): Promise<Notice | undefined> {
  const row = await select(tx).where("source_key", "=", sourceKey).executeTakeFirst();
  return row && asNotice(row);
}

export async function noticeById(tx: Tx, id: NoticeId): Promise<Notice | undefined> {
  const row = await select(tx).where("id", "=", id).executeTakeFirst();
  return row && asNotice(row);
}

/**
 * Whoever changes a notice holds its row first: on PostgreSQL a turn and the spreader may come to it at once, and the later one
 * reads what the other made of it.
 */
export async function holdNotice(tx: Tx, id: NoticeId): Promise<Notice | undefined> {
  await tx
    .updateTable("notice")
    .set(({ ref }) => ({ is_live: ref("is_live") }))
    .where("id", "=", id)
    .execute();
  return noticeById(tx, id);
}

/** The pictures and documents that go along. */
export async function filesOfNotice(tx: Tx, id: NoticeId): Promise<readonly FileRef[]> {
  const row = await tx.selectFrom("notice").select("files").where("id", "=", id).executeTakeFirst();
  return row ? (JSON.parse(row.files) as readonly FileRef[]) : [];
}

/** What still has something to do, urgent ones first. */
export async function liveNotices(tx: Tx): Promise<readonly NoticeId[]> {
  const rows = await tx
    .selectFrom("notice")
    .select("id")
    .where("is_live", "=", 1)
    .orderBy("is_urgent", "desc")
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Urgent notices that people may still answer, the newest first. */
export async function openCalls(tx: Tx): Promise<readonly Notice[]> {
  const rows = await select(tx)
    .where("is_live", "=", 1)
    .where("is_urgent", "=", 1)
    .where("state", "in", ["spreading", "sending", "done"])
    .where("closed_at", "is", null)
    .orderBy("id", "desc")
    .execute();
  return rows.map(asNotice);
}

/** The newest notices of one sender, or of everybody. */
export async function newestNotices(tx: Tx, limit: number): Promise<readonly Notice[]> {
  const rows = await select(tx).orderBy("id", "desc").limit(limit).execute();
  return rows.map(asNotice);
}

export type Change = Partial<
  Pick<
    Notice,
    | "words"
    | "state"
    | "review"
    | "reviewer"
    | "startAt"
    | "repeats"
    | "people"
    | "phase"
    | "cursor"
    | "holdUntil"
    | "task"
    | "dueAt"
    | "closedAt"
    | "recordFor"
    | "startedAt"
    | "doneAt"
  >
> & {
  readonly isLive?: boolean;
  readonly reviewedAt?: number;
  readonly reviewWords?: string;
};

function json(value: object | null | undefined): string | null | undefined {
  return value && JSON.stringify(value);
}

export async function changeNotice(tx: Tx, id: NoticeId, change: Change): Promise<void> {
  const set = {
    words: change.words,
    state: change.state,
    review: change.review,
    reviewer_id: change.reviewer,
    start_at: change.startAt,
    repeats: json(change.repeats),
    people: change.people,
    phase: change.phase,
    cursor: json(change.cursor),
    hold_until: change.holdUntil,
    task: json(change.task),
    due_at: change.dueAt,
    closed_at: change.closedAt,
    record_for: change.recordFor,
    started_at: change.startedAt,
    done_at: change.doneAt,
    is_live: change.isLive === undefined ? undefined : change.isLive ? 1 : 0,
    reviewed_at: change.reviewedAt,
    review_words: change.reviewWords,
  };
  const given = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
  await tx.updateTable("notice").set(given).where("id", "=", id).execute();
}

/** Above how many people a notice is reviewed in these units, the nearest first; undefined where none has set it. */
export async function limitIn(tx: Tx, units: readonly string[]): Promise<number | undefined> {
  const rows = await tx
    .selectFrom("notice_limit")
    .select(["unit_code", "head_count"])
    .where("unit_code", "in", units)
    .execute();
  const nearest = units.find((unit) => rows.some(({ unit_code }) => unit_code === unit));
  return rows.find(({ unit_code }) => unit_code === nearest)?.head_count;
}

export async function setLimit(
  tx: Tx,
  limit: { readonly unit: string; readonly headCount: number; readonly by: string },
  now: number,
): Promise<void> {
  const row = { head_count: limit.headCount, made_by: limit.by, created_at: now };
  await tx
    .insertInto("notice_limit")
    .values({ unit_code: limit.unit, ...row })
    .onConflict((conflict) => conflict.column("unit_code").doUpdateSet(row))
    .execute();
}
