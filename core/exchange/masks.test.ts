import { expect, test } from "vitest";
import { maskedAddress, maskedName, maskedWords } from "./outgoing/model.ts";

test.each([
  ["王秀英", "王**"],
  ["王伟", "王*"],
  ["王", "王*"],
  ["欧阳修文博", "欧***"],
  ["阿依古丽·买买提", "阿***"],
  ["𠮷田", "𠮷*"],
  ["Wang Xiuying", "W***"],
  ["", ""],
])("the name %s reads %s with stars", (name, masked) => {
  expect(maskedName(name)).toBe(masked);
});

test.each([
  ["我电话 13800138000，随时打", "我电话 138****00，随时打"],
  ["打１３８００１３８０００", "打138****00"],
  ["（０５７４）６５２０－１２３４，①③⑧00138000", "（057****34，138****00"],
  ["138-0013-8000 或 0574 6520 1234", "138****00 或 057****34"],
  ["138.0013.8000，138—0013—8000", "138****00，138****00"],
  ["1 3 8 0 0 1 3 8 0 0 0", "138****00"],
  ["幺三八零零幺三八零零零", "幺三八****零零"],
  ["身份证33022619480301123X", "身份证330****3X"],
  ["TEL13800138000转2，微信wx13800138000，护照E12345678", "TEL138****00转2，微信wx138****00，护照E123****78"],
  ["13800138000Wang", "138****00Wang"],
  ["写信到 wang.xy+1@example.com", "写信到 w***"],
  [`卡号${"6".repeat(40)}`, "卡号666****66"],
])("no number or address by which somebody is found is left: %s reads %s", (words, masked) => {
  expect(maskedWords(words)).toBe(masked);
});

test.each([
  "2026-11-26 那天，3 号门，编号 1024！",
  "2026-11-26 16:20 报的，2026.11.26 3号楼",
  "2026年11月26日（周四），一二三四五，110",
  "欠 1000000 元，要付 1,200,000 元",
  "1 2 3 4 5 6 7 号楼都停水，水位 12.5 13.8 14.2",
])("dates, sums and other words stay as they are: %s", (words) => {
  expect(maskedWords(words)).toBe(words);
});

test.each([
  ["王秀英家的灯，王秀英说的", "王**家的灯，王**说的"],
  ["王 秀 英和阿依古丽•买买提，还有阿依古丽", "王**和阿***，还有阿***"],
  ["小王说的，王家", "小王说的，王家"],
])("names are found as people write them: %s reads %s", (words, masked) => {
  expect(maskedWords(words, { names: ["王秀英", "阿依古丽·买买提", "王", ""] })).toBe(masked);
});

test("neighbours who are named in passing are starred, too", () => {
  const known = new Set(["张德福", "李伟"]);

  expect(maskedWords("张德福把李伟打了，李伟成没看见", { known })).toBe("张**把李*打了，李*成没看见");
});

test("an address at which somebody lives loses its numbers", () => {
  const address = "樟树下3幢12号";

  expect(maskedAddress(address)).toBe("樟树下*幢*号");
  expect(maskedWords("我家樟树下 3幢12号门口，3号桥边", { address })).toBe("我家樟树下*幢*号门口，3号桥边");
});
