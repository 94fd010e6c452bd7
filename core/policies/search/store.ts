import type { Tx } from "../../store/index.ts";
import type { PassageId, PolicyId } from "../model.ts";

/** A question that somebody said which passage answers. */
export interface Learnt {
  readonly words: string;
  readonly passage: PassageId;
  /** Where that passage stands: a newer version of its policy has passages of its own. */
  readonly root: PolicyId;
  readonly article: string | null;
  readonly position: number;
}

/** The newest questions whose right passage is known. */
export async function learntQuestions(tx: Tx, limit: number): Promise<readonly Learnt[]> {
  const rows = await tx
    .selectFrom("policy_question")
    .innerJoin("policy_passage", "policy_passage.id", "policy_question.right_id")
    .innerJoin("policy", "policy.id", "policy_passage.policy_id")
    .select([
      "policy_question.words",
      "policy_passage.id",
      "policy.root_id",
      "policy_passage.article",
      "policy_passage.position",
    ])
    .orderBy("policy_question.id", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ words, id, root_id: root, article, position }) => ({
    words,
    passage: id,
    root,
    article,
    position,
  }));
}
