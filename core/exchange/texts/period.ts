import type { Choosable } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { everything, keyOf, monthOf, monthsFrom, yearOf, type Period } from "../outgoing/period/model.ts";

/** What can be chosen from, and the date on which it was offered. */
export interface Periods {
  readonly today: string;
  readonly options: readonly Choosable[];
}

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function dateName(date: string): Text {
  const [year, month = 1, day] = date.split("-").map(Number);
  return { zh: `${year}年${month}月${day}日`, en: `${day} ${months[month - 1]} ${year}` };
}

function isSame(one: Period, other: Period): boolean {
  return one.first === other.first && one.last === other.last;
}

/** 「2026年10月」「2026年」「2026年10月1日—2026年10月15日」. */
export function periodName(period: Period): Text {
  const { year, month } = monthOf(period.first);
  if (isSame(period, yearOf(year))) return { zh: `${year}年`, en: String(year) };
  if (isSame(period, monthsFrom(year, month)))
    return { zh: `${year}年${month}月`, en: `${months[month - 1]} ${year}` };
  const [first, last] = [dateName(period.first), dateName(period.last)];
  if (period.first === period.last) return first;
  return { zh: `${first.zh}—${last.zh}`, en: `${first.en} to ${last.en}` };
}

/** What is asked about the days of a table. */
export const periodTexts = {
  ask: {
    zh: "哪段时间的？也可以直接发，比如：10月、第三季度、10月1日到15日。",
    en: "Of which time? Or say it: 2026-10, q3, 2026-10-01 to 2026-10-15.",
  },
  noPeriod: { zh: "没看懂是哪段时间。", en: "That is no time I know." },
  /** What most people want, on that day. */
  offered: (today: string): Periods => {
    const { year, month } = monthOf(today);
    const of = (name: Text, period: Period) => {
      const { zh, en } = periodName(period);
      return { id: keyOf(period), label: { zh: `${name.zh}（${zh}）`, en: `${name.en} (${en})` } };
    };
    return {
      today,
      options: [
        of({ zh: "本月", en: "this month" }, monthsFrom(year, month)),
        of({ zh: "上月", en: "last month" }, monthsFrom(year, month - 1)),
        of({ zh: "今年", en: "this year" }, yearOf(year)),
        { id: everything, label: { zh: "全部", en: "all" } },
      ],
    };
  },
} as const;
