import { expect, test } from "vitest";
import { accuses, complaintIn } from "./model.ts";

test.each([
  "村书记贪污",
  "主任收了人家的红包",
  "会计做假账",
  "书记拿了我们修路的钱",
  "我要举报村干部",
  "我要举报",
  "检举一个人",
  "低保给了书记的亲戚",
  "有人吃拿卡要",
  "挪用扶贫款",
  "书记挪用修路的钱",
  "the village secretary took money",
])("%s accuses an official", (words) => {
  expect(accuses(words)).toBe(true);
});

test.each([
  "举报有人乱倒垃圾",
  "网格员态度不好",
  "老李不管",
  "书记家门口的路灯坏了",
  "请主任来看看",
  "会计说下周来",
  "干部什么时候发补助",
  "邻居欠我的钱不还",
  "村口路灯坏了",
])("%s does not", (words) => {
  expect(accuses(words)).toBe(false);
});

const people = [
  { id: "li", names: ["李建国", "老李"] },
  { id: "zhou", names: ["周敏"] },
];

test.each([
  ["网格员态度差", undefined, "grid_worker"],
  ["老李不管", "li", undefined],
  ["周敏不接电话", "zhou", undefined],
  ["村干部推来推去", undefined, "team_member"],
] as const)("%s complains about %s, %s", (words, person, post) => {
  expect(complaintIn(words, people)).toEqual({ person, post });
});

test.each(["老李家的狗没人管，骂人", "垃圾没人管", "老李什么时候来", "路灯不亮", "邻居骂人"])(
  "%s is no complaint about service",
  (words) => {
    expect(complaintIn(words, people)).toBeUndefined();
  },
);
