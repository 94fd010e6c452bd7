import { expect, test } from "vitest";
import { describeOnEachEngine } from "../store/testing/index.ts";
import { day, hour, minute } from "./clock.ts";
import { runSchedules, type Schedule } from "./schedules.ts";
import { createManualClock } from "./testing/manualClock.ts";

/** 23 November 2026, 16:20 in China. */
const monday = Date.UTC(2026, 10, 23, 8, 20);
/** 1 December 2026, 08:00 in China. */
const december = Date.UTC(2026, 11, 1);

describeOnEachEngine("schedules", (open) => {
  async function openSchedules(schedule: Partial<Schedule> = {}) {
    const database = await open();
    const clock = createManualClock(monday);
    const done: number[] = [];
    const errors: unknown[] = [];
    const bulletin: Schedule = {
      name: "bulletin",
      pattern: "0 8 1 * *",
      catchUp: "each",
      run: (_tx, slot) => {
        done.push(slot);
        return Promise.resolve();
      },
      ...schedule,
    };
    const report = (error: unknown) => errors.push(error);
    const look = () => runSchedules({ database, clock, timeZone: "Asia/Shanghai", report }, [bulletin]);
    return { clock, look, done, errors, database };
  }

  test("what was due before the schedule was there is not made up for", async () => {
    const { look, done } = await openSchedules();

    await look();
    await look();

    expect(done).toEqual([]);
  });

  test("a slot is done when it is due, to the second, and once", async () => {
    const { clock, look, done } = await openSchedules();
    await look();
    clock.set(december - 1_000);
    await look();
    expect(done).toEqual([]);
    clock.set(december);

    await Promise.all([look(), look()]);
    await look();

    expect(done).toEqual([december]);
  });

  test("a month's bulletin that was missed is made once, for its own month, and the next one when it is due", async () => {
    const { clock, look, done } = await openSchedules();
    await look();
    clock.set(december + 40 * day);

    await look();
    await look();
    expect(done.map((slot) => new Date(slot).toISOString().slice(0, 10))).toEqual([
      "2026-12-01",
      "2027-01-01",
    ]);
    clock.set(Date.UTC(2027, 1, 1));
    await look();

    expect(done.length).toBe(3);
  });

  test("where only the last slot counts the older ones are left out, and one that is too old too", async () => {
    const morning = { name: "morning", pattern: "0 7 * * *", catchUp: "last", latestMs: 6 * hour } as const;
    const { clock, look, done } = await openSchedules(morning);
    await look();
    clock.set(Date.UTC(2026, 10, 25, 23, 30));
    await look();
    expect(done).toEqual([Date.UTC(2026, 10, 25, 23)]);

    clock.set(Date.UTC(2026, 10, 27, 8));
    await look();

    expect(done.length).toBe(1);
  });

  test("one that fails is reported, and done when it can be", async () => {
    let isBroken = true;
    const did: number[] = [];
    const { clock, look, errors } = await openSchedules({
      run: (_tx, slot) => {
        if (isBroken) return Promise.reject(new Error("no paper"));
        did.push(slot);
        return Promise.resolve();
      },
    });
    await look();
    clock.set(december + minute);
    await look();
    expect([did, errors.length]).toEqual([[], 1]);
    isBroken = false;

    await look();

    expect(did).toEqual([december]);
  });

  test("what comes before a slot is done outside of its transaction, and where it is not finished the slot waits", async () => {
    const lifeEnds = [true, false];
    const seen: unknown[] = [];
    const { clock, look, done, database } = await openSchedules({
      async before() {
        seen.push(await database.transaction((tx) => tx.selectFrom("schedule_run").select("slot").execute()));
        return lifeEnds.shift() !== true;
      },
    });
    await look();
    clock.set(december + minute);

    await look();
    const first = done.length;
    await look();
    await look();

    expect([first, done]).toEqual([0, [december]]);
    expect(seen).toEqual([[expect.anything()], [expect.anything()]]);
  });
});
