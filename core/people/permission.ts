import type { Membership, Role } from "./model.ts";

/** Everything that needs a post, named by what is done. */
export const actions = [
  "ticket.read",
  "ticket.act",
  "ticket.claim",
  "ticket.oversee",
  "ticket.dispatch",
  "ticket.receive",
  "ticket.sealed",
  "person.confirm",
  "invite.villager",
  "invite.staff",
  "role.change",
  "unit.browse",
  "household.keep",
  "template.keep",
  "sla.read",
  "sla.change",
] as const;

export type Action = (typeof actions)[number];

/** What each post may do inside its unit. A role that is not here may do nothing that needs a post. */
const grants: Partial<Record<Role, readonly Action[]>> = {
  grid_worker: [
    "ticket.read",
    "ticket.act",
    "ticket.claim",
    "person.confirm",
    "invite.villager",
    "household.keep",
    "template.keep",
  ],
  team_member: ["ticket.read", "ticket.claim"],
  liaison_lead: [
    "ticket.read",
    "ticket.act",
    "ticket.claim",
    "person.confirm",
    "invite.villager",
    "unit.browse",
    "household.keep",
    "template.keep",
  ],
  dispatcher: [
    "ticket.read",
    "ticket.act",
    "ticket.oversee",
    "ticket.dispatch",
    "unit.browse",
    "sla.read",
    "template.keep",
  ],
  // Only what is sent to her own office: the office decides, not the unit.
  officer: ["ticket.receive"],
  area_leader: ["ticket.read", "ticket.oversee", "unit.browse", "sla.read"],
  direct_leader: ["ticket.read", "ticket.oversee", "unit.browse", "sla.read", "sla.change"],
  main_leader: ["ticket.read", "ticket.oversee", "unit.browse", "sla.read", "sla.change"],
  discipline: ["ticket.read", "ticket.sealed", "unit.browse"],
  operator: ["invite.villager", "person.confirm", "unit.browse"],
  // What is sealed is for the discipline role alone.
  admin: actions.filter((action) => action !== "ticket.sealed"),
};

/** A place in the tree, as far as scope goes. */
export interface Scope {
  /** Codes from the county down, joined by "/". */
  readonly path: string;
}

/**
 * May somebody with these posts do this there? A post counts for its own unit and everything inside it, never beside it
 * or above it.
 */
export function can(memberships: readonly Membership[], action: Action, unit: Scope): boolean {
  const codes = unit.path.split("/");
  return memberships.some(
    (held) => codes.includes(held.unit) && grants[held.role]?.includes(action) === true,
  );
}

/** The units in which somebody may do this, by the posts she holds. */
export function unitsWhere(memberships: readonly Membership[], action: Action): readonly string[] {
  return memberships.filter((held) => grants[held.role]?.includes(action) === true).map((held) => held.unit);
}
