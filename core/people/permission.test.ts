import { expect, test } from "vitest";
import { roles, type Role } from "./model.ts";
import { actions, can, type Action } from "./permission.ts";
import { canTo } from "./standing.ts";

const own = { path: "county/town/village" };
const inside = { path: "county/town/village/g1" };
const beside = { path: "county/town/other" };
const above = { path: "county/town" };

/** Who may do what in her own unit: an action without its row here neither compiles nor passes. */
const holders: Readonly<Record<Action, readonly Role[]>> = {
  "ticket.read": [
    "grid_worker",
    "team_member",
    "liaison_lead",
    "dispatcher",
    "area_leader",
    "direct_leader",
    "main_leader",
    "discipline",
    "admin",
  ],
  "ticket.act": ["grid_worker", "liaison_lead", "dispatcher", "admin"],
  "ticket.claim": ["grid_worker", "team_member", "liaison_lead", "admin"],
  "ticket.sealed": ["discipline"],
  "ticket.oversee": ["dispatcher", "area_leader", "direct_leader", "main_leader", "admin"],
  "ticket.tag": ["dispatcher", "operator", "area_leader", "direct_leader", "main_leader", "admin"],
  "mediation.open": ["grid_worker", "liaison_lead", "dispatcher", "admin"],
  "ticket.dispatch": ["dispatcher", "admin"],
  "ticket.receive": ["officer", "admin"],
  "consult.convene": ["dispatcher", "area_leader", "direct_leader", "main_leader", "admin"],
  "consult.decide": ["area_leader", "direct_leader", "main_leader", "admin"],
  "meeting.hold": ["dispatcher", "admin"],
  "person.confirm": ["grid_worker", "liaison_lead", "operator", "admin"],
  "invite.villager": ["grid_worker", "liaison_lead", "operator", "admin"],
  "invite.staff": ["admin"],
  "role.change": ["admin"],
  "unit.browse": [
    "liaison_lead",
    "dispatcher",
    "area_leader",
    "direct_leader",
    "main_leader",
    "operator",
    "discipline",
    "admin",
  ],
  "household.keep": ["grid_worker", "liaison_lead", "admin"],
  "template.keep": ["grid_worker", "liaison_lead", "dispatcher", "admin"],
  "learning.keep": ["admin"],
  "duty.read": roles.filter((role) => role !== "villager"),
  "duty.keep": ["liaison_lead", "direct_leader", "main_leader", "admin"],
  "duty.hand": ["direct_leader", "main_leader", "admin"],
  "sla.read": ["dispatcher", "area_leader", "direct_leader", "main_leader", "admin"],
  "sla.change": ["direct_leader", "main_leader", "admin"],
  "notice.send": [
    "liaison_lead",
    "dispatcher",
    "operator",
    "area_leader",
    "direct_leader",
    "main_leader",
    "admin",
  ],
  "notice.urgent": ["area_leader", "direct_leader", "main_leader", "admin"],
  "notice.review": ["direct_leader", "main_leader", "admin"],
  "notice.watch": [
    "liaison_lead",
    "dispatcher",
    "operator",
    "editor",
    "area_leader",
    "direct_leader",
    "main_leader",
    "admin",
  ],
  "points.grant": ["grid_worker", "liaison_lead", "operator", "admin"],
  "points.approve": ["liaison_lead", "operator", "direct_leader", "main_leader", "admin"],
  "points.judge": ["supervisor", "direct_leader", "main_leader", "admin"],
  "points.rule": ["direct_leader", "main_leader", "admin"],
  "shop.keep": ["shopkeeper", "operator", "admin"],
  "service.keep": ["operator", "admin"],
  "notice.doors": ["grid_worker", "team_member", "liaison_lead", "dispatcher"],
  "policy.write": ["editor", "operator", "admin"],
  "policy.review": ["reviewer", "admin"],
  "policy.host": ["dispatcher", "editor", "reviewer", "operator", "admin"],
  "policy.link": ["grid_worker", "liaison_lead", "dispatcher", "editor", "reviewer", "operator", "admin"],
  "stats.read": roles.filter((role) => role !== "villager" && role !== "shopkeeper"),
  "data.export": [
    "liaison_lead",
    "dispatcher",
    "area_leader",
    "direct_leader",
    "main_leader",
    "operator",
    "admin",
  ],
  "data.whole": ["operator", "admin"],
  "data.import": ["operator", "admin"],
  "data.audit": ["main_leader", "discipline", "admin"],
  "dashboard.open": ["liaison_lead", "dispatcher", "area_leader", "direct_leader", "main_leader", "admin"],
  "bulletin.approve": ["dispatcher", "direct_leader", "main_leader", "admin"],
  "bulletin.follow": ["dispatcher", "direct_leader", "main_leader", "admin"],
  "bulletin.confirm": ["discipline"],
  "year.make": ["dispatcher", "direct_leader", "main_leader"],
  "year.approve": ["main_leader"],
  "year.read": ["dispatcher", "area_leader", "direct_leader", "main_leader", "discipline"],
  "year.judge": ["supervisor", "direct_leader", "main_leader", "admin"],
  "year.nominate": ["grid_worker", "liaison_lead"],
  "bulletin.rule": ["direct_leader", "main_leader", "admin"],
  "analysis.read": ["dispatcher", "area_leader", "direct_leader", "main_leader", "admin"],
  "briefing.write": ["dispatcher", "admin"],
  "briefing.instruct": ["area_leader", "direct_leader", "main_leader", "admin"],
};

const cells = roles.flatMap((role) => actions.map((action) => [role, action] as const));

test("the table has a row for every action and no other", () => {
  expect(Object.keys(holders).toSorted()).toEqual(actions.toSorted());
});

test.each(cells)("%s: %s in one's own unit as the table says", (role, action) => {
  expect(can([{ role, unit: "village" }], action, own)).toBe(holders[action].includes(role));
});

test.each(cells)("%s: %s reaches down, never sideways and never up", (role, action) => {
  const held = [{ role, unit: "village" }];

  const reach = [inside, beside, above].map((unit) => can(held, action, unit));

  expect(reach).toEqual([holders[action].includes(role), false, false]);
});

test("somebody without a post may do nothing that needs one", () => {
  expect(actions.filter((action) => can([], action, own))).toEqual([]);
});

/** The posts that each may hand over in her own unit; nobody makes anybody her equal, but for an admin. */
const belowLeaders: readonly Role[] = [
  "villager",
  "grid_worker",
  "team_member",
  "supervisor",
  "shopkeeper",
  "liaison_lead",
  "dispatcher",
  "officer",
  "editor",
  "reviewer",
  "operator",
  "area_leader",
];
const handed: Partial<Record<Role, readonly Role[]>> = {
  direct_leader: belowLeaders,
  main_leader: [...belowLeaders, "direct_leader"],
  admin: roles,
};

test.each(roles.flatMap((role) => roles.map((other) => [role, other] as const)))(
  "%s may hand over the post of a %s as the table says",
  (role, other) => {
    const held = [{ role, unit: "village" }];

    const reach = [own, beside, above].map((unit) => canTo(held, "duty.hand", { role: other, unit }));

    expect(reach).toEqual([handed[role]?.includes(other) === true, false, false]);
  },
);

test("a liaison lead keeps the absences and rosters of those below her, not her own equals", () => {
  const kept = roles.filter((role) =>
    canTo([{ role: "liaison_lead", unit: "village" }], "duty.keep", { role, unit: inside }),
  );

  expect(kept).toEqual(["villager", "grid_worker", "team_member", "supervisor", "shopkeeper"]);
});
