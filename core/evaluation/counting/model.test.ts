/** The written rules of core/evaluation/model.ts, one test for each. */
import { expect, test } from "vitest";
import { ratesOf, sumOf, type CountName, type Counts } from "../model.ts";
import { badAtOf, difference, factsOf, sharesOf, type Fact, type Happened, type Life } from "./model.ts";

type Told = readonly [kind: string, actor?: string | undefined, more?: Partial<Happened>];

/** Each event is a moment later than the one before it, held by 老李. */
function happened(told: readonly Told[]): readonly Happened[] {
  return told.map(([kind, actor, more], at) => ({
    cycle: 1,
    kind,
    actor,
    holder: "li",
    office: undefined,
    words: "",
    at,
    ...more,
  }));
}

function life(told: readonly Told[], more: Partial<Life> = {}): Life {
  return {
    unit: "village",
    isOfVillage: true,
    kind: "lamp",
    reporter: "wang",
    about: undefined,
    isSealed: false,
    happened: happened(told),
    runOut: [],
    ...more,
  };
}

function countsFor(facts: readonly Fact[], of: string, id: string): Partial<Counts> {
  const shares = sharesOf(
    facts.filter((fact) => fact.of === of && fact.id === id),
    () => 0,
  );
  return shares[0]?.counts ?? {};
}

const ofVillage = (told: readonly Told[], more?: Partial<Life>) =>
  countsFor(factsOf(life(told, more)), "unit", "village");
const of = (person: string, told: readonly Told[], more?: Partial<Life>) =>
  countsFor(factsOf(life(told, more)), "person", person);

const filed: Told = ["filed", "wang"];
const answered: Told = ["answered", "li"];
const settled: Told = ["settled", "li"];
const second = { cycle: 2 };
/** Answered and settled in time, in the village. */
const good = { filed: 1, answeredInTime: 1, settledInTime: 1, settled: 1, settledInVillage: 1 };

test.each<readonly [string, readonly Told[], Partial<Counts>]>([
  ["waits and nothing is due", [filed], { filed: 1 }],
  ["is answered in time", [filed, answered], { filed: 1, answeredInTime: 1 }],
  [
    "got only 「收到」 and a question, which are no answer",
    [filed, ["received", "li"], ["asked", "li"]],
    { filed: 1 },
  ],
  ["was answered late", [filed, ["overdue"], ["answered", "zhou"]], { filed: 1, answeredLate: 1 }],
  ["was never answered", [filed, ["overdue"]], { filed: 1, neverAnswered: 1 }],
  ["is settled in time", [filed, answered, settled], good],
  [
    "ended unrated: closed is not settled once more",
    [filed, answered, settled, ["closed"]],
    { ...good, unrated: 1 },
  ],
  [
    "was only closed",
    [filed, answered, ["unverified", "li"], ["closed"]],
    { filed: 1, answeredInTime: 1, unverified: 1, unrated: 1 },
  ],
  [
    "is settled late",
    [filed, answered, ["late"], settled],
    { filed: 1, answeredInTime: 1, settledLate: 1, settled: 1, settledInVillage: 1 },
  ],
  ["is late and not settled", [filed, answered, ["late"]], { filed: 1, answeredInTime: 1, neverSettled: 1 }],
  [
    "is settled by the villager's own word, unanswered",
    [filed, ["settled", "wang"]],
    { filed: 1, settledInTime: 1, settled: 1, settledInVillage: 1 },
  ],
  [
    "was called settled and is not: [还没好]",
    [filed, answered, settled, ["not_fixed", "wang"]],
    { filed: 1, answeredInTime: 1 },
  ],
  [
    "was reopened: each round counts by itself",
    [
      filed,
      answered,
      settled,
      ["rated", "wang", { words: "dissatisfied 又灭了" }],
      ["reopened", "wang", second],
      ["answered", "zhou", second],
      ["settled", "zhou", second],
      ["rated", "wang", { ...second, words: "satisfied" }],
    ],
    {
      filed: 1,
      answeredInTime: 2,
      settledInTime: 2,
      settled: 2,
      settledInVillage: 2,
      reopened: 1,
      dissatisfied: 1,
      satisfied: 1,
    },
  ],
  [
    "was told by neighbours too: it is one matter",
    [filed, ["followed", "chen"], ["followed", "liu"]],
    { filed: 1 },
  ],
  [
    "goes on with a neighbour",
    [filed, ["followed", "chen"], ["left", "wang"], answered],
    { filed: 1, answeredInTime: 1 },
  ],
  ["was taken back before anything was due", [filed, ["withdrawn", "wang"]], { filed: 1, withdrawn: 1 }],
  [
    "was taken back after its answer was due",
    [filed, ["overdue"], ["withdrawn", "wang"]],
    { filed: 1, neverAnswered: 1, withdrawn: 1 },
  ],
  [
    "was taken back and put back: a new round, and not withdrawn",
    [filed, ["withdrawn", "wang"], ["put_back", "wang", second], ["answered", "li", second]],
    { filed: 1, answeredInTime: 1 },
  ],
  [
    "stands still: neither settled nor late",
    [filed, answered, ["paused", "li"]],
    { filed: 1, answeredInTime: 1 },
  ],
  [
    "is settled in time after it stood still, which is said",
    [filed, answered, ["paused", "li"], settled],
    { ...good, stoodStill: 1 },
  ],
  ["was mediated", [filed, ["mediating", "li"], ["mediated"]], { ...good, stoodStill: 1, mediated: 1 }],
  [
    "was not brought to agreement",
    [filed, ["mediating", "li"], ["mediation_failed"]],
    { filed: 1, answeredInTime: 1, mediationFailed: 1 },
  ],
  [
    "was sent up to the township",
    [filed, answered, ["sent_up", "li"], ["dispatched", "zhao"], ["settled", "zhang"]],
    { filed: 1, answeredInTime: 1, settledInTime: 1, settled: 1, settledAbove: 1 },
  ],
  ["was sent up and came back", [filed, answered, ["sent_up", "li"], ["returned", "zhao"], settled], good],
  [
    "went up because the team had not settled it in time",
    [filed, answered, ["handed_over", "li"], ["late"], ["settled", "zhao"]],
    { filed: 1, answeredInTime: 1, settledLate: 1, settled: 1, settledAbove: 1 },
  ],
])("a matter that %s", (_what, told, counts) => {
  expect(ofVillage(told)).toEqual(counts);
});

test.each<readonly [string, Partial<Life>]>([
  ["is sealed", { isSealed: true }],
  ["accuses an official", { kind: "accusation" }],
  ["complains of somebody's service", { kind: "complaint", about: "li" }],
  ["is about somebody", { about: "li" }],
])("a matter that %s is in no figure", (_what, more) => {
  expect(factsOf(life([filed, ["overdue"], answered, settled], more))).toEqual([]);
});

test("a dispute counts, whoever its other side is", () => {
  expect(ofVillage([filed], { kind: "dispute", about: "chen" })).toEqual({ filed: 1 });
});

test("what somebody answered that she reported herself is nobody's work", () => {
  const told: readonly Told[] = [["filed", "li"], answered, settled, ["rated", "li", { words: "satisfied" }]];

  expect(ofVillage(told, { reporter: "li" })).toEqual({ filed: 1 });
  expect(of("li", told, { reporter: "li" })).toEqual({});
});

test("what she called settled that she had reported and had to deal with herself is nobody's work either, nor is her rating", () => {
  const told: readonly Told[] = [
    ["filed", "li"],
    ["settled", "li"],
    ["rated", "li", { words: "satisfied" }],
  ];

  expect(ofVillage(told, { reporter: "li" })).toEqual({ filed: 1 });
});

test("a matter of somebody who lives in no village is settled neither in one nor above it", () => {
  const { settledInVillage: _none, ...rest } = good;

  expect(ofVillage([filed, answered, settled], { isOfVillage: false })).toEqual(rest);
});

test.each([
  ["an answer", true, { filed: 1, answeredLate: 1 }],
  ["a settlement", false, { filed: 1, answeredInTime: 1, settledLate: 1, settled: 1, settledInVillage: 1 }],
] as const)(
  "%s that came after its time ran out is late, though nobody had noticed",
  (_what, isAnswers, counts) => {
    const runOut = [{ cycle: 1, isAnswers }];

    expect(ofVillage(isAnswers ? [filed, answered] : [filed, answered, settled], { runOut })).toEqual(counts);
  },
);

test("what falls due is hers who had it; who took it over is neither early nor late by it", () => {
  const told: readonly Told[] = [filed, ["overdue"], ["answered", "zhou"], ["settled", "zhou"]];

  expect(of("li", told)).toEqual({ answeredLate: 1 });
  expect(of("zhou", told)).toEqual({ settledInTime: 1, settled: 1 });
});

test("a rating and a reopening are hers who settled that round", () => {
  const told: readonly Told[] = [
    filed,
    answered,
    ["settled", "ge"],
    ["rated", "wang", { words: "dissatisfied slow" }],
    ["reopened", "wang", second],
  ];

  expect(of("ge", told)).toEqual({ settledInTime: 1, settled: 1, reopened: 1, dissatisfied: 1 });
  expect(of("li", told)).toEqual({ answeredInTime: 1 });
});

test("what an office had and let pass is the office's, what it settled too", () => {
  const office = { office: "7", holder: "zhang" };
  const told: readonly Told[] = [
    filed,
    ["dispatched", "zhao"],
    ["late", undefined, office],
    ["settled", "zhang", { office: "8" }],
  ];

  const facts = factsOf(life(told));

  expect(countsFor(facts, "office", "7")).toEqual({ settledLate: 1 });
  expect(countsFor(facts, "office", "8")).toEqual({ answeredInTime: 1, settledInTime: 1, settled: 1 });
  expect(countsFor(facts, "unit", "village")).toMatchObject({ settledLate: 1, settledAbove: 1 });
});

test("a lapse counts on the day it was due, a rating on the day it was given", () => {
  const told: readonly Told[] = [
    ["filed", "wang", { at: 10 }],
    ["overdue", undefined, { at: 35 }],
    ["settled", "zhou", { at: 41 }],
    ["rated", "wang", { at: 77, words: "fair" }],
  ];

  const shares = sharesOf(factsOf(life(told)), (at) => Math.floor(at / 10) * 10);

  expect(shares.filter((share) => share.of === "unit")).toEqual([
    { of: "unit", id: "village", dayAt: 10, counts: { filed: 1 } },
    { of: "unit", id: "village", dayAt: 30, counts: { answeredLate: 1 } },
    { of: "unit", id: "village", dayAt: 40, counts: { settledInTime: 1, settled: 1, settledInVillage: 1 } },
    { of: "unit", id: "village", dayAt: 70, counts: { fair: 1 } },
  ]);
});

test("the last thing that went wrong is remembered, and nothing where nothing did", () => {
  const wrong = life([filed, ["overdue"], answered, settled, ["rated", "wang", { words: "dissatisfied" }]]);

  expect(badAtOf(factsOf(wrong))).toBe(4);
  expect(badAtOf(factsOf(life([filed, answered, settled])))).toBeUndefined();
});

test("the difference of two countings makes the one into the other", () => {
  const share = (counts: Partial<Counts>) => [{ of: "unit" as const, id: "village", dayAt: 0, counts }];

  expect(difference(share({ filed: 1, neverAnswered: 1 }), share({ filed: 1, answeredLate: 1 }))).toEqual(
    share({ neverAnswered: -1, answeredLate: 1 }),
  );
  expect(difference(share({ filed: 1 }), share({ filed: 1 }))).toEqual([]);
});

const many: readonly (readonly [CountName, number])[] = [
  ["answeredInTime", 17],
  ["answeredLate", 2],
  ["neverAnswered", 1],
  ["settledInTime", 6],
  ["settledLate", 1],
  ["neverSettled", 1],
  ["settled", 7],
  ["unverified", 3],
  ["reopened", 2],
  ["settledInVillage", 5],
  ["settledAbove", 2],
  ["satisfied", 3],
  ["fair", 1],
  ["dissatisfied", 1],
  ["unrated", 9],
];

test("rates say of how many, and whether those are few", () => {
  const rates = ratesOf(sumOf([Object.fromEntries(many)]));

  const said = Object.entries(rates).map(
    ([name, { numerator, denominator, isSmall }]) =>
      `${name} ${numerator}/${denominator}${isSmall ? " few" : ""}`,
  );
  expect(said).toEqual([
    "answeredInTime 17/20",
    "neverAnswered 1/20",
    "settledInTime 6/8 few",
    "content 4/5 few",
    "satisfied 3/5 few",
    "reopened 2/10",
    "settledInVillage 5/7 few",
    "resolved 0/0 few",
  ]);
  expect([rates.answeredInTime.share, rates.resolved.share]).toEqual([0.85, null]);
});
