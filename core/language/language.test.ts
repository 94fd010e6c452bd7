import { describe, expect, it } from "vitest";
import { clean, fold, isNo, isYes, join, normalise, readNumber, verbatim } from "./index.ts";

describe("readNumber", () => {
  it.each([
    ["1", 1],
    ["１", 1],
    ["一", 1],
    ["壹", 1],
    ["两", 2],
    ["第二个", 2],
    ["2.", 2],
    ["2、", 2],
    ["(3)", 3],
    ["（3）", 3],
    ["选3", 3],
    ["选 3", 3],
    ["我选第三个", 3],
    ["②", 2],
    ["2️⃣", 2],
    [" 7 ", 7],
    ["0", 0],
    ["零", 0],
    ["十", 10],
    ["十二", 12],
    ["二十", 20],
    ["二十三", 23],
    ["廿三", 23],
    ["卅", 30],
    ["贰拾壹", 21],
    ["٣", 3],
    ["一百零三", 103],
    ["1024", 1024],
    ["3号", 3],
  ])("reads %j as %d", (words, expected) => {
    expect(readNumber(words)).toBe(expected);
  });

  it.each([
    "",
    "路灯",
    "2.5",
    "1 2",
    "-1",
    "一个人",
    "第二天",
    "二二",
    "路灯坏了3天",
    "abc",
    "十个人",
    "9".repeat(100_000),
  ])("does not take %j for a number", (words) => {
    expect(readNumber(words)).toBeUndefined();
  });
});

describe("yes and no", () => {
  it.each(["好", "嗯", "对", "对的", "是", "行", "可以", "OK", "yes", "好！", "ＯＫ", "👍", " 对的。 "])(
    "hears yes in %j",
    (words) => {
      expect(isYes(words)).toBe(true);
      expect(isNo(words)).toBe(false);
    },
  );

  it.each(["不", "不对", "不是", "不要", "no", "No.", "没有"])("hears no in %j", (words) => {
    expect(isNo(words)).toBe(true);
    expect(isYes(words)).toBe(false);
  });

  it.each(["好像不是", "不好说", "路灯", "", "对面的灯坏了"])("hears neither in %j", (words) => {
    expect(isYes(words) || isNo(words)).toBe(false);
  });
});

describe("cleaning", () => {
  it("keeps line breaks, Chinese punctuation and joined emoji, and drops what nobody can see", () => {
    expect(clean("\u200b 路灯，\u0000坏了\r\n三天！👨‍👩‍👧\u202e ")).toBe("路灯，坏了\n三天！👨‍👩‍👧");
  });

  it("compares in one width without invisible characters", () => {
    expect(normalise("　ＡＢＣ，\u200b１ ")).toBe("ABC,1");
  });

  it("folds two spellings of one label together", () => {
    expect(fold("对，交上去")).toBe(fold("对 交上去！"));
  });
});

describe("texts", () => {
  it("joins each language and leaves no gap for an empty part", () => {
    const joined = join([verbatim(""), { zh: "好", en: "Good" }, verbatim("1024")]);

    expect(joined).toEqual({ zh: "好\n1024", en: "Good\n1024" });
  });
});
