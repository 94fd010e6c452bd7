import type { Tx } from "../../store/index.ts";
import type { PersonId } from "../model.ts";

/** What is noted of a person, in the order of its letters. */
export async function tagsOf(tx: Tx, person: PersonId): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("person_tag")
    .select("tag")
    .where("person_id", "=", person)
    .orderBy("tag")
    .execute();
  return rows.map(({ tag }) => tag);
}

export async function insertTag(
  tx: Tx,
  tag: { readonly person: PersonId; readonly tag: string; readonly by: PersonId },
  now: number,
): Promise<void> {
  await tx
    .insertInto("person_tag")
    .values({ person_id: tag.person, tag: tag.tag, made_by: tag.by, created_at: now })
    .onConflict((conflict) => conflict.columns(["person_id", "tag"]).doNothing())
    .execute();
}

/** @returns false when she had no such tag. */
export async function deleteTag(tx: Tx, person: PersonId, tag: string): Promise<boolean> {
  const result = await tx
    .deleteFrom("person_tag")
    .where("person_id", "=", person)
    .where("tag", "=", tag)
    .executeTakeFirst();
  return result.numDeletedRows > 0;
}

/** Every tag that somebody in these units has, the most frequent first. */
export async function tagsIn(tx: Tx, paths: readonly string[], limit: number): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("person_tag as t")
    .innerJoin("person as p", "p.id", "t.person_id")
    .innerJoin("unit as u", "u.code", "p.grid")
    .select("t.tag")
    .where(({ or, eb }) =>
      or(paths.flatMap((path) => [eb("u.path", "=", path), eb("u.path", "like", `${path}/%`)])),
    )
    .groupBy("t.tag")
    .orderBy(({ fn }) => fn.countAll(), "desc")
    .orderBy("t.tag")
    .limit(limit)
    .execute();
  return rows.map(({ tag }) => tag);
}
