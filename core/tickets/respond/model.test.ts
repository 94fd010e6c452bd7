import { expect, test } from "vitest";
import { fold } from "../../language/index.ts";
import { isReceipt } from "./model.ts";

test.each([
  ["收到", true],
  ["收到！", true],
  ["好", true],
  ["收到了", true],
  ["好的", true],
  ["好的，收到", true],
  ["知道了。", true],
  ["晓得了", true],
  ["嗯嗯", true],
  ["明白", true],
  ["好的 谢谢", true],
  ["OK", true],
  ["Got it", true],
  ["received, thanks", true],
  ["收到，下午来换", false],
  ["好的，明天去", false],
  ["好了", false],
  ["修好了", false],
  ["知道是谁家的狗", false],
  ["行，叫电工来", false],
  ["已经换好", false],
  ["noted, the electrician comes today", false],
  ["", false],
])("%j is a receipt only: %s", (words, isOne) => {
  expect(isReceipt(fold(words))).toBe(isOne);
});
