import { expect, test } from "vitest";
import { createZone } from "../../time/index.ts";
import { periodNames, periodOf } from "./model.ts";

const zone = createZone("Asia/Shanghai");

test.each([
  ["2026-11-26T01:00+08:00", "11-23..11-30 11-16..11-23 11-01..12-01 10-01..11-01 2026"],
  ["2026-11-22T23:59+08:00", "11-16..11-23 11-09..11-16 11-01..12-01 10-01..11-01 2026"],
  ["2027-01-01T00:00+08:00", "12-28..01-04 12-21..12-28 01-01..02-01 12-01..01-01 2027"],
])("at %s the periods are %s", (moment, periods) => {
  const said = periodNames.map((name) => {
    const { from, to } = periodOf(zone, Date.parse(moment), name);
    const dates = [zone.dateOf(from), zone.dateOf(to)];
    expect([from, to]).toEqual(dates.map((date) => Date.parse(`${date}T00:00+08:00`)));
    return name === "year" ? dates[0]?.slice(0, 4) : dates.map((date) => date.slice(5)).join("..");
  });

  expect(said.join(" ")).toBe(periods);
});
