/** Documents as people send them, and as nobody should: each is read or has its reason, in bounded time and memory. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readInWorker } from "./inWorker.ts";
import { readDocument } from "./read.ts";
import { archive, pdfOf, pdfShowing } from "./testing/hostile.ts";

function file(name: string): Uint8Array {
  return readFileSync(new URL(`testing/files/${name}`, import.meta.url));
}

function word(...paragraphs: readonly string[]): Buffer {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join("");
  return Buffer.from(`<w:document><w:body>${body}</w:body></w:document>`);
}

function wordsOf(read: Awaited<ReturnType<typeof readDocument>>): readonly string[] {
  return "sections" in read ? read.sections.map(({ words }) => words) : [];
}

async function articlesOf(bytes: Uint8Array) {
  const read = await readDocument(bytes);
  return "sections" in read ? read.sections.map(({ article }) => article) : read;
}

test("a text of Word is read with its own numbers, its table, and without what was struck out", async () => {
  const read = await readDocument(file("冬种补贴办法.docx"));

  expect(read).toMatchObject({
    by: "articles",
    header: {
      title: "前童镇冬种补贴办法（演示）",
      issuer: "前童镇人民政府（演示）",
      validUntil: "2028-11-30",
    },
    sections: [
      { article: "第一条", heading: "第一章 总则", words: "为了鼓励冬种，制定本办法。" },
      { article: "第二条", heading: "第一章 总则" },
      {
        article: "第三条",
        heading: "第二章 申请",
      },
      { article: "第四条", words: "本办法自2026年12月1日起施行，有效期至2028年11月30日。" },
    ],
  });
  expect(wordsOf(read)[2]).toMatch(/^小麦 \| 以乡镇最新通知为准$/mu);
});

test("a print is read with its broken lines joined and without its table of contents", async () => {
  const read = await readDocument(file("独居老人探访办法.pdf"));

  expect(read).toMatchObject({
    by: "articles",
    header: { documentNumber: "前演〔2026〕9号", issuedOn: "2026-11-03" },
    sections: [
      { article: "第一条" },
      { article: "第二条" },
      { article: "第三条", heading: "第二章 探访" },
      { article: "第四条" },
    ],
  });
  expect(wordsOf(read)[0]).toMatch(/^为了让独居老人有人照看.*制定本办法。$/u);
  expect(wordsOf(read)[1]).toMatch(/^本办法所称.*不得对外公布。$/u);
});

test("a page in the encoding of old sites is read without its script and its menu", async () => {
  const read = await readDocument(file("清理河道的通知.htm"));

  expect(read).toMatchObject({
    by: "numbers",
    sections: [{ article: null }, { article: "一、谁来清理" }, { article: "二、几时清理" }],
  });
  expect(wordsOf(read)[2]).toMatch(/^梁皇溪 \| 演示$/mu);
  expect(JSON.stringify(read)).not.toMatch(/alert|首页|color/u);
});

test("a text in GBK and one with marks are read", async () => {
  expect(await articlesOf(file("养犬登记.txt"))).toEqual([null]);
  expect(await articlesOf(file("村规民约.md"))).toEqual(["邻里", "环境", "议事"]);
});

test("a text in UTF-16 is read", async () => {
  expect(await articlesOf(Buffer.from("\ufeff第一条 甲。\n第二条 乙。", "utf16le"))).toEqual([
    "第一条",
    "第二条",
  ]);
});

const unreadable: readonly (readonly [string, () => Uint8Array, string])[] = [
  ["a bomb of a Word file", () => archive("word/document.xml", Buffer.alloc(40_000_000, 65)), "too_large"],
  [
    "one that lies about its size",
    () => archive("word/document.xml", Buffer.alloc(40_000_000, 65), { size: 9 }),
    "too_large",
  ],
  ["one with a password", () => archive("word/document.xml", word("甲"), { flags: 1 }), "locked"],
  ["one packed in an unknown way", () => archive("word/document.xml", word("甲"), { method: 99 }), "broken"],
  ["one without words", () => archive("word/document.xml", word()), "empty"],
  ["one that was cut off", () => archive("word/document.xml", word("甲")).subarray(0, 90), "broken"],
  ["a table", () => archive("xl/workbook.xml", word("甲")), "other_kind"],
  ["the old Word", () => Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "latin1"), "other_kind"],
  ["rich text", () => Buffer.from("{\\rtf1 hello}"), "other_kind"],
  ["a program", () => Buffer.from("\x7fELF\x02\x01\x01", "latin1"), "other_kind"],
  ["nothing", () => Buffer.alloc(0), "other_kind"],
  ["nothing but space", () => Buffer.from(" \n\u3000"), "empty"],
  [
    "bytes of no encoding",
    () => Buffer.from(Array.from({ length: 3_000 }, (_, at) => 128 + ((at * 7_919) % 127))),
    "garbled",
  ],
  ["far too many words", () => Buffer.from("好。\n".repeat(120_000)), "too_long"],
  [
    "far too many articles",
    () => Buffer.from(Array.from({ length: 1_600 }, (_, at) => `第${at + 1}条 好。`).join("\n")),
    "too_long",
  ],
  ["a file that is too large", () => Buffer.alloc(11_000_000, 65), "too_large"],
  ["a print of pictures", () => pdfShowing(Buffer.from("q Q")), "scanned"],
  ["a print that was cut off", () => pdfShowing(Buffer.from("BT ET")).subarray(0, 200), "broken"],
  ["a print of nothing", () => Buffer.from("%PDF-1.7\n"), "broken"],
  [
    "a print with a password",
    () =>
      pdfOf(
        [
          "<< /Type /Catalog >>",
          "<< /Filter /Standard /V 1 /R 2 /P -4 /O (00000000000000000000000000000000) /U (00000000000000000000000000000000) >>",
        ],
        "/Encrypt 2 0 R /ID [(a) (a)]",
      ),
    "locked",
  ],
];

test.each(unreadable)("%s is not read, and says why", async (_, bytes, why) => {
  expect(await readDocument(bytes())).toEqual({ why });
});

test("what would take for ever is ended, and what would take all memory, too", async () => {
  const deep = Buffer.from(`<html>${"<div>".repeat(1_500_000)}`);
  const bomb = pdfShowing(Buffer.alloc(400_000_000, 0x20));
  const limits = { milliseconds: 2_000, heapMegabytes: 128, bufferMegabytes: 100 };

  const began = performance.now();
  const read = [await readInWorker(deep, limits), await readInWorker(bomb, limits)];

  expect(read).toEqual([{ why: "too_hard" }, { why: "too_hard" }]);
  expect(performance.now() - began).toBeLessThan(15_000);
}, 60_000);

test("what is read apart is the same", async () => {
  const bytes = file("村规民约.md");

  expect(await readInWorker(bytes)).toEqual(await readDocument(bytes));
}, 60_000);
