import { sql, type Tx } from "../../store/index.ts";
import type { Audience } from "../model.ts";

/** Somebody wants to be told of a subject, such as "policy elderly"; twice is once. */
export async function subscribe(tx: Tx, person: string, subject: string, now: number): Promise<void> {
  await tx
    .insertInto("subscription")
    .values({ person_id: person, subject, created_at: now })
    .onConflict((conflict) => conflict.columns(["person_id", "subject"]).doNothing())
    .execute();
}

/** She does not want to be told any more. @returns false when she did not want to. */
export async function unsubscribe(tx: Tx, person: string, subject: string): Promise<boolean> {
  const result = await tx
    .deleteFrom("subscription")
    .where("person_id", "=", person)
    .where("subject", "=", subject)
    .executeTakeFirst();
  return result.numDeletedRows > 0;
}

/** She wants to be told of nothing any more. */
export async function unsubscribeAll(tx: Tx, person: string): Promise<void> {
  await tx.deleteFrom("subscription").where("person_id", "=", person).execute();
}

/** The subjects she wants to be told of. */
export async function subscriptionsOf(tx: Tx, person: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("subscription")
    .select("subject")
    .where("person_id", "=", person)
    .orderBy("subject")
    .execute();
  return rows.map(({ subject }) => subject);
}

type Fragment = ReturnType<typeof sql>;

/** Those with one of the tags, and those who asked to be told, as conditions on the alias `p` of `person`: one is enough. */
export function concernedBy({
  tags,
  subscribed = [],
}: Pick<Audience, "tags" | "subscribed">): readonly Fragment[] {
  const concerned: Fragment[] = [];
  if (tags.length > 0)
    concerned.push(
      sql`exists (select 1 from person_tag as t where t.person_id = p.id and t.tag in (${sql.join([...tags])}))`,
    );
  if (subscribed.length > 0)
    concerned.push(
      sql`exists (select 1 from subscription as b where b.person_id = p.id and b.subject in (${sql.join([...subscribed])}))`,
    );
  return concerned;
}
