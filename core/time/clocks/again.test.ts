import { expect, test } from "vitest";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { day, hour } from "../clock.ts";
import { dueUnder, pauseClock, resumeClock, reviseClock, stopClock } from "./service.ts";
import { openClocks } from "./testing/bench.ts";

const why = { reason: "等配件", actor: "li" };

/** 23 November 2026, 16:20 in China. */
const monday = Date.UTC(2026, 10, 23, 8, 20);

describeOnEachEngine("clocks that get time again", (open) => {
  const openBench = async () => openClocks(await open(), monday);

  test("one that gets time again after its breach is due again, and rings again", async () => {
    const { clock, bench, stages, drifted } = await openBench();
    await bench.start();
    clock.pass(2 * day);
    await bench.sweep();
    const breached = await bench.read();
    const paused = await bench.act((moment) => pauseClock(moment, breached, why));
    const again = await bench.act((moment) => resumeClock(moment, paused, { ...why, atLeastMs: day }));
    clock.pass(day);
    await bench.sweep();

    expect(paused.breachedAt).toBe(monday + day);
    expect(again).toMatchObject({ breachedAt: undefined, dueAt: monday + 3 * day });
    expect(stages()).toEqual(["breach", "after:1", "breach"]);
    expect((await bench.read()).breachedAt).toBe(monday + 3 * day);
    expect(await drifted()).toEqual([]);
  });

  test("stopped late and started again with a day left, it is due at the end of that day", async () => {
    const { clock, bench, stages } = await openBench();
    await bench.start();
    clock.pass(2 * day);
    await bench.sweep();
    const late = await bench.read();
    await bench.act((moment) => stopClock(moment, late, why));
    await bench.start({ atLeastMs: day });
    clock.pass(day);
    await bench.sweep();

    expect(stages()).toEqual(["breach", "after:1", "breach"]);
  });

  test("a longer limit that gives time again ends the breach, a shorter one does not", async () => {
    const { clock, bench, policy } = await openBench();
    await bench.start();
    clock.pass(day);
    await bench.sweep();
    const breached = await bench.read();
    const longer = await policy({ targetMs: 3 * day });
    const shorter = await policy({ targetMs: 6 * hour });
    const extended = await bench.act((moment) => reviseClock(moment, breached, longer, why));
    expect(extended).toMatchObject({ breachedAt: undefined, dueAt: monday + 3 * day });
    const cut = await bench.act((moment) => reviseClock(moment, extended, shorter, why));
    await bench.sweep();
    const late = await bench.read();
    const revised = await bench.act((moment) => reviseClock(moment, late, shorter, why));

    expect(cut.dueAt).toBeLessThanOrEqual(clock.now());
    expect(revised.breachedAt).toBe(cut.dueAt);
  });

  test("a day that was granted outlives other terms", async () => {
    const { clock, bench, policy } = await openBench();
    await bench.start();
    clock.pass(23 * hour);
    const first = await bench.read();
    await bench.act((moment) => stopClock(moment, first, why));
    const granted = await bench.start({ atLeastMs: day });
    const same = await policy({ targetMs: day });
    const [due, revised] = await bench.act(async (moment) => [
      await dueUnder(moment, granted, same),
      await reviseClock(moment, granted, same, why),
    ]);

    expect(granted.dueAt).toBe(clock.now() + day);
    expect([due, revised.dueAt]).toEqual([granted.dueAt, granted.dueAt]);
  });

  test("stopped and started again for somebody else it goes on under her terms, with what was used up", async () => {
    const { clock, bench, policy, drifted } = await openBench();
    await policy({ matter: "legal", targetMs: 3 * day });
    await policy({ matter: "enforcement", targetMs: 2 * day });
    const first = await bench.start({ matter: "legal" });
    clock.pass(10 * hour);
    await bench.act((moment) => stopClock(moment, first, why));
    await policy({ matter: "legal", targetMs: 9 * day });
    const second = await bench.start({ matter: "enforcement" });
    expect(second).toMatchObject({ consumedMs: 10 * hour, dueAt: clock.now() + 38 * hour });
    await bench.act((moment) => stopClock(moment, second, why));

    const sameAgain = await bench.start({ matter: "enforcement" });
    expect(sameAgain.policy).toBe(second.policy);
    expect(await drifted()).toEqual([]);
  });
});
