import type { Tx } from "../../store/index.ts";
import type { NoticeId } from "../model.ts";

/** How a notice stands with one of those it is for. */
export interface Recipient {
  readonly person: string;
  readonly door: string;
  readonly answer: "received" | "help" | null;
}

/** Those of these people whom a notice is for. */
export async function recipientsAmong(
  tx: Tx,
  notice: NoticeId,
  people: readonly string[],
): Promise<readonly Recipient[]> {
  if (people.length === 0) return [];
  const rows = await tx
    .selectFrom("notice_recipient")
    .select(["person_id", "door", "answer"])
    .where("notice_id", "=", notice)
    .where("person_id", "in", people)
    .execute();
  return rows.map(({ person_id: person, door, answer }) => ({
    person,
    door,
    answer: answer as Recipient["answer"],
  }));
}

/** Keeps an answer; 需要帮助 takes the place of 收到, never the other way round. */
export async function keepAnswer(
  tx: Tx,
  notice: NoticeId,
  person: string,
  given: { readonly answer: "received" | "help"; readonly by: string; readonly at: number },
): Promise<void> {
  await tx
    .updateTable("notice_recipient")
    .set({ answer: given.answer, answered_by: given.by, answered_at: given.at })
    .where("notice_id", "=", notice)
    .where("person_id", "=", person)
    .where(({ or, eb }) => or([eb("answer", "is", null), eb("answer", "=", "received")]))
    .execute();
}

/** Where somebody was written to, notice by notice; only messages of her own. */
export async function addressesOf(
  tx: Tx,
  person: string,
): Promise<readonly { readonly notice: NoticeId; readonly address: string }[]> {
  const rows = await tx
    .selectFrom("notice_recipient")
    .select(["notice_id", "address"])
    .where("person_id", "=", person)
    .where("reach", "=", "own")
    .execute();
  return rows.flatMap(({ notice_id: notice, address }) => (address === null ? [] : { notice, address }));
}

export async function forgetAddresses(tx: Tx, person: string): Promise<void> {
  await tx
    .updateTable("notice_recipient")
    .set({ address: null })
    .where("person_id", "=", person)
    .where("reach", "=", "own")
    .execute();
}
