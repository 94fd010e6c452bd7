import type { Text } from "../../language/index.ts";

/** What several subjects say in the same words. */

/** What somebody earned by one rule. */
export interface Part {
  readonly title: Text;
  readonly sum: number;
}

/** 「+5」, 「-5」. */
export function signed(points: number): string {
  return points > 0 ? `+${points}` : String(points);
}

export function partsOf(parts: readonly Part[]): Text {
  return {
    zh: parts.map(({ title, sum }) => `${title.zh} ${sum}`).join("、"),
    en: parts.map(({ title, sum }) => `${title.en} ${sum}`).join(", "),
  };
}

/** @param month 「2026-11」. */
export function monthName(month: string): Text {
  const [year = "", one = ""] = month.split("-");
  const english = new Date(`${month}-01T00:00:00Z`).toLocaleString("en-GB", {
    month: "long",
    timeZone: "UTC",
  });
  return { zh: `${Number(one)}月`, en: `${english} ${year}` };
}
