import type { Tx } from "../../store/index.ts";
import {
  appendPolicyEvent,
  changePolicy,
  insertPassages,
  insertPolicy,
  type NewPassage,
} from "../drafts/store.ts";
import type { Conditions, PolicyId } from "../model.ts";
import type { PolicyPackage } from "./package.ts";

/** Who brings policies in, and how. */
export interface Planting {
  readonly now: number;
  /** Makes the key of a policy; one whose key is there already is left as it is. */
  readonly keyOf: (index: number, title: string) => string;
  /** Where a policy holds that says "county" or the code of a unit. */
  readonly unitOf: (said: string) => string;
  readonly by: string;
  /** Who reviewed its readings; null where somebody still has to. */
  readonly reviewer: string | null;
  /** The demonstration's are read at once; what an office brings in is a draft. */
  readonly isPublished: boolean;
}

/** Writes policies down that come in a file. @returns those that were not there. */
export async function plantPolicies(
  tx: Tx,
  { policies }: PolicyPackage,
  planting: Planting,
): Promise<readonly PolicyId[]> {
  const planted: PolicyId[] = [];
  for (const [index, policy] of policies.entries()) {
    const id = await plant(tx, policy, planting.keyOf(index, policy.title), planting);
    if (id !== undefined) planted.push(id);
  }
  return planted;
}

type Planted = PolicyPackage["policies"][number];

async function plant(
  tx: Tx,
  policy: Planted,
  sourceKey: string,
  { now, unitOf, by, reviewer, isPublished }: Planting,
): Promise<PolicyId | undefined> {
  const { unit, passages, isPinned, ...described } = policy;
  const id = await insertPolicy(
    tx,
    {
      ...described,
      unit: unitOf(unit),
      sourceKey,
      follows: null,
      state: isPublished ? "published" : "draft",
      file: null,
      madeBy: by,
    },
    now,
  );
  if (id === undefined) return undefined;
  await insertPassages(
    tx,
    id,
    passages.map((passage) => asPassage(passage, by, reviewer)),
    now,
  );
  if (isPublished)
    await changePolicy(tx, id, { published: { by, at: now }, pinnedAt: isPinned ? now : null });
  const event = { policy: id, kind: "imported", actor: by, data: policy.title, sourceKey } as const;
  await appendPolicyEvent(tx, event, now);
  return id;
}

function asPassage(
  { reading, conditions, ...passage }: Planted["passages"][number],
  by: string,
  reviewer: string | null,
): NewPassage {
  return {
    ...passage,
    conditions: conditions as Conditions | null,
    reading: reading === null ? null : { words: reading, by, reviewedBy: reviewer },
  };
}
