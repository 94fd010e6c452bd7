import { expect, test } from "vitest";
import type { Ticket } from "../model.ts";
import { alikeIn, isForToday, leftOf, pageOf, readNumbers } from "./model.ts";

const hour = 3_600_000;

test.each([
  ["1024 1026 下午电工一起来换", [1024, 1026], "下午电工一起来换"],
  ["1024、1026下午来", [1024, 1026], "下午来"],
  ["１０２４，１０２６：明天", [1024, 1026], "明天"],
  ["1024和1026还有1027 都去看过了", [1024, 1026, 1027], "都去看过了"],
  ["1024号 1026号 明天换", [1024, 1026], "明天换"],
  ["编号1024 编号1026 明天", [1024, 1026], "明天"],
  ["#1024 #1026 tomorrow", [1024, 1026], "tomorrow"],
  ["1024 and 1026 the electrician comes", [1024, 1026], "the electrician comes"],
  ["1024 1024 下午来", [1024], "下午来"],
  ["1024 下午来", [1024], "下午来"],
  ["1024 2026年修好", [1024], "2026年修好"],
  ["1024 1300 块钱明天发", [1024], "1300 块钱明天发"],
  ["1024 1300元", [1024], "1300元"],
  ["1024 13857412345 打这个电话", [1024], "13857412345 打这个电话"],
  ["1024 1026", [1024, 1026], ""],
  ["1024号楼的灯", [], "1024号楼的灯"],
  ["路灯 1024", [], "路灯 1024"],
  ["12 13 来了", [], "12 13 来了"],
  ["", [], ""],
])("%j names %j and says %j", (words, numbers, rest) => {
  expect(readNumbers(words)).toEqual(numbers.length === 0 ? { numbers, rest: words } : { numbers, rest });
});

test("no more than twenty numbers are read", () => {
  const many = Array.from({ length: 30 }, (_, index) => 1001 + index);

  expect(readNumbers(`${many.join(" ")} 来了`).numbers).toEqual(many.slice(0, 20));
});

test.each([
  [5 * hour, false, { is: "left", ms: 5 * hour }],
  [-2 * hour, false, { is: "late", ms: 2 * hour }],
  [0, false, { is: "late", ms: 0 }],
  [undefined, true, { is: "paused" }],
  [undefined, false, { is: "none" }],
])("due in %s, paused %s, stands as it says", (after, isPaused, stands) => {
  const now = 1_000 * hour;

  const dueAt = after === undefined ? undefined : now + after;

  expect(leftOf({ dueAt }, isPaused, now)).toEqual(stands);
});

test.each([
  [undefined, false],
  [1, true],
  [99, true],
  [100, false],
])("due at %s is for today: %s", (dueAt, isToday) => {
  expect(isForToday({ dueAt }, 100)).toBe(isToday);
});

test.each([
  [1, 0, { page: 1, pages: 1, offset: 0 }],
  [1, 7, { page: 1, pages: 2, offset: 0 }],
  [2, 7, { page: 2, pages: 2, offset: 6 }],
  [99, 7, { page: 2, pages: 2, offset: 6 }],
  [0, 7, { page: 1, pages: 2, offset: 0 }],
  [NaN, 12, { page: 1, pages: 2, offset: 0 }],
])("page %s of %s matters, six to a page", (wanted, count, page) => {
  expect(pageOf(wanted, count, 6)).toEqual(page);
});

function ticket(number: number, given: Partial<Ticket>): Ticket {
  const rest = { kind: "lamp", unit: "g1", place: "桥头", state: "open", isSealed: false, isUrgent: false };
  return { ...rest, number, ...given } as Ticket;
}

test.each([
  ["the same lamp", [{}, {}], [1001, 1002]],
  ["another kind", [{}, { kind: "road" }], []],
  ["another place", [{}, { place: "村口" }], []],
  ["another grid", [{}, { unit: "g2" }], []],
  ["one that is answered", [{}, { state: "answered" }], []],
  ["one that is sealed", [{}, { isSealed: true }], []],
  ["a danger to life", [{}, { isUrgent: true }], []],
  ["more than may go together", [{}, {}, {}, {}], [1001, 1002, 1003]],
] as const)("matters are alike: %s", (_what, given, numbers) => {
  const tasks = given.map((one, index) => ticket(1001 + index, one));

  const alike = alikeIn(tasks, (one, other) => one === other, 3);

  expect(alike.map(({ number }) => number)).toEqual(numbers);
});
