import { expect, test } from "vitest";
import { fateOfFailure, isLate, patience, wordsHeard } from "./model.ts";

test.each([
  ["村口的路灯坏了", "村口的路灯坏了"],
  ["  村口的\n路灯 坏了。 ", "村口的 路灯 坏了。"],
  ["the lamp is out", "the lamp is out"],
  ["救命救命救命", "救命救命救命"],
  ["八", "八"],
])("%j are words", (written, words) => {
  expect(wordsHeard(written)).toBe(words);
});

test.each([
  "",
  " \n",
  "。。。",
  "🎵🎵",
  "请不吝点赞 订阅 转发 打赏支持明镜与点点栏目",
  "字幕由 Amara.org 社区提供",
  "謝謝觀看",
  "Thanks for watching!",
  "的".repeat(50),
  "路灯坏了".repeat(12),
  "长".padEnd(2_400, "话很多说不完"),
])("%j is nothing anybody said", (written) => {
  expect(wordsHeard(written)).toBeUndefined();
});

test("what thanks for something else is hers", () => {
  expect(wordsHeard("谢谢大家，路灯修好了")).toBe("谢谢大家，路灯修好了");
});

test.each([
  [0, 0, undefined, { nextAt: 2_000 }],
  [1, 2_000, undefined, { nextAt: 6_000 }],
  [0, 0, 30_000, { nextAt: 30_000 }],
  [3, 20_000, undefined, "failed"],
  [0, 0, patience, "failed"],
  [0, patience - 1_000, undefined, "failed"],
] as const)("after %i tries, at %i ms, told to wait %j: %j", (attempts, now, afterMs, fate) => {
  expect(fateOfFailure({ attempts, createdAt: 0 }, now, afterMs)).toEqual(fate);
});

test("two minutes are too late", () => {
  expect([isLate(0, patience - 1), isLate(0, patience)]).toEqual([false, true]);
});
