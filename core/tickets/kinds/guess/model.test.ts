import { expect, test } from "vitest";
import { fuse, namedIn, type Learnt } from "./model.ts";

const shipped = { sureFrom: 0.8, isOffices: false };
const offices = { sureFrom: 0.8, isOffices: true };

function learnt(label: string, share: number, ...others: readonly (readonly [string, number])[]): Learnt {
  return {
    label,
    share,
    because: ["电"],
    others: others.map(([other, of]) => ({ label: other, share: of })),
  };
}

test.each([
  ["路灯坏了", learnt("lamp", 0.5), shipped, "lamp", []],
  ["路灯坏了", learnt("power", 0.2, ["lamp", 0.1]), shipped, "lamp", []],
  ["路灯坏了", learnt("power", 0.6, ["lamp", 0.3]), shipped, "lamp", []],
  ["路灯下的垃圾", learnt("rubbish", 0.5, ["lamp", 0.4]), shipped, null, ["lamp", "rubbish"]],
  ["路灯坏了", learnt("power", 0.9), shipped, null, ["lamp", "power"]],
  ["路灯坏了", learnt("power", 0.9), offices, "power", []],
  ["路灯下的垃圾", learnt("rubbish", 0.9), shipped, "rubbish", []],
  ["黑灯瞎火", learnt("power", 0.9), shipped, "power", []],
  [
    "黑灯瞎火",
    learnt("power", 0.5, ["lamp", 0.3], ["road", 0.15], ["dog", 0.05]),
    shipped,
    null,
    ["power", "lamp", "road"],
  ],
  ["今天天气不错", learnt("noise", 0.2, ["dog", 0.15]), shipped, "other", []],
  ["跟邻居吵架了", learnt("noise", 0.99), offices, "dispute", []],
  ["墙那边的事", learnt("dispute", 0.99, ["building", 0.01]), offices, null, ["dispute"]],
  ["路灯坏了", learnt("abolished", 0.99), offices, "lamp", []],
  ["随便说说", learnt("abolished", 0.99), offices, "other", []],
] as const)("%s, taken for %o, is sorted (%#)", (words, guess, trust, kind, likely) => {
  const fused = fuse(namedIn(words), guess, trust);

  expect([fused.kind, fused.likely]).toEqual([kind, likely]);
});

test("says why in a few words, none of them twice", () => {
  const guess = { ...learnt("lamp", 0.9), because: ["路灯", "灯", "不亮", "夜里", "黑"] };

  expect(fuse(namedIn("路灯不亮"), guess, shipped).because).toEqual(["路灯", "不亮", "夜里"]);
});
