import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { wishFrom } from "./arguments.ts";
import {
  accuracy,
  calibrationError,
  classFigures,
  macroF1,
  rankFigures,
  routedFrom,
  surePart,
} from "./figures.ts";
import { labelled, passage, question, rowsOf } from "./files.ts";

const judged = [
  { right: "a", guessed: "a", share: 0.9 },
  { right: "a", guessed: "a", share: 0.8 },
  { right: "a", guessed: "b", share: 0.7 },
  { right: "b", guessed: "b", share: 0.6 },
];

test("each class counts as much as another", () => {
  expect(classFigures(judged)).toEqual([
    { label: "a", count: 3, precision: 1, recall: 2 / 3, f1: 0.8 },
    { label: "b", count: 1, precision: 0.5, recall: 1, f1: 2 / 3 },
  ]);
  expect(macroF1(judged)).toBeCloseTo((0.8 + 2 / 3) / 2);
  expect(accuracy(judged)).toBe(0.75);
});

test("the sure part is the largest that is right often enough", () => {
  expect(surePart(judged, 0.97)).toEqual({ part: 0.5, from: 0.8 });
  expect(surePart(judged, 0.75)).toEqual({ part: 1, from: 0.6 });
  expect(surePart(judged.slice(2), 0.97)).toEqual({ part: 0, from: 1 });
  expect(routedFrom(judged, 0.7)).toEqual({ part: 0.75, right: 2 / 3 });
});

test("guesses of one share are sure together or not at all", () => {
  const same = [
    { right: "a", guessed: "a", share: 0.9 },
    { right: "a", guessed: "b", share: 0.9 },
  ];

  expect(surePart(same, 0.97).part).toBe(0);
});

test("a share that is as often right as it says is off by nothing", () => {
  const fair = Array.from({ length: 100 }, (_, at) => ({
    right: "a",
    guessed: at % 10 < 8 ? "a" : "b",
    share: 0.8,
  }));

  expect(calibrationError(fair)).toBeCloseTo(0);
});

test("ranks count the first ten", () => {
  expect(rankFigures(["x", "y", "z"], new Set(["y", "w"]))).toEqual({ reciprocal: 0.5, recall: 0.5 });
  expect(rankFigures([], new Set(["y"]))).toEqual({ reciprocal: 0, recall: 0 });
  expect(rankFigures(Array.from("nnnnnnnnnny"), new Set(["y"])).reciprocal).toBe(0);
});

test.each([
  [["category"], "category needs --train"],
  [["retrieval", "--test", "q"], "retrieval needs --corpus"],
  [["weather"], "the first word is one of"],
  [["category", "--train", "f", "--folds", "1"], "--folds is"],
  [["category", "--train", "f", "--errors", "some"], "--errors is"],
  [["category", "--trian", "f"], "--trian"],
])("%j is answered with %j", (words, sentence) => {
  expect(wishFrom(words)).toContain(sentence);
});

test("several files of a kind may be given", () => {
  expect(wishFrom(["intent", "--train", "a", "--train", "b", "--test", "c"])).toMatchObject({
    task: "intent",
    train: ["a", "b"],
    test: ["c"],
    errors: 0,
  });
});

test("rows of all shapes are read", () => {
  expect(labelled.parse({ label: "x", title: null, text: "t", fold: 2 })).toMatchObject({ fold: "2" });
  expect(labelled.parse({ nature: "举报", title: "t", text: "u" })).toMatchObject({ label: "report" });
  expect(labelled.safeParse({ text: "t" }).success).toBe(false);
  expect(labelled.safeParse({ label: "x" }).success).toBe(false);
  expect(question.parse({ id: 1, title: "q", relevant: [3] })).toEqual({
    id: "1",
    words: "q",
    relevant: ["3"],
  });
  expect(passage.parse({ id: 3, reply: "r" })).toMatchObject({ id: "3", text: "r" });
});

test.each([
  ['{"label":"a","text":"x"}\n\n{"label":"b","te', "row 3 is not JSON"],
  ['{"label":"a","text":"x"}\n\n{"text":"y"}', "row 3: "],
  ['[{"label":"a","te', "rows.jsonl is not JSON"],
])("what is wrong in a file is said with its row: %j", (text, sentence) => {
  const path = join(mkdtempSync(join(tmpdir(), "eval-")), "rows.jsonl");
  writeFileSync(path, text);

  expect(() => rowsOf([path], labelled)).toThrow(sentence);
});
