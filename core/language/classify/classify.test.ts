import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { classifierFrom, normalise, trainClassifier, type ClassifierJson, type Example } from "../index.ts";

const things: Readonly<Record<string, readonly string[]>> = {
  lamp: ["路灯", "灯杆", "灯泡", "照明"],
  road: ["马路", "路面", "水泥路", "桥面"],
  water: ["自来水", "水管", "水表", "水压"],
};
const troubles = ["坏了", "三天没人修", "请来看看", "影响出行", "老人不方便", "什么时候能好"];
const places = ["村口", "小学旁边", "祠堂前", "我家门口", "大樟树下"];

/** Each thing at each place with each trouble: made up, and plain. */
const examples: readonly Example[] = Object.entries(things).flatMap(([label, words]) =>
  words.flatMap((thing, at) =>
    troubles.map((trouble, time) => ({
      label,
      title: `${thing}${trouble}`,
      text: `${places[(at + time) % places.length] ?? ""}的${thing}${trouble}，麻烦处理一下`,
    })),
  ),
);
const classifier = trainClassifier(examples);

/** Any text at all, mixed with words the classifier knows. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 20 }),
      fc.constantFrom(...troubles, ...Object.values(things).flat(), "！", "？", "\n", "燈壞了", "👨‍👩‍👧"),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

describe("a classifier", () => {
  it.each([
    ["路灯不亮，夜里看不见", "lamp"],
    ["路燈不亮", "lamp"],
    ["门口水泥路裂开了", "road"],
    ["水管漏水，水压太低", "water"],
  ])("sorts %j into %s", (text, label) => {
    expect(classifier.classify(text)).toMatchObject({ label });
  });

  it("knows its labels, and gives each a share", () => {
    const { label, others } = classifier.classify("路灯坏了");

    expect(classifier.labels).toEqual(["lamp", "road", "water"]);
    expect([label, ...others.map((other) => other.label)].sort()).toEqual(classifier.labels);
  });

  it("names the words that decided, out of the text, and no others", () => {
    const { because } = classifier.classify("祠堂前的路灯坏了，麻烦处理");

    expect(because[0]).toBe("路灯");
    expect(because).not.toContain("麻烦");
  });

  it("is less sure of what it never heard than of what it knows", () => {
    const [known, unknown] = [classifier.classify("路灯坏了"), classifier.classify("母猪下崽")];

    expect(known.share).toBeGreaterThan(0.8);
    expect(unknown.share).toBeLessThan(known.share);
  });

  it("hears the title before the text", () => {
    expect(classifier.classify("三天没人修，请来看看", "水表").label).toBe("water");
  });
});

describe("learning", () => {
  it("comes to the same classifier each time", () => {
    expect(trainClassifier(examples).toJson()).toEqual(classifier.toJson());
  });

  it("keeps nobody's words", () => {
    const stored = JSON.stringify(classifier.toJson());

    expect(stored).not.toMatch(/路灯|祠堂/u);
  });

  it("works from two examples, with one label, and with an example that says nothing", () => {
    const two = trainClassifier([
      { label: "lamp", text: "路灯坏了" },
      { label: "water", text: "没水" },
    ]);

    expect(two.classify("路灯又坏了").label).toBe("lamp");
    expect(two.sureFrom(0.9)).toBeUndefined();
    expect(trainClassifier([{ label: "only", text: "" }]).classify("路灯")).toMatchObject({ label: "only" });
  });

  it("refuses to learn from nothing", () => {
    expect(() => trainClassifier([])).toThrow("nothing to learn from");
  });

  it("says from which share it is right", () => {
    const from = classifier.sureFrom(0.97);

    expect(from).toBeLessThan(0.97);
    expect(classifier.sureFrom(1.01)).toBeUndefined();
  });
});

test("shares are about as often right as they say, where every third label is drawn by lot", () => {
  const labels = Object.keys(things);
  const all = examples.flatMap(({ label, title }) =>
    places.map((place) => ({ label, text: `${place}${title ?? ""}` })),
  );
  const noisy = all.map((example, at) => {
    const lot = Math.imul(at + 1, 0x9e3779b1) >>> 0;
    return lot % 3 === 0 ? { ...example, label: labels[(lot >>> 8) % 3] ?? "" } : example;
  });
  const unsure = trainClassifier(noisy.filter((_, at) => at % 2 === 0));

  const asked = noisy.filter((_, at) => at % 2 === 1);
  const guesses = asked.map(({ text, label }) => ({ label, guess: unsure.classify(text) }));
  const right = guesses.filter(({ label, guess }) => guess.label === label).length / asked.length;
  const mean = guesses.reduce((sum, { guess }) => sum + guess.share, 0) / asked.length;

  expect(right).toBeGreaterThan(0.6);
  expect(Math.abs(mean - right)).toBeLessThan(0.08);
});

describe("any text", () => {
  test("gets shares that add up to one, the largest first, and words that are in it", () => {
    fc.assert(
      fc.property(anyText, anyText, (text, title) => {
        const { share, others, because } = classifier.classify(text, title);
        const plain = normalise(`${title} ${text}`).toLowerCase();

        expect(others.reduce((sum, other) => sum + other.share, share)).toBeCloseTo(1, 9);
        expect(share).toBeGreaterThanOrEqual(others[0]?.share ?? 0);
        for (const word of because) expect(plain).toContain(word);
      }),
    );
  });

  test("is sorted the same by a classifier that was stored and read again", () => {
    const again = classifierFrom(JSON.parse(JSON.stringify(classifier.toJson())) as ClassifierJson);

    fc.assert(
      fc.property(anyText, (text) => {
        const [one, other] = [classifier.classify(text), again.classify(text)];

        expect(other.share).toBeCloseTo(one.share, 3);
        if (one.share - (one.others[0]?.share ?? 0) > 0.001) expect(other.label).toBe(one.label);
      }),
    );
  });

  test.each([
    "",
    " ",
    "？！",
    "👍",
    "\ud800",
    "灯".repeat(100_000),
    "a".repeat(100_000),
    "👨‍👩‍👧".repeat(10_000),
  ])("%# does it no harm, and is done soon", (text) => {
    const began = performance.now();

    const { share } = classifier.classify(text);

    expect(share).toBeGreaterThan(0);
    expect(performance.now() - began).toBeLessThan(500);
  });
});

test("another version is refused", () => {
  const later = { ...classifier.toJson(), version: 2 } as unknown as ClassifierJson;

  expect(() => classifierFrom(later)).toThrow("version 2");
});

const data = process.env["LANGUAGE_DATA"];

/** On data that is not ours: set LANGUAGE_DATA to the folder that holds it. */
test.skipIf(data === undefined)(
  "a fold of real messages is sorted as decision 036 says",
  { timeout: 120_000 },
  () => {
    const rows = readFileSync(`${data ?? ""}/category.jsonl`, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Example & { fold: number; title: string | null })
      .map(({ title, ...row }) => ({ ...row, title: title ?? undefined }));
    const learnt = trainClassifier(rows.filter(({ fold }) => fold !== 0));
    const asked = rows.filter(({ fold }) => fold === 0);

    const right = asked.filter(({ text, title, label }) => learnt.classify(text, title).label === label);

    expect(right.length / asked.length).toBeGreaterThan(0.87);
  },
);
