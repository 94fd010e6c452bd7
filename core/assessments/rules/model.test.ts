import { expect, test } from "vitest";
import { gradedNames, type Figure, type FigureName } from "../model.ts";
import {
  demoRules,
  gradeOf,
  isRecorded,
  isTooFew,
  missingForExcellent,
  poorFigures,
  tellingFigures,
} from "./model.ts";

const nothing = { admonition: 0, censure: 0, remedy: 0 };

function figure(name: FigureName, numerator: number, denominator: number): Figure {
  const share = denominator === 0 ? null : numerator / denominator;
  return { name, numerator, denominator, share, isSmall: denominator < 10 };
}

type Counted = readonly [numerator: number, denominator: number];

/** The four rates that are graded, in their order. */
function figures(...counts: readonly Counted[]): readonly Figure[] {
  return gradedNames.map((name, index) => figure(name, ...(counts[index] ?? ([0, 0] as const))));
}

const good = figures([20, 20], [19, 20], [18, 20], [1, 20]);

test("a rate says something from ten on; what is not graded decides nothing", () => {
  const all = [...figures([9, 9], [5, 10]), figure("settledInVillage", 1, 50)];

  expect(tellingFigures({ figures: all }).map(({ name }) => name)).toEqual(["settledInTime"]);
  expect([
    isTooFew({ figures: all }),
    isTooFew({ figures: figures([9, 9], [9, 9], [9, 9], [0, 9]) }),
  ]).toEqual([false, true]);
});

test.each([
  ["answers", figures([15, 20], [20, 20]), ["answeredInTime"]],
  ["answers at the bound", figures([16, 20], [20, 20]), []],
  ["settlements and what villagers say", figures([20, 20], [15, 20], [13, 20]), ["settledInTime", "content"]],
  ["what came again", figures([20, 20], [20, 20], [20, 20], [5, 20]), ["reopened"]],
  ["of too few to say so", figures([20, 20], [0, 9]), []],
])("poor in %s", (_, given, expected) => {
  expect(poorFigures({ figures: given }, demoRules)).toEqual(expected);
});

test("a confirmed admonition or censure is a record; a remedy is none", () => {
  const recorded = [
    nothing,
    { ...nothing, remedy: 3 },
    { ...nothing, admonition: 1 },
    { ...nothing, censure: 1 },
  ];

  expect(recorded.map((one) => isRecorded({ recorded: one }))).toEqual([false, false, true, true]);
});

test.each([
  ["nothing", good, []],
  ["better answers", figures([18, 20], [20, 20], [20, 20], [0, 20]), ["answeredInTime"]],
  ["enough ratings", figures([20, 20], [20, 20], [9, 9], [0, 20]), ["content"]],
  ["nothing where nobody waited for a first answer", figures([0, 0], [20, 20], [20, 20], [0, 20]), []],
  ["enough answers where there were some", figures([3, 3], [20, 20], [20, 20], [0, 20]), ["answeredInTime"]],
])("for excellent there lacks %s", (_, given, expected) => {
  expect(missingForExcellent({ figures: given }, demoRules)).toEqual(expected);
});

test.each([
  ["nothing happened", figures(), nothing, "ungraded", "too_few"],
  ["nine matters, all of them late", figures([0, 9], [0, 9], [0, 9], [9, 9]), nothing, "ungraded", "too_few"],
  ["all is well", good, nothing, "excellent", "excellent"],
  ["all is well, and a remedy was noted", good, { ...nothing, remedy: 1 }, "excellent", "excellent"],
  ["all is well, and somebody was admonished", good, { ...nothing, admonition: 1 }, "fit", "recorded"],
  ["nearly all is well", figures([18, 20], [19, 20], [18, 20], [1, 20]), nothing, "fit", "not_all"],
  ["a rate is poor, and a censure stands", figures([2, 20]), { ...nothing, censure: 1 }, "poor", "poor"],
] as const)("where %s: %s", (_, given, recorded, grade, rule) => {
  expect(gradeOf({ figures: given, recorded }, demoRules)).toMatchObject({ grade, because: { rule } });
});
