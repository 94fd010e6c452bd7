import type { Tx } from "../../store/index.ts";
import type { ListId } from "../store.ts";

export type ObjectionId = number & { readonly __id?: "assessment-objection" };

/** Somebody objects to what a list says of a unit or person. */
export interface Objection {
  readonly id: ObjectionId;
  readonly list: ListId;
  readonly subject: string;
  readonly person: string;
  readonly words: string;
  /** Who was asked to answer; null while nobody can. */
  readonly judge: string | null;
  readonly state: "waiting" | "upheld" | "rejected";
  readonly createdAt: number;
}

/** Keeps an objection; the same source twice is one. @returns undefined when it was there. */
export async function insertObjection(
  tx: Tx,
  objection: Omit<Objection, "id" | "state">,
  sourceKey: string,
): Promise<ObjectionId | undefined> {
  const row = await tx
    .insertInto("assessment_objection")
    .values({
      source_key: sourceKey,
      assessment_id: objection.list,
      subject: objection.subject,
      person_id: objection.person,
      words: objection.words,
      judge_id: objection.judge,
      state: "waiting",
      created_at: objection.createdAt,
    })
    .onConflict((conflict) => conflict.column("source_key").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

export async function objectionById(tx: Tx, id: ObjectionId): Promise<Objection | undefined> {
  const row = await tx.selectFrom("assessment_objection").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) return undefined;
  return {
    id,
    list: row.assessment_id,
    subject: row.subject,
    person: row.person_id,
    words: row.words,
    judge: row.judge_id,
    state: row.state as Objection["state"],
    createdAt: row.created_at,
  };
}

/** How somebody's objections to what a list says of this unit or person stand; the oldest first. */
export async function ownStates(
  tx: Tx,
  { list, subject, person }: Pick<Objection, "list" | "subject" | "person">,
): Promise<readonly Objection["state"][]> {
  const rows = await tx
    .selectFrom("assessment_objection")
    .select("state")
    .where("assessment_id", "=", list)
    .where("subject", "=", subject)
    .where("person_id", "=", person)
    .orderBy("id")
    .execute();
  return rows.map(({ state }) => state as Objection["state"]);
}

/** The objections to a list that nobody has answered, oldest first. */
export async function waitingOn(tx: Tx, list: ListId): Promise<readonly ObjectionId[]> {
  const rows = await tx
    .selectFrom("assessment_objection")
    .select("id")
    .where("assessment_id", "=", list)
    .where("state", "=", "waiting")
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

export async function nameJudge(tx: Tx, id: ObjectionId, judge: string): Promise<void> {
  await tx.updateTable("assessment_objection").set({ judge_id: judge }).where("id", "=", id).execute();
}

/** The first answer counts. @returns false when there is one. */
export async function answerObjection(
  tx: Tx,
  id: ObjectionId,
  given: {
    readonly state: "upheld" | "rejected";
    readonly by: string;
    readonly answer: string;
    readonly now: number;
  },
): Promise<boolean> {
  const result = await tx
    .updateTable("assessment_objection")
    .set({ state: given.state, answer: given.answer, answered_by: given.by, answered_at: given.now })
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
