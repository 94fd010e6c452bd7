import fc from "fast-check";
import { expect, test } from "vitest";
import { readSummons } from "./reading.ts";

const names = [
  ["司法所"],
  ["自然资源所"],
  ["陆律师", "法律顾问"],
  ["葛志强", "村干部"],
  ["老李", "李建国", "网格员"],
  ["小何", "何文斌", "网格员"],
];

test.each([
  ["点 1 2 邀 3", [1, 2], [3], []],
  ["点1、2邀3", [1, 2], [3], []],
  ["点1 2，邀3", [1, 2], [3], []],
  ["点将1 2 邀将3", [1, 2], [3], []],
  ["点将：1、2；邀将：3", [1, 2], [3], []],
  ["点１，２邀３", [1, 2], [3], []],
  ["点一、二 邀三", [1, 2], [3], []],
  ["点 1和2 邀请 3", [1, 2], [3], []],
  ["点1号2号邀3号", [1, 2], [3], []],
  ["点第1个、第2个，请第3个", [1, 2], [3], []],
  ["点1\n点2\n邀3", [1, 2], [3], []],
  ["邀 3 点 1 2", [1, 2], [3], []],
  ["只点 2", [2], [], []],
  ["只邀 3", [], [3], []],
  ["邀 3", [], [3], []],
  ["1 2", [1, 2], [], []],
  ["2", [2], [], []],
  ["点1-3", [1, 2, 3], [], []],
  ["点 1到2 邀 3至4", [1, 2], [3, 4], []],
  ["点1 1 2", [1, 2], [], []],
  ["点全部", [1, 2, 3, 4, 5, 6], [], []],
  ["点司法所、自然资源所 邀陆律师", [1, 2], [3], []],
  ["点 司法所 2 邀 法律顾问", [1, 2], [3], []],
  ["点 1 外请 老党员张三", [1], [], ["老党员张三"]],
  ["外请 老党员张三", [], [], ["老党员张三"]],
  ["外请：老党员张三、退休教师李四\n点 1", [1], [], ["老党员张三", "退休教师李四"]],
  ["外请 老党员 张三 点 1 邀 3", [1], [3], ["老党员 张三"]],
  ["summon 1 2 invite 3 outside Old Zhang", [1, 2], [3], ["Old Zhang"]],
  ["点 1 2 邀 3。", [1, 2], [3], []],
])("%j", (words, summon, invite, outside) => {
  expect(readSummons(words, names)).toEqual({ summon, invite, outside });
});

test.each([
  ["", [{ why: "nobody" }]],
  ["点", [{ why: "nobody" }]],
  ["点 7", [{ why: "no_number", number: 7 }]],
  ["点 0", [{ why: "no_number", number: 0 }]],
  ["点12邀3", [{ why: "no_number", number: 12 }]],
  ["点 1 邀 1", [{ why: "both_ways", number: 1 }]],
  ["点 1 财政局", [{ why: "words", words: "财政局" }]],
  ["点 网格员", [{ why: "several", words: "网格员" }]],
  ["外请", [{ why: "nobody" }]],
  ["外请 123", [{ why: "name", words: "123" }]],
  [
    "点 9 邀 张三",
    [
      { why: "no_number", number: 9 },
      { why: "words", words: "张三" },
    ],
  ],
])("%j cannot be read", (words, unread) => {
  expect(readSummons(words, names)).toEqual({ unread });
});

test("any words are read or answered, and nobody who is not in the list is asked", () => {
  const likely = fc.stringMatching(/^[点邀将请外 0-9一二三、,\n;-]{0,40}$/u);
  fc.assert(
    fc.property(fc.oneof(likely, fc.string()), (words) => {
      const read = readSummons(words, names);
      if ("unread" in read) return read.unread.length > 0;
      const asked = [...read.summon, ...read.invite];
      return new Set(asked).size === asked.length && asked.every((number) => number >= 1 && number <= 6);
    }),
    { numRuns: 2_000 },
  );
});
