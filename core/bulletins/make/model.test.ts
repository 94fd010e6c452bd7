import { expect, test } from "vitest";
import { answerAfter, endAfter, mishandledIn, overdueIn, standOf, type Lapse, type Turn } from "./model.ts";

const hour = 3_600_000;
const period = { from: 0, to: 100 * hour };

function lapse(number: number, kind: Lapse["kind"], at: number, doneAt?: number): Lapse {
  const end = doneAt === undefined ? undefined : ({ at: doneAt * hour, how: "done" } as const);
  return { number, kind, at: at * hour, end };
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
  ["an answer 24 hours late before the period", [lapse(1, "answer", -60, -30)], [], []],
  ["an answer whose day without one ends in the period", [lapse(1, "answer", -23, 2)], [], ["unanswered 25"]],
  ["an answer whose day without one ended as the period began", [lapse(1, "answer", -24, 2)], [], []],
  ["no answer since long before the period", [lapse(1, "answer", -60)], [], ["unanswered 160"]],
  ["not satisfied once", [], [{ number: 1, times: 1, end: undefined }], ["dissatisfied null"]],
  ["not satisfied twice", [], [{ number: 1, times: 2, end: undefined }], ["dissatisfied_again null"]],
  [
    "several, of which the gravest is said",
    [lapse(1, "answer", 10, 60)],
    [
      { number: 1, times: 1, end: { at: 80 * hour, how: "done" } },
      { number: 1, times: 2, end: undefined },
    ],
    ["dissatisfied_again null"],
  ],
  [
    "not answered, and then not satisfied once",
    [lapse(1, "answer", 10, 60)],
    [{ number: 1, times: 1, end: undefined }],
    ["unanswered 50"],
  ],
] as const)("mishandled: %s", (_what, lapses, complaints, expected) => {
  const found = mishandledIn(lapses, complaints, period);

  expect(found.map(({ fault, hoursLate }) => `${fault} ${hoursLate}`)).toEqual(expected);
});

test("a deadline missed before the period is on its list only while it is still to be done", () => {
  const lapses = [lapse(1, "answer", -60, -30), lapse(2, "settle", -60, 50), lapse(3, "settle", -60, 150)];

  expect(overdueIn(lapses, period).map(({ number, isOpen }) => [number, isOpen])).toEqual([[3, true]]);
});

function turns(told: readonly (string | readonly [kind: string, more: Partial<Turn>])[]): readonly Turn[] {
  return told.map((one, index): Turn => {
    const [kind, more] = typeof one === "string" ? [one, {}] : one;
    return { kind, cycle: 1, at: index, isReporters: false, ...more };
  });
}

const hers = { isReporters: true };
const second = { cycle: 2 };

test.each<readonly [string, readonly Turn[], string | undefined, string | undefined, boolean]>([
  ["waits", turns(["filed"]), undefined, undefined, true],
  ["is answered", turns(["filed", "answered"]), "done", undefined, true],
  ["is settled", turns(["filed", "settled"]), "done", "done", false],
  ["is settled by the villager's word", turns(["filed", ["settled", hers]]), "unanswered", "done", false],
  ["is taken back", turns(["filed", "withdrawn"]), "withdrawn", "withdrawn", false],
  [
    "is taken back and put back",
    turns(["filed", "withdrawn", ["put_back", second]]),
    "withdrawn",
    "withdrawn",
    true,
  ],
  ["could not be verified", turns(["filed", "unverified", "closed"]), "done", "unverified", false],
  ["is not mended after all", turns(["filed", "settled", "not_fixed"]), "done", undefined, true],
  ["is mended at last", turns(["filed", "settled", "not_fixed", "settled"]), "done", "done", false],
])("a matter that %s", (_what, told, answer, end, isOpen) => {
  const since = { cycle: 1, at: 0 };

  expect([answerAfter(told, since)?.how, endAfter(told, since)?.how]).toEqual([answer, end]);
  expect(standOf(told).isOpen).toBe(isOpen);
});

test("nothing wrong is an empty list", () => {
  expect([overdueIn([], period), mishandledIn([], [], period)]).toEqual([[], []]);
});
