import { expect, test } from "vitest";
import { isSamePlace, placeForNeighbours, soundsAlike } from "./model.ts";

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
