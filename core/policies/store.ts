import type { FileRef } from "../channel/index.ts";
import type { Tx } from "../store/index.ts";
import type {
  Aspect,
  Conditions,
  Passage,
  PassageId,
  Policy,
  PolicyId,
  PolicyState,
  Topic,
} from "./model.ts";

const policyColumns = [
  "policy.id",
  "policy.root_id",
  "policy.version",
  "policy.replaced_by",
  "policy.title",
  "policy.topic",
  "policy.issuer",
  "policy.document_number",
  "policy.issued_on",
  "policy.effective_on",
  "policy.valid_until",
  "policy.grade",
  "policy.unit_code",
  "policy.concerns",
  "policy.state",
  "policy.pinned_at",
  "policy.made_by",
  "policy.published_at",
  "policy.published_by",
  "policy.withdrawn_why",
  "policy.contact",
] as const;

function selectPolicies(tx: Tx) {
  return tx.selectFrom("policy").select(policyColumns);
}

type PolicyRow = Awaited<ReturnType<ReturnType<typeof selectPolicies>["executeTakeFirstOrThrow"]>>;

function asPolicy(row: PolicyRow): Policy {
  return {
    id: row.id,
    root: row.root_id,
    version: row.version,
    replacedBy: row.replaced_by,
    title: row.title,
    topic: row.topic as Topic,
    issuer: row.issuer,
    documentNumber: row.document_number,
    issuedOn: row.issued_on,
    effectiveOn: row.effective_on,
    validUntil: row.valid_until,
    grade: row.grade,
    unit: row.unit_code,
    concerns: JSON.parse(row.concerns) as readonly string[],
    state: row.state as PolicyState,
    isPinned: row.pinned_at !== null,
    madeBy: row.made_by,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    withdrawnWhy: row.withdrawn_why,
    contact: row.contact,
  };
}

export async function policyById(tx: Tx, id: PolicyId): Promise<Policy | undefined> {
  const row = await selectPolicies(tx).where("id", "=", id).executeTakeFirst();
  return row && asPolicy(row);
}

/** Every version of one policy, the newest first. */
export async function versionsOf(tx: Tx, root: PolicyId): Promise<readonly Policy[]> {
  const rows = await selectPolicies(tx).where("root_id", "=", root).orderBy("version", "desc").execute();
  return rows.map(asPolicy);
}

/**
 * What villagers of these units may read: the newest published version of each, pinned ones first, then the latest.
 * @param units from where somebody lives upwards.
 */
export async function publishedIn(
  tx: Tx,
  units: readonly string[],
  topic?: Topic,
): Promise<readonly Policy[]> {
  if (units.length === 0) return [];
  const all = selectPolicies(tx)
    .where("state", "=", "published")
    .where("replaced_by", "is", null)
    .where("unit_code", "in", units);
  const rows = await (topic === undefined ? all : all.where("topic", "=", topic))
    .orderBy((eb) => eb.case().when("pinned_at", "is", null).then(1).else(0).end())
    .orderBy("pinned_at", "desc")
    .orderBy("published_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map(asPolicy);
}

const passageColumns = [
  "policy_passage.id as passage_id",
  "policy_passage.policy_id",
  "policy_passage.position",
  "policy_passage.article",
  "policy_passage.heading",
  "policy_passage.words",
  "policy_passage.reading",
  "policy_passage.reading_by",
  "policy_passage.reading_at",
  "policy_passage.reviewed_by",
  "policy_passage.returned",
  "policy_passage.conditions",
  "policy_passage.aspect",
] as const;

function selectPassages(tx: Tx) {
  return tx.selectFrom("policy_passage").select(passageColumns);
}

type PassageRow = Awaited<ReturnType<ReturnType<typeof selectPassages>["executeTakeFirstOrThrow"]>>;

function asPassage(row: PassageRow): Passage {
  const { reading, reading_by: by, reading_at: writtenAt, reviewed_by: reviewedBy, returned } = row;
  return {
    id: row.passage_id,
    policy: row.policy_id,
    position: row.position,
    article: row.article,
    heading: row.heading,
    words: row.words,
    reading:
      reading === null || by === null || writtenAt === null
        ? null
        : { words: reading, by, writtenAt, reviewedBy, returned },
    conditions: row.conditions === null ? null : (JSON.parse(row.conditions) as Conditions),
    aspect: row.aspect as Aspect | null,
  };
}

/** The passages of a policy in the order of the document. */
export async function passagesOf(tx: Tx, policy: PolicyId): Promise<readonly Passage[]> {
  const rows = await selectPassages(tx).where("policy_id", "=", policy).orderBy("position").execute();
  return rows.map(asPassage);
}

export async function passageById(tx: Tx, id: PassageId): Promise<Passage | undefined> {
  const row = await selectPassages(tx).where("policy_passage.id", "=", id).executeTakeFirst();
  return row && asPassage(row);
}

/** A passage with its policy, published in its newest version. */
interface Published {
  readonly policy: Policy;
  readonly passage: Passage;
}

/**
 * Every passage that is published in its newest version, with its policy: what a search looks through.
 * @param roots only of these policies, whatever their version.
 */
export async function publishedPassages(tx: Tx, roots?: readonly PolicyId[]): Promise<readonly Published[]> {
  const all = selectPublished(tx).orderBy("policy_passage.id");
  const rows = await (roots ? all.where("policy.root_id", "in", roots) : all).execute();
  return rows.map((row) => ({ policy: asPolicy(row), passage: asPassage(row) }));
}

/** Those of these passages that are published in their newest version. */
export async function publishedOf(
  tx: Tx,
  passages: readonly PassageId[],
): Promise<ReadonlyMap<PassageId, Published>> {
  if (passages.length === 0) return new Map();
  const rows = await selectPublished(tx).where("policy_passage.id", "in", passages).execute();
  return new Map(rows.map((row) => [row.passage_id, { policy: asPolicy(row), passage: asPassage(row) }]));
}

function selectPublished(tx: Tx) {
  return tx
    .selectFrom("policy_passage")
    .innerJoin("policy", "policy.id", "policy_passage.policy_id")
    .select([...policyColumns, ...passageColumns])
    .where("policy.state", "=", "published")
    .where("policy.replaced_by", "is", null);
}

/** A number that is larger whenever something happened to any policy: a search made before it looks through old ones. */
export async function policyRevision(tx: Tx): Promise<number> {
  const row = await tx
    .selectFrom("policy_event")
    .select(({ fn }) => fn.max<number | null>("id").as("id"))
    .executeTakeFirst();
  return row?.id ?? 0;
}

/** The file a policy was read from. */
export async function fileOfPolicy(tx: Tx, id: PolicyId): Promise<FileRef | undefined> {
  const row = await tx.selectFrom("policy").select("file").where("id", "=", id).executeTakeFirst();
  return row?.file ? (JSON.parse(row.file) as FileRef) : undefined;
}
