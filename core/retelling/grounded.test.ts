import fc from "fast-check";
import { expect, test } from "vitest";
import { unfoundedIn } from "./grounded.ts";
import type { Passage, Sentence } from "./model.ts";

const passages: readonly Passage[] = [
  {
    title: "《高龄津贴发放办法》第三条",
    text: "具有本省户籍、年满 80 周岁的老年人，可以享受高龄津贴。\n津贴自年满八十周岁的次月起按月发放，每人每月不低于 60 元。",
  },
  {
    title: "《高龄津贴发放办法》第五条",
    text: "申请人持身份证、户口簿向户籍所在地的村（社区）提出申请，乡镇应当在 15 个工作日内办结。\n已经享受离休待遇的，不再发放。",
  },
];

function sentence(text: string, ...cites: readonly (readonly [number, string])[]): Sentence {
  return { text, cites: cites.map(([passage, quote]) => ({ passage, quote })) };
}

const good = [
  sentence("满 80 岁的本省老年人可以享受高龄津贴。", [1, "年满 80 周岁的老年人，可以享受高龄津贴"]),
  sentence("八十周岁的次月起按月发放。", [1, "自年满八十周岁的次月起按月发放"]),
  sentence("带身份证、户口簿到户口所在的村（社区）申请。", [
    2,
    "持身份证、户口簿向户籍所在地的村（社区）提出申请",
  ]),
  sentence("享受离休待遇的不再发放。", [2, "已经享受离休待遇的，不再发放"]),
];

test("what rests on its passages is let through, whatever the line breaks and widths", () => {
  const widths = sentence("每人每月不低于６０元。", [1, "每人每月不低于\n60元"]);

  expect(unfoundedIn(good, passages)).toBeUndefined();
  expect(unfoundedIn([widths], passages)).toBeUndefined();
});

test.each([
  ["nothing", [], "nothing_said"],
  ["an empty sentence", [sentence(" ", [1, "可以享受高龄津贴"])], "nothing_said"],
  ["a sentence without a citation", [...good.slice(0, 1), sentence("到村里申请高龄津贴。")], "no_citation"],
  [
    "a quote that stands in no passage",
    [sentence("老年人可以享受高龄津贴。", [1, "老年人都能领到高龄津贴"])],
    "not_verbatim",
  ],
  [
    "a quote that stands in another passage",
    [sentence("老年人可以享受高龄津贴。", [2, "可以享受高龄津贴"])],
    "not_verbatim",
  ],
  ["a passage that is not there", [sentence("可以享受高龄津贴。", [3, "可以享受高龄津贴"])], "not_verbatim"],
  ["a passage of number 0", [sentence("可以享受高龄津贴。", [0, "可以享受高龄津贴"])], "not_verbatim"],
  ["a quote too short to mean anything", [sentence("可以享受高龄津贴。", [1, "可以享受"])], "not_verbatim"],
  [
    "a figure that stands elsewhere in the passage",
    [sentence("满 80 岁可以享受高龄津贴。", [1, "可以享受高龄津贴"])],
    "figure_not_quoted",
  ],
  [
    "an invented amount",
    [sentence("每人每月不低于 200 元。", [1, "每人每月不低于 60 元"])],
    "figure_not_quoted",
  ],
  [
    "an invented amount in characters",
    [sentence("每人每月不低于两百元。", [1, "每人每月不低于 60 元"])],
    "figure_not_quoted",
  ],
  [
    "the right number of the wrong thing",
    [sentence("每人每月不低于 80 元。", [1, "每人每月不低于 60 元"])],
    "figure_not_quoted",
  ],
  ["an age made a share", [sentence("发放 80%。", [1, "可以享受高龄津贴"])], "figure_not_quoted"],
  [
    "days instead of working days",
    [sentence("乡镇 15 天内办结。", [2, "乡镇应当在 15 个工作日内办结"])],
    "figure_not_quoted",
  ],
  [
    "a figure of a passage that is not cited",
    [sentence("津贴 15 个工作日内发放。", [1, "次月起按月发放"])],
    "figure_not_quoted",
  ],
  [
    "an amount as on a receipt",
    [sentence("每人每月不低于伍佰元。", [1, "每人每月不低于 60 元"])],
    "figure_not_quoted",
  ],
  [
    "an amount in other digits",
    [sentence("每人每月不低于٥٠٠元。", [1, "每人每月不低于 60 元"])],
    "figure_not_quoted",
  ],
  ["a fraction", [sentence("每人每月不低于三分之二。", [1, "每人每月不低于 60 元"])], "figure_not_quoted"],
  [
    "each year instead of each month",
    [sentence("每人每年不低于 60 元。", [1, "每人每月不低于 60 元"])],
    "term_not_quoted",
  ],
  [
    "households instead of people",
    [sentence("每户每月不低于 60 元。", [1, "每人每月不低于 60 元"])],
    "term_not_quoted",
  ],
  [
    "the other side of a bound",
    [sentence("80 周岁以下的老年人可以享受高龄津贴。", [1, "年满 80 周岁的老年人，可以享受高龄津贴"])],
    "term_not_quoted",
  ],
  ["half of it", [sentence("高龄津贴减半按月发放。", [1, "次月起按月发放"])], "term_not_quoted"],
  [
    "another month",
    [sentence("当月起按月发放高龄津贴。", [1, "自年满八十周岁的次月起按月发放"])],
    "term_not_quoted",
  ],
  ["a date", [sentence("自 2025年1月1日 起按月发放高龄津贴。", [1, "次月起按月发放"])], "figure_not_quoted"],
  [
    "a telephone number",
    [sentence("高龄津贴发放请打 13805741234。", [1, "可以享受高龄津贴"])],
    "figure_not_quoted",
  ],
  [
    "an address to open",
    [sentence("老年人享受高龄津贴请打开 evil.example。", [1, "可以享受高龄津贴"])],
    "foreign_words",
  ],
  [
    "a condition turned round",
    [sentence("已经享受离休待遇的，也发放。", [2, "已经享受离休待遇的，不再发放"])],
    "says_the_opposite",
  ],
  [
    "a right denied",
    [sentence("老年人不可以享受高龄津贴。", [1, "老年人，可以享受高龄津贴"])],
    "says_the_opposite",
  ],
  [
    "something else altogether",
    [sentence("请加经理微信先交押金再贷款。", [1, "可以享受高龄津贴"])],
    "far_from_passage",
  ],
  ["a long sentence", [sentence("高龄津贴".repeat(40), [1, "可以享受高龄津贴"])], "too_long"],
  ["many sentences", Array.from({ length: 6 }, () => good[0] ?? sentence("")), "too_long"],
] as const)("%s is not let through: %#", (_what, sentences, expected) => {
  expect(unfoundedIn(sentences, passages)).toBe(expected);
});

test("one bad sentence keeps back all of them", () => {
  const bad = sentence("每人每月 500 元。", [1, "每人每月不低于 60 元"]);

  expect(unfoundedIn([...good, bad], passages)).toBe("figure_not_quoted");
});

test("whatever a model makes up, no figure passes that it does not quote", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.constantFrom("元", "岁", "天", "个工作日", "%", "年"),
      (value, unit) => {
        const said = sentence(`高龄津贴按月发放 ${value} ${unit}。`, [1, "自年满八十周岁的次月起按月发放"]);
        const isThere = value === 80 && unit === "岁";
        return (unfoundedIn([said], passages) === undefined) === isThere;
      },
    ),
  );
});

test("a quote made up of any words passes only where it stands", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 6, maxLength: 30 }), (quote) => {
      const said = sentence("老年人可以享受高龄津贴。", [1, quote]);
      return unfoundedIn([said], passages) !== undefined;
    }),
  );
});
