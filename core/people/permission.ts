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
  "consult.convene",
  "consult.decide",
  "meeting.hold",
  "mediation.open",
  "person.confirm",
  "invite.villager",
  "invite.staff",
  "role.change",
  "unit.browse",
  "household.keep",
  "template.keep",
  "learning.keep",
  "sla.read",
  "sla.change",
  "duty.read",
  "duty.keep",
  "duty.hand",
  "notice.send",
  "notice.urgent",
  "notice.review",
  "notice.watch",
  "notice.doors",
  "points.grant",
  "points.approve",
  "points.judge",
  "points.rule",
  "shop.keep",
  "service.keep",
  "policy.write",
  "policy.review",
  "policy.host",
  "policy.link",
  "stats.read",
  "data.export",
  "data.whole",
  "data.import",
  "data.audit",
  "dashboard.open",
  "bulletin.approve",
  "bulletin.follow",
  "bulletin.confirm",
  "analysis.read",
  "briefing.write",
  "briefing.instruct",
] as const;

export type Action = (typeof actions)[number];

/** What each post may do inside its unit. A role that is not here may do nothing that needs a post. */
const grants: Partial<Record<Role, readonly Action[]>> = {
  grid_worker: [
    "ticket.read",
    "ticket.act",
    "ticket.claim",
    "mediation.open",
    "person.confirm",
    "invite.villager",
    "household.keep",
    "template.keep",
    "duty.read",
    "notice.doors",
    "points.grant",
    "policy.link",
    "stats.read",
  ],
  team_member: ["ticket.read", "ticket.claim", "duty.read", "notice.doors", "stats.read"],
  liaison_lead: [
    "ticket.read",
    "ticket.act",
    "ticket.claim",
    "mediation.open",
    "person.confirm",
    "invite.villager",
    "unit.browse",
    "household.keep",
    "template.keep",
    "duty.read",
    "duty.keep",
    "notice.send",
    "notice.watch",
    "notice.doors",
    "points.grant",
    "points.approve",
    "policy.link",
    "stats.read",
    "data.export",
    "dashboard.open",
  ],
  dispatcher: [
    "ticket.read",
    "ticket.act",
    "ticket.oversee",
    "mediation.open",
    "ticket.dispatch",
    "consult.convene",
    "meeting.hold",
    "unit.browse",
    "sla.read",
    "template.keep",
    "duty.read",
    "notice.send",
    "notice.watch",
    "notice.doors",
    "policy.host",
    "policy.link",
    "stats.read",
    "data.export",
    "dashboard.open",
    "bulletin.approve",
    "bulletin.follow",
    "analysis.read",
    "briefing.write",
  ],
  // Only what is sent to her own office: the office decides, not the unit.
  officer: ["ticket.receive", "duty.read", "stats.read"],
  area_leader: [
    "ticket.read",
    "ticket.oversee",
    "consult.convene",
    "consult.decide",
    "unit.browse",
    "sla.read",
    "duty.read",
    "notice.send",
    "notice.urgent",
    "notice.watch",
    "stats.read",
    "data.export",
    "dashboard.open",
    "analysis.read",
    "briefing.instruct",
  ],
  direct_leader: [
    "ticket.read",
    "ticket.oversee",
    "consult.convene",
    "consult.decide",
    "unit.browse",
    "sla.read",
    "sla.change",
    "duty.read",
    "duty.keep",
    "duty.hand",
    "notice.send",
    "notice.urgent",
    "notice.review",
    "notice.watch",
    "points.approve",
    "points.judge",
    "points.rule",
    "stats.read",
    "data.export",
    "dashboard.open",
    "bulletin.approve",
    "bulletin.follow",
    "analysis.read",
    "briefing.instruct",
  ],
  main_leader: [
    "ticket.read",
    "ticket.oversee",
    "consult.convene",
    "consult.decide",
    "unit.browse",
    "sla.read",
    "sla.change",
    "duty.read",
    "duty.keep",
    "duty.hand",
    "notice.send",
    "notice.urgent",
    "notice.review",
    "notice.watch",
    "points.approve",
    "points.judge",
    "points.rule",
    "stats.read",
    "data.export",
    "data.audit",
    "dashboard.open",
    "bulletin.approve",
    "bulletin.follow",
    "analysis.read",
    "briefing.instruct",
  ],
  // Whoever publishes may see how the notice of it goes.
  editor: ["duty.read", "notice.watch", "policy.write", "policy.host", "policy.link", "stats.read"],
  reviewer: ["duty.read", "policy.review", "policy.host", "policy.link", "stats.read"],
  supervisor: ["duty.read", "points.judge", "stats.read"],
  shopkeeper: ["duty.read", "shop.keep"],
  discipline: [
    "ticket.read",
    "ticket.sealed",
    "unit.browse",
    "duty.read",
    "stats.read",
    "data.audit",
    "bulletin.confirm",
  ],
  operator: [
    "invite.villager",
    "person.confirm",
    "unit.browse",
    "duty.read",
    "notice.send",
    "notice.watch",
    "points.grant",
    "points.approve",
    "shop.keep",
    "service.keep",
    "policy.write",
    "policy.host",
    "policy.link",
    "stats.read",
    "data.export",
    "data.whole",
    "data.import",
  ],
  // What is sealed and whom to admonish is for the discipline role alone, and who did not answer for those who go there.
  admin: actions.filter(
    (action) => action !== "ticket.sealed" && action !== "notice.doors" && action !== "bulletin.confirm",
  ),
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

/** The units in which somebody may do this, by the posts she holds. */
export function unitsWhere(memberships: readonly Membership[], action: Action): readonly string[] {
  return memberships.filter((held) => grants[held.role]?.includes(action) === true).map((held) => held.unit);
}
