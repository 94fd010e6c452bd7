import { expect, test } from "vitest";
import { daysOf, isActivity, monthAfter, payable, type Cap } from "./model.ts";

const day: Cap = { per: "person", within: "day", most: 5 };
const month: Cap = { per: "household", within: "month", most: 20 };

test.each([
  ["pays all where no cap is near", 2, [{ cap: day, paid: 0 }], 2],
  [
    "pays what is left under the tightest cap",
    4,
    [
      { cap: day, paid: 2 },
      { cap: month, paid: 19 },
    ],
    1,
  ],
  ["pays nothing at a cap", 2, [{ cap: day, paid: 5 }], 0],
  ["pays nothing above a cap that was lowered since", 2, [{ cap: day, paid: 9 }], 0],
  ["pays all without a cap", 50, [], 50],
] as const)("%s", (_name, delta, used, paid) => {
  expect(payable(delta, used)).toBe(paid);
});

test.each([
  ["2026-11", 1, "2026-12"],
  ["2026-12", 1, "2027-01"],
  ["2027-01", -1, "2026-12"],
  ["2026-11", 0, "2026-11"],
])("%s and %i months is %s", (from, months, to) => {
  expect(monthAfter(from, months)).toBe(to);
});

test("December ends where January begins", () => {
  expect(daysOf("2026-12")).toEqual({ first: "2026-12-01", next: "2027-01-01" });
});

test.each([
  ["每天登录", true],
  ["签到打卡", true],
  ["转发通知到朋友圈", true],
  ["Log in once a month", true],
  ["登 录", true],
  ["登\u200B陆一次", true],
  ["评论村务", true],
  ["Sharing news", true],
  ["Composting kitchen waste", false],
  ["照看独居老人", false],
  ["参加防汛演练", false],
  ["Sweeping the road", false],
])("a rule called %j pays for activity: %j", (title, expected) => {
  expect(isActivity(title)).toBe(expected);
});
