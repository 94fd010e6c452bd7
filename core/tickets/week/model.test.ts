import { expect, test } from "vitest";
import { createZone } from "../../time/index.ts";
import type { TicketEventKind } from "../model.ts";
import { reportOf, weekOf, type Happened, type Week } from "./model.ts";

const iso = (at: number): string => new Date(at).toISOString();

test.each([
  ["Asia/Shanghai", "a Monday", "2026-11-23T16:20+08:00", 0, ["2026-11-22T16:00", "2026-11-29T16:00"]],
  [
    "Asia/Shanghai",
    "the first minute",
    "2026-11-23T00:00+08:00",
    0,
    ["2026-11-22T16:00", "2026-11-29T16:00"],
  ],
  ["Asia/Shanghai", "Sunday night", "2026-11-29T23:59+08:00", 0, ["2026-11-22T16:00", "2026-11-29T16:00"]],
  ["Asia/Shanghai", "the week before", "2026-11-23T16:20+08:00", 1, ["2026-11-15T16:00", "2026-11-22T16:00"]],
  ["Asia/Shanghai", "over New Year", "2027-01-01T12:00+08:00", 0, ["2026-12-27T16:00", "2027-01-03T16:00"]],
  ["UTC", "where China has Monday already", "2026-11-22T20:00Z", 0, ["2026-11-16T00:00", "2026-11-23T00:00"]],
  ["Europe/Berlin", "an hour longer", "2026-10-25T12:00Z", 0, ["2026-10-18T22:00", "2026-10-25T23:00"]],
  ["America/New_York", "an hour shorter", "2026-03-08T12:00Z", 0, ["2026-03-02T05:00", "2026-03-09T04:00"]],
])("in %s, %s", (place, _what, now, weeksAgo, ends) => {
  const week = weekOf(createZone(place), Date.parse(now), weeksAgo);

  expect([iso(week.from), iso(week.until)]).toEqual(ends.map((end) => `${end}:00.000Z`));
});

const week: Week = { from: 1_000, until: 2_000, lastDay: 1_900 };

function story(...told: readonly (readonly [TicketEventKind, string | undefined, number, string?])[]) {
  return told.map(([kind, actor, at, words = ""]): Happened => ({
    number: 1001,
    cycle: 1,
    kind,
    actor,
    words,
    at,
  }));
}

const none = { answered: 0, settled: 0, passedOn: 0, inTime: 0, late: 0 };

test.each([
  ["an answer in time", story(["filed", "w", 900], ["answered", "li", 1_100]), { answered: 1, inTime: 1 }],
  [
    "an answer after the deadline",
    story(["filed", "w", 900], ["overdue", undefined, 1_000], ["answered", "li", 1_100]),
    { answered: 1, late: 1 },
  ],
  [
    "a second answer, which meets no deadline",
    story(["answered", "zhou", 950], ["answered", "li", 1_100]),
    { answered: 1 },
  ],
  [
    "answered and settled",
    story(["answered", "li", 1_100], ["settled", "li", 1_200]),
    { answered: 1, settled: 1, inTime: 1 },
  ],
  [
    "settled too late after a hand-over",
    story(
      ["handed_over", "he", 500],
      ["answered", "he", 600],
      ["late", undefined, 1_000],
      ["settled", "li", 1_200],
    ),
    { settled: 1, late: 1 },
  ],
  ["passed on, which is no answer", story(["handed_over", "li", 1_100]), { passedOn: 1 }],
  ["a note, which is no work", story(["noted", "li", 1_100]), {}],
  ["「收到」, which is no work", story(["received", "li", 1_100]), {}],
  ["last week's answer", story(["answered", "li", 999]), {}],
  ["next week's answer", story(["answered", "li", 2_000]), {}],
  ["somebody else's answer", story(["answered", "zhou", 1_100]), {}],
] as const)("a week with %s", (_what, happened, counts) => {
  const { lines, scores, ...counted } = reportOf("li", week, happened);

  expect(counted).toEqual({ ...none, ...counts });
  expect([lines.length > 0, scores.satisfied]).toEqual([Object.keys(counts).length > 0, 0]);
});

test("a rating is hers who settled that round, though it was last week", () => {
  const happened = story(["settled", "li", 900], ["rated", "wang", 1_100, "dissatisfied slow"]);

  const [hers, others] = ["li", "zhou"].map((person) => reportOf(person, week, happened));

  expect(hers?.scores).toEqual({ satisfied: 0, fair: 0, dissatisfied: 1 });
  expect(hers?.lines).toEqual([{ number: 1001, deeds: [], scores: ["dissatisfied"] }]);
  expect(others?.lines).toEqual([]);
});
