import type { Membership, Role } from "./model.ts";
import { can, type Action, type Scope } from "./permission.ts";

/** Who answers to whom: a post with a larger number stands above one with a smaller. */
const standing: Readonly<Record<Role, number>> = {
  villager: 0,
  grid_worker: 1,
  team_member: 1,
  supervisor: 1,
  shopkeeper: 1,
  liaison_lead: 2,
  dispatcher: 3,
  officer: 3,
  editor: 3,
  reviewer: 3,
  operator: 3,
  area_leader: 4,
  direct_leader: 5,
  main_leader: 6,
  discipline: 7,
  admin: 8,
};

/**
 * May somebody do this to a post of that unit? Only to posts that stand below one of hers which may do it there; an admin to
 * every post. So nobody makes anybody her equal.
 */
export function canTo(
  memberships: readonly Membership[],
  action: Action,
  post: { readonly role: Role; readonly unit: Scope },
): boolean {
  return memberships.some(
    (held) =>
      can([held], action, post.unit) && (held.role === "admin" || standing[post.role] < standing[held.role]),
  );
}
