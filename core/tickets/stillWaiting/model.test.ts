import { expect, test } from "vitest";
import { createZone } from "../../time/index.ts";
import type { TicketEventKind } from "../model.ts";
import { askAtFor, daysWaited, nextWord, waitingSince } from "./model.ts";

const china = createZone("Asia/Shanghai");
const at = (moment: string): number => Date.parse(`${moment}+08:00`);
const filed = at("2026-11-23T16:20");
const weekdays = (date: string): boolean => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

test.each([
  ["the first month", "2026-11-23T16:20", 1, "2026-12-08T00:00", "2026-12-23T09:00"],
  ["the moment before", "2026-12-23T08:59", 1, "2026-12-08T00:00", "2026-12-23T09:00"],
  ["at the first word", "2026-12-23T09:00", 2, "2027-01-07T00:00", "2027-01-22T09:00"],
  ["months later", "2027-03-01T00:00", 4, "2027-03-08T00:00", "2027-03-23T09:00"],
])("the next word, seen from %s", (_what, now, month, planAt, wordAt) => {
  const next = nextWord(china, filed, at(now));

  expect(next).toEqual({ month, planAt: at(planAt), wordAt: at(wordAt) });
});

test.each([
  ["a Wednesday", "2026-12-23T09:00", weekdays, "2026-12-22T09:00"],
  ["a Monday", "2026-12-21T09:00", weekdays, "2026-12-18T09:00"],
  ["the end of holidays", "2026-12-21T09:00", (date: string) => date < "2026-12-12", "2026-12-11T09:00"],
  ["no end of holidays", "2026-12-21T09:00", () => false, "2026-12-07T09:00"],
])("a sentence for %s is asked for on a day that somebody works", (_what, wordAt, isWorkday, askAt) => {
  expect(askAtFor(china, at(wordAt), isWorkday)).toBe(at(askAt));
});

test("in a place where the hour is changed, it is nine in the morning all the same", () => {
  const berlin = createZone("Europe/Berlin");

  const { wordAt } = nextWord(berlin, Date.UTC(2026, 9, 1, 8), Date.UTC(2026, 9, 1, 8));

  expect(new Date(wordAt).toISOString()).toBe("2026-10-31T08:00:00.000Z");
});

test.each([
  ["2026-11-23T23:59", "2026-11-24T00:01", 1],
  ["2026-11-23T00:01", "2026-11-23T23:59", 0],
  ["2026-11-23T16:20", "2026-12-23T09:00", 30],
])("who files at %s has waited until %s for %s days", (from, until, days) => {
  expect(daysWaited(china, at(from), at(until))).toBe(days);
});

type Told = readonly [TicketEventKind, number, string?];

const settled: readonly Told[] = [
  ["filed", 1],
  ["settled", 2],
];

test.each<[string, readonly Told[], number]>([
  [
    "since it was filed",
    [
      ["filed", 1],
      ["answered", 2],
    ],
    1,
  ],
  [
    "all the time where she was not satisfied",
    [...settled, ["rated", 3, "dissatisfied slow"], ["reopened", 4]],
    1,
  ],
  ["anew after she was satisfied", [...settled, ["rated", 3, "satisfied"], ["reopened", 4]], 4],
  ["anew after it was closed unrated", [...settled, ["closed", 3], ["reopened", 4]], 4],
  [
    "anew after it was closed unrated and then did not satisfy her",
    [...settled, ["closed", 3], ["rated", 4, "satisfied"], ["reopened", 5]],
    5,
  ],
  [
    "anew after she put it back",
    [
      ["filed", 1],
      ["withdrawn", 2],
      ["put_back", 3],
    ],
    3,
  ],
  [
    "since the last time it had ended",
    [
      ...settled,
      ["rated", 3, "fair"],
      ["reopened", 4],
      ["settled", 5],
      ["rated", 6, "dissatisfied"],
      ["reopened", 7],
    ],
    4,
  ],
])("she waits %s", (_what, told, since) => {
  const events = told.map(([kind, when, words = ""]) => ({ kind, at: when, words }));

  expect(waitingSince(events, 1)).toBe(since);
});
