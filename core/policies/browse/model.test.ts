import { expect, test } from "vitest";
import { pageOf } from "./model.ts";

const list = Array.from({ length: 14 }, (_, at) => at + 1);

test.each([
  [1, [1, 2, 3, 4, 5, 6], false, true],
  [2, [7, 8, 9, 10, 11, 12], true, true],
  [3, [13, 14], true, false],
  [9, [13, 14], true, false],
  [0, [1, 2, 3, 4, 5, 6], false, true],
  [Number.NaN, [1, 2, 3, 4, 5, 6], false, true],
])("page %d", (wanted, lines, hasPrevious, hasNext) => {
  expect(pageOf(list, wanted)).toMatchObject({ lines, hasPrevious, hasNext });
});

test("an empty list has one empty page", () => {
  expect(pageOf([], 1)).toEqual({ lines: [], number: 1, hasNext: false, hasPrevious: false });
});
