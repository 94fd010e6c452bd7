import { expect, test } from "vitest";
import { askedAlike, grouped } from "./model.ts";

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

test("what answers one question of a group answers those that ask for the very same, not all that share a word", () => {
  const said = ["补贴", "补贴有吗", "养蜂有补贴吗", "补贴多少钱"];
  const gaps = said.map((words, at) => ({ id: 9 - at, person: `${at}`, words }));
  const [group] = grouped(gaps);

  expect(group?.gaps.length).toBe(4);
  expect(group && askedAlike(group).map(({ words }) => words)).toEqual(["补贴", "补贴有吗"]);
});

test("nothing asked is no group", () => {
  expect(grouped([])).toEqual([]);
});
