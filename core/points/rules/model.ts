import type { Cap, GivenBy, Rule } from "../model.ts";

/** What is changed about a rule. */
export type RuleChange =
  | { readonly what: "delta"; readonly delta: number }
  /** Null: no such cap any more. */
  | { readonly what: "cap"; readonly cap: CapKind; readonly most: number | null }
  | { readonly what: "remove" };

/** Whom a cap counts and within what time. */
export type CapKind = Pick<Cap, "per" | "within">;

const withins = ["day", "month", "ever"] as const;
const pers: Readonly<Record<GivenBy, readonly Cap["per"][]>> = {
  event: ["person", "household"],
  staff: ["person", "household"],
  outcome: ["team"],
};

/** Every cap that a rule may have, in the order in which they are shown. */
export function capKindsOf({ givenBy }: Pick<Rule, "givenBy">): readonly CapKind[] {
  return pers[givenBy].flatMap((per) => withins.map((within) => ({ per, within })));
}

function isOfKind(kind: CapKind): (cap: Cap) => boolean {
  return ({ per, within }) => per === kind.per && within === kind.within;
}

/** The most a rule pays under a cap of this kind; null where it has none. */
export function mostUnder(caps: readonly Cap[], kind: CapKind): number | null {
  return caps.find(isOfKind(kind))?.most ?? null;
}

/** A rule as a change leaves it; undefined where it is taken away. */
export function changedBy<Kept extends Pick<Rule, "delta" | "caps" | "givenBy">>(
  rule: Kept,
  change: RuleChange,
): Kept | undefined {
  if (change.what === "remove") return undefined;
  if (change.what === "delta") return { ...rule, delta: change.delta };
  const { cap, most } = change;
  const others = rule.caps.filter((one) => !isOfKind(cap)(one));
  const all = most === null ? others : [...others, { ...cap, most }];
  const caps = capKindsOf(rule).flatMap((kind) => all.find(isOfKind(kind)) ?? []);
  return { ...rule, caps };
}

/** The cap that is below what the rule gives at once, so that nobody ever gets all of it. */
export function tooLow({ delta, caps }: Pick<Rule, "delta" | "caps">): Cap | undefined {
  return caps.find(({ most }) => most < delta);
}

/** Do two versions of a rule come to the same? */
export function isSame(one: Pick<Rule, "delta" | "caps">, other: Pick<Rule, "delta" | "caps">): boolean {
  return one.delta === other.delta && JSON.stringify(one.caps) === JSON.stringify(other.caps);
}

export const deltaLimits = { least: 1, most: 500 };

export const capLimits = { least: 1, most: 5000 };
