import { binarize, Decoder, Detector } from "@nuintun/qrcode";
import { expect, test } from "vitest";
import { pageHeight, pageWidth, type Part, type Picture, type Row } from "./model.ts";
import { margin } from "./layout/piece.ts";
import { paint } from "./paint.ts";
import { palette } from "./palette.ts";
import { bundledTypeface, pngsOf } from "./pngs.ts";
import { readPng, type ReadPng } from "./testing/readPng.ts";

function sheet(parts: readonly Part[], given: Partial<Picture> = {}): Picture {
  return {
    language: "zh",
    title: "前童镇周晒单",
    subtitle: "11月16日至22日",
    parts,
    foot: "演示数据",
    ...given,
  };
}

function draw(picture: Picture): readonly ReadPng[] {
  return pngsOf(picture).pages.map(readPng);
}

function rows(count: number, name = "双桥村"): readonly Row[] {
  return Array.from({ length: count }, (_, index) => ({
    cells: [{ text: name }, { text: `${index}%`, below: `${index}/100` }],
  }));
}

function table(some: readonly Row[]): Part {
  return { type: "table", columns: [{ head: "村" }, { head: "满意率", isFigure: true }], rows: some };
}

/** How many rules a page has: one below the head of a table, one below each row. */
function rulesOn(page: ReadPng): number {
  const isRule = (y: number) => page.colourAt(pageWidth / 2, y).join() === palette.line.join();
  let count = 0;
  for (let y = 1; y < page.height; y += 1) if (isRule(y) && !isRule(y - 1)) count += 1;
  return count;
}

function isPaper(page: ReadPng, x: number, y: number): boolean {
  return page.colourAt(x, y).join() === palette.paper.join();
}

test("the same picture has the same bytes, and another has others", () => {
  const picture = sheet([table(rows(5))]);

  expect(pngsOf(picture)).toEqual(pngsOf(structuredClone(picture)));
  expect(pngsOf(picture)).not.toEqual(pngsOf(sheet([table(rows(5, "梁皇村"))])));
});

test("what comes out of the PNG is what was drawn, pixel by pixel", () => {
  const [canvas] = paint(sheet([table(rows(3))]), bundledTypeface());
  if (!canvas) throw new Error("there is a page");

  const page = readPng(canvas.png());

  expect([page.width, page.height]).toEqual([canvas.width, canvas.height]);
  for (let y = 0; y < page.height; y += 7)
    for (let x = 0; x < page.width; x += 5) expect(page.colourAt(x, y)).toEqual(canvas.colourAt(x, y));
});

test.each([1, 8, 60, 363])(
  "of %d rows each is drawn or said to be left out, and no page is too high",
  (count) => {
    const pages = draw(sheet([table(rows(count))]));

    const drawn = pages.reduce((sum, page) => sum + rulesOn(page) - 1, 0);
    expect(pages.length).toBeLessThanOrEqual(6);
    for (const { width, height } of pages) expect([width, height <= pageHeight]).toEqual([pageWidth, true]);
    expect(drawn === count || pages.length === 6).toBe(true);
  },
);

test("the last page says how many rows are left out", () => {
  const words = (count: number) => pngsOf(sheet([table(rows(count))], { mostPages: 2 })).pages.at(-1);
  const kept = draw(sheet([table(rows(100))], { mostPages: 2 })).reduce(
    (sum, page) => sum + rulesOn(page) - 1,
    0,
  );

  expect(kept).toBeGreaterThan(10);
  expect(words(100)).not.toEqual(words(101));
  expect(words(100)).toEqual(words(100));
});

test("nothing is written over the margins, however long a name is", () => {
  const long =
    "深甽镇马岙南溪温泉度假区筹备委员会第二十七村民小组（原南溪自然村）VeryLongLatinNameWithoutAnySpaceAtAllInItToBreakAt";
  const pages = draw(
    sheet(
      [
        { type: "heading", text: long },
        { type: "lines", lines: [long] },
        { type: "bars", bars: [{ label: long, value: "97%（124/128）", share: 0.97 }] },
        table(rows(3, long)),
      ],
      { title: long, subtitle: long, foot: long },
    ),
  );

  for (const page of pages)
    for (let y = 0; y < page.height; y += 1)
      for (const x of [margin - 4, pageWidth - margin + 3]) expect(isPaper(page, x, y)).toBe(true);
});

test("a sheet about nothing is one small page that says so", () => {
  const [page, ...others] = draw(sheet([{ type: "lines", lines: ["这个月没有收到事项。"] }]));

  expect(others).toEqual([]);
  expect(page?.height).toBeLessThan(pageHeight / 3);
});

test("a bar is as long as its share; of few it is hollow; of nothing there is none", () => {
  const bars = (share: number | null, isSmall = false) => {
    const [page] = draw({
      language: "zh",
      title: "满",
      parts: [{ type: "bars", bars: [{ label: "率", value: "", share, isSmall }] }],
    });
    if (!page) throw new Error("there is a page");
    let filled = 0;
    const y = page.height - margin - 15;
    for (let x = 0; x < page.width; x += 1)
      if (page.colourAt(x, y).join() === palette.bar.join()) filled += 1;
    return filled;
  };

  const inner = pageWidth - 2 * margin - 6;
  expect(bars(1)).toBe(inner);
  expect(bars(0.5)).toBe(inner / 2);
  expect(bars(0)).toBe(0);
  expect(bars(0.5, true)).toBe(6);
  expect(bars(null)).toBe(0);
});

test("what is late has a sign before it, not a colour alone", () => {
  const of = (isLate: boolean) => sheet([table([{ cells: [{ text: "大郑村" }, { text: "1" }], isLate }])]);
  const signed = sheet([table([{ cells: [{ text: "▲ 大郑村" }, { text: "1" }] }])]);

  const [late] = draw(of(true));
  const [plain] = draw(signed);

  if (!late || !plain) throw new Error("there are pages");
  for (let y = 0; y < late.height; y += 3)
    for (let x = 0; x < late.width; x += 3) expect(isPaper(late, x, y)).toBe(isPaper(plain, x, y));
});

test.each(["482913", "000007", "999999"])("a camera reads %s out of its code", (digits) => {
  const [page] = draw(
    sheet([
      { type: "code", words: digits },
      { type: "figure", text: digits },
    ]),
  );
  if (!page) throw new Error("there is a page");
  const light = new Uint8Array(page.width * page.height);
  for (const at of light.keys()) light[at] = page.colourAt(at % page.width, Math.floor(at / page.width))[0];

  const { value: found } = new Detector().detect(binarize(light, page.width, page.height)).next(true);

  expect(found && new Decoder().decode(found.matrix).content).toBe(digits);
});
