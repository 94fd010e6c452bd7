import type { Reply } from "../dialogue/index.ts";
import { unitByCode, type Unit } from "../org/index.ts";
import { can, personById, unitsWhere, type Acting, type Action } from "../people/index.ts";
import type { Policy, PolicyId } from "./model.ts";
import { policyById } from "./store.ts";
import { manageTexts as say } from "./texts/manage.ts";

/** Why not, and what can be done instead. */
export interface Refusal {
  readonly refused: Reply;
}

export type PolicyAction = Extract<Action, "policy.write" | "policy.review">;

/** A unit that must be there: what holds a policy is never removed. Throws when it is not. */
export async function unitOf({ tx }: Pick<Acting, "tx">, code: string): Promise<Unit> {
  const unit = await unitByCode(tx, code);
  if (!unit) throw new Error(`a policy holds in ${code}, which is no unit`);
  return unit;
}

export async function mayDo(
  acting: Acting,
  policy: Pick<Policy, "unit">,
  action: PolicyAction,
): Promise<boolean> {
  return can(acting.person.memberships, action, await unitOf(acting, policy.unit));
}

/** The policy, for somebody who writes or reviews there; nobody else learns that it is there. */
export async function keptPolicy(acting: Acting, id: PolicyId): Promise<Policy | Refusal> {
  const policy = await policyById(acting.tx, id);
  for (const action of ["policy.write", "policy.review"] as const)
    if (policy && (await mayDo(acting, policy, action))) return policy;
  return { refused: say.noSuch(id) };
}

/** The policy, for somebody who may do this with it. */
export async function policyFor(
  acting: Acting,
  id: PolicyId,
  action: PolicyAction,
): Promise<Policy | Refusal> {
  const policy = await keptPolicy(acting, id);
  if ("refused" in policy || (await mayDo(acting, policy, action))) return policy;
  return { refused: action === "policy.write" ? say.notForReviewers : say.notForWriters };
}

/** The units in which somebody writes policies, the first of them hers by default. */
export async function unitsOfWriter(acting: Acting): Promise<readonly Unit[]> {
  const units: Unit[] = [];
  for (const code of unitsWhere(acting.person.memberships, "policy.write"))
    units.push(await unitOf(acting, code));
  return units;
}

/** What somebody is called in an office's own lists; the word for nobody where she is gone. */
export async function nameOf({ tx }: Pick<Acting, "tx">, person: string): Promise<string> {
  return (await personById(tx, person))?.name ?? "—";
}
