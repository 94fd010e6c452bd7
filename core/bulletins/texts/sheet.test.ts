import { expect, test } from "vitest";
import { figureNames, type ListedMatter, type Part, type Sheet } from "../model.ts";
import { partText, periodName } from "./names.ts";
import { pictureTexts } from "./picture.ts";
import { sheetTexts as say } from "./sheet.ts";

function part(numerator: number, denominator: number): Part {
  const share = denominator === 0 ? null : numerator / denominator;
  return { numerator, denominator, share, isSmall: denominator < 10 };
}

function sheetWith(size: number): Sheet {
  const matter: ListedMatter = {
    number: 1024,
    what: { zh: "路灯", en: "Street lamp" },
    where: "双桥村",
    fault: "settle_late",
    hoursLate: 24_000,
    whose: { zh: "乡镇办理", en: "the township" },
    isOpen: true,
    isPrivate: false,
    followUps: [],
  };
  return {
    kind: "monthly",
    unit: { code: "330226000000", name: "宁海县", kind: "county" },
    title: say.title("宁海县", "monthly"),
    period: { kind: "monthly", from: 0, to: 1, first: "2026-11-01", last: "2026-11-30" },
    version: 1,
    correction: null,
    received: size,
    settled: size,
    open: size,
    figures: figureNames.map((name) => ({ name, ...part(size, size), before: part(0, 0) })),
    rows: [],
    overdue: { total: size, matters: size === 0 ? [] : [matter] },
    mishandled: { total: 0, matters: [] },
    notes: [],
    isDemo: false,
  };
}

test("a huge month is as long as a small one, and its numbers can be read", () => {
  const huge = say.full(sheetWith(1_234_567));

  expect(huge.zh.split("\n").length).toBe(2 + figureNames.length + 1);
  expect(huge.zh).toContain("收到 1,234,567 件，办结 1,234,567 件，还有 1,234,567 件在办。");
  expect(huge.zh).toContain("及时响应率 1,234,567/1,234,567（100%）");
  expect(huge.en).toContain("1,234,567 overdue.");
  expect(huge.zh.length).toBeLessThan(600);
});

test("an empty month says so in one line, with no rate of nothing", () => {
  const [short, full] = [say.short(sheetWith(0)), say.full(sheetWith(0))];

  expect(full).toEqual(short);
  expect(full.zh).toBe("宁海县月通报（2026年11月）\n这个月没有事项，也没有超时的。");
  expect(full.zh + full.en).not.toContain("%");
});

test("few matters are parts and no percentage, and nothing is compared with nothing", () => {
  const few = say.full(sheetWith(3));

  expect(few.zh).toContain("满意率 3/3\n");
  expect(few.zh + few.en).not.toMatch(/%|上月|NaN|Infinity/);
});

test.each([
  [1_999, 2_000, "99.9%", "99%"],
  [1, 3_000, "0.1%", "1%"],
  [2_000, 2_000, "100%", "100%"],
  [0, 2_000, "0%", "0%"],
  [23, 25, "92%", "92%"],
  [2, 3_000, "0.1%", "1%"],
  [994, 1_000, "99.4%", "99%"],
] as const)(
  "%i of %i is %s, and %s on a picture: all and none are said of all and none only",
  (numerator, denominator, exact, round) => {
    expect(partText(part(numerator, denominator)).zh).toContain(`（${exact}）`);
    expect(pictureTexts.share(part(numerator, denominator)).text.zh).toBe(round);
  },
);

test.each([
  ["weekly", "2026-11-16", "2026-11-22", "11月16日—22日", "16 Nov to 22 Nov"],
  ["weekly", "2026-12-28", "2027-01-03", "12月28日—1月3日", "28 Dec to 3 Jan"],
  ["monthly", "2026-12-01", "2026-12-31", "2026年12月", "Dec 2026"],
] as const)("a %s period from %s to %s is called %s", (kind, first, last, zh, en) => {
  expect(periodName({ kind, first, last })).toEqual({ zh, en });
});
