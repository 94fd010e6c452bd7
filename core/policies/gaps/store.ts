import { codesInside } from "../../org/index.ts";
import type { Tx } from "../../store/index.ts";
import type { PassageId } from "../model.ts";

/** A question that nothing published answered, and that nobody of the office has dealt with. */
export interface OpenGap {
  readonly id: number;
  readonly person: string;
  /** Where she lives or works. */
  readonly unit: string;
  readonly words: string;
  /** What she had read when she asked it; null for a question of its own. */
  readonly title: string | null;
  readonly ticket: number | null;
}

/** Of the people of a unit and everything inside it, the newest first. */
export async function openGaps(
  tx: Tx,
  path: string,
  { from, until, limit }: { readonly from: number; readonly until: number; readonly limit: number },
): Promise<readonly OpenGap[]> {
  const rows = await tx
    .selectFrom("policy_question")
    .leftJoin("policy_passage", "policy_passage.id", "policy_question.passage_id")
    .leftJoin("policy", "policy.id", "policy_passage.policy_id")
    .select([
      "policy_question.id",
      "person_id",
      "policy_question.unit_code",
      "policy_question.words",
      "ticket_number",
      "policy.title",
      "follows_id",
    ])
    .where("policy_question.state", "in", ["unanswered", "missed"])
    .where("asked_at", ">=", from)
    .where("asked_at", "<", until)
    .where("right_id", "is", null)
    .where("closed_at", "is", null)
    .where("policy_question.unit_code", "in", codesInside(tx, path))
    .orderBy("policy_question.id", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ id, words, title, ...row }) => ({
    id,
    person: row.person_id,
    unit: row.unit_code,
    words,
    title: row.follows_id === null ? null : title,
    ticket: row.ticket_number,
  }));
}

/** Somebody of the office has dealt with questions: with a passage that answers them, or without. */
export async function closeGaps(
  tx: Tx,
  ids: readonly number[],
  { by, right }: { readonly by: string; readonly right: PassageId | null },
  now: number,
): Promise<void> {
  await tx
    .updateTable("policy_question")
    .set({ right_id: right, closed_by: by, closed_at: now })
    .where("id", "in", ids)
    .execute();
}
