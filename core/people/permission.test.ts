import { expect, test } from "vitest";
import { roles } from "./model.ts";
import { actions, can } from "./permission.ts";

const own = { path: "county/town/village" };
const inside = { path: "county/town/village/g1" };
const beside = { path: "county/town/other" };
const above = { path: "county/town" };

/** Who may do what: the whole table, so that a change of it shows in review. */
const table = roles.map((role) => {
  const may = actions.filter((action) => can([{ role, unit: "village" }], action, own));
  return `${role}: ${may.join(" ") || "nothing"}`;
});

test("every role and action, in one's own unit", () => {
  expect(table).toMatchInlineSnapshot(`
    [
      "villager: nothing",
      "grid_worker: ticket.read ticket.act person.confirm invite.villager household.keep",
      "team_member: ticket.read",
      "liaison_lead: ticket.read ticket.act person.confirm invite.villager unit.browse household.keep",
      "dispatcher: ticket.read ticket.act ticket.oversee unit.browse",
      "officer: nothing",
      "area_leader: ticket.read ticket.oversee unit.browse",
      "direct_leader: ticket.read ticket.oversee unit.browse",
      "main_leader: ticket.read ticket.oversee unit.browse",
      "editor: nothing",
      "reviewer: nothing",
      "operator: person.confirm invite.villager unit.browse",
      "supervisor: nothing",
      "discipline: ticket.read unit.browse",
      "shopkeeper: nothing",
      "admin: ticket.read ticket.act ticket.oversee person.confirm invite.villager invite.staff role.change unit.browse household.keep",
    ]
  `);
});

test.each(roles.flatMap((role) => actions.map((action) => [role, action] as const)))(
  "%s: %s reaches down, never sideways and never up",
  (role, action) => {
    const held = [{ role, unit: "village" }];

    const here = can(held, action, own);

    expect(can(held, action, inside)).toBe(here);
    expect(can(held, action, beside)).toBe(false);
    expect(can(held, action, above)).toBe(false);
  },
);

test("somebody without a post may do nothing that needs one", () => {
  expect(actions.filter((action) => can([], action, own))).toEqual([]);
});
