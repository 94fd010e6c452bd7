import { expect, test } from "vitest";
import { commonPath, isUrgency, outermost, readWho, wordsOfAudience, type Mark } from "./model.ts";

const known = new Map<string, Mark>([
  ["网格员", { kind: "role", value: "grid_worker" }],
  ["telegram", { kind: "channel", value: "telegram" }],
  ["独居老人", { kind: "tag", value: "独居老人" }],
  ["所有人", { kind: "everybody" }],
]);

test("several words of an audience stand beside each other however they are parted", () => {
  expect(wordsOfAudience(" 双桥村、大溪村，独居老人 和 Telegram ")).toEqual([
    "双桥村",
    "大溪村",
    "独居老人",
    "Telegram",
  ]);
  expect(["紧急", "URGENT", "不急"].map(isUrgency)).toEqual([true, true, false]);
});

test.each([
  [["独居老人", "Telegram"], { roles: [], channels: ["telegram"], tags: ["独居老人"] }],
  [["网格员"], { roles: ["grid_worker"], channels: [], tags: [] }],
  [["所有人"], { roles: [], channels: [], tags: [] }],
  [["网格员", "养猪户"], { unknown: "养猪户" }],
])("%j means %j", (words, who) => {
  expect(readWho(words, known)).toEqual(who);
});

test("a village inside a township that is meant too is counted once; twice the same is one", () => {
  expect(outermost(["c/t/v", "c/t", "c/t", "c/u/w"])).toEqual(["c/t", "c/u/w"]);
});

test.each([
  [["c/t/v/g1"], "c/t/v/g1"],
  [["c/t/v/g1", "c/t/v/g2"], "c/t/v"],
  [["c/t/v", "c/u/w"], "c"],
])("%j hang below %s", (paths, common) => {
  expect(commonPath(paths)).toBe(common);
});
