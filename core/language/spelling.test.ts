import { expect, test } from "vitest";
import { respelled } from "./spelling.ts";

test.each([
  ["路登坏了", "路灯坏了"],
  ["拉圾没人收", "垃圾没人收"],
  ["我要反应问题", "我要反映问题"],
  ["低宝怎么办", "低保怎么办"],
  ["家里停氺了", "家里停水了"],
  ["煤气漏了", "煤气漏了"],
  ["霉气漏了", "煤气漏了"],
  ["ludeng huaile", "路灯坏了"],
  ["lu deng bu liang", "路灯不亮"],
  ["LaJi meiren shou", "垃圾没人收"],
  ["dibao zenmeban", "低保怎么办"],
  ["水溝堵了", "水沟堵了"],
  ["天亮落雨", "明天下雨"],
  ["旧年的补贴", "去年的补贴"],
  ["明朝来", "明天来"],
  ["老倌晕倒", "丈夫晕倒"],
])("%s is read as %s", (words, read) => {
  expect(respelled(words)).toBe(read);
});

test.each([
  "停电等了三天",
  "当地保险公司",
  "找伙伴一起来",
  "夜里吵到天亮",
  "天亮了再说",
  "在路口等车",
  "十几分钟",
  "the street light is broken",
  "hello",
  "menu",
  "",
])("%j stays as it is", (words) => {
  expect(respelled(words)).toBe(words);
});
