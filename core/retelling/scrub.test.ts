import fc from "fast-check";
import { expect, test } from "vitest";
import type { Passage } from "./model.ts";
import { publicWords } from "./scrub.ts";

const passages: readonly Passage[] = [
  {
    title: "《高龄津贴发放办法》第三条",
    text: "年满 80 周岁的老年人，可以享受高龄津贴。申请人持身份证、户口簿向村（社区）提出申请。打 12345 咨询。建国以来。",
  },
];
const names = ["王秀英", "秀英", "王婶", "双桥村", "双桥", "前童镇", "前童"];

test.each([
  ["我今年八十了有补助吗", "我今年 了有补助吗"],
  ["我叫王秀英，住双桥村3组12号，80岁，能领高龄津贴吗", "我 80岁 能领高龄津贴吗"],
  ["王秀英的高龄津贴怎么申请", "的高龄津贴怎么申请"],
  ["我爸李建国身份证330226194603051234能申请吗", "我 身份证 能申请吗"],
  ["电话13805741234，高龄津贴多少", "高龄津贴多少"],
  ["打0574-65551234还是12345", "还是"],
  ["卡号6228480402564890018没到账", "没"],
  ["张书记说我不能领", "我不能领"],
  ["微信wang_xy88，怎么申请高龄津贴", "怎么申请高龄津贴"],
  ["我46年3月5日生的，老年人津贴几个月领一次", "我 的 老年人津贴几个 领一次"],
  ["隔壁村陈德福的老婆也能领？", "的老婆也能领"],
  ["我住在桃源街道怡惠小区4幢501室", "我 在"],
])("of 「%s」 only 「%s」 leaves the house", (question, expected) => {
  const kept = publicWords(question, passages, names);

  expect(kept.replace(/\s+/gu, " ")).toBe(expected);
});

test("names are taken out however they are kept, even where a passage holds them", () => {
  const kept = publicWords("建国的高龄津贴怎么申请", passages, ["建國"]);

  expect(kept).toBe("的高龄津贴怎么申请");
});

const secrets = [
  "王秀英",
  "13805741234",
  "0574-65551234",
  "330226194603051234",
  "6228480402564890018",
  "wang_xy88",
  "wang@example.org",
  "双桥村3组12号",
  "浙B12345",
  "桃源街道怡惠小区4幢501室",
];

test("whatever stands around them, no name, number or place of hers gets out", () => {
  const around = fc.array(
    fc.constantFrom("我", "的", "高龄津贴", "怎么领", "，", " ", "80岁", "在", "住", "呢", "身份证"),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(around, fc.constantFrom(...secrets), around, (before, secret, after) => {
      const kept = publicWords([...before, secret, ...after].join(""), passages, names);
      return !kept.includes(secret) && !/\d{4}|[A-Za-z]|秀英|双桥|怡惠/u.test(kept);
    }),
  );
});

test("any text at all keeps nothing but words of the passages and ordinary ones", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (question) => {
      const kept = publicWords(question, passages, names);
      return !/[A-Za-z@]|\d{4}/u.test(kept);
    }),
  );
});
