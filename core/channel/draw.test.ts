import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block, Caps } from "./contract.ts";
import { draw, lengthOf, splitText } from "./draw.ts";
import { paperCaps } from "./testing/paperAdapter.ts";

const question: readonly Block[] = [
  { type: "text", text: "这样对吗？" },
  {
    type: "choices",
    options: [
      { label: "对", token: "=t.sure.yes" },
      { label: "不对", token: "=t.sure.no" },
    ],
  },
];
const numbers: Caps = { ...paperCaps, choices: { kind: "numbers" } };

test("a platform with buttons gets buttons, and the menu behind them", () => {
  const [drawn] = draw(question, paperCaps);

  expect(drawn?.text).toBe("这样对吗？");
  expect(drawn?.buttons.map((button) => button.label)).toEqual(["对", "不对"]);
  expect(drawn?.menu).toEqual(drawn?.buttons);
});

test("a platform without buttons gets numbered lines, and the same menu", () => {
  const [drawn] = draw(question, numbers);

  expect(drawn?.text).toBe("这样对吗？\n1. 对\n2. 不对");
  expect(drawn?.buttons).toEqual([]);
  expect(drawn?.menu.map((option) => option.token)).toEqual(["=t.sure.yes", "=t.sure.no"]);
});

test("more options than the platform has buttons for become numbered lines", () => {
  const [drawn] = draw(question, { ...paperCaps, choices: { kind: "native", max: 1, tokenBytes: 64 } });

  expect(drawn?.buttons).toEqual([]);
  expect(drawn?.text).toContain("2. 不对");
});

test("each file is a call of its own, before the words that carry the buttons", () => {
  const photo = { kind: "photo", channel: "paper", id: "1" } as const;

  const drawn = draw([...question, { type: "file", file: photo, caption: "灯" }], paperCaps);

  expect(drawn.map((piece) => [piece.file?.id, piece.text, piece.buttons.length])).toEqual([
    ["1", "灯", 0],
    [undefined, "这样对吗？", 2],
  ]);
});

test("a file that a platform cannot show is named in words", () => {
  const voice = { kind: "voice", channel: "paper", id: "1", name: "say.ogg" } as const;

  const drawn = draw([{ type: "file", file: voice }], { ...paperCaps, files: [] });

  expect(drawn.map((piece) => piece.text)).toEqual(["〔say.ogg〕"]);
});

test("only the last piece of a long text carries the menu", () => {
  const drawn = draw([{ type: "text", text: "字".repeat(9000) }, ...question], paperCaps);

  expect(drawn.length).toBe(3);
  expect(drawn.map((piece) => piece.menu.length)).toEqual([0, 0, 2]);
});

test("splitting any text keeps within the limit, loses no character and breaks none", () => {
  const text = fc.string({ unit: "binary", maxLength: 400 }).map((said) => said.toWellFormed());
  const limit = fc.record({
    max: fc.integer({ min: 4, max: 60 }),
    unit: fc.constantFrom("utf16" as const, "bytes" as const),
  });

  fc.assert(
    fc.property(text, limit, (said, { max, unit }) => {
      const pieces = splitText(said, { max, unit });

      expect(pieces.every((piece) => lengthOf(piece, unit) <= max && piece.isWellFormed())).toBe(true);
      expect(pieces.join("").replaceAll("\n", "")).toBe(said.replaceAll("\n", ""));
    }),
  );
});
