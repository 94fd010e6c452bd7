import fc from "fast-check";
import { expect, test } from "vitest";
import { addWords, cutter, patternOf, segmenterCut, tokens, wordsOf } from "./index.ts";

test("jieba cuts here, and words of two characters are found", () => {
  expect(cutter()).toBe("jieba");
  expect(tokens("低保怎么申请？")).toEqual(["低保", "怎么", "申请"]);
});

test("Traditional, full width and capital letters are cut like plain ones", () => {
  expect(tokens("村口路燈壞了，ＷＩＦＩ也斷了")).toEqual(tokens("村口路灯坏了,wifi也断了"));
});

test("a name of our own stays whole, by jieba and without it", () => {
  const sentence = "枫槎岭后村的桥塌了";
  expect(tokens(sentence)).not.toContain("枫槎岭后村");

  addWords(["枫槎岭后村", "村", "a b"]);

  expect(tokens(sentence)).toContain("枫槎岭后村");
  expect(segmenterCut()(sentence)).toContain("枫槎岭后村");
});

test("words stand where they say", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      for (const { word, at } of wordsOf(text)) expect(text.slice(at, at + word.length)).toBe(word);
    }),
  );
});

test("two sentences about other places and numbers have one pattern", () => {
  expect(patternOf("从北京到宁波的3路车")).toEqual(patternOf("从上海到杭州的12路车"));
  expect(patternOf("从北京到宁波的3路车")).toContain("#ns");
});

test.each(["", "  ", "？！。", "👍👍"])("%j has no words", (text) => {
  expect(tokens(text)).toEqual([]);
});
