import type { Tx } from "../../store/index.ts";
import type { Policy, PolicyId } from "../model.ts";
import { policyById } from "../store.ts";

/** The policies of these units and everything inside, drafts first, then the newest; without old versions and withdrawn ones. */
export async function policiesKept(tx: Tx, paths: readonly string[]): Promise<readonly PolicyId[]> {
  if (paths.length === 0) return [];
  const rows = await tx
    .selectFrom("policy")
    .innerJoin("unit", "unit.code", "policy.unit_code")
    .select("policy.id")
    .where("policy.state", "in", ["reading", "draft", "published"])
    .where("policy.replaced_by", "is", null)
    .where(({ or, eb }) =>
      or(paths.flatMap((path) => [eb("unit.path", "=", path), eb("unit.path", "like", `${path}/%`)])),
    )
    .orderBy((eb) => eb.case().when("policy.state", "=", "published").then(1).else(0).end())
    .orderBy("policy.id", "desc")
    .execute();
  return rows.map(({ id }) => id);
}

/** Those of these policies that are there, in the same order. */
export async function policiesBy(tx: Tx, ids: readonly PolicyId[]): Promise<readonly Policy[]> {
  const policies: Policy[] = [];
  for (const id of ids) {
    const policy = await policyById(tx, id);
    if (policy) policies.push(policy);
  }
  return policies;
}
