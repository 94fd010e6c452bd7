import type { Reply } from "../../dialogue/index.ts";
import type { Acting } from "../../people/index.ts";
import { policyFor, type Refusal } from "../access.ts";
import {
  appendPolicyEvent,
  changePolicy,
  restoreVersion,
  type Change,
  type EventKind,
} from "../drafts/store.ts";
import type { Policy, PolicyId } from "../model.ts";
import { manageTexts as say } from "../texts/manage.ts";

/** The policy, if it is published, the newest, and this person's to change. */
export async function changeable(acting: Acting, id: PolicyId): Promise<Policy | Refusal> {
  const policy = await policyFor(acting, id, "policy.write");
  if ("refused" in policy) return policy;
  if (policy.state === "withdrawn" || policy.replacedBy !== null) return { refused: say.alreadyOver };
  return policy.state === "published" ? policy : { refused: say.onlyPublished };
}

/** A change of a policy, and how it stands in its history. */
interface Deed {
  readonly kind: EventKind;
  readonly data: string;
  readonly change: Change;
}

async function change(acting: Acting, key: string, id: PolicyId, { kind, data, change: changed }: Deed) {
  await changePolicy(acting.tx, id, changed);
  const event = { policy: id, kind, actor: acting.person.id, data, sourceKey: key };
  await appendPolicyEvent(acting.tx, event, acting.now);
}

/** Among the first that villagers see, or not any more. */
export async function pin(acting: Acting, key: string, id: PolicyId, isOn: boolean): Promise<Reply> {
  const policy = await changeable(acting, id);
  if ("refused" in policy) return policy.refused;
  const pinnedAt = isOn ? acting.now : null;
  await change(acting, key, id, { kind: isOn ? "pinned" : "unpinned", data: "", change: { pinnedAt } });
  return isOn ? say.pinned(policy.title) : say.unpinned(policy.title);
}

/** The last day on which a policy holds; null for no end. */
export async function setUntil(
  acting: Acting,
  key: string,
  id: PolicyId,
  until: string | null,
): Promise<Reply> {
  const policy = await changeable(acting, id);
  if ("refused" in policy) return policy.refused;
  const data = until ?? say.unlimited.zh;
  await change(acting, key, id, { kind: "valid_until", data, change: { validUntil: until } });
  return say.untilChanged(policy.title, until);
}

/** A draft that nobody wants any more; what it was is kept. */
export async function drop(acting: Acting, key: string, id: PolicyId): Promise<Reply> {
  const policy = await policyFor(acting, id, "policy.write");
  if ("refused" in policy) return policy.refused;
  if (policy.state === "published" || policy.state === "withdrawn") return say.notADraft(id);
  const withdrawn = { why: say.buttons.drop.zh, at: acting.now };
  await change(acting, key, id, { kind: "dropped", data: "", change: { state: "withdrawn", withdrawn } });
  return say.dropped(id);
}

/** Villagers find it no more; the version before it counts again. */
export async function withdraw(acting: Acting, key: string, id: PolicyId, why: string): Promise<Reply> {
  const policy = await changeable(acting, id);
  if ("refused" in policy) return policy.refused;
  const withdrawn = { why, at: acting.now };
  await change(acting, key, id, { kind: "withdrawn", data: why, change: { state: "withdrawn", withdrawn } });
  const before = await restoreVersion(acting.tx, policy);
  if (before !== undefined) await change(acting, key, before, { kind: "restored", data: "", change: {} });
  return say.withdrawn(policy.title, before);
}
