import { expect, test } from "vitest";
import { meaningOf } from "./meaning.ts";

test.each([
  ["你好", "greeting"],
  ["您好！", "greeting"],
  ["谢谢你", "greeting"],
  ["路灯坏了", "matter"],
  ["水沟堵了怎么办", "matter"],
  ["村里想搞一个老年食堂", "matter"],
  ["那个事怎么弄", "unclear"],
  ["什么时候能好呢", "unclear"],
  ["啊", "unclear"],
])("%s is a %s", (words, meaning) => {
  expect(meaningOf(words)).toBe(meaning);
});
