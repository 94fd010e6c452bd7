import { expect, test } from "vitest";
import { createZone } from "../../time/index.ts";
import { daysWaited, nextWord } from "./model.ts";

const china = createZone("Asia/Shanghai");
const at = (moment: string): number => Date.parse(`${moment}+08:00`);
const filed = at("2026-11-23T16:20");
const weekdays = (date: string): boolean => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

test.each([
  ["the first month", "2026-11-23T16:20", 1, "2026-12-22T09:00", "2026-12-23T09:00"],
  ["the moment before", "2026-12-23T08:59", 1, "2026-12-22T09:00", "2026-12-23T09:00"],
  ["at the first word", "2026-12-23T09:00", 2, "2027-01-21T09:00", "2027-01-22T09:00"],
  ["months later", "2027-03-01T00:00", 4, "2027-03-22T09:00", "2027-03-23T09:00"],
])("the next word, seen from %s", (_what, now, month, askAt, wordAt) => {
  expect(nextWord(china, filed, at(now), weekdays)).toEqual({ month, askAt: at(askAt), wordAt: at(wordAt) });
});

test.each([
  ["a Sunday", weekdays, "2026-12-18T09:00"],
  ["longer holidays", (date: string) => date < "2026-12-12", "2026-12-11T09:00"],
  ["no end of holidays", () => false, "2026-12-07T09:00"],
])("it is asked for before %s", (_what, isWorkday, askAt) => {
  const sunday = nextWord(china, at("2026-11-22T10:00"), at("2026-11-22T10:00"), isWorkday);

  expect(sunday.wordAt).toBe(at("2026-12-22T09:00"));
  const monday = nextWord(china, at("2026-11-21T10:00"), at("2026-11-21T10:00"), isWorkday);
  expect(monday.askAt).toBe(at(askAt));
});

test("in a place where the hour is changed, it is nine in the morning all the same", () => {
  const berlin = createZone("Europe/Berlin");

  const { wordAt } = nextWord(berlin, Date.UTC(2026, 9, 1, 8), Date.UTC(2026, 9, 1, 8), () => true);

  expect(new Date(wordAt).toISOString()).toBe("2026-10-31T08:00:00.000Z");
});

test.each([
  ["2026-11-23T23:59", "2026-11-24T00:01", 1],
  ["2026-11-23T00:01", "2026-11-23T23:59", 0],
  ["2026-11-23T16:20", "2026-12-23T09:00", 30],
])("who files at %s has waited until %s for %s days", (from, until, days) => {
  expect(daysWaited(china, at(from), at(until))).toBe(days);
});
