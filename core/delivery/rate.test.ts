import { expect, test } from "vitest";
import { createManualClock } from "../time/testing/manualClock.ts";
import { createPace } from "./rate.ts";

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
  expect([pace.bookChat("wang"), pace.bookChat("wang"), pace.bookChat("chen")]).toEqual([0, 1_000, 0]);
});
