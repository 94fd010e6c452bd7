import type { Tx } from "../../store/index.ts";
import type { Subject } from "../hot/weeks.ts";
import type { Verdict } from "../model.ts";

/** What a hot topic was found to be, and why. */
export interface Screening {
  readonly verdict: Verdict;
  readonly words: string;
}

/** Keeps what a topic was found to be; whoever looks later and says otherwise, holds. */
export async function keepScreening(
  tx: Tx,
  { unit, kind, week }: Subject,
  { verdict, words, by, now }: Screening & { readonly by: string; readonly now: number },
): Promise<void> {
  const found = { verdict, words, by_id: by, at: now };
  await tx
    .insertInto("topic_screening")
    .values({ unit_code: unit.code, kind, week_at: week.from, ...found })
    .onConflict((conflict) => conflict.columns(["unit_code", "kind", "week_at"]).doUpdateSet(found))
    .execute();
}

export async function screeningOf(tx: Tx, { unit, kind, week }: Subject): Promise<Screening | undefined> {
  const row = await tx
    .selectFrom("topic_screening")
    .select(["verdict", "words"])
    .where("unit_code", "=", unit.code)
    .where("kind", "=", kind)
    .where("week_at", "=", week.from)
    .executeTakeFirst();
  return row && { verdict: row.verdict as Verdict, words: row.words };
}

/** What the topics of a week were found to be, by 「unit kind」. */
export async function screenedIn(tx: Tx, weekAt: number): Promise<ReadonlyMap<string, Verdict>> {
  const rows = await tx
    .selectFrom("topic_screening")
    .select(["unit_code", "kind", "verdict"])
    .where("week_at", "=", weekAt)
    .execute();
  return new Map(rows.map((row) => [`${row.unit_code} ${row.kind}`, row.verdict as Verdict]));
}
