import { expect, test } from "vitest";
import { fold, normalise, simplify } from "./index.ts";

test.each([
  ["隔壁煤氣漏了", "隔壁煤气漏了"],
  ["樓上著火了，裡面還有人", "楼上着火了，里面还有人"],
  ["路燈壞了", "路灯坏了"],
  ["村書記貪污", "村书记贪污"],
  ["農藥、觸電、癱瘓、噴灑", "农药、触电、瘫痪、喷洒"],
  ["甚麼時候發錢", "什么时候发钱"],
  ["路灯坏了", "路灯坏了"],
  ["著名的乾隆", "著名的乾隆"],
  ["lamp 👍", "lamp 👍"],
])("%s is looked through as %s", (words, simpler) => {
  expect(simplify(words)).toBe(simpler);
});

test("simplified words stay as they are, whatever they mean", () => {
  const words = "后面的皇后，干活干净，面条和面子，头发发了，松树放松，一只，里面三里路，征收长征，余额";

  expect(simplify(words)).toBe(words);
});

test("digits of every script are digits", () => {
  expect(normalise("１２ ٣ ०९ ⑤")).toBe("12 3 09 5");
});

test("a label in Traditional characters is the same label", () => {
  expect(fold("對，交上去")).toBe(fold("对，交上去"));
});
