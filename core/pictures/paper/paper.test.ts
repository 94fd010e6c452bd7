import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import { bundledTypeface, printed } from "../pngs.ts";
import { pagesOf } from "./layout.ts";
import { paperHeight, paperWidth, type Paper } from "./model.ts";
import { edge } from "./sizes.ts";

const steps = (count: number) =>
  Array.from({ length: count }, (_, index) => [
    "1",
    `2026-11-${index % 28}`,
    "李建国",
    `第${index}步，来看过了`,
  ]);

function paper(what: string, rows: readonly (readonly string[])[]): Paper {
  return {
    language: "zh",
    title: "事项处理单",
    subtitle: "编号 1001",
    foot: "演示数据",
    parts: [
      {
        type: "fields",
        rows: [
          [
            { label: "类别", value: "路灯" },
            { label: "来源", value: "代报" },
          ],
        ],
      },
      { type: "fields", rows: [[{ label: "内容", value: what }]] },
      {
        type: "table",
        title: "办理经过",
        columns: ["轮", "时间", "办理人", "办理情况"].map((head) => ({ head, share: 0.25 })),
        rows,
      },
      { type: "signing", boxes: ["承办人签字", "盖章处"].map((label) => ({ label, below: "年 月 日" })) },
    ],
  };
}

/** The words of each page, as another library finds them: without spaces, which it puts where it likes. */
async function read(of: Paper): Promise<readonly string[]> {
  const { text } = await extractText(await getDocumentProxy(printed(of).file), { mergePages: false });
  return text.map((page) => page.replaceAll(/\s/gu, ""));
}

test("what is printed can be selected and searched, rare letters of this county's names included", async () => {
  const [page, ...more] = await read(paper("甽口、里峧、下堧的路灯坏了 É 1,200", steps(1)));

  expect(more).toEqual([]);
  expect(page).toContain("事项处理单编号1001类别路灯来源代报内容甽口、里峧、下堧的路灯坏了É1,200");
  expect(page).toContain("1李建国第0步，来看过了".replace("1", "12026-11-0"));
  expect(page).toContain("第1页，共1页");
});

test("a long matter runs over pages, each numbered and with its title, the table's head said again; nothing is lost", async () => {
  const what = Array.from({ length: 900 }, (_, index) => `第${index}句。`).join("");

  const pages = await read(paper(what, steps(80)));

  expect(pages.length).toBeGreaterThan(4);
  for (const [index, page] of pages.entries())
    expect(page).toContain(`第${index + 1}页，共${pages.length}页`);
  expect(pages.slice(1).every((page) => page.startsWith("事项处理单·编号1001"))).toBe(true);
  expect(pages.at(-1)).toContain("轮时间办理人办理情况");
  const all = pages.join("");
  for (const index of [0, 450, 899]) expect(all).toContain(`第${index}句。`);
  for (const [, , , words = ""] of steps(80)) expect(all).toContain(words);
  expect(pages.filter((page) => page.includes("盖章处"))).toHaveLength(1);
});

test("nobody signs an empty page: the last thing that was done stands above the signatures", async () => {
  for (let count = 10; count < 40; count += 1) {
    const pages = await read(paper("灯坏了", steps(count)));
    expect(pages.at(-1)).toContain(`第${count - 1}步，来看过了`);
  }
});

test("nothing stands over the edge of the paper, and no box is lower than its foot", () => {
  const typeface = bundledTypeface();
  const long = paper("没有标点也没有空格".repeat(300), [
    [
      "1",
      "averyveryverylongwordwithoutanyplacetobreakit".repeat(4),
      "欧阳修文博".repeat(9),
      "好".repeat(1_500),
    ],
    ...steps(50),
  ]);

  const marks = pagesOf(long, typeface).flat();

  for (const mark of marks) {
    const width = mark.type === "box" ? mark.width : typeface.widthOf(mark.words, mark.size);
    expect(mark.x).toBeGreaterThanOrEqual(edge - 0.01);
    expect(mark.x + width).toBeLessThanOrEqual(paperWidth - edge + 0.01);
    if (mark.type === "box") expect(mark.y + mark.height).toBeLessThanOrEqual(paperHeight - edge + 0.01);
  }
});

test("a paper without anything is one page, and the same paper is the same bytes", async () => {
  const empty = { ...paper("", []), parts: [] };

  expect(await read(empty)).toEqual(["事项处理单编号1001演示数据第1页，共1页"]);
  expect(printed(paper("灯", []))).toEqual(printed(paper("灯", [])));
});

test("a sign that the font has not is 〓 and told of; the file carries its letters and no others", () => {
  const { file, missing } = printed(paper("灯坏了😀", []));

  expect(missing).toBe("😀");
  expect(file.byteLength).toBeLessThan(40_000);
});
