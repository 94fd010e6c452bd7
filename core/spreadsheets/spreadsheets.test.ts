/** Tables as people send them, and as nobody should: each is read or has its reason, in bounded time and memory. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { readXlsx } from "hucre/xlsx";
import { afterAll, expect, test } from "vitest";
import { unpack } from "../policies/documents/formats/zip.ts";
import { linesOf, unpackSheet, writeBook, writeSheet, type Value } from "./index.ts";
import { cellOf, cellsOf, mostColumns, type SheetFormat } from "./model.ts";
import { readSheet } from "./read.ts";

const folder = mkdtempSync(join(tmpdir(), "diantong-sheets-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const columns = [{ title: "代码", isIdentifier: true }, { title: "姓名" }, { title: "数" }];

async function written(format: SheetFormat, rows: Iterable<readonly Value[]>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeSheet(format, { name: "表[1]/甲", columns }, rows)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function read(bytes: Uint8Array) {
  const cells: (readonly string[])[] = [];
  const unpacked = await readSheet(bytes, (line) => cells.push(line.cells));
  return "why" in unpacked ? unpacked : cells;
}

const rows: readonly (readonly Value[])[] = [
  ["330226106235", "王秀英", 12],
  ["007", '=HYPERLINK("http://x","点我")', -1],
  ["+86 1", "两行\n的名字,还有逗号", null],
  ["@SUM(A1)", "-2", 0.5],
];

test.each(["xlsx", "csv"] as const)("what is written as .%s is read again as it was", async (format) => {
  expect(await read(await written(format, rows))).toEqual([
    ["代码", "姓名", "数"],
    ["330226106235", "王秀英", "12"],
    ["007", '=HYPERLINK("http://x","点我")', "-1"],
    ["+86 1", "两行 的名字,还有逗号"],
    ["@SUM(A1)", "-2", "0.5"],
  ]);
});

test("what a spreadsheet would take for a formula is none", async () => {
  const csv = (await written("csv", rows)).toString("utf8");

  expect(csv.startsWith("\ufeff")).toBe(true);
  expect(csv.split(/[,\r\n"]/).filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
  expect(csv).toContain("'@SUM(A1)");
});

test("in .xlsx words are words and codes are text", async () => {
  const unpacked = unpack(await written("xlsx", rows), "xl/worksheets/sheet1.xml", 100_000);
  const sheet = "bytes" in unpacked ? Buffer.from(unpacked.bytes).toString("utf8") : unpacked.why;

  expect(sheet).toContain("<t>330226106235</t>");
  expect(sheet).not.toContain("<f>");
  expect(sheet.match(/<c r="A2"[^>]*t="inlineStr"/)).not.toBeNull();
});

test("a table in the encoding of an old Excel, one with tabs, and one in UTF-16 are read", async () => {
  const gbk = Buffer.from("d0d5c3fb2cb4e50d0acdf52ccbabc7c5b4e50d0a", "hex");

  expect(await read(gbk)).toEqual([
    ["姓名", "村"],
    ["王", "双桥村"],
  ]);
  expect(await read(Buffer.from("姓名\t村\n王\t双桥村"))).toEqual([
    ["姓名", "村"],
    ["王", "双桥村"],
  ]);
  expect(await read(Buffer.from("\ufeff姓名,村\n", "utf16le"))).toEqual([["姓名", "村"]]);
});

test.each([
  [330_226_106_235, "330226106235"],
  [1e21, "1000000000000000000000"],
  [0.1, "0.1"],
  [true, "true"],
  [null, ""],
  [new Date("2026-11-26T00:00:00Z"), "2026-11-26"],
  [new Date(Number.NaN), ""],
  ["  王\u0000秀\u200b英 \n", "王 秀 英"],
])("the cell %s reads %j", (value, words) => {
  expect(cellOf(value)).toBe(words);
});

test("empty rows and empty cells at the end are none", () => {
  expect([cellsOf(["", null, " "]), cellsOf(["a", null, ""])]).toEqual([undefined, ["a"]]);
});

/** An archive of one entry, whose table of contents may lie. */
function archive(
  name: string,
  content: Buffer,
  lie: { readonly size?: number; readonly flags?: number } = {},
) {
  const packed = deflateRawSync(content);
  const file = Buffer.from(name);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(content.length, 22);
  head.writeUInt16LE(file.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(lie.flags ?? 0, 8);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(lie.size ?? content.length, 24);
  entry.writeUInt16LE(file.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + file.length, 12);
  end.writeUInt32LE(30 + file.length + packed.length, 16);
  return Buffer.concat([head, file, packed, entry, file, end]);
}

const small = Buffer.from("<x/>");

test.each<readonly [string, () => Uint8Array, string]>([
  ["an old Excel", () => Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "latin1"), "old_office"],
  ["one with macros", () => archive("xl/vbaProject.bin", small), "macros"],
  ["one with a password", () => archive("xl/workbook.xml", small, { flags: 1 }), "locked"],
  ["a text of Word", () => archive("word/document.xml", small), "other_kind"],
  ["a bomb", () => archive("xl/worksheets/sheet1.xml", small, { size: 401_000_000 }), "too_large"],
  ["one that says it is endless", () => archive("xl/workbook.xml", small, { size: 0xffffffff }), "too_large"],
  ["one that was cut off", () => archive("xl/workbook.xml", small).subarray(0, 60), "broken"],
  ["a workbook of nothing", () => archive("xl/workbook.xml", small), "broken"],
  ["a program", () => Buffer.from("\x7fELF\x02\x01\x01\0", "latin1"), "garbled"],
  ["nothing", () => Buffer.alloc(0), "empty"],
  ["nothing but space", () => Buffer.from(" \n,,\n"), "empty"],
  [
    "one as wide as a road",
    () =>
      Buffer.from(
        Array(mostColumns + 1)
          .fill("a")
          .join(","),
      ),
    "too_wide",
  ],
  ["one of far too many rows", () => Buffer.from("a\n".repeat(300_002)), "too_many_rows"],
])("%s is not read, and says why", async (_, bytes, why) => {
  expect(await read(bytes())).toEqual({ why });
});

test("one that lies about its size is not unpacked further than it says", async () => {
  const bytes = await written(
    "xlsx",
    Array.from({ length: 500 }, () => ["1", "甲", 2]),
  );
  // In the table of contents, which comes last, the size stands 22 bytes before the name.
  const entry = bytes.lastIndexOf("xl/worksheets/sheet1.xml");
  bytes.writeUInt32LE(900, entry - 22);

  expect(await read(bytes)).toEqual({ why: "broken" });
});

test("a table is laid down apart from the program, and read again line by line", async () => {
  const [from, to] = [join(folder, "a.xlsx"), join(folder, "a.lines")];
  writeFileSync(from, await written("xlsx", rows));

  const unpacked = await unpackSheet(from, to);

  const numbers: number[] = [];
  for await (const { number } of linesOf(to)) numbers.push(number);
  expect([unpacked, numbers]).toEqual([{ rows: 5 }, [1, 2, 3, 4, 5]]);
}, 60_000);

test("a file of several tables has each on its own sheet, set up to be printed across on A4, and no formula", async () => {
  const bytes = await writeBook([
    { name: "总/表", columns, rows: [["330226106235", "=1+1", 7]] },
    { name: "空", columns, rows: [] },
  ]);

  const { sheets } = await readXlsx(bytes);

  expect(sheets.map(({ name, rows: told }) => [name, told])).toEqual([
    [
      "总 表",
      [
        ["代码", "姓名", "数"],
        ["330226106235", "=1+1", 7],
      ],
    ],
    ["空", [["代码", "姓名", "数"]]],
  ]);
  expect(sheets[0]?.cells?.get("1,1")?.formula).toBeUndefined();
  expect(sheets[0]?.pageSetup).toMatchObject({
    paperSize: "a4",
    orientation: "landscape",
    fitToWidth: 1,
    printTitlesRow: "$1:$1",
  });
});

test("what takes too long or too much is ended, and so is what nobody waits for any more", async () => {
  const [from, to] = [join(folder, "big.csv"), join(folder, "big.lines")];
  writeFileSync(from, "甲,乙,丙\n".repeat(290_000));
  const tight = { milliseconds: 60_000, heapMegabytes: 16 };

  const late = await unpackSheet(from, to, { milliseconds: 1, heapMegabytes: 768 });
  const stopped = await unpackSheet(from, to, undefined, Promise.resolve());

  expect([late, stopped]).toEqual([{ why: "too_hard" }, { why: "too_hard" }]);
  writeFileSync(from, "甲".repeat(7_000_000));
  expect(await unpackSheet(from, to, tight)).toEqual({ why: "too_hard" });
}, 60_000);
