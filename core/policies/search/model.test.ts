import { expect, test } from "vitest";
import { laterOf, taughtBy, type LearntQuestion } from "./model.ts";

const first = { root: 1, article: "第九条", position: 4 };
const second = { root: 1, article: null, position: 5 };

function picked(words: string, person: string, place: typeof first | typeof second = first): LearntQuestion {
  return { ...place, id: 1, words, person, isLinked: false };
}

test("one person's pick is not sure for the next; two people's are, and the office's word is", () => {
  const one = picked("造房子怎么批", "wang");
  const unsure = [["1 第九条", [{ words: "造房子怎么批", isSure: false, at: 1 }]]];
  const sure = [["1 第九条", [{ words: "造房子怎么批", isSure: true, at: 1 }]]];

  expect([...taughtBy([one])]).toEqual(unsure);
  expect([...taughtBy([one, one])]).toEqual(unsure);
  expect([...taughtBy([one, picked("造房子怎么批", "chen")])]).toEqual(sure);
  expect([...taughtBy([{ ...one, isLinked: true }])]).toEqual(sure);
});

test("of two places for the same words the last one that is sure counts", () => {
  const before = { ...picked("低保", "lou"), isLinked: true };
  const after = { ...picked("低保", "lou", second), isLinked: true, id: 2 };

  expect([...taughtBy([after, before])]).toEqual([["1 #5", [{ words: "低保", isSure: true, at: 2 }]]]);
  expect([...taughtBy([picked("低保", "wang", second), before])]).toEqual([
    ["1 第九条", [{ words: "低保", isSure: true, at: 1 }]],
  ]);
});

test("of two places that one person each picked the last one counts", () => {
  const questions = [{ ...picked("低保", "wang", second), id: 2 }, picked("低保", "chen")];

  expect([...taughtBy(questions)]).toEqual([["1 #5", [{ words: "低保", isSure: false, at: 2 }]]]);
});

test("between policies what is sure counts before what is not, then the last", () => {
  const taught = [
    { isSure: true, at: 1 },
    { isSure: true, at: 2 },
    { isSure: false, at: 3 },
  ];

  expect(laterOf(taught)).toEqual({ isSure: true, at: 2 });
  expect(laterOf([])).toBeUndefined();
});
