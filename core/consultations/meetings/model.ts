export type MeetingId = number & { readonly __id?: "meeting" };

/** called: people are asked to come · held: minutes are kept · called_off. */
export type MeetingState = "called" | "held" | "called_off";

/** How far ahead a meeting may be called: a demonstration's setting. */
export const meetingRange = { leastMinutes: 60, mostDays: 120 } as const;

/** More are no agenda. */
const mostItems = 20;
const longestItem = 100;

const numbering = /^(?:\(?\d{1,2}[.、)]\s*|[一二三四五六七八九十]{1,3}、\s*|[-*•·]\s*)/u;

/** The items of an agenda, one a line; undefined when there are none, too many, or one is too long. */
export function readAgenda(words: string): readonly string[] | undefined {
  const items = words
    .replaceAll(/[①-⑳]\s*/gu, "")
    .split(/[\n;；]/u)
    .map((line) => line.trim().replace(numbering, "").trim())
    .filter((line) => line !== "");
  const isGood =
    items.length > 0 && items.length <= mostItems && items.every((item) => item.length <= longestItem);
  return isGood ? items : undefined;
}

/** Whose names stand in a line, and what in it is nobody's; a name that stands for several is asked about. */
export interface ReadNames {
  readonly names: readonly string[];
  readonly unknown: readonly string[];
  readonly several: readonly string[];
}

/** Reads 「岔路镇、前童镇 自然资源局」: names of the list in any order, apart or not. @param everybody what stands for all of `all`. */
export function readNames(words: string, known: readonly string[], all: readonly string[]): ReadNames {
  const longest = known.toSorted((one, other) => other.length - one.length);
  const names = new Set<string>();
  const unknown: string[] = [];
  let left = words.normalize("NFKC");
  while ((left = left.replace(/^[\s,、;。:和与及]+/u, "")) !== "") {
    const every = /^(?:全部乡镇(?:街道)?|所有乡镇(?:街道)?|各乡镇(?:街道)?|全部|所有|all)/iu.exec(left);
    const name = longest.find((one) => left.startsWith(one));
    const piece = /^[^\s,、;。:]+/u.exec(left)?.[0] ?? left;
    if (every && name === undefined) for (const one of all) names.add(one);
    else if (name !== undefined) names.add(name);
    else unknown.push(Array.from(piece).slice(0, 30).join(""));
    left = left.slice((name ?? every?.[0] ?? piece).length);
  }
  const several = [...names].filter((name) => known.filter((one) => one === name).length > 1);
  return { names: [...names].filter((name) => !several.includes(name)), unknown, several };
}
