import chineseDays from "chinese-days";
import { dateAfter } from "../zone.ts";

/** A day unlike its weekday. */
export interface SpecialDay {
  readonly date: string;
  readonly isWorkday: boolean;
  /** Where it is from: the yearly schedule of the State Council, or, before that is out, the statutory holidays alone. */
  readonly source: "schedule" | "statute";
  /** 国庆节 */
  readonly name: string;
}

/**
 * The days of a year that are unlike their weekday. A year whose schedule is not known yet (chinese-days takes its
 * 1 January for a workday then) has the thirteen statutory days only; weekends beside them are weekends as ever.
 */
export function specialDays(year: number): readonly SpecialDay[] {
  const scheduled = scheduledDays(year);
  return scheduled.length > 0 ? scheduled : statutoryDays(year);
}

function scheduledDays(year: number): readonly SpecialDay[] {
  const days: SpecialDay[] = [];
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = dateAfter(date, 1)) {
    const { work, name } = chineseDays.getDayDetail(date);
    const [, chinese] = name.split(",");
    if (chinese !== undefined) days.push({ date, isWorkday: work, source: "schedule", name: chinese });
  }
  return days;
}

/** 元旦 1 · 春节 4, from 除夕 · 清明 1 · 劳动节 2 · 端午 1 · 中秋 1 · 国庆节 3 (in force since 2025). */
function statutoryDays(year: number): readonly SpecialDay[] {
  const lunar = (date: string): string => chineseDays.getSolarDateFromLunar(`${year}-${date}`).date;
  const [qingming] = chineseDays
    .getSolarTerms(`${year}-04-01`, `${year}-04-10`)
    .filter(({ term }) => term === "pure_brightness");
  const from = (first: string, count: number, name: string): readonly SpecialDay[] =>
    Array.from({ length: count }, (_, index) => ({
      date: dateAfter(first, index),
      isWorkday: false,
      source: "statute",
      name,
    }));
  return [
    ...from(`${year}-01-01`, 1, "元旦"),
    ...from(dateAfter(lunar("01-01"), -1), 4, "春节"),
    ...(qingming ? from(qingming.date, 1, "清明") : []),
    ...from(`${year}-05-01`, 2, "劳动节"),
    ...from(lunar("05-05"), 1, "端午"),
    ...from(lunar("08-15"), 1, "中秋"),
    ...from(`${year}-10-01`, 3, "国庆节"),
  ];
}
