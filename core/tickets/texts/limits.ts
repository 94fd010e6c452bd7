import type { Text } from "../../language/index.ts";
import { day, hour, lengthOf } from "../../time/index.ts";

/** From here on a limit is said in days: 24 小时, 48 小时, but 5 天. */
const longestInHours = 3 * day;
const workHoursADay = 7;

/** How long something may take, as people say it: 「24 小时」「5 天」「2 个工作日」. @param targetMs milliseconds that count. */
export function limitOf(targetMs: number, hours: { readonly name: string }): Text {
  if (hours.name !== "natural") return workTime(targetMs);
  if (targetMs % hour !== 0 || (targetMs >= longestInHours && targetMs % day !== 0))
    return lengthOf(targetMs);
  const [count, unit] =
    targetMs >= longestInHours
      ? [targetMs / day, { zh: "天", en: "day" }]
      : [targetMs / hour, { zh: "小时", en: "hour" }];
  return counted(count, unit);
}

/** An office's day has seven hours. */
function workTime(targetMs: number): Text {
  const inHours = targetMs / hour;
  return inHours % workHoursADay === 0
    ? counted(inHours / workHoursADay, { zh: "个工作日", en: "working day" })
    : counted(Math.round(inHours * 10) / 10, { zh: "个工作小时", en: "working hour" });
}

function counted(count: number, unit: Text): Text {
  return { zh: `${count} ${unit.zh}`, en: `${count} ${unit.en}${count === 1 ? "" : "s"}` };
}
