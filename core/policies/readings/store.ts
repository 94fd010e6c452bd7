import type { Tx } from "../../store/index.ts";
import type { Passage } from "../model.ts";
import { passageById } from "../store.ts";

/** More than anybody reviews at a sitting. */
const mostWaiting = 200;

/** Readings that nobody has reviewed yet nor sent back, of policies in use or in the making; the longest waiting first. */
export async function waitingPassages(tx: Tx): Promise<readonly Passage[]> {
  const rows = await tx
    .selectFrom("policy_passage")
    .innerJoin("policy", "policy.id", "policy_passage.policy_id")
    .select("policy_passage.id")
    .where("policy_passage.reading_at", "is not", null)
    .where("policy_passage.reviewed_by", "is", null)
    .where("policy_passage.returned", "is", null)
    .where("policy.state", "in", ["draft", "published"])
    .where("policy.replaced_by", "is", null)
    .orderBy("policy_passage.reading_at")
    .orderBy("policy_passage.id")
    .limit(mostWaiting)
    .execute();
  const passages: Passage[] = [];
  for (const { id } of rows) {
    const passage = await passageById(tx, id);
    if (passage) passages.push(passage);
  }
  return passages;
}
