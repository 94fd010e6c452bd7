import { expect, test } from "vitest";
import type { Rule } from "../model.ts";
import { capKindsOf, changedBy, isSame, mostUnder, tooLow, type RuleChange } from "./model.ts";

const rule = {
  delta: 2,
  givenBy: "event",
  caps: [
    { per: "person", within: "day", most: 4 },
    { per: "household", within: "month", most: 20 },
  ],
} as const satisfies Pick<Rule, "delta" | "givenBy" | "caps">;

const day = { per: "person", within: "day" } as const;
const month = { per: "person", within: "month" } as const;

test.each([
  ["other points", { what: "delta", delta: 3 }, { ...rule, delta: 3 }],
  [
    "another cap of a kind it has, in its place",
    { what: "cap", cap: day, most: 6 },
    { ...rule, caps: [{ ...day, most: 6 }, rule.caps[1]] },
  ],
  [
    "a cap of a new kind, where that kind is shown",
    { what: "cap", cap: month, most: 9 },
    { ...rule, caps: [rule.caps[0], { ...month, most: 9 }, rule.caps[1]] },
  ],
  ["no cap of a kind any more", { what: "cap", cap: day, most: null }, { ...rule, caps: [rule.caps[1]] }],
  ["nothing where it never had that cap", { what: "cap", cap: month, most: null }, rule],
  ["no rule any more", { what: "remove" }, undefined],
] as const satisfies readonly (readonly [string, RuleChange, unknown])[])(
  "a change may bring %s",
  (_what, change, after) => {
    expect(changedBy<Pick<Rule, "delta" | "givenBy" | "caps">>(rule, change)).toEqual(after);
  },
);

test("a team has caps of its own kind, and nobody else has them", () => {
  expect(capKindsOf({ givenBy: "outcome" }).map(({ per }) => per)).toEqual(["team", "team", "team"]);
  expect(capKindsOf({ givenBy: "staff" }).map(({ per }) => per)).not.toContain("team");
});

test("a cap below what is given at once is found, one at it is not", () => {
  expect(tooLow({ delta: 5, caps: rule.caps })).toEqual(rule.caps[0]);
  expect(tooLow({ delta: 4, caps: rule.caps })).toBeUndefined();
});

test("what is under a cap is found by its kind", () => {
  expect([mostUnder(rule.caps, day), mostUnder(rule.caps, month)]).toEqual([4, null]);
});

test("what changes nothing is the same", () => {
  expect(isSame(rule, { ...rule })).toBe(true);
  expect(isSame(rule, { ...rule, delta: 3 })).toBe(false);
});
