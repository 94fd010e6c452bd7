import type { Tx } from "../../store/index.ts";
import type { PolicyId } from "../model.ts";

export type CommentId = number & { readonly __id?: "policy comment" };

export interface PolicyComment {
  readonly id: CommentId;
  /** The first version's id of the policy. */
  readonly root: PolicyId;
  readonly parent: CommentId | null;
  readonly person: string;
  readonly words: string;
  readonly isOfficial: boolean;
  readonly at: number;
  readonly hiddenWhy: string | null;
}

export interface Discussion {
  readonly id: number;
  readonly question: string;
  readonly host: string;
  readonly closedAt: number | null;
  readonly summary: string | null;
}

const columns = [
  "id",
  "root_id",
  "parent_id",
  "person_id",
  "words",
  "is_official",
  "at",
  "hidden_why",
] as const;

function comments(tx: Tx) {
  return tx.selectFrom("policy_comment").select(columns);
}

type Row = Awaited<ReturnType<ReturnType<typeof comments>["executeTakeFirstOrThrow"]>>;

function asComment(row: Row): PolicyComment {
  return {
    id: row.id,
    root: row.root_id,
    parent: row.parent_id,
    person: row.person_id,
    words: row.words,
    isOfficial: row.is_official === 1,
    at: row.at,
    hiddenWhy: row.hidden_why,
  };
}

/** Keeps a comment; the same key twice is one. @returns its id, or undefined when it was kept before. */
export async function insertComment(
  tx: Tx,
  key: string,
  comment: Pick<PolicyComment, "root" | "parent" | "person" | "words" | "isOfficial"> & {
    readonly discussion: number | null;
  },
  now: number,
): Promise<CommentId | undefined> {
  const row = await tx
    .insertInto("policy_comment")
    .values({
      source_key: key,
      root_id: comment.root,
      parent_id: comment.parent,
      discussion_id: comment.discussion,
      person_id: comment.person,
      words: comment.words,
      is_official: comment.isOfficial ? 1 : 0,
      at: now,
    })
    .onConflict((conflict) => conflict.column("source_key").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

export async function commentById(tx: Tx, id: CommentId): Promise<PolicyComment | undefined> {
  const row = await comments(tx).where("id", "=", id).executeTakeFirst();
  return row && asComment(row);
}

/** The comments on a policy that answer none, the newest first. */
export async function threadsOf(tx: Tx, root: PolicyId): Promise<readonly PolicyComment[]> {
  const rows = await comments(tx)
    .where("root_id", "=", root)
    .where("parent_id", "is", null)
    .orderBy("id", "desc")
    .execute();
  return rows.map(asComment);
}

/** The answers to some comments, in the order in which they were said. */
export async function answersTo(tx: Tx, parents: readonly CommentId[]): Promise<readonly PolicyComment[]> {
  if (parents.length === 0) return [];
  const rows = await comments(tx).where("parent_id", "in", parents).orderBy("id").execute();
  return rows.map(asComment);
}

/** How many comments on a policy can be read. */
export async function countComments(tx: Tx, root: PolicyId): Promise<number> {
  const row = await tx
    .selectFrom("policy_comment")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("root_id", "=", root)
    .where("hidden_at", "is", null)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** How many comments somebody made since a moment. */
export async function commentsSince(tx: Tx, person: string, since: number): Promise<number> {
  const row = await tx
    .selectFrom("policy_comment")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("person_id", "=", person)
    .where("at", ">=", since)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** @returns false when it was hidden before. */
export async function hideComment(
  tx: Tx,
  id: CommentId,
  { by, why }: { readonly by: string; readonly why: string },
  now: number,
): Promise<boolean> {
  const result = await tx
    .updateTable("policy_comment")
    .set({ hidden_by: by, hidden_at: now, hidden_why: why })
    .where("id", "=", id)
    .where("hidden_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}

/** The newest discussion of a policy, open or summed up. */
export async function newestDiscussion(tx: Tx, root: PolicyId): Promise<Discussion | undefined> {
  const row = await tx
    .selectFrom("policy_discussion")
    .select(["id", "question", "host_id", "closed_at", "summary"])
    .where("root_id", "=", root)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, question, host_id: host, closed_at: closedAt, summary } = row;
  return { id, question, host, closedAt, summary };
}

/** Opens a discussion; the same key twice is one. */
export async function insertDiscussion(
  tx: Tx,
  key: string,
  { root, question, host }: { readonly root: PolicyId; readonly question: string; readonly host: string },
  now: number,
): Promise<void> {
  await tx
    .insertInto("policy_discussion")
    .values({ source_key: key, root_id: root, question, host_id: host, opened_at: now })
    .onConflict((conflict) => conflict.column("source_key").doNothing())
    .execute();
}

/** @returns false when it was closed before. */
export async function closeDiscussion(tx: Tx, id: number, summary: string, now: number): Promise<boolean> {
  const result = await tx
    .updateTable("policy_discussion")
    .set({ summary, closed_at: now })
    .where("id", "=", id)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}
