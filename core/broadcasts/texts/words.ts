import type { Text } from "../../language/index.ts";

/** Several things in one line; 「、」 in Chinese is a comma in English. */
export function listed(parts: readonly Text[], between: string): Text {
  return {
    zh: parts.map(({ zh }) => zh).join(between),
    en: parts.map(({ en }) => en).join(between === "、" ? ", " : between),
  };
}

const weekdays = "一二三四五六日";
const englishDays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** 「每周一 08:00」 */
export function repeatName({ every, on, minutes }: { every: string; on: number; minutes: number }): Text {
  const time = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  if (every === "day") return { zh: `每天 ${time}`, en: `every day at ${time}` };
  if (every === "week")
    return { zh: `每周${weekdays[on] ?? ""} ${time}`, en: `every ${englishDays[on] ?? ""} at ${time}` };
  return { zh: `每月${on}日 ${time}`, en: `on day ${on} of every month at ${time}` };
}

/** 「5,120」 */
export function many(count: number): string {
  return count.toLocaleString("en-US");
}
