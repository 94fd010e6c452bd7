import {
  gradedNames,
  type Because,
  type Figure,
  type Grade,
  type GradedName,
  type Recorded,
} from "../model.ts";

/** From which share on a rate is excellent, and beyond which it is poor. */
export interface Bounds {
  readonly excellent: number;
  readonly poor: number;
}

/** What grades are given by. Plain data: a list keeps the rules it was made by. */
export interface Rules {
  /** Shown with every grade: no official scheme was found, these are ours. */
  readonly isDemo: boolean;
  /** How many days a list is open to objection, plain days, the day of publication not counted. */
  readonly days: number;
  /** How many stars a village may have in a year. */
  readonly starsPerVillage: number;
  readonly bounds: Readonly<Record<GradedName, Bounds>>;
}

/**
 * The rules of the demonstration. No text with weights or grades was found for Ninghai, so there are no weights and no sum: every rate
 * stands by itself. An office puts its own here.
 */
export const demoRules: Rules = {
  isDemo: true,
  days: 7,
  starsPerVillage: 2,
  bounds: {
    answeredInTime: { excellent: 0.95, poor: 0.8 },
    settledInTime: { excellent: 0.95, poor: 0.8 },
    content: { excellent: 0.9, poor: 0.7 },
    reopened: { excellent: 0.05, poor: 0.2 },
  },
};

/** What is graded: the rates of a year, and what was recorded in it. */
export interface Graded {
  readonly figures: readonly Figure[];
  readonly recorded: Recorded;
}

/** The rates that say something: those with enough behind them. */
export function tellingFigures({ figures }: Pick<Graded, "figures">): readonly Figure[] {
  return gradedNames.flatMap((name) =>
    figures.filter((one) => one.name === name && one.share !== null && !one.isSmall),
  );
}

/** 不评: too few matters for any rate to say something. */
export function isTooFew(graded: Pick<Graded, "figures">): boolean {
  return tellingFigures(graded).length === 0;
}

/** 待改进: these rates are worse than the rules allow. */
export function poorFigures(graded: Pick<Graded, "figures">, rules: Rules): readonly GradedName[] {
  return tellingFigures(graded).flatMap(({ name, share }) =>
    isGraded(name) && share !== null && isWorse(name, share, rules.bounds[name].poor) ? [name] : [],
  );
}

/** Not 优秀: 约谈 or 通报 was confirmed in the year. 整改 is how things are put right, and holds nobody back. */
export function isRecorded({ recorded }: Pick<Graded, "recorded">): boolean {
  return recorded.admonition + recorded.censure > 0;
}

/** Not 优秀: these rates are not good enough for it, or have too few matters behind them; whose matters never end counts by what ended. */
export function missingForExcellent(graded: Pick<Graded, "figures">, rules: Rules): readonly GradedName[] {
  const telling = tellingFigures(graded);
  return gradedNames.filter((name) => {
    const own = telling.find((one) => one.name === name);
    if (own?.share === undefined || own.share === null) return isNeeded(name, graded);
    return isWorse(name, own.share, rules.bounds[name].excellent);
  });
}

/** The grade, by the first rule that decides; nobody is compared with anybody. */
export function gradeOf(graded: Graded, rules: Rules): { readonly grade: Grade; readonly because: Because } {
  if (isTooFew(graded)) return { grade: "ungraded", because: { rule: "too_few", figures: [] } };
  const poor = poorFigures(graded, rules);
  if (poor.length > 0) return { grade: "poor", because: { rule: "poor", figures: poor } };
  if (isRecorded(graded)) return { grade: "fit", because: { rule: "recorded", figures: [] } };
  const missing = missingForExcellent(graded, rules);
  if (missing.length > 0) return { grade: "fit", because: { rule: "not_all", figures: missing } };
  return { grade: "excellent", because: { rule: "excellent", figures: [] } };
}

/** Must a rate be there? Whoever never answers first, as an officer, is not asked how fast she does; what villagers say always counts. */
function isNeeded(name: GradedName, { figures }: Pick<Graded, "figures">): boolean {
  if (name !== "answeredInTime") return true;
  return figures.some((one) => one.name === name && one.denominator > 0);
}

function isWorse(name: GradedName, share: number, bound: number): boolean {
  return name === "reopened" ? share > bound : share < bound;
}

function isGraded(name: Figure["name"]): name is GradedName {
  return gradedNames.some((one) => one === name);
}
