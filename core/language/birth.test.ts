import { expect, test } from "vitest";
import { ageOn, findAge, findBirth, readBirth } from "./birth.ts";

const hints = { today: "2026-11-23", aboutYears: 80 };

test.each([
  ["46年三月", [1946, 3, undefined]],
  ["1946年3月", [1946, 3, undefined]],
  ["四六年三月初五", [1946, 3, 5]],
  ["一九四六年十二月", [1946, 12, undefined]],
  ["１９４６．３", [1946, 3, undefined]],
  ["1946-03-05", [1946, 3, 5]],
  ["19460305", [1946, 3, 5]],
  ["330226194603050012", [1946, 3, 5]],
  ["46年", [1946, undefined, undefined]],
  ["26年的", [1926, undefined, undefined]],
  ["March 1946", [1946, 3, undefined]],
  ["腊月，48年腊月", [1948, 12, undefined]],
])("%s is a date of birth", (words, [year, month, day]) => {
  expect(readBirth(words, hints)).toMatchObject({ year, month, day });
});

test.each(["不记得了", "大概吧", "46", "2046年3月", "1780年", "46年13月", "46年11月31日"])(
  "%s is none",
  (words) => {
    expect(readBirth(words, hints)).toBeUndefined();
  },
);

test("a year of two digits is of the century that fits the age expected", () => {
  expect(readBirth("20年5月", { ...hints, aboutYears: 3 })?.year).toBe(2020);
  expect(readBirth("20年5月", hints)?.year).toBe(1920);
});

test.each([
  ["那我老太婆呢，48年的", 1948],
  ["我爸四六年三月生的，有吗", 1946],
  ["she was born in 1948", 1948],
])("%s says it among other things", (words, year) => {
  expect(findBirth(words, hints)?.year).toBe(year);
});

test.each(["交了15年的社保怎么算", "住了20年的老房子", "26年医保多少钱", "2026年医保交多少"])(
  "%s says nothing about a birth",
  (words) => {
    expect(findBirth(words, hints)).toBeUndefined();
  },
);

test.each([
  ["46年三月", 80, 80],
  ["46年12月", 79, 79],
  ["46年11月", 79, 80],
  ["46年11月20日", 80, 80],
  ["46年11月24日", 79, 79],
  ["46年", 79, 80],
  ["46年农历三月", 79, 80],
])("whoever was born %s is from %i to %i", (words, least, most) => {
  const birth = readBirth(words, hints);

  expect(birth && ageOn(birth, hints.today)).toEqual({ least, most });
});

test.each([
  ["我今年八十了有补助伐", 80],
  ["我妈79岁", 79],
  ["快七十九了", 79],
  ["一百岁有什么", 100],
  ["阿公虚岁八十一岁", 81],
  ["I am 80", 80],
])("%s says an age", (words, age) => {
  expect(findAge(words)).toBe(age);
});

test.each(["想了解十三条政策", "三个人", "交多少钱"])("%s says no age", (words) => {
  expect(findAge(words)).toBeUndefined();
});
