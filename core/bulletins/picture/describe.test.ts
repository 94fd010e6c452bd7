import { expect, test } from "vitest";
import type { Picture } from "../../pictures/index.ts";
import { forEverybody, type Sheet } from "../model.ts";
import { invented } from "../testing/sheets.ts";
import { pictureOf } from "./describe.ts";

const village = { code: "330226102201", name: "双桥村", kind: "village" } as const;
const county = { code: "330226000000", name: "宁海县", kind: "county" } as const;
const places = Array.from({ length: 18 }, (_, index) => `第${index + 1}镇`);

function wordsOf(picture: Picture): string {
  return JSON.stringify(picture);
}

function bars(sheet: Sheet) {
  return pictureOf(sheet, "zh").parts.flatMap((part) => (part.type === "bars" ? part.bars : []));
}

test("an empty month says so, and shows no rate of nothing", () => {
  const picture = pictureOf(invented(village, { matters: 0, late: 0, places: [] }), "zh");

  expect(picture.parts).toEqual([{ type: "lines", lines: ["这个月没有事项，也没有超时的。"] }]);
  expect(picture.foot).toBe("演示数据");
});

test("each rate stands with what it is a share of; of few without a percentage, and hollow", () => {
  expect(bars(invented(village, { matters: 23, late: 0, places: [] }))[0]).toEqual({
    label: "及时响应率",
    beside: "上月 78%",
    value: "22/23（95.7%）",
    share: 22 / 23,
    isSmall: false,
  });
  expect(bars(invented(village, { matters: 4, late: 0, places: [] }))[0]).toMatchObject({
    beside: "上月 3/4",
    value: "4/4",
    isSmall: true,
  });
});

test("what is better the lower it is stands apart and says so", () => {
  const { parts } = pictureOf(invented(village, { matters: 23, late: 0, places: [] }), "zh");
  const at = parts.findIndex((part) => part.type === "heading" && part.text === "越低越好");

  const after = parts[at + 1];
  expect(after?.type === "bars" && after.bars.map(({ label }) => label)).toEqual(["无人答复率", "重开率"]);
});

test("of a huge month every place below is there in the order it came, and a long list says how much is left out", () => {
  const { parts } = pictureOf(invented(county, { matters: 51_234, late: 1_203, places }), "zh");
  const tables = parts.flatMap((part) => (part.type === "table" ? [part] : []));

  expect(tables.map(({ rows }) => rows.map(({ cells }) => cells[0]?.text))).toEqual([places, places]);
  expect(tables[0]?.rows[0]?.cells[2]).toEqual({ text: "97%", below: "2,756/2,841" });
  expect(wordsOf(pictureOf(invented(county, { matters: 51_234, late: 1_203, places }), "zh"))).toContain(
    "另有 1,198 件涉及个人或排在后面，不列出。",
  );
});

test("where there are many places it says which figures of theirs are not on it, and where they are", () => {
  const many = Array.from({ length: 41 }, (_, index) => `第${index + 1}村`);
  const { parts } = pictureOf(invented(county, { matters: 9_000, late: 0, places: many }), "zh");

  expect(parts.filter(({ type }) => type === "table")).toHaveLength(1);
  expect(JSON.stringify(parts)).toContain(
    "各地的其中满意、重开率、村级化解率、无人答复率不在图上，在表格里。",
  );
});

test("what has to stand below the figures stands before the places, which may go on for longer than there is room", () => {
  const sheet = {
    ...invented(county, { matters: 9_000, late: 0, places }),
    notes: [{ zh: "件数少", en: "few" }],
  };

  const { parts } = pictureOf(sheet, "zh");

  const note = parts.findIndex((part) => part.type === "lines" && part.lines.includes("件数少"));
  expect(note).toBeGreaterThan(0);
  expect(note).toBeLessThan(parts.findIndex(({ type }) => type === "table"));
});

test("what is about somebody is counted and not listed, in both languages", () => {
  const sheet = invented(village, { matters: 23, late: 2, places: [] });
  const [first, second] = sheet.overdue.matters;
  if (!first || !second) throw new Error("there are two");
  const matters = [{ ...first, isPrivate: true, what: { zh: "邻里纠纷", en: "a dispute" } }, second];
  const lists = { overdue: { total: 2, matters }, mishandled: { total: 0, matters: [] } };
  const open = forEverybody({ ...sheet, ...lists });

  for (const language of ["zh", "en"] as const) {
    const words = wordsOf(pictureOf(open, language));
    expect(words).not.toMatch(/1001|邻里纠纷|dispute\b/);
    expect(words).toContain("1002");
  }
  expect(pictureOf(open, "en").parts).toContainEqual({ type: "heading", text: "2 overdue" });
});
