import { expect, test } from "vitest";
import { afterMoving, bounces, isAsked, officeIn, proposedFor, suggestedFirst, toOffice } from "./model.ts";

const offices = ["综治工作", "市场监管", "综合执法", "便民服务", "司法所"].map((name) => ({ name }));

test.each([
  ["lamp", "综合执法"],
  ["rubbish", "综合执法"],
  ["building", "综合执法"],
  ["danger", "综治工作"],
  ["dispute", "综治工作"],
  ["service", "便民服务"],
  ["other", undefined],
  ["complaint", undefined],
  ["accusation", undefined],
] as const)("a matter of kind %s is proposed for %s", (kind, name) => {
  expect(proposedFor(kind)).toBe(name);
});

test("the proposed office comes first, the others keep their order", () => {
  const order = suggestedFirst(offices, "lamp").map(({ name }) => name);

  expect(order).toEqual(["综合执法", "综治工作", "市场监管", "便民服务", "司法所"]);
});

test.each(["other", "complaint"] as const)("nothing is put first where nothing is proposed: %s", (kind) => {
  expect(suggestedFirst(offices, kind)).toEqual(offices);
});

test("a platform that was renamed is proposed no more, and nothing is lost", () => {
  const renamed = [{ name: "行政执法队" }, { name: "便民服务" }];

  expect(suggestedFirst(renamed, "lamp")).toEqual(renamed);
});

test.each([
  ["综合执法", "今天去看", "→ 综合执法：今天去看", "综合执法"],
  ["司法所", "", "→ 司法所", "司法所"],
  ["司法所", "两点：一、二", "→ 司法所：两点：一、二", "司法所"],
])("an event says which office, %s, and villagers read that alone", (name, words, kept, read) => {
  expect(toOffice(name, words)).toBe(kept);
  expect(officeIn(kept)).toBe(read);
});

test("words that name no office give villagers none", () => {
  expect(["不归我们", "", "说：→ 司法所"].map(officeIn)).toEqual(["", "", ""]);
});

test("leaving the desk while it is asked who has it decides that", () => {
  const counts = Object.values(bounces);

  expect(counts.map((bounced) => isAsked({ bounced }))).toEqual([false, false, true, false]);
  expect(counts.map((bounced) => afterMoving({ bounced }))).toEqual([0, 1, 3, 3]);
});
