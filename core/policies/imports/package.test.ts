import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { figuresNotIn } from "../readings/model.ts";
import { packageIn } from "./package.ts";

const shipped = readFileSync(new URL("../../../prisma/seed/policies.json", import.meta.url), "utf8");

test("the shipped policies are such a file, each with its source and its passages", () => {
  const policies = packageIn(shipped)?.policies ?? [];

  expect(policies).toHaveLength(32);
  expect(new Set(policies.map(({ title }) => title)).size).toBe(policies.length);
  expect(policies.filter(({ issuedOn, grade }) => issuedOn === null || grade === null)).toEqual([]);
});

test("no shipped reading has a figure that its passage does not have, and each says that it has to be checked", () => {
  const passages = packageIn(shipped)?.policies.flatMap((policy) => policy.passages) ?? [];
  const readings = passages.flatMap(({ reading, words }) => (reading === null ? [] : [{ reading, words }]));

  const invented = readings.flatMap(({ reading, words }) => figuresNotIn(reading, words));

  expect(readings.length).toBeGreaterThan(70);
  expect(invented).toEqual([]);
  expect(readings.filter(({ reading }) => !reading.endsWith("（演示解读，依据待镇里核对）"))).toEqual([]);
});

test.each([
  ["words", "第一条 甲。"],
  ["another file", '{"policies": 1}'],
  ["half a file", '{"policies": ['],
  ["a passage without words", shipped.replace(/"words": "[^"]+"/u, '"words": ""')],
  ["a day that is none", shipped.replace("2020-12-29", "2020-02-30")],
])("%s is none", (_, words) => {
  expect(packageIn(words)).toBeUndefined();
});
