import { expect, test } from "vitest";
import { figureNames, type Sheet } from "../model.ts";
import { pictureOf } from "../picture/describe.ts";
import { invented } from "../testing/sheets.ts";
import { say } from "../texts.ts";
import { tablesOf, type BulletinTable } from "./describe.ts";

const county = { code: "330226000000", name: "宁海县", kind: "county" } as const;
const village = { code: "330226102201", name: "双桥村", kind: "village" } as const;
const places = Array.from({ length: 18 }, (_, index) => `第${index + 1}镇`);

function everything({ overdue, mishandled }: Sheet) {
  return { overdue: overdue.matters, mishandled: mishandled.matters };
}

function named(tables: readonly BulletinTable[], name: string): BulletinTable["rows"] {
  return tables.find((table) => table.name === name)?.rows ?? [];
}

test("the table, the words and the picture say the same figures, with what they are shares of", () => {
  const sheet = invented(county, { matters: 51_234, late: 1_203, places });
  const tables = tablesOf(sheet, everything(sheet), "zh");
  const text = say.full(sheet).zh;
  const bars = pictureOf(sheet, "zh").parts.flatMap((part) => (part.type === "bars" ? part.bars : []));

  const figures = named(tables, "总表").filter(([, , numerator]) => typeof numerator === "number");

  expect(figures).toHaveLength(figureNames.length);
  for (const [label, now, numerator, denominator, before] of figures) {
    const said = String(now);
    expect(text).toContain(`${String(label)} ${said}，上月 ${String(before)}`);
    expect(bars.find((bar) => bar.label === label)?.value).toBe(said);
    expect(said).toContain(`${numerator?.toLocaleString("en-US")}/${denominator?.toLocaleString("en-US")}`);
  }
  expect(named(tables, "总表").slice(0, 7)).toEqual([
    ["单位、期间", "宁海县 2026年11月"],
    ["版本", 1],
    ["收到", sheet.received],
    ["办结", sheet.settled],
    ["在办", sheet.open],
    ["超时", 1_203],
    ["办理不力", sheet.mishandled.total],
  ]);
  expect(text).toContain(
    `收到 ${sheet.received.toLocaleString("en-US")} 件，办结 ${sheet.settled.toLocaleString("en-US")} 件`,
  );
});

test("places stand in their order, as on the picture, each figure with its parts", () => {
  const sheet = invented(county, { matters: 51_234, late: 0, places });

  const rows = named(tablesOf(sheet, everything(sheet), "zh"), "各地（不排名）");

  expect(rows.map(([name]) => name)).toEqual(places);
  const first = sheet.rows[0];
  const answered = first?.figures.find(({ name }) => name === "answeredInTime");
  expect(rows[0]?.slice(0, 6)).toEqual([
    "第1镇",
    first?.received,
    first?.settled,
    answered && say.partText(answered).zh,
    answered?.numerator,
    answered?.denominator,
  ]);
});

test("of few there is no percentage, of nothing no share, and an empty month has its tables", () => {
  const few = named(tablesOf(invented(village, { matters: 4, late: 0, places: [] }), none, "zh"), "总表");
  const empty = tablesOf(invented(village, { matters: 0, late: 0, places: [] }), none, "zh");

  expect(few.find(([label]) => label === "及时响应率")?.slice(0, 5)).toEqual([
    "及时响应率",
    "4/4",
    4,
    4,
    "3/4",
  ]);
  expect(empty.map(({ name }) => name)).toEqual(["总表", "超时", "办理不力"]);
  expect(
    named(empty, "总表")
      .find(([label]) => label === "满意率")
      ?.slice(1, 4),
  ).toEqual(["—", 0, 0]);
  expect(named(empty, "超时")).toEqual([]);
});

const none = { overdue: [], mishandled: [] };

test("what is not for whoever asks is counted on its list and not there", () => {
  const sheet = invented(village, { matters: 40, late: 3, places: [] });

  const rows = named(tablesOf(sheet, { ...none, overdue: sheet.overdue.matters.slice(0, 1) }, "zh"), "超时");

  expect(rows).toHaveLength(2);
  expect(rows[0]?.[0]).toBe(sheet.overdue.matters[0]?.number);
  expect(rows[1]).toEqual(["另有 2 件涉及个人或排在后面，不列出。"]);
});

test("everything is there in English, too", () => {
  const sheet = invented(county, { matters: 512, late: 12, places });

  const tables = tablesOf(sheet, everything(sheet), "en");

  const words = JSON.stringify(tables.map(({ columns, name }) => [columns, name]));
  expect(words).not.toMatch(/\p{Script=Han}/u);
  expect(tables.map(({ name }) => name)).toEqual(["Figures", "Places (not ranked)", "Overdue", "Mishandled"]);
});
