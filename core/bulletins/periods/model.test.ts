import { expect, test } from "vitest";
import { createZone } from "../../time/index.ts";
import { periodBefore, periodFrom, previous } from "./model.ts";

const iso = (at: number): string => new Date(at).toISOString().slice(0, 16);

test.each([
  [
    "weekly",
    "Asia/Shanghai",
    "2026-11-30T07:00+08:00",
    "2026-11-23 2026-11-29 2026-11-22T16:00 2026-11-29T16:00",
  ],
  [
    "weekly",
    "Asia/Shanghai",
    "2026-11-30T00:00+08:00",
    "2026-11-23 2026-11-29 2026-11-22T16:00 2026-11-29T16:00",
  ],
  [
    "weekly",
    "Asia/Shanghai",
    "2026-11-29T23:59+08:00",
    "2026-11-16 2026-11-22 2026-11-15T16:00 2026-11-22T16:00",
  ],
  [
    "weekly",
    "Asia/Shanghai",
    "2027-01-04T07:00+08:00",
    "2026-12-28 2027-01-03 2026-12-27T16:00 2027-01-03T16:00",
  ],
  [
    "weekly",
    "Europe/Berlin",
    "2026-10-26T07:00+01:00",
    "2026-10-19 2026-10-25 2026-10-18T22:00 2026-10-25T23:00",
  ],
  [
    "monthly",
    "Asia/Shanghai",
    "2026-12-01T07:00+08:00",
    "2026-11-01 2026-11-30 2026-10-31T16:00 2026-11-30T16:00",
  ],
  [
    "monthly",
    "Asia/Shanghai",
    "2027-01-31T12:00+08:00",
    "2026-12-01 2026-12-31 2026-11-30T16:00 2026-12-31T16:00",
  ],
  [
    "monthly",
    "Asia/Shanghai",
    "2028-03-01T00:00+08:00",
    "2028-02-01 2028-02-29 2028-01-31T16:00 2028-02-29T16:00",
  ],
] as const)("%s in %s at %s: first and last day, from and to are %s", (kind, place, now, expected) => {
  const period = periodBefore(kind, createZone(place), Date.parse(now));

  expect([period.first, period.last, iso(period.from), iso(period.to)].join(" ")).toBe(expected);
});

test("the period before ends where the next one begins, over years and short months", () => {
  const zone = createZone("Asia/Shanghai");
  const [week, month] = [periodFrom("weekly", zone, "2026-01-05"), periodFrom("monthly", zone, "2026-03-01")];

  const [weekBefore, monthBefore] = [previous(week, zone), previous(month, zone)];

  expect([weekBefore.first, weekBefore.to]).toEqual(["2025-12-29", week.from]);
  expect([monthBefore.first, monthBefore.last, monthBefore.to]).toEqual([
    "2026-02-01",
    "2026-02-28",
    month.from,
  ]);
});
