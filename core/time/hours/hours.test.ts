import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createZone, type Zone } from "../zone.ts";
import { specialDays } from "./holidays.ts";
import { addTime, checkedIntervals, naturalHours, timeBetween, type Hours, type Interval } from "./hours.ts";

const china = createZone("Asia/Shanghai");
const london = createZone("Europe/London");
const hour = 3_600_000;
const minute = 60_000;

const split: readonly Interval[] = [
  [8 * 60 + 30, 12 * 60],
  [13 * 60 + 30, 17 * 60],
];
const office: Hours = {
  id: 1,
  name: "office",
  week: [split, split, split, split, split, [], []],
  days: new Map(
    specialDays(2026).map(({ date, isWorkday }): [string, readonly Interval[]] => [
      date,
      isWorkday ? split : [],
    ]),
  ),
};

/** 「2026-11-23 16:20」 in China, epoch milliseconds. */
function at(words: string, zone: Zone = china): number {
  const [date = "", time = ""] = words.split(" ");
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return zone.momentOf(date, hours * 60 + minutes);
}

function said(moment: number, zone: Zone = china): string {
  const date = zone.dateOf(moment);
  const minutes = Math.round((moment - zone.momentOf(date, 0)) / minute);
  return `${date} ${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

describe("a limit by office hours", () => {
  test.each([
    ["created out of hours, it begins when the office opens", "2026-11-23 20:00", 2, "2026-11-24 10:30"],
    ["created before opening, it begins at opening", "2026-11-24 06:00", 1, "2026-11-24 09:30"],
    ["created on a holiday, it begins on the first workday", "2026-10-01 09:00", 1, "2026-10-08 09:30"],
    ["created on a make-up Sunday, the Sunday counts", "2026-09-20 09:00", 2, "2026-09-20 11:00"],
    ["a make-up Saturday counts too", "2026-10-09 16:00", 2, "2026-10-10 09:30"],
    ["a split shift: the midday break does not count", "2026-11-24 11:00", 2, "2026-11-24 14:30"],
    [
      "due exactly at closing, it is due then and not the next morning",
      "2026-11-24 13:30",
      3.5,
      "2026-11-24 17:00",
    ],
    ["due exactly at the midday closing", "2026-11-24 08:30", 3.5, "2026-11-24 12:00"],
    ["over a weekend", "2026-11-27 16:30", 1, "2026-11-30 09:00"],
    ["five working days over the National Day week", "2026-09-30 08:30", 35, "2026-10-12 17:00"],
  ])("%s", (_name, from, hours, due) => {
    const found = addTime(office, china, at(from), hours * hour);

    expect(said(found)).toBe(due);
    expect(timeBetween(office, china, at(from), found)).toBe(hours * hour);
  });

  test("hours without a day to work on are an error, not a loop", () => {
    const closed: Hours = { id: 2, name: "closed", week: [[], [], [], [], [], [], []], days: new Map() };

    expect(() => addTime(closed, china, at("2026-11-23 09:00"), hour)).toThrow("no day to work on");
    expect(timeBetween(closed, china, at("2026-11-23 09:00"), at("2026-12-23 09:00"))).toBe(0);
  });

  test("nothing is left: it is due at once, in or out of hours", () => {
    expect(addTime(office, china, at("2026-11-23 20:00"), 0)).toBe(at("2026-11-23 20:00"));
    expect(addTime(naturalHours, china, 5, -3)).toBe(5);
  });

  test.each([
    [[[60, 50]]],
    [
      [
        [60, 120],
        [110, 130],
      ],
    ],
    [[[0, 1441]]],
    [[[0.5, 3]]],
  ])("intervals out of order or over midnight are refused: %j", (intervals) => {
    expect(() => checkedIntervals(intervals as unknown as Interval[])).toThrow(RangeError);
  });
});

describe("where the clocks are changed", () => {
  const night: Hours = {
    id: 3,
    name: "night",
    week: Array.from({ length: 7 }, () => [[0, 4 * 60]] as const),
    days: new Map(),
  };

  test("a gap: the night of the change is an hour shorter", () => {
    const midnight = at("2026-03-29 00:00", london);

    expect(timeBetween(night, london, midnight, midnight + 20 * hour)).toBe(3 * hour);
    expect(addTime(night, london, midnight, 3 * hour)).toBe(at("2026-03-29 04:00", london));
    expect(london.momentOf("2026-03-29", 90)).toBe(Date.UTC(2026, 2, 29, 1, 30));
  });

  test("an overlap: the night of the change is an hour longer, and what comes twice is the first time", () => {
    const midnight = at("2026-10-25 00:00", london);

    expect(timeBetween(night, london, midnight, midnight + 20 * hour)).toBe(5 * hour);
    expect(london.momentOf("2026-10-25", 90)).toBe(Date.UTC(2026, 9, 25, 0, 30));
  });
});

describe("the year's special days", () => {
  test("a year whose schedule is out has its make-up workdays", () => {
    const days = new Map(specialDays(2026).map((day) => [day.date, day]));

    expect(days.get("2026-10-01")).toMatchObject({ isWorkday: false, source: "schedule", name: "国庆节" });
    expect(days.get("2026-02-14")).toMatchObject({ isWorkday: true, source: "schedule" });
    expect(days.has("2026-11-24")).toBe(false);
  });

  test("a year whose schedule is not out has the statutory days, 1 January among them", () => {
    const days = specialDays(2027).filter(({ isWorkday }) => !isWorkday);

    expect(days.map(({ date }) => date)).toEqual([
      "2027-01-01",
      "2027-02-05",
      "2027-02-06",
      "2027-02-07",
      "2027-02-08",
      "2027-04-05",
      "2027-05-01",
      "2027-05-02",
      "2027-06-09",
      "2027-09-15",
      "2027-10-01",
      "2027-10-02",
      "2027-10-03",
    ]);
  });
});

/** Any week with a working day in it, and a few days unlike their weekday. */
const someHours = fc
  .record({
    week: fc.array(someDay(), { minLength: 7, maxLength: 7 }),
    days: fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), someDay()), { maxLength: 8 }),
  })
  .map(({ week, days }): Hours => {
    const open = week.some((day) => day.length > 0);
    return {
      id: 9,
      name: "some",
      week: open ? week : [[[0, 60]], ...week.slice(1)],
      days: new Map(days.map(([after, hours]) => [dateIn(after), hours])),
    };
  });

function someDay(): fc.Arbitrary<readonly Interval[]> {
  return fc
    .uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: 6 })
    .map((marks) => marks.toSorted((one, other) => one - other))
    .map((marks) => {
      const intervals: Interval[] = [];
      for (let index = 0; index + 1 < marks.length; index += 2)
        intervals.push([marks[index] ?? 0, marks[index + 1] ?? 0]);
      return intervals;
    });
}

function dateIn(days: number): string {
  return new Date(Date.UTC(2026, 0, 1) + days * 24 * hour).toISOString().slice(0, 10);
}

const someMoment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) });
const someLength = fc.integer({ min: 0, max: 60 * hour });
const someZone = fc.constantFrom(china, london);

describe("ten thousand times over any hours", () => {
  test("what lies between a moment and the moment a length later is that length", () => {
    fc.assert(
      fc.property(someHours, someZone, someMoment, someLength, (hours, zone, from, length) => {
        expect(timeBetween(hours, zone, from, addTime(hours, zone, from, length))).toBe(length);
      }),
      { numRuns: 10_000 },
    );
  }, 180_000);

  test("a longer length, or a later beginning, is never due earlier", () => {
    fc.assert(
      fc.property(
        someHours,
        someZone,
        someMoment,
        fc.tuple(someLength, someLength),
        fc.integer({ min: 0, max: 96 * hour }),
        (hours, zone, from, [one, other], later) => {
          const [shorter, longer] = [Math.min(one, other), Math.max(one, other)];

          const due = addTime(hours, zone, from, shorter);

          expect(addTime(hours, zone, from, longer)).toBeGreaterThanOrEqual(due);
          expect(addTime(hours, zone, from + later, shorter)).toBeGreaterThanOrEqual(due);
        },
      ),
      { numRuns: 10_000 },
    );
  }, 180_000);
});
