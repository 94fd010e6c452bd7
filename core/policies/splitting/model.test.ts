import { expect, test } from "vitest";
import { splitDocument } from "./model.ts";

function articlesIn(...lines: readonly string[]) {
  const { by, sections } = splitDocument(lines.join("\n"));
  return { by, articles: sections.map(({ article }) => article) };
}

function wordsIn(...lines: readonly string[]) {
  return splitDocument(lines.join("\n")).sections.map(({ words }) => words);
}

test("articles are divided wherever they stand, under their chapters", () => {
  const { by, sections } = splitDocument(
    [
      "某办法",
      "第一章 总则",
      "第一条 为了方便。",
      "第二章　申请",
      "第二条　带身份证。",
      "（一）本人办；",
    ].join("\r\n"),
  );

  expect(by).toBe("articles");
  expect(sections).toEqual([
    { article: "第一条", heading: "第一章 总则", words: "为了方便。" },
    { article: "第二条", heading: "第二章 申请", words: "带身份证。\n（一）本人办；" },
  ]);
});

test.each([
  ["in words", ["第九十九条 甲。", "第一百条 乙。", "第一百零一条 丙。"]],
  ["in figures", ["第99条 甲。", "第100条 乙。", "第１０１条 丙。"]],
  ["without a space", ["第一条为了甲。", "第二条应当乙。", "第三条依法丙。"]],
  ["with a colon", ["第一条：甲。", "第二条：乙。", "第三条：丙。"]],
  ["on a line of its own", ["第一条", "甲。", "第二条", "乙。", "第三条", "丙。"]],
  ["marked as in a .md file", ["## 第一条 甲", "甲。", "**第二条** 乙。", "> 第三条 丙。"]],
])("articles numbered %s are three", (_, lines) => {
  expect(splitDocument(lines.join("\n")).sections).toHaveLength(3);
});

test("an article that a page broke in the middle of a sentence stays whole", () => {
  expect(
    wordsIn(
      "第一条 甲。",
      "第二条 乙。",
      "第三条 依照",
      "第二条规定的年龄，",
      "第一条和第二条所列的人。",
      "第四条 丁。",
    ),
  ).toEqual(["甲。", "乙。", "依照\n第二条规定的年龄，\n第一条和第二条所列的人。", "丁。"]);
});

test("an article between two, as amendments bring it, has its own name", () => {
  expect(articlesIn("第三条 甲。", "第三条之一 乙。", "第四条 丙。").articles).toEqual([
    "第三条",
    "第三条之一",
    "第四条",
  ]);
});

test.each([
  [
    "with dots and pages",
    ["目录", "第一章 总则........1", "第一条 目的……………2", "第一章 总则", "第一条 为了甲。", "第二条 乙。"],
  ],
  [
    "by its title alone",
    ["目 录", "第一章 总则", "第二章 附则", "第一章 总则", "第一条 为了甲。", "第二条 乙。"],
  ],
  ["without a title", ["某办法", "总则 ··· 1", "附则 ··· 9", "第一条 为了甲。", "第二条 乙。"]],
])("a table of contents %s is left out", (_, lines) => {
  expect(wordsIn(...lines)).toEqual(["为了甲。", "乙。"]);
});

test("numbers of pages, and who signed when, are no part of an article", () => {
  expect(
    wordsIn(
      "第一条 甲。",
      "- 1 -",
      "第 2 页 共 3 页",
      "第二条 乙。",
      "附件：1.申请表",
      "前童镇人民政府（演示）",
      "2026年3月20日",
    ),
  ).toEqual(["甲。", "乙。"]);
});

test.each([
  ["numbers", ["一、对象", "农户。", "二、标准。按通知。", "1. 报名；"], ["一、对象", "二、标准"]],
  ["headings", ["# 公约", "## 邻里", "商量。", "## 环境", "分类。"], ["邻里", "环境"]],
  ["items", ["1. 带身份证。", "2. 到村里。"], ["1.", "2."]],
  ["paragraphs", ["今天开会。", "大家都来。"], [null]],
])("without articles a document is divided by its %s", (by, lines, articles) => {
  expect(articlesIn(...lines)).toEqual({ by, articles });
});

test("what stands before the first article is kept where it is a sentence: no title, no history", () => {
  expect(
    wordsIn(
      "关于补贴的通知",
      "（2026年3月1日通过；自4月1日起施行）",
      "各村：",
      "现通知如下。",
      "一、对象",
      "农户。",
      "二、标准",
      "按通知。",
    ),
  ).toEqual(["各村：\n现通知如下。", "农户。", "按通知。"]);
});

test("an annex is a passage of its own, outside of every chapter", () => {
  const { sections } = splitDocument("第一章 总则\n第一条 甲。\n附件1 申请表\n姓名 住址。");

  expect(sections.at(-1)).toEqual({ article: "附件1 申请表", heading: null, words: "姓名 住址。" });
});

test("a very long article is told in parts that end where a sentence does", () => {
  const { sections } = splitDocument(`第一条 ${"这是一句话。".repeat(600)}`);

  expect(sections.map(({ article }) => article)).toEqual(["第一条", "第一条（续）", "第一条（续2）"]);
  expect(sections.every(({ words }) => words.endsWith("。"))).toBe(true);
  expect(sections.map(({ words }) => words).join("")).toHaveLength(3_600);
});

test("words without an end are divided in no time", () => {
  const began = performance.now();

  for (const part of [".", "第一条", "目录\n", "一、", " ", "#"]) splitDocument(part.repeat(60_000));

  expect(performance.now() - began).toBeLessThan(3_000);
});

test("nothing is no passage", () => {
  expect(splitDocument(" \n　\n- 1 -\n").sections).toEqual([]);
});
