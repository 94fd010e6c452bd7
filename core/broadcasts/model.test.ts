import { expect, test } from "vitest";
import { answerIn, countsOf, headOf, needsReview, openOf, readRepeat, repeatsOn, timeToGo } from "./model.ts";

test.each([
  ["收到", "received"],
  ["收到了！", "received"],
  ["知道了", "received"],
  ["我知道了", "received"],
  ["好的。", "received"],
  ["OK", "received"],
  ["需要帮助", "help"],
  ["我要人帮", "help"],
  ["help me", "help"],
  ["收到，门口的树倒了", undefined],
  ["路灯坏了", undefined],
  ["1", undefined],
  ["", undefined],
])("%s answers an urgent notice with %s", (words, answer) => {
  expect(answerIn(words)).toBe(answer);
});

test.each([
  ["每天 7:00", { every: "day", on: 0, minutes: 420 }],
  ["每日早上7点30", { every: "day", on: 0, minutes: 450 }],
  ["每周一 8:30", { every: "week", on: 0, minutes: 510 }],
  ["每星期天 9点", { every: "week", on: 6, minutes: 540 }],
  ["每月1日 9:00", { every: "month", on: 1, minutes: 540 }],
  ["每月31日 9:00", undefined],
  ["每天 25:00", undefined],
  ["明天 8:00", undefined],
])("%s is repeated as it says", (words, repeat) => {
  expect(readRepeat(words)).toEqual(repeat);
});

test.each([
  [{ every: "day", on: 0, minutes: 0 }, "2026-11-25", 2, true],
  [{ every: "week", on: 2, minutes: 0 }, "2026-11-25", 2, true],
  [{ every: "week", on: 3, minutes: 0 }, "2026-11-25", 2, false],
  [{ every: "month", on: 25, minutes: 0 }, "2026-11-25", 2, true],
  [{ every: "month", on: 5, minutes: 0 }, "2026-11-25", 2, false],
] as const)("%j on %s: weekday %i, %s", (repeat, date, weekday, goes) => {
  expect(repeatsOn(repeat, date, weekday)).toBe(goes);
});

test("what is not written yet waits, or was withdrawn with the rest", () => {
  const states = { own: { sent: 3, unknown: 1, withdrawn: 2 }, shared: { sent: 1 }, none: 2 };

  const underWay = countsOf({ ...states, own: { ...states.own, waiting: 4 } }, 20, false);
  const cancelled = countsOf(states, 20, true);

  expect(underWay).toEqual({ sent: 4, undelivered: 3, waiting: 11, withdrawn: 2, people: 20 });
  expect(cancelled).toEqual({ sent: 4, undelivered: 3, waiting: 0, withdrawn: 13, people: 20 });
});

test("how long the rest takes is reckoned from the pace so far, and not before there is one", () => {
  const counts = { sent: 50, undelivered: 0, waiting: 100, withdrawn: 0, people: 150 };

  expect(timeToGo(counts, 10_000)).toBe(20_000);
  expect(timeToGo({ ...counts, sent: 0 }, 10_000)).toBeUndefined();
  expect(timeToGo({ ...counts, waiting: 0 }, 10_000)).toBeUndefined();
});

test("an urgent notice waits for nobody, an ordinary one above the limit does", () => {
  expect([
    needsReview(5_001, 5_000, false),
    needsReview(5_000, 5_000, false),
    needsReview(9_999, 1, true),
  ]).toEqual([true, false, false]);
});

test("a door where nobody was found is open still", () => {
  expect(openOf({ answered: 3, visited: 2, missing: 1, due: 2, silent: 4 })).toBe(7);
});

test("a long first line is cut", () => {
  expect(headOf("短\n第二行")).toBe("短");
  expect(Array.from(headOf("长".repeat(40))).length).toBe(18);
});
