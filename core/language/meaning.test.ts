import { describe, expect, it } from "vitest";
import { asksHowItStands, meaningOf, type Meaning } from "./index.ts";

describe("what words outside any talk mean", () => {
  it.each<[string, Meaning]>([
    ["喂", "greeting"],
    ["有人伐？", "greeting"],
    ["谢谢你们啊", "thanks"],
    ["谢谢，修好了", "thanks"],
    ["谢谢老李", "thanks"],
    ["辛苦了", "thanks"],
    ["收到", "thanks"],
    ["没了", "thanks"],
    ["请来修一下路灯，谢谢", "matter"],
    ["路灯坏了谢谢", "matter"],
    ["谢谢，但是还不亮", "matter"],
    ["修好了", "fixed"],
    ["灯亮了", "fixed"],
    ["灯不亮了", "matter"],
    ["还没修好", "matter"],
    ["我那个路灯怎么样了", "unclear"],
    ["村口路灯修好了吗", "unclear"],
    ["水什么时候来", "unclear"],
    ["那个事怎么弄", "unclear"],
    ["路灯坏了三天", "matter"],
    ["我家门口一棵树倒了", "matter"],
  ])("takes %j for %s", (words, meaning) => {
    expect(meaningOf(words)).toBe(meaning);
  });

  it("does not read a long story for a question how something stands", () => {
    expect(asksHowItStands(`${"门口的水沟堵了很久，".repeat(8)}修好了吗`)).toBe(false);
  });
});
