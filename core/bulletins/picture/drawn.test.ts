/** Sheets of extremes as they are drawn, page by page. */
import { expect, test } from "vitest";
import { margin } from "../../pictures/layout/piece.ts";
import { pageHeight, pageWidth } from "../../pictures/model.ts";
import { palette } from "../../pictures/palette.ts";
import { pngsOf } from "../../pictures/pngs.ts";
import { readPng } from "../../pictures/testing/readPng.ts";
import { invented } from "../testing/sheets.ts";
import { pictureOf } from "./describe.ts";

const county = { code: "330226000000", name: "宁海县", kind: "county" } as const;
const village = {
  code: "330226102201",
  name: "深甽镇马岙南溪温泉度假区筹备委员会第二十七村",
  kind: "village",
} as const;

function named(count: number, name: string): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${name}${index + 1}村`);
}

test.each([
  ["nothing", county, { matters: 0, late: 0, places: named(18, "第") }],
  ["a village with a long name", village, { matters: 7, late: 7, places: [] }],
  ["sixty places", county, { matters: 6_000, late: 300, places: named(60, "桥头杨") }],
  [
    "places with names of a dozen signs",
    county,
    { matters: 400, late: 60, places: named(20, "深甽镇马岙南溪温泉度假区") },
  ],
  ["a month of two million matters", county, { matters: 2_000_000, late: 90_000, places: named(18, "前童") }],
  ["rare signs", county, { matters: 90, late: 9, places: named(3, "㙍峧堧甽𠮷👍🏽é") }],
] as const)("%s is drawn inside the margins, on few pages, in both languages", (_what, unit, given) => {
  for (const language of ["zh", "en"] as const) {
    const pages = pngsOf(pictureOf(invented(unit, given), language)).pages.map(readPng);

    expect(pages.length).toBeLessThanOrEqual(8);
    for (const page of pages) {
      expect(page.height).toBeLessThanOrEqual(pageHeight);
      for (let y = 0; y < page.height; y += 1)
        for (const x of [margin - 4, pageWidth - margin + 3])
          expect(`${y} ${page.colourAt(x, y).join()}`).toBe(`${y} ${palette.paper.join()}`);
    }
  }
});
