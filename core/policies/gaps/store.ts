import { codesInside } from "../../org/index.ts";
import type { Tx } from "../../store/index.ts";
import type { PassageId } from "../model.ts";

/** A question that nothing published answered, and that nobody of the office has dealt with. */
export interface OpenGap {
  readonly id: number;
  readonly person: string;
  readonly words: string;
  readonly ticket: number | null;
}

/** Of the people of a unit and everything inside it, the newest first. */
export async function openGaps(
  tx: Tx,
  path: string,
  { since, limit }: { readonly since: number; readonly limit: number },
): Promise<readonly OpenGap[]> {
  const rows = await tx
    .selectFrom("policy_question")
    .select(["id", "person_id", "words", "ticket_number"])
    .where("state", "in", ["unanswered", "missed"])
    .where("asked_at", ">=", since)
    .where("right_id", "is", null)
    .where("closed_at", "is", null)
    .where("unit_code", "in", codesInside(tx, path))
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ id, person_id: person, words, ticket_number: ticket }) => ({
    id,
    person,
    words,
    ticket,
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
