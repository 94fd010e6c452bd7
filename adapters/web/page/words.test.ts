import { expect, test } from "vitest";
import { excerpt, pieces, readCoordinates } from "./text.ts";
import { dayOf } from "./time.ts";
import { wordsOf } from "./words.ts";

test("addresses in a message can be followed, and nothing of the message is lost", () => {
  const message = "看 https://www.nh.gov.cn/a?b=1。还有（http://x.cn/y）, javascript:alert(1)";

  const found = pieces(message);

  expect(found.map((piece) => piece.text).join("")).toBe(message);
  expect(found.flatMap((piece) => piece.url ?? [])).toEqual(["https://www.nh.gov.cn/a?b=1", "http://x.cn/y"]);
});

test("a quotation is one line and never cuts a letter in two", () => {
  expect(excerpt("第一行\n第二行", 20)).toBe("第一行 第二行");
  expect(excerpt("👨‍👩‍👧‍👦👍🏽好的", 2)).toBe("👨‍👩‍👧‍👦👍🏽…");
});

test.each([
  ["29.29,121.43", { latitude: 29.29, longitude: 121.43 }],
  [" 29.29， 121.43 ", { latitude: 29.29, longitude: 121.43 }],
  ["-29 121", { latitude: -29, longitude: 121 }],
  ["129.29,121.43", undefined],
  ["村口", undefined],
])("%j is a place or is not", (typed, place) => {
  expect(readCoordinates(typed)).toEqual(place);
});

test("days are named as people name them", () => {
  const now = Date.parse("2026-11-23T00:30+08:00");
  const hour = 3_600_000;

  expect(dayOf(now - hour / 4, now, wordsOf.zh)).toBe("今天");
  expect(dayOf(now - hour, now, wordsOf.zh)).toBe("昨天");
  expect(dayOf(now - 30 * hour, now, wordsOf.zh)).toBe("11月21日");
  expect(dayOf(now - 30 * hour, now, wordsOf.en)).toBe("November 21");
  expect(dayOf(Date.parse("2025-01-02T12:00+08:00"), now, wordsOf.zh)).toBe("2025年1月2日");
});
