import { expect, test } from "vitest";
import {
  chatFreeAt,
  firstAllowance,
  keptForReplies,
  readyAt,
  refilled,
  slowed,
  spent,
  spokenAt,
  type Allowance,
} from "./pace.ts";

const rates = { perSecond: 50, burst: 20, perChatPerSecond: 1, perGroupPerMinute: 20 };

/** Sends all it may, every 10 ms. */
function sendFor(milliseconds: number, from: Allowance, at = 0) {
  let allowance = from;
  let sent = 0;
  for (let now = at; now < at + milliseconds; now += 10) {
    allowance = refilled(allowance, rates, now);
    const count = Math.floor(allowance.tokens);
    sent += count;
    allowance = spent(allowance, count, rates, now);
  }
  return { sent, allowance };
}

test("a bot nobody knows begins below the limit, and is at the limit after half a minute of using all it may", () => {
  const first = sendFor(1_000, firstAllowance(rates, 0));
  const next = sendFor(35_000, first.allowance, 1_000);
  const { sent, allowance } = sendFor(10_000, next.allowance, 36_000);

  expect(first.sent).toBeLessThanOrEqual(20 + 40);
  expect(allowance.perSecond).toBe(50);
  expect(sent).toBeGreaterThanOrEqual(495);
  expect(sent).toBeLessThanOrEqual(501);
});

test("a bot that does not use what it may learns nothing", () => {
  let allowance = firstAllowance(rates, 0);

  for (let now = 0; now < 600_000; now += 1_000)
    allowance = spent(refilled(allowance, rates, now), 1, rates, now);

  expect(allowance.perSecond).toBe(40);
});

test("a complaint slows it down by a quarter at once, never below a fifth, and it comes up again slowly", () => {
  const fast = { ...firstAllowance(rates, 0), perSecond: 50 };

  const slow = slowed(fast, rates, 0);
  const slowest = Array.from({ length: 30 }).reduce<Allowance>((so) => slowed(so, rates, 0), fast);
  const { sent, allowance } = sendFor(15_000, slow);

  expect([slow.perSecond, slow.tokens, slowest.perSecond]).toEqual([37.5, 0, 10]);
  expect(allowance.perSecond).toBeGreaterThan(40);
  expect(allowance.perSecond).toBeLessThan(43);
  expect(sent / 15).toBeLessThan(42);
});

test("a rate learned when the platform allowed more comes down to what it states today", () => {
  const learned = { ...firstAllowance(rates, 0), perSecond: 300 };

  expect(refilled(learned, rates, 0).perSecond).toBe(50);
});

test("a clock that stands behind another's adds nothing and takes nothing", () => {
  const ahead = { ...firstAllowance(rates, 10_000), tokens: 3 };

  expect(refilled(ahead, rates, 5_000)).toEqual(ahead);
});

test("tokens come when they are said to come", () => {
  const empty = { ...firstAllowance(rates, 0), tokens: 0 };

  const at = readyAt(empty, 2, 0);

  expect(at).toBe(50);
  expect(refilled(empty, rates, at).tokens).toBe(2);
  expect(keptForReplies(rates)).toBe(5);
});

test.each([
  ["a person nobody spoke to", false, [], 0],
  ["a person spoken to now", false, [10_000], 11_000],
  ["a group spoken to now", true, [10_000], 11_000],
  [
    "a group that has heard its share of a minute",
    true,
    Array.from({ length: 20 }, (_, n) => n * 1_000),
    60_000,
  ],
])("%s is free at the right moment", (_who, isGroup, spoken, freeAt) => {
  expect(chatFreeAt(rates, isGroup, spoken)).toBe(freeAt);
});

test("a group hears no more than its share of a minute, however long its queue", () => {
  const sentAt: number[] = [];
  let spoken: readonly number[] = [];

  while (sentAt.length < 60) {
    const now = Math.max(sentAt.at(-1) ?? 0, chatFreeAt(rates, true, spoken));
    spoken = spokenAt(rates, true, spoken, now);
    sentAt.push(now);
  }

  const busiestMinute = Math.max(
    ...sentAt.map((at) => sentAt.filter((other) => other >= at && other < at + 60_000).length),
  );
  expect(busiestMinute).toBe(20);
  expect(spokenAt(rates, false, spoken, 9)).toEqual([9]);
});
