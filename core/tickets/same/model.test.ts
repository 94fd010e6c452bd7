import { expect, test } from "vitest";
import { areLikelyOne, isSamePlace, placeForNeighbours, soundsAlike } from "./model.ts";

test.each([
  ["村口大樟树旁边", "樟树那边", true],
  ["村口", "村口大樟树旁边", true],
  ["老年协会后面", "老年协会门口", true],
  ["卫生室门口", "学校门口", false],
  ["村口", "桥头", false],
  ["12号", "12号门前", true],
  ["12号", "30号", false],
  ["家门口", "桥头", true],
  ["29.29000, 121.43000", "桥头", true],
  ["", "桥头", true],
])("%s and %s could be one place: %s", (one, other, alike) => {
  expect(soundsAlike(one, other)).toBe(alike);
  expect(soundsAlike(other, one)).toBe(alike);
});

test.each([
  ["村口大樟树旁边", "村口大樟树旁边"],
  ["王婶家门口", ""],
  ["12号", ""],
  ["29.29000, 121.43000", ""],
  ["隔壁", ""],
])("neighbours read %s as %s", (place, shown) => {
  expect(placeForNeighbours(place)).toBe(shown);
});

test.each([
  ["村口大樟树旁边", "樟树那边", true],
  ["家门口", "桥头", false],
  ["", "桥头", false],
  ["村口", "桥头", false],
])("%s and %s are one place: %s", (one, other, isOne) => {
  expect(isSamePlace(one, other)).toBe(isOne);
});

test.each([
  ["the same place and kind", ["lamp", "村口"], ["lamp", "村口大樟树旁边"], 0, true],
  ["another place", ["lamp", "村口"], ["lamp", "桥头"], 1, false],
  ["no place said, and nothing in common", ["lamp", "家门口"], ["lamp", "桥头"], 0, false],
  ["no place said, and words in common", ["lamp", "家门口"], ["lamp", "桥头"], 0.3, true],
  ["another kind in much the same words", ["power", "桥头"], ["lamp", "桥头"], 0.5, true],
  ["another kind in other words", ["road", "桥头"], ["lamp", "桥头"], 0.1, false],
  ["another kind, and no place said", ["power", "家门口"], ["lamp", "桥头"], 0.9, false],
] as const)(
  "of %s they are likely one: %#",
  (_what, [kind, place], [otherKind, otherPlace], alike, likely) => {
    expect(areLikelyOne({ kind, place }, { kind: otherKind, place: otherPlace }, alike)).toBe(likely);
  },
);
