import { expect, test } from "vitest";
import { describeOnEachEngine } from "../store/testing/index.ts";
import { hour, minute } from "./clock.ts";
import { cancelAlarm, setAlarm, type Alarm } from "./store.ts";
import { sweepAlarms } from "./sweep.ts";
import { createManualClock } from "./testing/manualClock.ts";

function alarmAt(fireAt: number, key = "ticket 1001 due"): Alarm {
  return { key, kind: "ticket", subject: "1001", fireAt };
}

describeOnEachEngine("alarms", (open) => {
  async function openSweep() {
    const database = await open();
    const clock = createManualClock();
    const rung: string[] = [];
    const broken = new Set<string>();
    const errors: unknown[] = [];
    const sweep = () =>
      sweepAlarms({
        database,
        clock,
        ring: (_tx, alarm) => {
          if (broken.has(alarm.key)) throw new Error("cannot ring");
          rung.push(alarm.key);
          return Promise.resolve();
        },
        report: (error) => errors.push(error),
      });
    const set = (alarm: Alarm) => database.transaction((tx) => setAlarm(tx, alarm));
    return { database, clock, sweep, set, rung, broken, errors };
  }

  test("an alarm rings once, when it is due and not before", async () => {
    const { clock, sweep, set, rung } = await openSweep();
    await set(alarmAt(clock.now() + hour));

    await sweep();
    clock.pass(hour);
    const [first, second] = [await sweep(), await sweep()];

    expect([first, second]).toEqual([1, 0]);
    expect(rung).toEqual(["ticket 1001 due"]);
  });

  test("two sweeps at once ring each alarm once", async () => {
    const { clock, sweep, set, rung } = await openSweep();
    for (let index = 0; index < 20; index += 1) await set(alarmAt(clock.now(), `a${index}`));

    await Promise.all([sweep(), sweep()]);

    expect(rung.length).toBe(20);
    expect(new Set(rung).size).toBe(20);
  });

  test("setting an alarm again moves it; cancelling forgets it", async () => {
    const { database, clock, sweep, set, rung } = await openSweep();
    await set(alarmAt(clock.now() + minute));
    await set(alarmAt(clock.now() + hour));
    await set(alarmAt(clock.now() + minute, "gone"));
    await database.transaction((tx) => cancelAlarm(tx, "gone"));

    clock.pass(2 * minute);
    await sweep();
    expect(rung).toEqual([]);
    clock.pass(hour);
    await sweep();

    expect(rung).toEqual(["ticket 1001 due"]);
  });

  test("more than one batch due after downtime all ring, oldest first", async () => {
    const { clock, sweep, set, rung } = await openSweep();
    for (let index = 250; index > 0; index -= 1)
      await set(alarmAt(clock.now() - index, `late ${String(index).padStart(3, "0")}`));

    await sweep();

    expect(rung.length).toBe(250);
    expect(rung).toEqual([...rung].sort().reverse());
  });

  test("one that cannot ring is reported, waits five minutes and keeps nobody else", async () => {
    const { clock, sweep, set, rung, broken, errors } = await openSweep();
    await set(alarmAt(clock.now(), "a broken"));
    await set(alarmAt(clock.now(), "b whole"));
    broken.add("a broken");

    await sweep();
    expect([rung, errors.length]).toEqual([["b whole"], 1]);
    broken.clear();
    clock.pass(5 * minute);
    await sweep();

    expect(rung).toEqual(["b whole", "a broken"]);
  });
});
