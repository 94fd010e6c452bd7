import { expect, test } from "vitest";
import {
  ageVerdict,
  aspectIn,
  followUpIn,
  isAboutAge,
  nearestLimit,
  spokenAge,
  subjectOf,
  surenessOf,
  withoutNumbers,
} from "./model.ts";

test.each([
  ["那要什么材料？", "materials"],
  ["要带什么去", "materials"],
  ["多少钱", "money"],
  ["一个月有几块", "money"],
  ["哪里办", "where"],
  ["什么时候发", "when"],
  ["怎么申请", "how"],
  ["哪些人能领", "who"],
  ["how much is it", "money"],
  ["what documents do i need", "materials"],
  ["路灯坏了", undefined],
] as const)("%s asks about %s", (words, aspect) => {
  expect(aspectIn(words)).toBe(aspect);
});

test.each([
  ["那要什么材料？", false, false],
  ["多少钱", false, false],
  ["哪里办", false, false],
  ["那我老太婆呢，48年的", true, false],
  ["我妈79岁呢", true, false],
  ["我老太婆呢？", true, false],
  ["还有吗", false, false],
  ["那残疾人公交呢", false, true],
  ["what about my wife, born in 1948", true, false],
])("%s goes on from what was said", (words, isPersonal, hasSubject) => {
  expect(followUpIn(words)).toMatchObject({ isPersonal, hasSubject });
});

test.each(["村口路灯坏了", "宅基地能批多大", "狗要不要打针", "谢谢", "好的", "1", "我老公打我", "他不讲理"])(
  "%s begins something new",
  (words) => {
    expect(followUpIn(words)).toBeUndefined();
  },
);

test("what is left of a question is its subject", () => {
  expect(subjectOf("请问宅基地怎么申请")).toBe("宅基地");
  expect(subjectOf("你好")).toBe("");
});

const whole = { score: 0.6, policy: 1, because: ["高龄津贴"] };

test.each([
  [[], "nothing"],
  [[{ ...whole, score: 0.1 }], "nothing"],
  [[{ ...whole, because: [], score: 0.3 }], "nothing"],
  [[whole], "sure"],
  [[whole, { ...whole, score: 0.59 }], "sure"],
  [[whole, { ...whole, score: 0.59, policy: 2 }], "unsure"],
  [[{ ...whole, because: ["津贴"] }], "unsure"],
  [[{ ...whole, because: ["龄津贴"] }], "sure"],
  [
    [
      { ...whole, because: ["龄津贴"] },
      { ...whole, score: 0.55, policy: 2 },
    ],
    "unsure",
  ],
  [[{ ...whole, because: ["津贴"], score: 0.4 }], "unsure"],
] as const)("what was found as %j is %s", (found, sureness) => {
  expect(surenessOf("高龄津贴怎么领", found)).toBe(sureness);
});

test("of what is asked for an age, the nearest limit counts, where one is near", () => {
  const found = [100, 70, 80].map((minAge) => ({ score: 0.2, conditions: { minAge } }));

  expect(nearestLimit(found, 79)?.conditions.minAge).toBe(80);
  expect(nearestLimit(found, 72)?.conditions.minAge).toBe(70);
  expect(nearestLimit(found, 40)).toBeUndefined();
  expect(nearestLimit([{ score: 0.1, conditions: { minAge: 80 } }], 80)).toBeUndefined();
});

test.each([
  [{ least: 80, most: 80 }, "enough"],
  [{ least: 78, most: 78 }, "too_young"],
  [{ least: 79, most: 80 }, "unknown"],
  [spokenAge(80), "unknown"],
  [spokenAge(82), "enough"],
  [spokenAge(79), "too_young"],
] as const)("somebody of %j is %s for eighty", (age, verdict) => {
  expect(ageVerdict({ minAge: 80 }, age)).toBe(verdict);
});

test("an age above the limit is too old", () => {
  expect(ageVerdict({ maxAge: 6 }, { least: 7, most: 7 })).toBe("too_old");
});

test("numbers that say who somebody is are left out", () => {
  expect(withoutNumbers("我身份证330226194603050012能领吗，80岁")).toBe("我身份证…能领吗，80岁");
});

test.each([
  ["我今年八十了有补助伐", true],
  ["七十岁坐公交要钱吗", true],
  ["我八十五了", true],
  ["我八十五了想离婚", false],
  ["我妈七十八了,想迁户口", false],
])("an age decides what 「%s」 asks: %s", (words, decides) => {
  expect(isAboutAge(words, [])).toBe(decides);
});

test("numbers that say who somebody is are left out in all digits and groups; years and sums stay", () => {
  const said = [
    "13812345678",
    "１３８１２３４５６７８",
    "138 1234 5678",
    "138-1234-5678",
    "33022619460305001X",
  ];

  expect(said.map(withoutNumbers)).toEqual(said.map(() => "…"));
  expect(withoutNumbers("2025-2026 年度交 1000 元，2025-12-31 前")).toBe(
    "2025-2026 年度交 1000 元，2025-12-31 前",
  );
});
