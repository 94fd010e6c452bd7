import type { Tx } from "../../store/index.ts";
import type { PolicyId } from "../model.ts";

/** A question that somebody said which passage answers, and where that passage stands. */
export interface Learnt {
  readonly words: string;
  /** What all versions of its policy share: a newer one has passages of its own. */
  readonly root: PolicyId;
  readonly article: string | null;
  readonly position: number;
}

/** The newest questions whose right passage is known. @param roots only of these policies. */
export async function learntQuestions(
  tx: Tx,
  limit: number,
  roots?: readonly PolicyId[],
): Promise<readonly Learnt[]> {
  const all = tx
    .selectFrom("policy_question")
    .innerJoin("policy_passage", "policy_passage.id", "policy_question.right_id")
    .innerJoin("policy", "policy.id", "policy_passage.policy_id")
    .select(["policy_question.words", "policy.root_id", "policy_passage.article", "policy_passage.position"])
    .orderBy("policy_question.id", "desc")
    .limit(limit);
  const rows = await (roots ? all.where("policy.root_id", "in", roots) : all).execute();
  return rows.map(({ root_id: root, ...question }) => ({ ...question, root }));
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
