import { assert, property, string } from "fast-check";
import { expect, test } from "vitest";
import { createLikeness } from "./index.ts";

const titles = [
  { id: "lamp", text: "村口路灯不亮" },
  { id: "lamp-again", text: "反映村口的路灯坏了不亮" },
  { id: "drain", text: "村口水沟堵了" },
  { id: "noise", text: "夜宵摊太吵" },
];

test("the nearest title is the one about the same thing", () => {
  const [nearest, next] = createLikeness(titles).nearest("投诉村口路灯一直不亮", 2);

  expect([nearest?.id, next?.id]).toEqual(["lamp", "lamp-again"]);
  expect(nearest?.because).toEqual(["村口路灯", "不亮"]);
});

test("what has no word in common is not offered", () => {
  expect(createLikeness(titles).nearest("低保申请", 5)).toEqual([]);
});

test("rare words count more than those everybody says", () => {
  const among = createLikeness(titles);

  expect(among.between("村口路灯", "路灯西头")).toBeGreaterThan(among.between("村口路灯", "村口西头"));
});

test("two texts are as much alike as the other way round, and alike to themselves", () => {
  assert(
    property(string({ unit: "binary" }), string({ unit: "binary" }), (one, other) => {
      const among = createLikeness(titles);

      expect(among.between(one, other)).toBeCloseTo(among.between(other, one), 9);
      expect([0, 1]).toContain(Math.round(among.between(one, one) * 1e9) / 1e9);
    }),
  );
});
