import type { Tx } from "../../store/index.ts";
import type { PolicyId } from "../model.ts";
import type { LearntQuestion } from "./model.ts";

/**
 * The newest questions whose right passage is known, but for those that went on from another: alone they have no subject.
 * @param roots only of these policies.
 */
export async function learntQuestions(
  tx: Tx,
  limit: number,
  roots?: readonly PolicyId[],
): Promise<readonly LearntQuestion[]> {
  const all = tx
    .selectFrom("policy_question")
    .innerJoin("policy_passage", "policy_passage.id", "policy_question.right_id")
    .innerJoin("policy", "policy.id", "policy_passage.policy_id")
    .select([
      "policy_question.id",
      "policy_question.words",
      "policy_question.person_id",
      "policy_question.closed_by",
      "policy.root_id",
      "policy_passage.article",
      "policy_passage.position",
    ])
    .where("policy_question.follows_id", "is", null)
    .orderBy("policy_question.id", "desc")
    .limit(limit);
  const rows = await (roots ? all.where("policy.root_id", "in", roots) : all).execute();
  return rows.map(({ root_id: root, person_id: person, closed_by: by, ...question }) => ({
    ...question,
    root,
    person,
    isLinked: by !== null,
  }));
}

/** The policies to which something happened after an event, whatever their version. */
export async function changedSince(tx: Tx, event: number): Promise<readonly PolicyId[]> {
  const rows = await tx
    .selectFrom("policy_event")
    .innerJoin("policy", "policy.id", "policy_event.policy_id")
    .select("policy.root_id")
    .distinct()
    .where("policy_event.id", ">", event)
    .execute();
  return rows.map(({ root_id: root }) => root);
}
