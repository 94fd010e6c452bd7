import { expect, test } from "vitest";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { day, hour } from "../clock.ts";
import { lastDues } from "./lastDue.ts";
import { pauseClock, resumeClock, stopClock } from "./service.ts";
import { calendar, openClocks } from "./testing/bench.ts";

const why = { reason: "等配件", actor: "li" };

/** 23 November 2026, 16:20 in China. */
const monday = Date.UTC(2026, 10, 23, 8, 20);

describeOnEachEngine("what was due", (open) => {
  test("still stands on paper when it was met, and when the clock stands still, with what a pause gave", async () => {
    const { clock, bench } = await openClocks(await open(), monday);
    const last = () =>
      bench.act(async ({ tx }) =>
        (await lastDues(tx, ["ticket 1001"], calendar.zone)).map(({ dueAt }) => dueAt - monday),
      );
    const started = await bench.start();
    const running = await last();

    clock.pass(2 * hour);
    const paused = await bench.act((moment) => pauseClock(moment, started, why));
    const standing = await last();
    clock.pass(5 * hour);
    const resumed = await bench.act((moment) => resumeClock(moment, paused, why));
    const going = await last();
    clock.pass(hour);
    await bench.act((moment) => stopClock(moment, resumed, why));
    const met = await last();

    expect([running, standing, going, met]).toEqual([[day], [day], [day + 5 * hour], [day + 5 * hour]]);
  });

  test("of subjects without a deadline, or of none, is nothing", async () => {
    const { bench } = await openClocks(await open(), monday);
    await bench.start();

    const found = await bench.act(async ({ tx }) => [
      await lastDues(tx, [], calendar.zone),
      await lastDues(tx, ["ticket 999"], calendar.zone),
    ]);

    expect(found).toEqual([[], []]);
  });
});
