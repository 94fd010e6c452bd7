import fc from "fast-check";
import { expect, test } from "vitest";
import { foldsOf, isBetter, resultOf, scoreOf, sentencesOf, type Examined } from "./model.ts";

function tally(total: number, before: number, after: number) {
  return { total, before, after };
}

test.each([
  ["nothing changed", tally(200, 180, 180), tally(10, 5, 5), true],
  ["what is new is known now", tally(200, 180, 180), tally(10, 0, 8), true],
  ["two of two hundred are lost for eight", tally(200, 180, 178), tally(10, 0, 8), true],
  ["seven of two hundred are lost, whatever is won", tally(200, 180, 173), tally(100, 0, 100), false],
  ["one of fifty is lost", tally(50, 45, 44), tally(10, 0, 8), true],
  ["two of fifty are lost", tally(50, 45, 43), tally(10, 0, 8), false],
  ["more is lost than won", tally(200, 180, 178), tally(10, 5, 6), false],
  ["nothing was examined", tally(0, 0, 0), tally(0, 0, 0), true],
])("where %s it serves: %#", (_what, known, fresh, serves) => {
  expect(isBetter({ known, fresh })).toBe(serves);
});

test("every sentence of a few is left out once, a fifth of many, and always the same", () => {
  const sentences = (count: number) =>
    sentencesOf(
      Array.from({ length: count }, (_, at) => ({ words: `第${at}句`, label: "lamp" })),
      [],
      undefined,
    );
  const [few, many] = [foldsOf(sentences(100)), foldsOf(sentences(5_000))];

  expect(
    few
      .flat()
      .map(({ words }) => words)
      .toSorted(),
  ).toEqual(
    sentences(100)
      .map(({ words }) => words)
      .toSorted(),
  );
  expect(few).toHaveLength(5);
  expect(many).toHaveLength(1);
  expect(many.flat().length).toBeGreaterThan(850);
  expect(many.flat().length).toBeLessThan(1_150);
  expect(foldsOf(sentences(100))).toEqual(few);
});

test("the order in which examples are read changes nothing", () => {
  const example = fc.record({
    key: fc.string(),
    words: fc.string(),
    label: fc.constantFrom("lamp", "road"),
    source: fc.constant("worker" as const),
    unit: fc.constant(undefined),
    at: fc.nat(100),
  });
  fc.assert(
    fc.property(fc.uniqueArray(example, { selector: ({ key }) => key }), fc.nat(100), (examples, until) => {
      expect(sentencesOf([], examples.toReversed(), until)).toEqual(sentencesOf([], examples, until));
    }),
  );
});

test("what was said since is counted apart from what was known", () => {
  const one = (group: "known" | "fresh", before: string, after: string): Examined => ({
    sentence: { key: group, words: "灯", label: "lamp", group },
    before,
    after,
  });

  const result = resultOf([one("known", "lamp", "lamp"), one("fresh", "road", "lamp")]);

  expect(result).toEqual({ known: tally(1, 1, 1), fresh: tally(1, 0, 1) });
  expect([scoreOf(result, "before"), scoreOf(result, "after")]).toEqual([0.5, 1]);
});
