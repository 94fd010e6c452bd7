import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  chanceOf,
  clustersOf,
  fewestPeople,
  fewestWeeks,
  gathered,
  hotTopics,
  withoutPeople,
  type Place,
  type Told,
} from "./model.ts";
import { burstsFound, falseAlarms } from "./testing/quietWeeks.ts";

/** A county with two towns of three villages each. */
const places: readonly Place[] = [
  { code: "c", above: null },
  ...["t1", "t2"].map((code) => ({ code, above: "c" })),
  ...["v1", "v2", "v3"].map((code) => ({ code, above: "t1" })),
  ...["v4", "v5", "v6"].map((code) => ({ code, above: "t2" })),
];

function zeros(length: number): readonly number[] {
  return Array.from({ length }, () => 0);
}

function told(place: string, kind: string, now: number, past: readonly number[] = zeros(12)): Told {
  return { place, kind, weeks: [now, ...past] };
}

function namesOf(topics: ReturnType<typeof hotTopics>): readonly string[] {
  return topics.map(({ place, kind, people }) => `${place} ${kind} ${people}`);
}

const often = [4, 5, 3, 6, 4, 5, 4, 3, 5, 6, 4, 5];

test.each([
  ["three people where nobody ever told of it", [told("v1", "lamp", 3)], ["v1 lamp 3"]],
  ["two people, who are neighbours", [told("v1", "lamp", 2)], []],
  ["as many as always", [told("v1", "lamp", 6, often)], []],
  ["four times as many as always", [told("v1", "lamp", 18, often)], ["v1 lamp 18"]],
  ["a past that is too short", [told("v1", "lamp", 9, [0, 0, 0])], []],
  ["one week of the past that was as bad", [told("v1", "lamp", 8, [0, 0, 9, ...zeros(9)])], ["v1 lamp 8"]],
  [
    "a little in every village of a town, which is much in the town",
    [told("v1", "lamp", 2), told("v2", "lamp", 2), told("v3", "lamp", 2)],
    ["t1 lamp 6"],
  ],
  [
    "one village alone, which does not make its town hot",
    [told("v1", "lamp", 9), told("v2", "lamp", 1)],
    ["v1 lamp 9"],
  ],
  ["a little in both towns", [told("v1", "lamp", 2), told("v4", "lamp", 2)], ["c lamp 4"]],
  [
    "the town's own matters with those of its villages",
    [told("t1", "lamp", 2), told("v1", "lamp", 2)],
    ["t1 lamp 4"],
  ],
])("of %s: %#", (_what, given, hot) => {
  expect(namesOf(hotTopics(given, places))).toEqual(hot);
});

test("where ten times as much is told of everything, nothing is hot for it", () => {
  const kinds = ["lamp", "road", "water", "noise", "rubbish", "ditch", "river", "dog"];
  const given = kinds.map((kind) => told("v1", kind, 40, often));

  expect(hotTopics(given, places)).toEqual([]);
});

/** A county of three towns with twenty villages each, in which something is told of as usual. */
const wide: readonly Place[] = [
  { code: "c", above: null },
  ...["t0", "t1", "t2"].map((code) => ({ code, above: "c" })),
  ...Array.from({ length: 60 }, (_, at) => ({ code: `v${at}`, above: `t${at % 3}` })),
];
const villages = wide.slice(4).map(({ code }) => code);
const kindsOfAYear = ["lamp", "road", "water", "noise", "rubbish", "ditch", "river", "dog"];
/** Two people a week, and one. */
const usually = villages.flatMap((village, which) =>
  kindsOfAYear.map((kind, at) => {
    const past = [1, 0, 1, 2, 1, 0, 1, 1, 0, 2, 1, 1];
    return told(village, kind, at % 2, [...past.slice(which % 12), ...past.slice(0, which % 12)]);
  }),
);

describe("in written weeks of a county", () => {
  test("a village in which the program is new is hot in nothing by itself, and lost to nobody", () => {
    const old = usually.filter(({ place }) => place !== "v0");
    const began = kindsOfAYear.map((kind) => told("v0", kind, 4));

    const asOld = hotTopics([...old, ...began], wide);
    const asNew = hotTopics([...old, ...began], wide, new Set(["v0"]));
    const burst = hotTopics([...old, told("v0", "power", 8)], wide, new Set(["v0"]));

    expect(asOld).not.toEqual([]);
    expect(asNew).toEqual([]);
    expect(namesOf(burst)).toEqual(["c power 8"]);
  });

  test("a typhoon that floods nearly every village is one topic, of the county and of each town's own page", () => {
    const flooded = usually.map((one) =>
      one.kind === "ditch" && one.place !== "v7" ? { ...one, weeks: [9, ...one.weeks.slice(1)] } : one,
    );

    const topics = hotTopics(flooded, wide);
    const [onTheCountys, onATowns, onAVillages] = ["c", "t1", "v4"].map((top) => gathered(topics, wide, top));

    expect(topics).toHaveLength(59);
    expect(namesOf(onTheCountys ?? [])).toEqual(["c ditch 531"]);
    expect(onTheCountys?.[0]?.places).toBe(3);
    expect(namesOf(onATowns ?? [])).toEqual(["t1 ditch 171"]);
    expect(onATowns?.[0]?.places).toBe(19);
    expect(namesOf(onAVillages ?? [])).toEqual(["v4 ditch 9"]);
  });

  test("what is hot at a few places is told of each, and none is in two topics", () => {
    const some = usually.map((one) =>
      one.kind === "ditch" && ["v0", "v3", "v6"].includes(one.place)
        ? { ...one, weeks: [9, ...one.weeks.slice(1)] }
        : one,
    );

    const topics = gathered(hotTopics(some, wide), wide, "c");

    expect(topics.map(({ place }) => place)).toEqual(["v0", "v3", "v6"]);
  });

  test("in a holiday week nothing is hot, nor is the week after it for being as usual again", () => {
    const holiday = usually.map((one) => ({ ...one, weeks: [0, ...one.weeks.slice(1)] }));
    const after = usually.map((one) => ({ ...one, weeks: [one.weeks[0] ?? 0, 0, 0, ...one.weeks.slice(3)] }));

    expect([hotTopics(holiday, wide), hotTopics(after, wide)]).toEqual([[], []]);
  });
});

const counts = fc.array(fc.nat({ max: 40 }), { minLength: 12, maxLength: 12 });
const someTold = fc.uniqueArray(
  fc.record({
    place: fc.constantFrom(...places.map(({ code }) => code)),
    kind: fc.constantFrom("lamp", "road", "water"),
    weeks: fc.tuple(fc.nat({ max: 60 }), counts).map(([now, past]) => [now, ...past]),
  }),
  { selector: ({ place, kind }) => `${place} ${kind}`, maxLength: 15 },
);

describe("whatever was told", () => {
  test("a topic has enough people, and more than twice what was expected", () => {
    fc.assert(
      fc.property(someTold, (given) => {
        for (const { people, expected } of hotTopics(given, places)) {
          expect(people).toBeGreaterThanOrEqual(fewestPeople);
          expect(people).toBeGreaterThanOrEqual(2 * expected);
        }
      }),
    );
  });

  test("nobody is counted in two topics: what is hot below is not in the sum above it", () => {
    fc.assert(
      fc.property(someTold, (given) => {
        const all = given.reduce((sum, { weeks: [now = 0] }) => sum + now, 0);
        const inTopics = hotTopics(given, places).reduce((sum, { people }) => sum + people, 0);
        expect(inTopics).toBeLessThanOrEqual(all);
      }),
    );
  });

  test("neither the order of what was told nor that of the past weeks changes what is hot", () => {
    fc.assert(
      fc.property(someTold, (given) => {
        const turned = given
          .map((one) => ({ ...one, weeks: [one.weeks[0] ?? 0, ...one.weeks.slice(1).toReversed()] }))
          .toReversed();
        expect(namesOf(hotTopics(turned, places))).toEqual(namesOf(hotTopics(given, places)));
      }),
    );
  });

  test("how bad the worst week of the past was does not change what is hot", () => {
    fc.assert(
      fc.property(fc.nat({ max: 60 }), fc.integer({ min: 7, max: 10_000 }), (now, worst) => {
        const withWorst = (most: number): Told => told("v1", "lamp", now, [most, ...often.slice(1)]);
        const [one, other] = [7, worst].map((most) => namesOf(hotTopics([withWorst(most)], places)));
        expect(one).toEqual(other);
      }),
    );
  });

  test("without a past, and in a week without people, nothing is", () => {
    fc.assert(
      fc.property(someTold, fc.nat({ max: fewestWeeks - 1 }), (given, weeks) => {
        const short = given.map((one) => ({ ...one, weeks: one.weeks.slice(0, weeks + 1) }));
        const quiet = given.map((one) => ({ ...one, weeks: [0, ...one.weeks.slice(1)] }));
        expect([...hotTopics(short, places), ...hotTopics(quiet, places)]).toEqual([]);
      }),
    );
  });
});

describe("the chance of so many people", () => {
  const expected = fc.double({ min: 0.001, max: 2_000, noNaN: true });
  const spread = fc.double({ min: 1.001, max: 20, noNaN: true });

  test("is between 0 and 1, and the less the more people there are", () => {
    fc.assert(
      fc.property(fc.nat({ max: 500 }), expected, spread, (people, mean, width) => {
        const [one, more] = [chanceOf(people, mean, width), chanceOf(people + 1, mean, width)];
        expect(one).toBeLessThanOrEqual(1);
        expect(more).toBeGreaterThanOrEqual(0);
        expect(more).toBeLessThanOrEqual(one);
      }),
    );
  });

  test.each([
    // By hand: with a spread of 2 the counts about 1 are geometric, each half as likely as the one before.
    [0, 1, 2, 1],
    [1, 1, 2, 0.5],
    [3, 1, 2, 0.125],
    // Poisson's own tail, which a spread of almost 1 comes to: 1 − e⁻¹(1 + 1 + ½).
    [3, 1, 1.000_001, 0.0803],
  ])("of %i where %d are expected, spread %d, is %d", (people, mean, width, chance) => {
    expect(chanceOf(people, mean, width)).toBeCloseTo(chance, 4);
  });
});

describe("in a simulated county of 100 villages", () => {
  const quiet = { villages: 100, townships: 5, kinds: 15, people: 200, lumpiness: 0, growth: 1 };

  test.each([
    ["nothing happens", quiet],
    ["people come in families", { ...quiet, lumpiness: 1 }],
    ["a third more is told of everything", { ...quiet, lumpiness: 0.5, growth: 1.3 }],
  ])("while %s, there is less than one false alarm in a week", (_what, county) => {
    expect(falseAlarms(county, 30, 5)).toBeLessThan(30);
  });

  test("eight people more in one village are found nearly always", () => {
    expect(burstsFound(quiet, 8, 30, 3)).toBeGreaterThan(26);
  });
});

test("matters of one thing are put together, and one alone is no cluster", () => {
  const clusters = clustersOf(["a1", "b1", "a2", "c1", "b2", "a3"], (one, other) => one[0] === other[0]);

  expect(clusters.map(({ matters }) => matters)).toEqual([
    ["a1", "a2", "a3"],
    ["b1", "b2"],
  ]);
});

test.each([
  ["王秀英说灯坏了", ["王秀英"], "村民说灯坏了"],
  ["王秀英和王秀说的", ["王秀", "王秀英"], "村民和村民说的"],
  ["王婶说：13812345678", ["王婶"], "村民说：＊"],
  ["电话 138-1234-5678，身份证 33022619460301001X", [], "电话 ＊，身份证 ＊"],
  ["15 年没换，预算 20000 元", [], "15 年没换，预算 20000 元"],
  ["电话１３８１２３４５６７８，138.1234.5678", [], "电话＊，＊"],
  ["2026-11-16前办好，预算 2000000 元", [], "2026-11-16前办好，预算 2000000 元"],
  ["一个字的名字会改掉一切", ["一"], "一个字的名字会改掉一切"],
])("%s is said without people", (words, names, said) => {
  expect(withoutPeople(words, names, "村民")).toBe(said);
});
