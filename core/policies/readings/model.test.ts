import { expect, test } from "vitest";
import { figuresNotIn } from "./model.ts";

test.each([
  ["满80岁，每月100元。", "年满八十周岁的老人按月发放。", ["100"]],
  ["满八十周岁可以领。", "年满80周岁的老人。", []],
  ["罚 20 到 200 元。", "罚二十元到二百元。", []],
  ["15天内答复。", "二十日内答复。", ["15"]],
  ["12月底前报名。", "十二月底前报名。", []],
  ["标准的1.5倍以下。", "标准的1.5倍以下。", []],
  ["两年内有效，2天办好。", "二年内有效，12天办好。", []],
  ["3天办好。", "13天办好。", ["3"]],
])("%s against %s: %j", (reading, words, figures) => {
  expect(figuresNotIn(reading, words)).toEqual(figures);
});
