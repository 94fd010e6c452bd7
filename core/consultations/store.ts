import type { Tx } from "../store/index.ts";
import type { Consultation, ConsultationId, ConsultationState } from "./model.ts";

const columns = [
  "id",
  "number",
  "cycle",
  "unit_code",
  "lead",
  "question",
  "due_at",
  "state",
  "convened_by",
  "leader_id",
  "decision",
  "created_at",
  "decided_at",
] as const;

interface ConsultationRow {
  readonly id: number;
  readonly number: number;
  readonly cycle: number;
  readonly unit_code: string;
  readonly lead: string;
  readonly question: string;
  readonly due_at: number;
  readonly state: string;
  readonly convened_by: string;
  readonly leader_id: string | null;
  readonly decision: string | null;
  readonly created_at: number;
  readonly decided_at: number | null;
}

function asConsultation(row: ConsultationRow): Consultation {
  return {
    id: row.id,
    number: row.number,
    cycle: row.cycle,
    unit: row.unit_code,
    lead: row.lead,
    question: row.question,
    dueAt: row.due_at,
    state: row.state as ConsultationState,
    convenedBy: row.convened_by,
    leader: row.leader_id ?? undefined,
    decision: row.decision ?? undefined,
    createdAt: row.created_at,
    decidedAt: row.decided_at ?? undefined,
  };
}

/** Lets nobody else call a consultation on a matter before this transaction ends. */
export async function holdMatter(tx: Tx, number: number): Promise<void> {
  await tx
    .updateTable("ticket")
    .set(({ ref }) => ({ number: ref("number") }))
    .where("number", "=", number)
    .execute();
}

/** What is to be called. */
export interface NewConsultation {
  readonly number: number;
  readonly cycle: number;
  readonly unit: string;
  readonly lead: string;
  readonly question: string;
  readonly dueAt: number;
  readonly convenedBy: string;
  /** What it came from; the same twice is one. */
  readonly sourceKey: string;
}

/** @returns undefined when it was called before from the same source. */
export async function insertConsultation(
  tx: Tx,
  fresh: NewConsultation,
  now: number,
): Promise<Consultation | undefined> {
  const row = await tx
    .insertInto("consultation")
    .values({
      number: fresh.number,
      cycle: fresh.cycle,
      unit_code: fresh.unit,
      lead: fresh.lead,
      question: fresh.question,
      due_at: fresh.dueAt,
      state: "asking",
      convened_by: fresh.convenedBy,
      created_at: now,
      source_key: fresh.sourceKey,
    })
    .onConflict((conflict) => conflict.column("source_key").doNothing())
    .returning(columns)
    .executeTakeFirst();
  return row && asConsultation(row);
}

export async function consultationById(tx: Tx, id: ConsultationId): Promise<Consultation | undefined> {
  const row = await tx.selectFrom("consultation").select(columns).where("id", "=", id).executeTakeFirst();
  return row && asConsultation(row);
}

export async function consultationBySource(tx: Tx, sourceKey: string): Promise<Consultation | undefined> {
  const row = await tx
    .selectFrom("consultation")
    .select(columns)
    .where("source_key", "=", sourceKey)
    .executeTakeFirst();
  return row && asConsultation(row);
}

/** Every consultation on a matter, the first one first. */
export async function consultationsOn(tx: Tx, number: number): Promise<readonly Consultation[]> {
  const rows = await tx
    .selectFrom("consultation")
    .select(columns)
    .where("number", "=", number)
    .orderBy("id")
    .execute();
  return rows.map(asConsultation);
}

const underWay = ["asking", "deciding"];

/** What is under way inside a unit, first due first. */
export async function underWayInside(tx: Tx, path: string, limit: number): Promise<readonly Consultation[]> {
  const rows = await tx
    .selectFrom("consultation as c")
    .innerJoin("unit as u", "u.code", "c.unit_code")
    .select(columns.map((column) => `c.${column}` as const))
    .where("c.state", "in", underWay)
    .where(({ or, eb }) => or([eb("u.path", "=", path), eb("u.path", "like", `${path}/%`)]))
    .orderBy("c.due_at")
    .orderBy("c.id")
    .limit(limit)
    .execute();
  return rows.map(asConsultation);
}

/** What is under way and asks somebody, first due first. */
export async function underWayAsking(
  tx: Tx,
  person: string,
  limit: number,
): Promise<readonly Consultation[]> {
  const rows = await tx
    .selectFrom("consultation as c")
    .innerJoin("consultation_party as p", "p.consultation_id", "c.id")
    .select(columns.map((column) => `c.${column}` as const))
    .where("p.person_id", "=", person)
    .where("c.state", "in", underWay)
    .orderBy("c.due_at")
    .orderBy("c.id")
    .limit(limit)
    .execute();
  return rows.map(asConsultation);
}

/** What changes, what is left out stays. */
export interface ConsultationChange {
  readonly state?: ConsultationState;
  readonly dueAt?: number;
  readonly leader?: string | null;
  readonly decision?: string;
  readonly decidedAt?: number;
}

/** Changes a consultation that is still in one of these states. @returns false when it no longer is. */
export async function changeConsultation(
  tx: Tx,
  id: ConsultationId,
  from: readonly ConsultationState[],
  change: ConsultationChange,
): Promise<boolean> {
  const result = await tx
    .updateTable("consultation")
    .set({
      state: change.state,
      due_at: change.dueAt,
      leader_id: change.leader,
      decision: change.decision,
      decided_at: change.decidedAt,
    })
    .where("id", "=", id)
    .where("state", "in", from)
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}
