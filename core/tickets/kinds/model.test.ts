import { expect, test } from "vitest";
import { guessKind, guessPlace, kindOf } from "./model.ts";

test.each([
  ["村口大樟树旁边的路灯坏了三天，夜里看不见路", "lamp"],
  ["门前水沟堵了，污水漫出来", "ditch"],
  ["垃圾三天没人收，臭死了", "rubbish"],
  ["隔壁天天放音响太吵", "noise"],
  ["家里停水两天了", "water"],
  ["村里的狗追人", "dog"],
  ["The street light is out", "lamp"],
  ["今天天气不错", "other"],
  ["", "other"],
])("%s is guessed as %s", (words, kind) => {
  expect(guessKind(words)).toBe(kind);
});

test.each([
  ["村口大樟树旁边的路灯坏了三天", "村口大樟树旁边"],
  ["路口的灯坏了", "路口"],
  ["我们家门口的水沟堵了", "家门口"],
  ["12号门前有个坑", "12号"],
  ["路灯坏了", undefined],
  ["水沟堵了，在老年协会后面", "老年协会后面"],
  ["那边", undefined],
])("%s names the place %s", (words, place) => {
  expect(guessPlace(words)).toBe(place);
});

test("a kind that is no longer known is shown as other", () => {
  expect(kindOf("abolished").zh).toBe("其他");
});
