import { expect, test } from "vitest";
import { grouped } from "./model.ts";

test("questions about the same are one, those of most people first", () => {
  const gaps = [
    { id: 5, person: "a", words: "公墓多少钱" },
    { id: 4, person: "b", words: "养蜂有补贴吗" },
    { id: 3, person: "b", words: "公墓怎么买" },
    { id: 2, person: "c", words: "村里的公墓在哪里" },
    { id: 1, person: "c", words: "公墓怎么买" },
  ];

  const groups = grouped(gaps).map(({ first, people, gaps: held }) => [first.id, people, held.length]);

  expect(groups).toEqual([
    [5, 3, 4],
    [4, 1, 1],
  ]);
});

test("nothing asked is no group", () => {
  expect(grouped([])).toEqual([]);
});
