import type { Text } from "../../language/index.ts";
import type { TicketTag } from "../tags/model.ts";

const names: Readonly<Record<TicketTag, Text>> = {
  repeated: { zh: "反复反映", en: "Told again and again" },
  history: { zh: "历史遗留", en: "Old story" },
  joint: { zh: "要多家一起办", en: "Needs several offices" },
  crowd: { zh: "很多人关心", en: "Many people care" },
  hazard: { zh: "有安全隐患", en: "Safety hazard" },
  funds: { zh: "缺钱办", en: "Needs money" },
  policy: { zh: "政策没说清", en: "Policy is unclear" },
  example: { zh: "办得好，可推广", en: "Well done, worth copying" },
};

/** What a tag of a matter is called; what is kept of one that is gone is said as it is. */
export function tagName(tag: string): Text {
  return (names as Readonly<Record<string, Text>>)[tag] ?? { zh: tag, en: tag };
}
