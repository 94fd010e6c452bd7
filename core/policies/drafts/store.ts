import type { FileRef } from "../../channel/index.ts";
import type { Tx } from "../../store/index.ts";
import type { Aspect, Conditions, Policy, PassageId, PolicyId, PolicyState } from "../model.ts";

/** Everything about a policy that whoever publishes it says. */
export type Described = Pick<
  Policy,
  | "title"
  | "topic"
  | "issuer"
  | "documentNumber"
  | "issuedOn"
  | "effectiveOn"
  | "validUntil"
  | "unit"
  | "concerns"
  | "grade"
>;

export interface NewPolicy extends Described {
  /** What it came from; the same twice is one policy. */
  readonly sourceKey: string;
  /** The policy whose next version it is. */
  readonly follows: Pick<Policy, "root" | "version"> | null;
  readonly contact: string | null;
  readonly state: PolicyState;
  readonly file: FileRef | null;
  readonly madeBy: string;
}

/** Writes a policy down. @returns undefined when it was there already. */
export async function insertPolicy(tx: Tx, policy: NewPolicy, now: number): Promise<PolicyId | undefined> {
  const { follows } = policy;
  const row = await tx
    .insertInto("policy")
    .values({
      source_key: policy.sourceKey,
      root_id: follows?.root ?? 0,
      version: (follows?.version ?? 0) + 1,
      ...columnsOf(policy),
      contact: policy.contact,
      state: policy.state,
      file: policy.file && JSON.stringify(policy.file),
      made_by: policy.madeBy,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column("source_key").doNothing())
    .returning("id")
    .executeTakeFirst();
  // A first version is its own root, and only now has a number.
  if (row && !follows)
    await tx.updateTable("policy").set({ root_id: row.id }).where("id", "=", row.id).execute();
  return row?.id;
}

function columnsOf(described: Described) {
  return {
    title: described.title,
    topic: described.topic,
    issuer: described.issuer,
    document_number: described.documentNumber,
    issued_on: described.issuedOn,
    effective_on: described.effectiveOn,
    valid_until: described.validUntil,
    unit_code: described.unit,
    concerns: JSON.stringify(described.concerns),
    grade: described.grade,
  };
}

export async function policyBySource(tx: Tx, sourceKey: string): Promise<PolicyId | undefined> {
  const row = await tx
    .selectFrom("policy")
    .select("id")
    .where("source_key", "=", sourceKey)
    .executeTakeFirst();
  return row?.id;
}

/** Says anew what a policy is. */
export async function describePolicy(tx: Tx, id: PolicyId, described: Described): Promise<void> {
  await tx.updateTable("policy").set(columnsOf(described)).where("id", "=", id).execute();
}

export interface Change {
  readonly state?: PolicyState;
  readonly validUntil?: string | null;
  readonly pinnedAt?: number | null;
  readonly noticeId?: number;
  readonly published?: { readonly by: string; readonly at: number };
  readonly withdrawn?: { readonly why: string; readonly at: number };
}

export async function changePolicy(tx: Tx, id: PolicyId, change: Change): Promise<void> {
  const { state, validUntil, pinnedAt, noticeId, published, withdrawn } = change;
  const set = {
    state,
    valid_until: validUntil,
    pinned_at: pinnedAt,
    notice_id: noticeId,
    ...(published && { published_by: published.by, published_at: published.at }),
    ...(withdrawn && { withdrawn_why: withdrawn.why, withdrawn_at: withdrawn.at }),
  };
  const given = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
  if (Object.keys(given).length === 0) return;
  await tx.updateTable("policy").set(given).where("id", "=", id).execute();
}

/** The notice that told people of a policy. */
export async function noticeOfPolicy(tx: Tx, id: PolicyId): Promise<number | null> {
  const row = await tx.selectFrom("policy").select("notice_id").where("id", "=", id).executeTakeFirst();
  return row?.notice_id ?? null;
}

/** From now on every published version of a policy but this one is an old one. */
export async function replaceVersions(tx: Tx, { root, id }: Pick<Policy, "root" | "id">): Promise<void> {
  await tx
    .updateTable("policy")
    .set({ replaced_by: id })
    .where("root_id", "=", root)
    .where("id", "<>", id)
    .where("state", "=", "published")
    .execute();
}

/** A version is withdrawn: the newest that it had replaced, if any, is read again. */
export async function restoreVersion(
  tx: Tx,
  { root, id }: Pick<Policy, "root" | "id">,
): Promise<PolicyId | undefined> {
  const before = await tx
    .selectFrom("policy")
    .select("id")
    .where("root_id", "=", root)
    .where("id", "<>", id)
    .where("state", "=", "published")
    .orderBy("version", "desc")
    .executeTakeFirst();
  if (!before) return undefined;
  await tx.updateTable("policy").set({ replaced_by: null }).where("id", "=", before.id).execute();
  await tx
    .updateTable("policy")
    .set({ replaced_by: before.id })
    .where("root_id", "=", root)
    .where("id", "not in", [before.id, id])
    .where("state", "=", "published")
    .execute();
  return before.id;
}

/** A passage as it is written down first. */
export interface NewPassage {
  readonly article: string | null;
  readonly heading: string | null;
  readonly words: string;
  readonly conditions?: Conditions | null;
  readonly aspect?: Aspect | null;
  /** Of an import: written by whoever imports it, or reviewed already. */
  readonly reading?: {
    readonly words: string;
    readonly by: string;
    readonly reviewedBy: string | null;
  } | null;
}

/** SQLite takes 32,766 values in one statement, PostgreSQL 65,535. */
const rowsAtOnce = 500;

/** Writes the passages of a policy that has none, in their order. */
export async function insertPassages(
  tx: Tx,
  policy: PolicyId,
  passages: readonly NewPassage[],
  now: number,
): Promise<void> {
  const rows = passages.map(({ article, heading, words, conditions, aspect, reading }, index) => ({
    policy_id: policy,
    position: index + 1,
    article,
    heading,
    words,
    conditions: conditions ? JSON.stringify(conditions) : null,
    aspect: aspect ?? null,
    reading: reading?.words ?? null,
    reading_by: reading?.by ?? null,
    reading_at: reading ? now : null,
    reviewed_by: reading?.reviewedBy ?? null,
    reviewed_at: reading?.reviewedBy ? now : null,
  }));
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await tx
      .insertInto("policy_passage")
      .values(rows.slice(from, from + rowsAtOnce))
      .execute();
}

/** A passage in plain words, of somebody; reviewed by nobody yet. */
export async function writeReading(
  tx: Tx,
  passage: PassageId,
  reading: { readonly words: string; readonly by: string },
  now: number,
): Promise<void> {
  await tx
    .updateTable("policy_passage")
    .set({
      reading: reading.words,
      reading_by: reading.by,
      reading_at: now,
      reviewed_by: null,
      reviewed_at: null,
      returned: null,
    })
    .where("id", "=", passage)
    .execute();
}

/** Somebody's word on a reading: it may be shown, or why not. */
export async function judgeReading(
  tx: Tx,
  passage: PassageId,
  judged: { readonly by: string } | { readonly returned: string },
  now: number,
): Promise<void> {
  const set =
    "by" in judged
      ? { reviewed_by: judged.by, reviewed_at: now, returned: null }
      : { reviewed_by: null, reviewed_at: null, returned: judged.returned };
  await tx.updateTable("policy_passage").set(set).where("id", "=", passage).execute();
}

export const eventKinds = [
  "drafted",
  "imported",
  "read",
  "unreadable",
  "described",
  "written",
  "submitted",
  "reviewed",
  "returned",
  "published",
  "restored",
  "withdrawn",
  "dropped",
  "valid_until",
  "pinned",
  "unpinned",
] as const;

export type EventKind = (typeof eventKinds)[number];

/** Something that happened to a policy. */
export interface PolicyEvent {
  readonly kind: EventKind;
  readonly actor: string;
  readonly at: number;
  /** What else is to be said of it, in words: a reason, a passage, a date. */
  readonly data: string;
}

/** Appends what happened. @returns false when it was there already. */
export async function appendPolicyEvent(
  tx: Tx,
  event: Omit<PolicyEvent, "at"> & { readonly policy: PolicyId; readonly sourceKey: string },
  now: number,
): Promise<boolean> {
  const row = await tx
    .insertInto("policy_event")
    .values({
      policy_id: event.policy,
      kind: event.kind,
      actor_id: event.actor,
      at: now,
      data: event.data,
      source_key: event.sourceKey,
    })
    .onConflict((conflict) => conflict.columns(["policy_id", "kind", "source_key"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Everything that happened to a policy, oldest first. */
export async function eventsOfPolicy(tx: Tx, policy: PolicyId): Promise<readonly PolicyEvent[]> {
  const rows = await tx
    .selectFrom("policy_event")
    .select(["kind", "actor_id", "at", "data"])
    .where("policy_id", "=", policy)
    .orderBy("id")
    .execute();
  return rows.map(({ kind, actor_id: actor, at, data }) => ({ kind: kind as EventKind, actor, at, data }));
}
