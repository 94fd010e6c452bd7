import { expect, test } from "vitest";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { day, hour, minute } from "../clock.ts";
import { enterDay } from "../hours/service.ts";
import { checkClocks } from "./drift.ts";
import { everything, insertPolicy, policiesOn } from "./policies.ts";
import { pauseClock, resumeClock, reviseClock, stopClock, timeLeft } from "./service.ts";
import { segmentsOf } from "./store.ts";
import { calendar, dayLong, openClocks } from "./testing/bench.ts";

const why = { reason: "等配件", actor: "li" };

/** 23 November 2026, 16:20 in China. */
const monday = Date.UTC(2026, 10, 23, 8, 20);

describeOnEachEngine("clocks", (open) => {
  const openBench = async () => openClocks(await open(), monday);

  test("each stage rings once, in order, and the leaders' every 24 hours after the breach", async () => {
    const { clock, bench, stages } = await openBench();
    await bench.start();

    for (let passed = 0; passed < 99; passed += 1) {
      clock.pass(hour);
      await bench.sweep();
    }

    expect(stages()).toEqual([
      "half",
      "before:14400000",
      "before:3600000",
      "breach",
      "after:1",
      "after:2",
      "after:3",
    ]);
    expect((await bench.read()).breachedAt).toBe(monday + day);
  });

  test("after three days down only the highest stage is rung, and the breach is dated when it was due", async () => {
    const { clock, bench, stages, drifted } = await openBench();
    await bench.start();

    clock.pass(4 * day);
    await bench.sweep();
    await bench.sweep();

    expect(stages()).toEqual(["breach", "after:3"]);
    expect((await bench.read()).breachedAt).toBe(monday + day);
    expect(await drifted()).toEqual([]);
  });

  test("stopped, it rings no more; started again in its cycle it goes on with what it had used up", async () => {
    const { clock, bench, stages } = await openBench();
    const started = await bench.start();
    clock.pass(10 * hour);
    await bench.act((moment) => stopClock(moment, started, why));

    clock.pass(5 * day);
    await bench.sweep();
    expect(stages()).toEqual([]);
    const again = await bench.start();

    expect(again).toMatchObject({ id: started.id, consumedMs: 10 * hour, dueAt: clock.now() + 14 * hour });
  });

  test("pause and resume within one minute, and once more inside it, cost nothing and win nothing", async () => {
    const { clock, bench, drifted } = await openBench();
    const first = await bench.start();
    clock.pass(hour);
    let now = first;
    for (let times = 0; times < 3; times += 1) {
      now = await bench.act((moment) => pauseClock(moment, now, why));
      now = await bench.act((moment) => pauseClock(moment, now, why));
      now = await bench.act((moment) => resumeClock(moment, now, why));
      now = await bench.act((moment) => resumeClock(moment, now, why));
    }

    expect(now).toMatchObject({ state: "running", dueAt: first.dueAt, consumedMs: hour, revision: 7 });
    expect(await drifted()).toEqual([]);
  });

  test("a pause moves the deadline by its length, and what rang before does not ring again", async () => {
    const { clock, bench, stages } = await openBench();
    const first = await bench.start();
    clock.pass(21 * hour);
    await bench.sweep();
    const paused = await bench.act((moment) => pauseClock(moment, first, why));
    clock.pass(3 * day);
    await bench.sweep();
    const resumed = await bench.act((moment) => resumeClock(moment, paused, why));

    expect(paused.dueAt).toBeUndefined();
    expect(resumed.dueAt).toBe(clock.now() + 3 * hour);
    clock.pass(2 * hour + minute);
    await bench.sweep();
    expect(stages()).toEqual(["before:14400000", "before:3600000"]);
  });

  test("a pause after the breach keeps the breach, and those above hear on after it", async () => {
    const { clock, bench, stages, drifted } = await openBench();
    await bench.start();
    clock.pass(day);
    await bench.sweep();
    const breached = await bench.read();
    const paused = await bench.act((moment) => pauseClock(moment, breached, why));
    clock.pass(2 * day);
    await bench.sweep();
    expect(stages()).toEqual(["breach"]);
    await bench.act((moment) => resumeClock(moment, paused, why));
    clock.pass(day);
    await bench.sweep();

    expect(stages()).toEqual(["breach", "after:3"]);
    expect((await bench.read()).breachedAt).toBe(monday + day);
    expect(await drifted()).toEqual([]);
  });

  test("a pause by office hours subtracts working time only", async () => {
    const { clock, bench } = await openBench();
    const started = await bench.start({ usual: { ...dayLong, targetMs: 7 * hour, hours: "office" } });
    // Monday 16:20: forty minutes are left of the day, 6 h 20 min for Tuesday.
    clock.pass(20 * minute);
    const paused = await bench.act((moment) => pauseClock(moment, started, why));
    clock.pass(14 * hour);
    const resumed = await bench.act((moment) => resumeClock(moment, paused, why));

    expect(resumed.consumedMs).toBe(20 * minute);
    expect(calendar.moment(resumed.dueAt ?? 0).zh).toBe("11月24日 16:40");
  });

  test("the machine's clock stepped back gives no time back, and forward costs what passed", async () => {
    const { clock, bench, drifted } = await openBench();
    const started = await bench.start();
    clock.pass(5 * hour);
    clock.pass(-2 * day);
    const paused = await bench.act((moment) => pauseClock(moment, started, why));
    expect(paused.consumedMs).toBe(0);
    clock.pass(2 * day);
    const resumed = await bench.act((moment) => resumeClock(moment, paused, why));
    clock.pass(30 * day);
    await bench.sweep();

    expect((await bench.read()).breachedAt).toBe(resumed.dueAt);
    expect(await drifted()).toEqual([]);
  });

  test("two sweepers at once, one of them with a clock that is fast, ring each stage once", async () => {
    const { clock, bench } = await openBench();
    for (let index = 0; index < 20; index += 1) await bench.start({ subject: `ticket ${index}` });

    for (let passed = 0; passed < 60; passed += 4) {
      clock.pass(4 * hour);
      await Promise.all([bench.sweep(), bench.sweep(3 * minute), bench.sweep(-minute)]);
    }

    const keys = bench.rung.map(({ clock: id, revision, stage }) => `${id} ${revision} ${stage}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(bench.rung.filter(({ stage }) => stage === "breach").length).toBe(20);
  });

  test("killed in the middle of a sweep, what had not rung rings in the next life, and nothing twice", async () => {
    const { clock, bench, stages } = await openBench();
    for (let index = 0; index < 6; index += 1) await bench.start({ subject: `ticket ${index}` });
    clock.pass(12 * hour);
    let rings = 0;
    bench.onStage = () => {
      rings += 1;
      return rings > 3 ? Promise.reject(new Error("killed")) : Promise.resolve();
    };
    await bench.sweep();
    expect(stages().length).toBe(3);
    bench.onStage = () => Promise.resolve();
    clock.pass(5 * minute);
    await bench.sweep();

    expect(stages()).toEqual(Array.from({ length: 6 }, () => "half"));
    expect(new Set(bench.rung.map(({ clock: id }) => id)).size).toBe(6);
  });

  test("what is done while its alarm rings is tried again and finds what happened", async () => {
    const { clock, bench, stages, drifted } = await openBench();
    const before = await bench.start();
    clock.pass(day);
    await bench.sweep();

    await expect(bench.act((moment) => stopClock(moment, before, why))).rejects.toThrow("meanwhile");
    const now = await bench.read();
    const stopped = await bench.act((moment) => stopClock(moment, now, why));

    expect(stages()).toEqual(["breach"]);
    expect(stopped).toMatchObject({ state: "stopped", breachedAt: monday + day });
    expect(await drifted()).toEqual([]);
  });

  test("a newer policy is for what starts after it; what runs keeps its own until it is revised", async () => {
    const { clock, bench, policy } = await openBench();
    const first = await bench.start();
    const shorter = await policy({ targetMs: 12 * hour });
    clock.pass(hour);
    const second = await bench.start({ subject: "ticket 1002" });

    expect((await bench.read()).dueAt).toBe(first.dueAt);
    expect(second.dueAt).toBe(clock.now() + 12 * hour);
    const revised = await bench.act((moment) => reviseClock(moment, first, shorter, why));
    expect(revised).toMatchObject({ consumedMs: hour, dueAt: clock.now() + 11 * hour, revision: 2 });
  });

  test("categorised late, it goes on under the other kind's terms with what it has used up", async () => {
    const { clock, bench, policy, drifted, stages } = await openBench();
    const first = await bench.start({ matter: "other" });
    const forLamps = await policy({ matter: "lamp", targetMs: 2 * day });
    clock.pass(20 * hour);
    await bench.sweep();
    const revised = await bench.act((moment) => reviseClock(moment, first, forLamps, why));
    clock.pass(5 * hour);
    await bench.sweep();

    expect(revised.dueAt).toBe(monday + 2 * day);
    expect(stages()).toEqual(["before:14400000", "half"]);
    expect(await drifted()).toEqual([]);
  });

  test("a policy that is taken away leaves what runs under it as it is, and the next one follows the unit above", async () => {
    const { bench, policy } = await openBench();
    await policy({ scope: "village", targetMs: 3 * hour });
    const under = await bench.start();
    await bench.act(({ tx, now }) =>
      insertPolicy(
        tx,
        { ...dayLong, scope: "village", clock: "answer", matter: everything, reason: "", madeBy: "admin" },
        now,
        true,
      ),
    );
    const next = await bench.start({ subject: "ticket 1002" });

    expect(under.dueAt).toBe(monday + 3 * hour);
    expect((await bench.read()).dueAt).toBe(monday + 3 * hour);
    expect(next.dueAt).toBe(monday + day);
    expect((await bench.act(({ tx }) => policiesOn(tx, "answer"))).map(({ scope }) => scope)).toEqual(["*"]);
  });

  test("the nearest unit's policy counts, and there the one for this very kind of matter", async () => {
    const { bench, policy } = await openBench();
    await policy({ scope: "town", matter: "lamp", targetMs: 2 * hour });
    await policy({ scope: "village", targetMs: 5 * hour });

    const lamp = await bench.start();
    const elsewhere = await bench.start({ subject: "ticket 2", scopes: ["town"] });

    expect([lamp.dueAt, elsewhere.dueAt]).toEqual([monday + 5 * hour, monday + 2 * hour]);
  });

  test("a holiday entered by hand is a new version: what runs keeps its hours until it is reckoned anew", async () => {
    const { bench, drifted } = await openBench();
    const terms = { ...dayLong, targetMs: 7 * hour, hours: "office" };
    const before = await bench.start({ usual: terms });
    await bench.act((moment) =>
      enterDay(moment, { date: "2026-11-24", isWorkday: false, why: "停电" }, "admin"),
    );
    const after = await bench.start({ subject: "ticket 1002", usual: terms });

    expect(calendar.moment(before.dueAt ?? 0).zh).toBe("11月24日 16:20");
    expect((await bench.read()).dueAt).toBe(before.dueAt);
    expect(calendar.moment(after.dueAt ?? 0).zh).toBe("11月25日 16:20");
    expect(await drifted()).toEqual([]);
  });

  test("a drift is found and named", async () => {
    const { database, bench, drifted } = await openBench();
    const { id } = await bench.start();
    await database.transaction((tx) =>
      tx.updateTable("clock").set({ due_at: monday }).where("id", "=", id).execute(),
    );

    expect((await drifted()).map(({ clock, reckonedDueAt }) => [clock.id, reckonedDueAt])).toEqual([
      [id, monday + day],
    ]);
  });

  test("what a turn changed between two reads is no drift, nor is it checked once it is stopped", async () => {
    const { database, bench } = await openBench();
    const spoil = (id: number, dueAt: number) =>
      database.transaction((tx) =>
        tx.updateTable("clock").set({ due_at: dueAt }).where("id", "=", id).execute(),
      );
    const torn = await bench.start();
    const ended = await bench.start({ subject: "ticket 1002" });
    for (const { id } of [torn, ended]) await spoil(id, monday);
    let reads = 0;
    const meanwhile = {
      transaction: (async (work) => {
        reads += 1;
        if (reads === 2) {
          await spoil(torn.id, monday + day);
          await bench.act((moment) => stopClock(moment, { ...ended, dueAt: monday }, why));
        }
        return database.transaction(work);
      }) satisfies typeof database.transaction,
    };

    const { checked, drifted } = await checkClocks(meanwhile, calendar.zone);

    expect([checked, reads, drifted]).toEqual([2, 2, []]);
    expect(await checkClocks(database, calendar.zone, () => true)).toMatchObject({ isWhole: false });
  });

  test("every change is a segment with its reason and who made it", async () => {
    const { bench, clock } = await openBench();
    const started = await bench.start();
    clock.pass(hour);
    const paused = await bench.act((moment) => pauseClock(moment, started, why));
    const left = await bench.act((moment) => timeLeft(moment, paused));
    const segments = await bench.act(({ tx }) => segmentsOf(tx, [started.id]));

    expect(left).toBe(23 * hour);
    expect(segments.get(started.id)?.map(({ kind, reason, actor }) => [kind, reason, actor])).toEqual([
      ["started", "filed", undefined],
      ["paused", "等配件", "li"],
    ]);
  });
});
