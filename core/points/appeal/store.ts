import type { Tx } from "../../store/index.ts";
import type { EntryId } from "../model.ts";

export type AppealId = number & { readonly __id?: "points appeal" };

/** Somebody says that an entry is wrong, or that one is missing. */
export interface Appeal {
  readonly id: AppealId;
  readonly person: string;
  /** Null where something is missing. */
  readonly entry: EntryId | null;
  readonly words: string;
  /** Who was asked to decide; null while nobody can. */
  readonly judge: string | null;
  readonly state: "waiting" | "upheld" | "rejected";
  readonly createdAt: number;
}

/** Keeps an appeal; the same source twice is one. @returns undefined when it was there. */
export async function insertAppeal(
  tx: Tx,
  appeal: Omit<Appeal, "id" | "state">,
  sourceKey: string,
): Promise<AppealId | undefined> {
  const row = await tx
    .insertInto("points_appeal")
    .values({
      source_key: sourceKey,
      person_id: appeal.person,
      entry_id: appeal.entry,
      words: appeal.words,
      judge_id: appeal.judge,
      state: "waiting",
      created_at: appeal.createdAt,
    })
    .onConflict((conflict) => conflict.column("source_key").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

export async function appealById(tx: Tx, id: AppealId): Promise<Appeal | undefined> {
  const row = await tx.selectFrom("points_appeal").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) return undefined;
  const { person_id, entry_id, words, judge_id, state, created_at } = row;
  return {
    id,
    person: person_id,
    entry: entry_id,
    words,
    judge: judge_id,
    state: state as Appeal["state"],
    createdAt: created_at,
  };
}

/** Has somebody an appeal about this entry that nobody has answered? */
export async function isWaiting(tx: Tx, person: string, entry: EntryId | null): Promise<boolean> {
  const row = await tx
    .selectFrom("points_appeal")
    .select("id")
    .where("person_id", "=", person)
    .where("entry_id", entry === null ? "is" : "=", entry)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return row !== undefined;
}

/** How appeals about an entry ended, or that one waits; the oldest first. */
export async function statesAbout(tx: Tx, entry: EntryId): Promise<readonly Appeal["state"][]> {
  const rows = await tx
    .selectFrom("points_appeal")
    .select("state")
    .where("entry_id", "=", entry)
    .orderBy("id")
    .execute();
  return rows.map(({ state }) => state as Appeal["state"]);
}

export async function nameJudge(tx: Tx, id: AppealId, judge: string): Promise<void> {
  await tx.updateTable("points_appeal").set({ judge_id: judge }).where("id", "=", id).execute();
}

/** The first answer counts. @returns false when there is one. */
export async function answerAppeal(
  tx: Tx,
  id: AppealId,
  given: {
    readonly state: "upheld" | "rejected";
    readonly by: string;
    readonly answer: string;
    readonly now: number;
  },
): Promise<boolean> {
  const result = await tx
    .updateTable("points_appeal")
    .set({ state: given.state, answer: given.answer, answered_by: given.by, answered_at: given.now })
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}
