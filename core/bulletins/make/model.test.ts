import { expect, test } from "vitest";
import { mishandledIn, overdueIn, type Lapse } from "./model.ts";

const hour = 3_600_000;
const period = { to: 100 * hour };

function lapse(number: number, kind: Lapse["kind"], at: number, doneAt?: number): Lapse {
  return { number, kind, at: at * hour, doneAt: doneAt === undefined ? undefined : doneAt * hour };
}

test("a matter is overdue once, by the deadline it missed by most, and what is still to be done comes first", () => {
  const lapses = [
    lapse(1, "answer", 10, 12),
    lapse(1, "settle", 20, 50),
    lapse(2, "settle", 95),
    lapse(3, "answer", 10, 90),
    lapse(4, "answer", 99, 99.5),
    lapse(5, "settle", 40, 140),
  ];

  const found = overdueIn(lapses, period).map(({ number, fault, hoursLate, isOpen }) => [
    number,
    fault,
    hoursLate,
    isOpen,
  ]);

  expect(found).toEqual([
    [5, "settle_late", 60, true],
    [2, "settle_late", 5, true],
    [3, "answer_late", 80, false],
    [1, "settle_late", 30, false],
    [4, "answer_late", 0, false],
  ]);
});

test.each([
  ["an answer 23 hours late", [lapse(1, "answer", 10, 33)], [], []],
  ["an answer 24 hours late", [lapse(1, "answer", 10, 34)], [], ["unanswered 24"]],
  ["no answer to the end of the period", [lapse(1, "answer", 70)], [], ["unanswered 30"]],
  ["no answer yet, and the period is over an hour later", [lapse(1, "answer", 99)], [], []],
  ["settled a month late, which is overdue only", [lapse(1, "settle", 1, 90)], [], []],
  ["not satisfied once", [], [{ number: 1, cycle: 1, doneAt: undefined }], ["dissatisfied null"]],
  [
    "not satisfied with the second round",
    [],
    [{ number: 1, cycle: 2, doneAt: undefined }],
    ["dissatisfied_again null"],
  ],
  [
    "several, of which the gravest is said",
    [lapse(1, "answer", 10, 60)],
    [
      { number: 1, cycle: 1, doneAt: 80 * hour },
      { number: 1, cycle: 2, doneAt: undefined },
    ],
    ["dissatisfied_again null"],
  ],
  [
    "not answered, and then not satisfied once",
    [lapse(1, "answer", 10, 60)],
    [{ number: 1, cycle: 1, doneAt: undefined }],
    ["unanswered 50"],
  ],
] as const)("mishandled: %s", (_what, lapses, complaints, expected) => {
  const found = mishandledIn(lapses, complaints, period);

  expect(found.map(({ fault, hoursLate }) => `${fault} ${hoursLate}`)).toEqual(expected);
});

test("nothing wrong is an empty list", () => {
  expect([overdueIn([], period), mishandledIn([], [], period)]).toEqual([[], []]);
});
