import { expect, test } from "vitest";
import { readAgenda, readNames } from "./model.ts";

test.each<[string, readonly string[] | undefined]>([
  ["积案\n用火", ["积案", "用火"]],
  ["1. 积案\n2、用火", ["积案", "用火"]],
  ["一、积案；二、用火", ["积案", "用火"]],
  ["① 积案 ② 用火", ["积案 用火"]],
  ["", undefined],
  [" ; ", undefined],
  ["长".repeat(101), undefined],
  [Array.from({ length: 21 }, () => "项").join("\n"), undefined],
])("%j as an agenda", (words, items) => {
  expect(readAgenda(words)).toEqual(items);
});

const known = ["前童镇", "岔路镇", "司法所", "周敏", "小张", "小张"];
const towns = ["前童镇", "岔路镇"];

test.each([
  ["前童镇、岔路镇", ["前童镇", "岔路镇"], [], []],
  ["前童镇岔路镇", ["前童镇", "岔路镇"], [], []],
  ["前童镇 和 周敏", ["前童镇", "周敏"], [], []],
  ["前童镇，前童镇", ["前童镇"], [], []],
  ["各乡镇、司法所", ["前童镇", "岔路镇", "司法所"], [], []],
  ["全部", ["前童镇", "岔路镇"], [], []],
  ["财政局、前童镇", ["前童镇"], ["财政局"], []],
  ["小张", [], [], ["小张"]],
  ["", [], [], []],
])("%j names those who are to come", (words, names, unknown, several) => {
  expect(readNames(words, known, towns)).toEqual({ names, unknown, several });
});
