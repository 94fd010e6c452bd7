import { expect, test } from "vitest";
import { simplify } from "./index.ts";

test.each([
  ["隔壁煤氣漏了", "隔壁煤气漏了"],
  ["樓上著火了，裡面還有人", "楼上着火了，里面还有人"],
  ["路燈壞了", "路灯坏了"],
  ["村書記貪污", "村书记贪污"],
  ["路灯坏了", "路灯坏了"],
  ["lamp 👍", "lamp 👍"],
])("%s is looked through as %s", (words, simpler) => {
  expect(simplify(words)).toBe(simpler);
});
