import { expect, test } from "vitest";
import { changeFrom, changeKept, isChangeable, isChoosable, isTeachable } from "./model.ts";

test.each([
  ["lamp", true, true, true],
  ["other", true, true, false],
  ["human", true, false, false],
  ["dispute", false, false, false],
  ["complaint", false, false, false],
  ["accusation", false, false, false],
] as const)("of %s: changed %s, chosen %s, learnt from %s", (kind, changed, chosen, taught) => {
  expect([isChangeable(kind), isChoosable(kind), isTeachable(kind)]).toEqual([changed, chosen, taught]);
});

test.each(["", "灯杆是 电力公司 的"])("a change is read as it was kept, with the reason %j", (reason) => {
  expect(changeFrom(changeKept("lamp", "power", reason))).toEqual({ before: "lamp", after: "power", reason });
});
