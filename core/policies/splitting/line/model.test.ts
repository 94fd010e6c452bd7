import { expect, test } from "vitest";
import { valueOf } from "./model.ts";

test.each([
  ["一", 1],
  ["十", 10],
  ["十二", 12],
  ["廿三", 23],
  ["二十", 20],
  ["三十四", 34],
  ["一百", 100],
  ["一百零三", 103],
  ["一百一十", 110],
  ["两百", 200],
  ["一千二百六十", 1_260],
  ["二〇二六", 2_026],
  ["34", 34],
  ["３４", 34],
])("%s is %i", (numeral, value) => {
  expect(valueOf(numeral)).toBe(value);
});
