/** The county's four and four of ours, and what fits none of them. */
export const categories = [
  "police",
  "property",
  "social",
  "tax",
  "medical",
  "civil",
  "health",
  "farming",
  "other",
] as const;
export type Category = (typeof categories)[number];

export type ServiceItemId = number & { readonly __id?: "service item" };

/** How sure the facts of an item are: A statute, B excerpt, C low trust, D usual practice; A/D some of both. */
export type Grade = "A" | "B" | "C" | "D" | "A/D";

/** What is known of something that people get done at an office. */
export interface ServiceFacts {
  readonly category: Category;
  readonly title: string;
  readonly titleEn: string | null;
  /** Where it is done. */
  readonly place: string;
  /** What to bring; what ends in * is usual and stands in no law. */
  readonly materials: readonly string[];
  readonly timeLimit: string | null;
  readonly fee: string | null;
  readonly basis: string | null;
  readonly phone: string | null;
}

/** Something that people get done at an office, as it is told to everybody of its unit. */
export interface ServiceItem extends ServiceFacts {
  readonly id: ServiceItemId;
  readonly unit: string;
  readonly grade: Grade | null;
  readonly isDemo: boolean;
}

export function isCategory(word: string): word is Category {
  return categories.some((one) => one === word);
}

/** Is something of it usual practice only, and to be asked about before one goes? */
export function hasUsual({ place, materials, timeLimit, fee, basis }: ServiceFacts): boolean {
  return [place, ...materials, timeLimit ?? "", fee ?? "", basis ?? ""].some((fact) => fact.includes("*"));
}

const among = /[；;]/u;

/** 「身份证；户口簿」: what to bring, one by one. */
export function materialsIn(words: string): readonly string[] {
  return words
    .split(among)
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

/** Do two descriptions say the same? */
export function areAlike(one: ServiceFacts, other: ServiceFacts): boolean {
  const said = ({ category, place, materials, timeLimit, fee, basis, phone }: ServiceFacts): string =>
    JSON.stringify([category, place, materials, timeLimit, fee, basis, phone]);
  return said(one) === said(other);
}
