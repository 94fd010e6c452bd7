import { describe, expect, it } from "vitest";
import { intentExamples, intents, placeOf, recognise, type Intent, type Opinion } from "../index.ts";

/** What the office taught, unless it is the one that is shipped. */
function opinion(opinions: readonly Opinion[], isOffices = true) {
  return { on: () => opinions, isOffices };
}

describe("what a first sentence is after", () => {
  it.each<[string, Intent, "sure" | "likely"]>([
    ["村口大樟树旁边的路灯坏了三天，夜里看不见路", "report", "sure"],
    ["路燈壞了", "report", "sure"],
    ["ludeng huaile", "report", "sure"],
    ["邻居不让我走屋边那条路", "report", "sure"],
    ["我今年八十了有补助伐", "policy", "sure"],
    ["身份证丢了去哪里补", "service", "sure"],
    ["叫老李来一下", "human", "sure"],
    ["我那个水沟的事怎么样了", "progress", "sure"],
    ["我有多少分", "points", "sure"],
    ["天亮落雨伐", "news", "sure"],
    ["speak english please", "language", "sure"],
    ["有没有英文的", "language", "sure"],
    ["你是谁", "help", "sure"],
  ])("%s is after %s, %s", (words, intent, standing) => {
    const { likely, standing: found } = recognise(words);

    expect([likely[0] && placeOf(likely[0]), found]).toEqual([placeOf(intent), standing]);
  });

  it.each(["那个", "嗯", "qwerty", "", "今天胃口不好", "1", "？？", "路灯低保积分新闻"])(
    "%j is after nothing that can be told",
    (words) => {
      expect(recognise(words).standing).toBe("unsure");
    },
  );

  it.each(["笑话用英语怎么说", "苹果翻译成英语", "今天我要去逛街用英语说"])(
    "%s wants no other language of this",
    (words) => {
      expect(recognise(words).likely).not.toContain("language");
    },
  );

  it("says the words that decided, as they were meant", () => {
    expect(recognise("拉圾桶满了没人收").because).toContain("没人收");
  });

  it("goes on with a second opinion alone only where it is next to certain, and asks where it is another", () => {
    const policy = opinion([{ intent: "policy", share: 0.99 }]);
    const report = opinion([{ intent: "report", share: 0.99 }]);
    const faint = opinion([
      { intent: "policy", share: 0.3 },
      { intent: "report", share: 0.1 },
    ]);

    expect(recognise("嗯那个", policy)).toMatchObject({ standing: "unsure", likely: ["policy"] });
    expect(recognise("嗯那个", report)).toMatchObject({ standing: "likely", likely: ["report"] });
    expect(recognise("停水了", policy)).toMatchObject({ standing: "unsure", likely: ["report", "policy"] });
    expect(recognise("低保要什么条件", policy)).toMatchObject({ standing: "sure" });
    expect(recognise("停水了", faint).standing).toBe("sure");
    const shipped = opinion(
      [
        { intent: "policy", share: 0.93 },
        { intent: "report", share: 0.06 },
      ],
      false,
    );
    expect(recognise("停水了", shipped).standing).toBe("sure");
  });

  it("takes its sureness back where the second opinion finds it next to impossible", () => {
    const points = opinion([{ intent: "points", share: 0.7 }]);

    expect(recognise("停水了", points)).toMatchObject({ standing: "likely", likely: ["report", "points"] });
    expect(recognise("低保要什么条件", points)).toMatchObject({ standing: "unsure" });
  });

  it("says what words are a little like by where it leads, and leaves the likely ones to what is known", () => {
    const faint = opinion([
      { intent: "affairs", share: 0.2 },
      { intent: "service", share: 0.15 },
      { intent: "policy", share: 0.1 },
      { intent: "points", share: 0.01 },
    ]);

    expect(recognise("嗯那个", faint)).toMatchObject({ likely: [], perhaps: ["service", "affairs"] });
    expect(recognise("停水了", faint)).toMatchObject({ likely: ["report"], perhaps: ["service", "affairs"] });
  });

  it.each([
    ["a person", "我跟弟弟为了老屋分不拢想叫人来评评理"],
    ["points", "村里开大会的时候讲扫地能加分我一直弄不懂"],
    ["a policy", "那个女的问她两句低保就发火"],
    ["a report, when it only asks", "下半日停水停到几点钟"],
  ])("is not sure of %s where most of the words say something else", (_what, words) => {
    expect(recognise(words).standing).toBe("unsure");
  });

  it("looks at no more of a flood than its beginning", () => {
    expect(recognise("啊".repeat(100_000)).standing).toBe("unsure");
  });
});

describe("the sentences that are shipped", () => {
  const examples = intentExamples();

  it("hold something of every intent, and none twice", () => {
    expect(new Set(examples.map(({ intent }) => intent))).toEqual(new Set(intents));
    expect(new Set(examples.map(({ words }) => words)).size).toBe(examples.length);
  });

  it("are never surely taken for something else", () => {
    const wrong = examples.filter(({ words, intent }) => {
      const { likely, standing } = recognise(words);
      return standing === "sure" && likely[0] !== undefined && placeOf(likely[0]) !== placeOf(intent);
    });

    expect(wrong).toEqual([]);
  });
});
