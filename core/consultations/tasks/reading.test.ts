import fc from "fast-check";
import { expect, test } from "vitest";
import { readTaskLines } from "./reading.ts";

/** A Monday, 16:20. */
const now = { date: "2026-11-23", minutes: 980 };
const names = ["自然资源所", "司法所", "陆律师", "老李", "李建国", "小张", "小张", "老党员张三"];

test.each([
  ["自然资源所 12月1日 测量界址", "自然资源所", "2026-12-01", "测量界址"],
  ["自然资源所：12月1日前测量界址", "自然资源所", "2026-12-01", "测量界址"],
  ["自然资源所12月1日测量界址", "自然资源所", "2026-12-01", "测量界址"],
  ["1. 自然资源所 12/1 测量界址", "自然资源所", "2026-12-01", "测量界址"],
  ["1、自然资源所 12.1 测量界址", "自然资源所", "2026-12-01", "测量界址"],
  ["（2）自然资源所 12-1 测量界址", "自然资源所", "2026-12-01", "测量界址"],
  ["① 自然资源所 明天 测量界址", "自然资源所", "2026-11-24", "测量界址"],
  ["- 自然资源所，三天内，测量界址", "自然资源所", "2026-11-26", "测量界址"],
  ["12月1日 自然资源所 测量界址", "自然资源所", "2026-12-01", "测量界址"],
  ["12.1 自然资源所 测量 1.5 亩地", "自然资源所", "2026-12-01", "测量 1.5 亩地"],
  ["请自然资源所12月1日之前测量界址", "自然资源所", "2026-12-01", "测量界址"],
  ["测量界址由自然资源所12月1日前完成", "自然资源所", "2026-12-01", "测量界址 完成"],
  ["自然资源所 周五 12:00 测量界址", "自然资源所", "2026-11-27", "测量界址"],
  ["司法所 11月30日 通知自然资源所", "司法所", "2026-11-30", "通知自然资源所"],
  ["李建国 25日 上门劝说", "李建国", "2026-11-25", "上门劝说"],
  ["老党员张三 后天 上门劝说", "老党员张三", "2026-11-25", "上门劝说"],
])("%j", (line, owner, date, what) => {
  expect(readTaskLines(line, names, now)).toMatchObject({
    tasks: [{ owner, due: { date }, what }],
    wrong: [],
  });
});

test.each([
  ["财政局 12月1日 拨款", "owner"],
  ["12月1日 测量界址", "owner"],
  ["测量 司法所 陆律师 12月1日", "owner"],
  ["小张 12月1日 测量", "several"],
  ["自然资源所 测量界址", "when"],
  ["自然资源所 尽快 测量界址", "when"],
  ["自然资源所 11月1日 测量界址", "past"],
  ["自然资源所 今天 9:00 测量界址", "past"],
  ["自然资源所 2028年1月1日 测量界址", "far"],
  ["自然资源所 12月1日", "what"],
  [`自然资源所 12月1日 ${"测".repeat(201)}`, "long"],
])("%j is answered: %s", (line, why) => {
  expect(readTaskLines(line, names, now)).toEqual({
    tasks: [],
    wrong: [{ line: 1, words: line.normalize("NFKC"), why }],
  });
});

test("each line is read for itself, and a wrong one is named by its place", () => {
  const read = readTaskLines(
    "自然资源所 12月1日 测量\n\n谁 来\n司法所 12月3日 调解；陆律师 明天 看协议",
    names,
    now,
  );

  expect(read.tasks.map(({ owner, what }) => `${owner} ${what}`)).toEqual([
    "自然资源所 测量",
    "司法所 调解",
    "陆律师 看协议",
  ]);
  expect(read.wrong).toEqual([{ line: 2, words: "谁 来", why: "owner" }]);
});

test("any words are read or answered, and no task is due before now", () => {
  const likely = fc.stringMatching(/^[自然资源所司法 0-9月日号今明天前、;\n测量.-]{0,60}$/u);
  fc.assert(
    fc.property(fc.oneof(likely, fc.string()), (words) => {
      const { tasks, wrong } = readTaskLines(words, names, now);
      const isBlank = words.normalize("NFKC").replaceAll(/[\s;]/gu, "") === "";
      return (
        (tasks.length + wrong.length > 0 || isBlank) &&
        tasks.every(({ due, what }) => what !== "" && due.date >= now.date)
      );
    }),
    { numRuns: 2_000 },
  );
});
