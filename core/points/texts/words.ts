import type { Text } from "../../language/index.ts";
import type { Cap } from "../model.ts";

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

const within: Readonly<Record<Cap["within"], Text>> = {
  day: { zh: "每天", en: "a day" },
  month: { zh: "每月", en: "a month" },
  ever: { zh: "总共", en: "in all" },
};
const per: Readonly<Record<Cap["per"], Text>> = {
  person: { zh: "每人", en: "for one person" },
  household: { zh: "每户", en: "for a household" },
  team: { zh: "每队", en: "for a team" },
};

/** 「每人每天」. */
export function capKind(cap: Pick<Cap, "per" | "within">): Text {
  const [whose, when] = [per[cap.per], within[cap.within]];
  return { zh: `${whose.zh}${when.zh}`, en: `${whose.en}, ${when.en}` };
}

/** 「每人每天最多 4」. */
export function capLine(cap: Cap): Text {
  const [whose, when] = [per[cap.per], within[cap.within]];
  return {
    zh: `${whose.zh}${when.zh}最多 ${cap.most}`,
    en: `at most ${cap.most} ${when.en} ${whose.en}`,
  };
}
