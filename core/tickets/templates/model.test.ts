import { expect, test } from "vitest";
import { kindCalled } from "../kinds/model.ts";
import { anyKind, fittingOf, kindSaid, wordsSaid, type OwnTemplate } from "./model.ts";

const units = ["g1", "village", "town"];

function made(number: number, kind: OwnTemplate["kind"], unit: string, words = `words ${number}`) {
  return { id: `t${number}`, number, kind, unit, words };
}

const shipped = [
  { id: "s1", kind: "lamp", words: "we look" },
  { id: "s2", kind: anyKind, words: "we come" },
];

test.each([
  ["ours where nothing was made", [], ["s1", "s2"]],
  ["her own before ours", [made(1, "lamp", "g1")], ["t1", "s1", "s2"]],
  ["the kind before any", [made(2, anyKind, "g1"), made(1, "lamp", "town")], ["t1", "t2", "s1", "s2"]],
  ["the nearest unit first", [made(2, "lamp", "town"), made(1, "lamp", "g1")], ["t1", "t2", "s1", "s2"]],
  ["the newest first", [made(1, "lamp", "g1"), made(2, "lamp", "g1")], ["t2", "t1", "s1", "s2"]],
  ["none of another kind", [made(1, "road", "g1")], ["s1", "s2"]],
  ["none of another place", [made(1, "lamp", "g2")], ["s1", "s2"]],
  ["the same words once", [made(1, "lamp", "g1", "we look")], ["t1", "s2"]],
  [
    "six at most",
    [1, 2, 3, 4, 5, 6, 7].map((number) => made(number, "lamp", "g1")),
    ["t7", "t6", "t5", "t4", "t3", "t2"],
  ],
] as const)("templates that fit: %s", (_what, all, ids) => {
  const found = fittingOf(all, shipped, { kind: "lamp", units });

  expect(found.map(({ id }) => id)).toEqual(ids);
});

test.each([
  ["常用语 路灯 明天电工来换", "路灯 明天电工来换"],
  ["常用语：我去看看", "我去看看"],
  ["常用语", undefined],
  ["常用语在哪里", undefined],
  ["路灯坏了", undefined],
])("%j adds %j", (said, words) => {
  expect(wordsSaid(said)).toBe(words);
});

test.each([
  ["路灯 明天电工来换", "lamp", "明天电工来换"],
  ["水沟：先去看", "ditch", "先去看"],
  ["lamp we come", "lamp", "we come"],
  ["我先去看看", anyKind, "我先去看看"],
  ["明天 我去", anyKind, "明天 我去"],
  ["路灯", anyKind, "路灯"],
])("%j is for %s: %j", (said, kind, words) => {
  expect(kindSaid(said, kindCalled)).toEqual({ kind, words });
});
