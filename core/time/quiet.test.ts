import { expect, test } from "vitest";
import { afterQuiet, nextList, readQuietHours, usualQuietHours } from "./quiet.ts";
import { createZone } from "./zone.ts";

const china = createZone("Asia/Shanghai");
const at = (date: string, hours: number) => china.momentOf(date, hours * 60);

test.each([
  ["in the middle of the day it is said at once", 12, "2026-11-24", 12],
  ["at nine in the evening it waits for the morning", 21, "2026-11-25", 7],
  ["before seven it waits for seven", 3, "2026-11-24", 7],
  ["at seven it is said", 7, "2026-11-24", 7],
])("%s", (_name, from, date, to) => {
  expect(afterQuiet(at("2026-11-24", from), china, usualQuietHours)).toBe(at(date, to));
});

test("without quiet hours nothing waits", () => {
  const none = readQuietHours("00:00-00:00") ?? usualQuietHours;

  expect(afterQuiet(at("2026-11-24", 3), china, none)).toBe(at("2026-11-24", 3));
});

test.each([
  [3, "2026-11-24", 7],
  [7, "2026-11-24", 7],
  [8, "2026-11-24", 17],
  [18, "2026-11-25", 7],
])("found at %i o'clock it is in the list of %s, %i o'clock", (from, date, to) => {
  expect(nextList(at("2026-11-24", from), china)).toBe(at(date, to));
});

test.each(["21:00", "25:00-07:00", "21:60-07:00", "07:00-21:00", "", "night"])("%s is no quiet", (words) => {
  expect(readQuietHours(words)).toBeUndefined();
});

test("hours are read as written", () => {
  expect(readQuietHours("22:30-06:00")).toEqual({ from: 22 * 60 + 30, to: 360 });
});
