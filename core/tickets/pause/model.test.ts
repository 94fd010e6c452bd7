import { expect, test } from "vitest";
import { lengthsLeft, pausedMs } from "./model.ts";

const day = 86_400_000;

function at(days: number, kind: string, reason = "parts") {
  return { at: days * day, kind, reason };
}

test.each([
  ["nothing stood still", [[at(0, "started")]], 0],
  ["a pause that is over", [[at(0, "started"), at(1, "paused"), at(4, "resumed")]], 3],
  ["one that ended with its clock", [[at(1, "paused"), at(3, "stopped")]], 2],
  ["one that goes on", [[at(1, "paused")]], 9],
  ["two after each other", [[at(1, "paused"), at(2, "resumed"), at(4, "paused"), at(7, "resumed")]], 4],
  ["a limit changed meanwhile", [[at(1, "paused"), at(2, "revised"), at(4, "resumed")]], 3],
  [
    "two clocks at once",
    [
      [at(1, "paused"), at(5, "resumed")],
      [at(3, "paused"), at(7, "resumed")],
    ],
    6,
  ],
  [
    "one within another",
    [
      [at(1, "paused"), at(7, "resumed")],
      [at(3, "paused"), at(5, "resumed")],
    ],
    6,
  ],
  ["a mediator had it", [[at(1, "paused", "mediating"), at(9, "resumed")]], 0],
])("%s", (_, clocks, days) => {
  expect(pausedMs(clocks, 10 * day)).toBe(days * day);
});

test("a round stands still for 14 days at the most", () => {
  expect(lengthsLeft(0)).toEqual([1, 3, 7]);
  expect(lengthsLeft(7 * day)).toEqual([1, 3, 7]);
  expect(lengthsLeft(7 * day + 1)).toEqual([1, 3]);
  expect(lengthsLeft(13 * day)).toEqual([1]);
  expect(lengthsLeft(14 * day)).toEqual([]);
});
