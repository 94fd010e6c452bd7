import { expect, test } from "vitest";
import { readDate, readReturn, readWeekday } from "./dates.ts";

/** A Thursday. */
const today = "2026-11-26";

test.each([
  ["今天", "2026-11-26"],
  [" 明天 ", "2026-11-27"],
  ["后天", "2026-11-28"],
  ["大后天", "2026-11-29"],
  ["3天后", "2026-11-29"],
  ["三天以后", "2026-11-29"],
  ["11月30日", "2026-11-30"],
  ["11月30号", "2026-11-30"],
  ["１１月３０日", "2026-11-30"],
  ["11 月 30 日", "2026-11-30"],
  ["十一月三十日", "2026-11-30"],
  ["十二月一号", "2026-12-01"],
  ["12月二十一", "2026-12-21"],
  ["30号", "2026-11-30"],
  ["1号", "2026-12-01"],
  ["26日", "2026-11-26"],
  ["12-1", "2026-12-01"],
  ["12/1", "2026-12-01"],
  ["12.1", "2026-12-01"],
  ["1月5日", "2027-01-05"],
  ["2026-11-30", "2026-11-30"],
  ["2027年1月1日", "2027-01-01"],
  ["2028-2-29", "2028-02-29"],
  ["周四", "2026-11-26"],
  ["周五", "2026-11-27"],
  ["周一", "2026-11-30"],
  ["星期天", "2026-11-29"],
  ["禮拜日", "2026-11-29"],
  ["这周日", "2026-11-29"],
  ["本周五", "2026-11-27"],
  ["下周一", "2026-11-30"],
  ["下週四", "2026-12-03"],
  ["下个星期三", "2026-12-02"],
  ["下下周一", "2026-12-07"],
  ["月底", "2026-11-30"],
  ["today", "2026-11-26"],
  ["Dec 1", "2026-12-01"],
  ["1 December", "2026-12-01"],
  ["next Monday", "2026-11-30"],
])("%j is %s", (words, date) => {
  expect(readDate(words, today)).toEqual({ date });
});

test.each([
  ["11月20日", { past: "2026-11-20" }],
  ["本周一", { past: "2026-11-23" }],
  ["2025-12-01", { past: "2025-12-01" }],
  ["11月31日", { wrong: true }],
  ["2月30日", { wrong: true }],
  ["2027-02-29", { wrong: true }],
  ["13月1日", { wrong: true }],
  ["0号", { wrong: true }],
])("%j has passed, or is on no calendar", (words, reading) => {
  expect(readDate(words, today)).toEqual(reading);
});

test.each([
  "",
  "小赵",
  "G1",
  "11月",
  "周八",
  "周",
  "下周",
  "1024",
  "foo 3",
  "constructor",
  "3天",
  "12-1-",
  "月",
])("%j is no date", (words) => {
  expect(readDate(words, today)).toBeUndefined();
});

test("the year turns, and a day that this month has not is looked for in the next one", () => {
  const read = ["1月1日", "周五", "31号", "29号", "月底"].map((words) => readDate(words, "2026-12-31"));
  const inJanuary = readDate("30号", "2027-01-31");

  expect(read).toEqual(
    ["2027-01-01", "2027-01-01", "2026-12-31", "2027-01-29", "2026-12-31"].map((date) => ({ date })),
  );
  expect(inJanuary).toEqual({ wrong: true });
});

test.each([
  ["今天", "2026-11-27"],
  ["半天", "2026-11-27"],
  ["1天", "2026-11-27"],
  ["3天", "2026-11-29"],
  ["两天", "2026-11-28"],
  ["十天", "2026-12-06"],
  ["一周", "2026-12-03"],
  ["2个星期", "2026-12-10"],
  ["3 days", "2026-11-29"],
  ["11月30日", "2026-11-30"],
  ["到11月30日", "2026-11-30"],
  ["到下周一", "2026-11-30"],
  ["周四", undefined],
  ["0天", undefined],
  ["生病", undefined],
])("away %j, back %s", (words, date) => {
  const read = readReturn(words, today);

  expect(read && "date" in read ? read.date : undefined).toBe(date);
});

test("weekdays count from Monday", () => {
  expect(["周一", "星期二", "礼拜天", "周7", "Sunday", "周"].map((words) => readWeekday(words))).toEqual([
    0,
    1,
    6,
    undefined,
    6,
    undefined,
  ]);
});
