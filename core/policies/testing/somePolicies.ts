import type { Tx } from "../../store/index.ts";

/** A policy of one passage for each of `words`, published for the whole county. @returns its id. */
export async function publishSome(
  tx: Tx,
  title: string,
  words: readonly string[],
  { root, version = 1 }: { readonly root?: number; readonly version?: number } = {},
): Promise<number> {
  const row = await tx
    .insertInto("policy")
    .values({
      source_key: `${title} ${version}`,
      root_id: root ?? 0,
      version,
      title,
      topic: "other",
      issuer: "县里",
      unit_code: "county",
      concerns: "[]",
      state: "published",
      made_by: "lou",
      created_at: 1,
      published_at: 1,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  if (root === undefined)
    await tx.updateTable("policy").set({ root_id: row.id }).where("id", "=", row.id).execute();
  else await tx.updateTable("policy").set({ replaced_by: row.id }).where("id", "=", root).execute();
  await tx
    .insertInto("policy_passage")
    .values(words.map((text, at) => ({ policy_id: row.id, position: at + 1, words: text })))
    .execute();
  await happened(tx, row.id, `published ${version}`);
  return row.id;
}

/** Something happened to a policy. */
export async function happened(tx: Tx, policy: number, key: string): Promise<void> {
  await tx
    .insertInto("policy_event")
    .values({ policy_id: policy, kind: "something", actor_id: "lou", at: 1, data: "{}", source_key: key })
    .execute();
}

/** The passage of a policy that says these words. */
export async function passageSaying(tx: Tx, words: string): Promise<number> {
  const row = await tx
    .selectFrom("policy_passage")
    .select("id")
    .where("words", "=", words)
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  return row.id;
}
