import { expect, test } from "vitest";
import { createCalendar, lengthOf } from "./saying.ts";

const china = createCalendar("Asia/Shanghai");

test("a moment is said in the installation's time zone, in both languages", () => {
  expect(china.moment(Date.UTC(2026, 10, 24, 8, 20))).toEqual({ zh: "11月24日 16:20", en: "24 Nov 16:20" });
});

test.each([
  [0, "今天", "today"],
  [9, "昨天", "yesterday"],
  [33, "前天", "the day before yesterday"],
  [57, "11月21日", "21 Nov"],
])("%i hours ago is %s by the calendar, not by 24 hours", (hours, zh, en) => {
  const now = Date.UTC(2026, 10, 24, 0, 20);

  const said = china.dayOf(now - hours * 3_600_000, now);

  expect(said).toEqual({ zh, en });
});

test.each([
  [30_000, "1 分钟"],
  [4 * 3_600_000, "4 小时"],
  [26 * 3_600_000, "1 天 2 小时"],
  [24 * 3_600_000 + 60_000, "1 天"],
])("%i milliseconds are said as %s", (milliseconds, zh) => {
  expect(lengthOf(milliseconds).zh).toBe(zh);
});
