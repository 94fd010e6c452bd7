import { assert, constantFrom, array, property, string, uniqueArray, nat } from "fast-check";
import { describe, expect, it, test } from "vitest";
import { createIndex, searchIndexFrom, type Passage } from "./index.ts";

const passages: readonly Passage[] = [
  {
    id: "pension",
    title: "城乡居民基本养老保险",
    text: "年满六十周岁、未领取国家规定的基本养老保障待遇的，可以按月领取养老金。",
  },
  { id: "allowance", title: "最低生活保障", text: "家庭人均收入低于当地最低生活保障标准的，可以申请低保。" },
  { id: "medical", title: "城乡居民基本医疗保险", text: "参加医保的居民住院，按比例报销医疗费用。" },
  {
    id: "house",
    title: "农村村民住宅",
    text: "农村村民一户只能拥有一处宅基地，建房应当经乡镇人民政府批准。",
  },
  {
    id: "straw",
    title: "大气污染防治",
    text: "禁止露天焚烧秸秆、落叶等产生烟尘污染的物质，违者处500元罚款。",
  },
];

function firstOf(query: string, among: readonly Passage[] = passages): string | undefined {
  return createIndex(among).search(query, 3)[0]?.id;
}

describe("a question finds its passage", () => {
  it.each([
    ["低保", "allowance"],
    ["医保", "medical"],
    ["低保怎么申请？", "allowance"],
    ["老保几岁可以领", "pension"],
    ["满60岁能领钱吗", "pension"],
    ["６０周岁", "pension"],
    ["六十岁", "pension"],
    ["我想盖房子要谁批准", "house"],
    ["農村宅基地", "house"],
    ["烧稻草罚多少", "straw"],
    ["罚五百", "straw"],
    ["ｗ看病报销", "medical"],
    ["狗😀低保", "allowance"],
  ])("%s", (query, id) => {
    expect(firstOf(query)).toBe(id);
  });

  it.each(["", "   ", "😀👍🏽", "？！", "zzz", "\u0000", "\ud800"])("%j finds nothing", (query) => {
    expect(createIndex(passages).search(query, 5)).toEqual([]);
  });

  it("stands a question as long as a book", () => {
    expect(firstOf("低保申请".repeat(50_000))).toBe("allowance");
  });

  it("finds by a past question what shares no word with the passage", () => {
    const learnt = passages.map((one) =>
      one.id === "straw" ? { ...one, past: ["田里的东西点火行不行"] } : one,
    );

    expect(firstOf("点火行不行")).toBeUndefined();
    expect(firstOf("点火行不行", learnt)).toBe("straw");
  });

  it("says by which words, which are in the passage or in the question", () => {
    const [found] = createIndex(passages).search("烧稻草罚多少", 1);

    expect(found?.because).not.toEqual([]);
    for (const word of found?.because ?? []) expect(`${passages[4]?.text} 烧稻草罚多少`).toContain(word);
  });

  it("gives no more than it is asked for, the best first", () => {
    const found = createIndex(passages).search("居民保险", 2);

    expect(found).toHaveLength(2);
    expect(found[0]?.score).toBeGreaterThanOrEqual(found[1]?.score ?? 0);
  });
});

const syllable = constantFrom(...Array.from("低保医养老金农村建房申请秸秆焚烧a1😀 ，"));
const words = array(syllable, { maxLength: 30 }).map((list) => list.join(""));
const given = array(
  uniqueArray(nat({ max: 12 }), { maxLength: 6 }).chain((ids) =>
    array(words, { minLength: ids.length, maxLength: ids.length }).map((texts) =>
      ids.map((id, at): Passage => ({
        id: String(id),
        text: texts[at] ?? "",
        past: [texts[at]?.slice(0, 5) ?? ""],
      })),
    ),
  ),
  { maxLength: 5 },
);

describe("an index that changed", () => {
  test("answers as one that was built at once from what is left", () => {
    assert(
      property(given, array(nat({ max: 12 })), words, (batches, gone, query) => {
        const left = new Map<string, Passage>();
        const index = createIndex([]);
        for (const batch of batches) {
          index.add(batch);
          for (const one of batch) left.set(one.id, one);
        }
        index.remove(gone.map(String));
        for (const id of gone) left.delete(String(id));

        expect(index.size).toBe(left.size);
        expect(index.search(query, 20)).toEqual(createIndex([...left.values()]).search(query, 20));
      }),
    );
  });

  test("is the same after it was kept as bytes", () => {
    assert(
      property(given, words, (batches, query) => {
        const index = createIndex(batches.flat());
        const again = searchIndexFrom(index.toBytes());

        expect(again?.size).toBe(index.size);
        expect(again?.search(query, 20)).toEqual(index.search(query, 20));
      }),
    );
  });

  test("can be changed after it was read from bytes", () => {
    const index = searchIndexFrom(createIndex(passages).toBytes());
    index?.add([{ id: "straw", text: "低保低保低保" }]);
    index?.remove(["allowance", "nobody"]);

    expect(index?.search("低保", 1)[0]?.id).toBe("straw");
    expect(index?.has("allowance")).toBe(false);
  });

  test("takes the last of two passages with one id", () => {
    const index = createIndex([
      { id: "one", text: "低保" },
      { id: "one", text: "医保" },
    ]);

    expect([index.size, index.search("低保", 1), index.search("医保", 1)[0]?.id]).toEqual([1, [], "one"]);
  });
});

test("bytes that are not an index are none", () => {
  const bytes = createIndex(passages).toBytes();
  const older = Uint8Array.from(bytes);
  older[4] = 99;

  for (const wrong of [new Uint8Array(), new Uint8Array(64), bytes.slice(0, 40), older]) {
    expect(searchIndexFrom(wrong)).toBeUndefined();
  }
});

test("any text can be indexed and asked for", () => {
  assert(
    property(
      string({ unit: "binary", maxLength: 80 }),
      string({ unit: "binary", maxLength: 80 }),
      (text, query) => {
        const [found] = createIndex([{ id: "it", text, title: query }]).search(query, 1);

        expect(found === undefined || Number.isFinite(found.score)).toBe(true);
      },
    ),
    { numRuns: 40 },
  );
});
