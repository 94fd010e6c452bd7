import { expect, test } from "vitest";
import { lunarDayIn } from "./lunar.ts";

const today = "2026-11-23";

test.each([
  ["腊月初八", "2027-01-15"],
  ["正月初一", "2027-02-06"],
  ["农历八月十五", "2027-09-15"],
  ["阴历十二月廿三上午", "2027-01-30"],
  ["正月十五", "2027-02-20"],
  ["初一", "2026-12-09"],
])("%s is next on %s", (words, date) => {
  expect(lunarDayIn(words, today)).toMatchObject({ date });
});

test.each(["8月15日", "11月25号", "初步定下", "明天", "最初三天", "十五", "农历", "正月四十", ""])(
  "%j says no day of the farmers' calendar",
  (words) => {
    expect(lunarDayIn(words, today)).toBeUndefined();
  },
);
