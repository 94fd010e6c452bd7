import { expect, test } from "vitest";
import { createManualClock } from "../time/testing/manualClock.ts";
import { createPace } from "./rate.ts";

const wang = "paper/bot/wang";
const chen = "paper/bot/chen";

test("a bot that may send 50 a second sends no more, and not much less", () => {
  const clock = createManualClock();
  const pace = createPace(clock, { perSecond: 50, perChatPerSecond: 1 });
  let sent = 0;

  for (let tick = 0; tick < 1_000; tick += 1) {
    const available = pace.available();
    pace.spend(available);
    sent += available;
    clock.pass(10);
  }

  expect(sent).toBeGreaterThan(500);
  expect(sent).toBeLessThanOrEqual(550);
  expect(pace.waitFor(wang)).toBe(0);
  pace.sends(wang);
  expect([pace.waitFor(wang), pace.waitFor(chen)]).toEqual([1_000, 0]);
});

test("a group hears no more than its share of a minute, however long its queue", () => {
  const clock = createManualClock();
  const rates = { perSecond: 30, burst: 10, perChatPerSecond: 1, perGroupPerMinute: 20 };
  const pace = createPace(clock, rates, (address) => address === "paper/bot/-5");
  const sentAt: number[] = [];

  while (sentAt.length < 60) {
    clock.pass(pace.waitFor("paper/bot/-5"));
    pace.sends("paper/bot/-5");
    sentAt.push(clock.now());
  }

  const busiestMinute = Math.max(
    ...sentAt.map((at) => sentAt.filter((other) => other >= at && other < at + 60_000).length),
  );
  expect(busiestMinute).toBe(20);
});

test("a burst after a pause keeps below the platform's limit, whatever was leased before", () => {
  const clock = createManualClock();
  const pace = createPace(clock, { perSecond: 30, burst: 10, perChatPerSecond: 1 });
  const waits: number[] = [];

  for (let chat = 0; chat < 12; chat += 1) {
    waits.push(pace.waitFor(`chat ${chat}`));
    if (waits.at(-1) === 0) pace.sends(`chat ${chat}`);
  }

  expect(waits).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 34, 34]);
});
