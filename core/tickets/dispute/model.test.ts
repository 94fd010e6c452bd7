import { expect, test } from "vitest";
import { guessKind } from "../kinds/model.ts";
import { namedIn, tellsOfDispute } from "./model.ts";

test.each([
  "邻居占了我家地界",
  "隔壁把我家的地圈进去了",
  "我家的地被邻居占了",
  "堂兄欠我家 8000 元不还",
  "隔壁造房子占了我家三尺地",
  "宅基地纠纷",
  "和邻居吵架了",
  "堂弟欠钱不还",
  "他欠我两万块工钱",
  "工资拖了三个月没发",
  "老板工资不给",
  "借了钱赖账不还",
  "隔壁的墙砌到我家院里来了",
  "他家房子挡了我家的光",
  "兄弟分家说不拢",
  "邻居不让我走那条路",
  "跟他争那块地争了好几年",
  "My neighbour built on my land",
  "the boss owes me wages",
  "a boundary dispute",
])("%s is a dispute", (words) => {
  expect(tellsOfDispute(words)).toBe(true);
  expect(guessKind(words)).toBe("dispute");
});

test.each([
  ["村口路灯坏了", "lamp"],
  ["隔壁天天放音响太吵", "noise"],
  ["邻居家的狗追人", "dog"],
  ["邻居违章建房", "building"],
  ["宅基地怎么申请", "building"],
  ["离婚证要什么材料", "service"],
  ["退休工资没发", "other"],
  ["垃圾没人收", "rubbish"],
  ["手机欠费了", "other"],
  ["桥头的路不平", "road"],
])("%s is none, but %s", (words, kind) => {
  expect(tellsOfDispute(words)).toBe(false);
  if (kind !== "service") expect(guessKind(words)).toBe(kind);
});

test.each([
  ["老李家占了我的地", "li"],
  ["周敏和我争宅基地", "zhou"],
  ["邻居占了我的地", undefined],
])("%s names %s", (words, id) => {
  const people = [
    { id: "li", names: ["李建国", "老李"] },
    { id: "zhou", names: ["周敏"] },
    { id: "short", names: ["居"] },
  ];

  expect(namedIn(words, people)).toBe(id);
});
