import { expect, test } from "vitest";
import { fieldsIn, fieldsOf, headingOf, readDay, readWhole, readYes } from "./incoming/model.ts";

test("columns stand in any order, in either language, with others between them", () => {
  const heading = headingOf([" Name ", "备注", "门 牌", "网格", "门牌"], fieldsOf.households);

  expect(heading.missing).toEqual([]);
  expect(heading.ignored).toEqual(["备注"]);
  expect(heading.doubled.map(({ zh }) => zh)).toEqual(["门牌"]);
  expect(fieldsIn(["王", "x", "3号", "G1"], heading, fieldsOf.households)).toEqual({
    grid: "G1",
    address: "3号",
    name: "王",
    head: "",
    phone: "",
  });
});

test("a column that must be there and is not is named", () => {
  expect(headingOf(["姓名"], fieldsOf.households).missing.map(({ zh }) => zh)).toEqual(["网格", "门牌"]);
});

test.each([
  ["是", true],
  ["Yes", true],
  ["户主", true],
  ["", false],
  ["否", false],
  ["大概", undefined],
])("%j in a cell for yes or no is %s", (words, yes) => {
  expect(readYes(words)).toBe(yes);
});

test.each([
  ["12", 12],
  ["１２分", 12],
  ["1,200", 1_200],
  ["0", undefined],
  ["-1", undefined],
  ["1.5", undefined],
  ["零", undefined],
])("the number %j is %s", (words, value) => {
  expect(readWhole(words, 1, 10_000)).toBe(value);
});

test.each([
  ["2026-11-26", "2026-11-26"],
  ["2026/1/2", "2026-01-02"],
  ["2026年11月3日", "2026-11-03"],
  ["2026-02-30", undefined],
  ["明天", undefined],
])("the day %j is %s", (words, day) => {
  expect(readDay(words)).toBe(day);
});
