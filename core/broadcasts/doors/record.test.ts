import { expect, test } from "vitest";
import { cellOf } from "./record.ts";

test.each([
  ["王秀英", "王秀英"],
  ["王秀英, 王伟", '"王秀英, 王伟"'],
  ['她说"好"', '"她说""好"""'],
  ["=1+1", "'=1+1"],
  ["@sum", "'@sum"],
])("the cell of %s is %s", (words, cell) => {
  expect(cellOf(words)).toBe(cell);
});
