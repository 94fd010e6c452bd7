import { expect, test } from "vitest";
import { pastByPlace, sureAnswers, type LearntQuestion } from "./model.ts";

const first = { root: 1, article: "第九条", position: 4 };
const second = { root: 1, article: null, position: 5 };

function picked(words: string, person: string, place: typeof first | typeof second): LearntQuestion {
  return { ...place, words, person, isLinked: false };
}

test("the newest questions stand for a place, each once", () => {
  const questions = [
    { ...first, words: "c" },
    { ...first, words: "b" },
    { ...second, words: "b" },
    { ...first, words: "c" },
    { ...first, words: "a" },
  ];

  expect([...pastByPlace(questions, 2)]).toEqual([
    ["1 第九条", ["c", "b"]],
    ["1 #5", ["b"]],
  ]);
});

test("one person's pick does not answer the next; two people's, or the office's word, do", () => {
  const one = picked("造房子怎么批", "wang", first);

  expect([...sureAnswers([one])]).toEqual([]);
  expect([...sureAnswers([one, one])]).toEqual([]);
  expect([...sureAnswers([one, picked("造房子怎么批", "chen", first)])]).toEqual([
    ["1 第九条", ["造房子怎么批"]],
  ]);
  expect([...sureAnswers([{ ...one, isLinked: true }])]).toEqual([["1 第九条", ["造房子怎么批"]]]);
});

test("of two places that were said, the last one counts", () => {
  const before = { ...picked("低保", "lou", first), isLinked: true };
  const after = { ...picked("低保", "lou", second), isLinked: true };

  expect([...sureAnswers([after, before])]).toEqual([["1 #5", ["低保"]]]);
});
