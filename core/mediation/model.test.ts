import { expect, test } from "vitest";
import { areAllWilling, meetingMinutes, sideOf, splitNames, type Consent, type Party } from "./model.ts";

function party(id: number, consent: Consent, person?: string): Party {
  return { id, person, name: `side ${id}`, consent, meeting: undefined, confirmedAt: undefined };
}

test.each([
  ["陈德福", ["陈德福"]],
  ["陈德福、张福根", ["陈德福", "张福根"]],
  ["陈德福，和张福根", ["陈德福", "张福根"]],
  ["陈德福\n陈德福", ["陈德福"]],
  ["和平", ["和平"]],
  ["，、", []],
])("%j names %j", (words, names) => {
  expect(splitNames(words)).toEqual(names);
});

test.each([
  [180, "周六3点", 900],
  [540, "周六9点", 540],
  [390, "早上6点半", 390],
  [900, "下午3点", 900],
  [0, "0点", 0],
])("%d minutes in %s are %d", (minutes, words, meant) => {
  expect(meetingMinutes(minutes, words)).toBe(meant);
});

test.each<[readonly Consent[], boolean]>([
  [["willing", "willing"], true],
  [["willing", "asked"], false],
  [["willing"], false],
  [[], false],
])("sides that are %j: all willing %s", (consents, all) => {
  expect(areAllWilling({ parties: consents.map((consent, at) => party(at, consent)) })).toBe(all);
});

test("a side that was not told of it yet is none", () => {
  const parties = [party(1, "willing", "wang"), party(2, "waiting", "chen")];

  expect(sideOf({ parties }, "chen")).toBeUndefined();
  expect(sideOf({ parties }, "wang")?.id).toBe(1);
  expect(sideOf({ parties }, "lin")).toBeUndefined();
});
