import { codesInside } from "../../org/index.ts";
import type { Tx } from "../../store/index.ts";
import type { Fault, FollowUpKind } from "../model.ts";
import type { BulletinId } from "../store.ts";

export type FollowUpId = number & { readonly __id?: "follow-up" };

/** asked: for the discipline role's word · standing: to be done · refused: by it · dropped: by whoever asked · done. */
export type FollowUpState = "asked" | "standing" | "refused" | "dropped" | "done";

/** 整改, 约谈 or 通报 about one matter. */
export interface FollowUp {
  readonly id: FollowUpId;
  readonly number: number;
  /** The township of the matter. */
  readonly unit: string;
  readonly kind: FollowUpKind;
  /** The fault that allows it. */
  readonly cause: Fault;
  /** From how many hours, or how often, that fault allowed it; null where any of it does. */
  readonly causeLimit: number | null;
  /** The sheet on which the matter stood; null of what was asked for before that was kept. */
  readonly bulletin: BulletinId | null;
  /** With whom; null for the whole village team. */
  readonly person: string | null;
  readonly words: string;
  readonly state: FollowUpState;
  readonly madeBy: string;
  readonly madeAt: number;
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
  /** Why the discipline role refused. */
  readonly why: string | null;
  readonly dueAt: number | null;
  readonly doneBy: string | null;
  readonly doneAt: number | null;
  readonly outcome: string | null;
}

interface FollowUpRow {
  readonly id: number;
  readonly number: number;
  readonly unit_code: string;
  readonly kind: string;
  readonly cause: string;
  readonly cause_limit: number | null;
  readonly bulletin_id: number | null;
  readonly person_id: string | null;
  readonly words: string;
  readonly state: string;
  readonly made_by: string;
  readonly made_at: number;
  readonly decided_by: string | null;
  readonly decided_at: number | null;
  readonly decided_why: string | null;
  readonly due_at: number | null;
  readonly done_by: string | null;
  readonly done_at: number | null;
  readonly outcome: string | null;
}

function asFollowUp(row: FollowUpRow): FollowUp {
  return {
    id: row.id,
    number: row.number,
    unit: row.unit_code,
    kind: row.kind as FollowUpKind,
    cause: row.cause as Fault,
    causeLimit: row.cause_limit,
    bulletin: row.bulletin_id,
    person: row.person_id,
    words: row.words,
    state: row.state as FollowUpState,
    madeBy: row.made_by,
    madeAt: row.made_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    why: row.decided_why,
    dueAt: row.due_at,
    doneBy: row.done_by,
    doneAt: row.done_at,
    outcome: row.outcome,
  };
}

type Kept =
  | "number"
  | "unit"
  | "kind"
  | "cause"
  | "causeLimit"
  | "bulletin"
  | "person"
  | "words"
  | "dueAt"
  | "madeBy";

interface NewFollowUp extends Pick<FollowUp, Kept> {
  readonly state: "asked" | "standing";
}

/** Keeps what is asked for, or stands at once; the same source twice is one. @returns undefined when it was there. */
export async function insertFollowUp(
  tx: Tx,
  made: NewFollowUp,
  { sourceKey, now }: { readonly sourceKey: string; readonly now: number },
): Promise<FollowUpId | undefined> {
  const row = await tx
    .insertInto("follow_up")
    .values({
      source_key: sourceKey,
      number: made.number,
      unit_code: made.unit,
      kind: made.kind,
      cause: made.cause,
      cause_limit: made.causeLimit,
      bulletin_id: made.bulletin,
      person_id: made.person,
      words: made.words,
      state: made.state,
      made_by: made.madeBy,
      made_at: now,
      due_at: made.dueAt,
    })
    .onConflict((conflict) => conflict.column("source_key").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

/** Two who ask about one matter at one instant ask one after the other: the second finds what the first has asked for. */
export async function holdMatter(tx: Tx, number: number): Promise<void> {
  await tx.updateTable("ticket").set({ number }).where("number", "=", number).execute();
}

export async function followUpById(tx: Tx, id: FollowUpId): Promise<FollowUp | undefined> {
  const row = await tx.selectFrom("follow_up").selectAll().where("id", "=", id).executeTakeFirst();
  return row && asFollowUp(row);
}

/** The discipline role's word, or that of whoever asked and takes it back; whoever says it first has said it. @returns false when somebody has. */
export async function decideFollowUp(
  tx: Tx,
  id: FollowUpId,
  given: {
    readonly state: "standing" | "refused" | "dropped";
    readonly by: string;
    readonly why: string | null;
    readonly now: number;
  },
): Promise<boolean> {
  const result = await tx
    .updateTable("follow_up")
    .set({
      state: given.state,
      decided_by: given.by,
      decided_at: given.now,
      decided_why: given.why,
    })
    .where("id", "=", id)
    .where("state", "=", "asked")
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** What came of it. @returns false when that is noted already, or it does not stand. */
export async function closeFollowUp(
  tx: Tx,
  id: FollowUpId,
  given: { readonly by: string; readonly outcome: string; readonly now: number },
): Promise<boolean> {
  const result = await tx
    .updateTable("follow_up")
    .set({ state: "done", done_by: given.by, done_at: given.now, outcome: given.outcome })
    .where("id", "=", id)
    .where("state", "=", "standing")
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** What was recorded about matters, oldest first. */
export async function followUpsOf(tx: Tx, numbers: readonly number[]): Promise<readonly FollowUp[]> {
  const found: FollowUp[] = [];
  for (let start = 0; start < numbers.length; start += atOnce) {
    const rows = await tx
      .selectFrom("follow_up")
      .selectAll()
      .where("number", "in", numbers.slice(start, start + atOnce))
      .orderBy("id")
      .execute();
    found.push(...rows.map(asFollowUp));
  }
  return found;
}

/** The most a database is asked for by name at once. */
const atOnce = 500;

/** Who has no post inside a unit but such as began since a moment. */
export async function newcomersIn(tx: Tx, path: string, since: number): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom("membership")
    .select(({ fn }) => ["person_id", fn.min("created_at").as("began_at")])
    .where("unit_code", "in", codesInside(tx, path))
    .where("role", "!=", "villager")
    .groupBy("person_id")
    .execute();
  return new Set(rows.flatMap(({ person_id, began_at }) => (began_at >= since ? [person_id] : [])));
}

/** What waits for a word or is to be done inside a unit, oldest first. */
export async function openFollowUps(tx: Tx, path: string, limit: number): Promise<readonly FollowUp[]> {
  const rows = await tx
    .selectFrom("follow_up")
    .selectAll()
    .where("unit_code", "in", codesInside(tx, path))
    .where("state", "in", ["asked", "standing"])
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(asFollowUp);
}

/** What stands in a township and was decided within a period, oldest first. */
export async function followUpsWithin(
  tx: Tx,
  unit: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly FollowUp[]> {
  const rows = await tx
    .selectFrom("follow_up")
    .selectAll()
    .where("unit_code", "=", unit)
    .where("state", "in", ["standing", "done"])
    .where(({ eb, fn }) => eb.between(fn.coalesce("decided_at", "made_at"), from, to - 1))
    .orderBy("id")
    .execute();
  return rows.map(asFollowUp);
}
