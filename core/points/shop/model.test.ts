import { expect, test } from "vitest";
import { codeOf, codeSaid, readCode, whyNot } from "./model.ts";

test.each([
  ["482913", "482913"],
  ["482 913", "482913"],
  ["４８２ ９１３", "482913"],
  ["482-913", "482913"],
  ["48291", undefined],
  ["4829133", undefined],
  ["四八二九一三", undefined],
  ["", undefined],
])("%j is read as the code %j", (words, code) => {
  expect(readCode(words)).toBe(code);
});

test("a code has six digits however small the drawn number is, and is said in two halves", () => {
  expect([codeOf(7), codeOf(999_999)].map(codeSaid)).toEqual(["000 007", "999 999"]);
});

const fine = { isOffered: true, stock: 1, price: 10, available: 10, ordered: 0, monthMost: 1 };

test.each([
  [{}, undefined],
  [{ isOffered: false }, "gone"],
  [{ stock: 0 }, "sold_out"],
  [{ ordered: 1 }, "too_many"],
  [{ ordered: 50, monthMost: null }, undefined],
  [{ available: 9 }, "too_dear"],
  [{ available: -3 }, "too_dear"],
] as const)("with %j it is %j", (change, why) => {
  expect(whyNot({ ...fine, ...change })).toBe(why);
});
