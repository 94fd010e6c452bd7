import fc from "fast-check";
import { expect, test } from "vitest";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { hour, minute } from "../clock.ts";
import { createManualClock } from "../testing/manualClock.ts";
import { checkClocks } from "./drift.ts";
import { insertPolicy } from "./policies.ts";
import { pauseClock, resumeClock, reviseClock, startClock, stopClock, type ClockMoment } from "./service.ts";
import { clocksOf, liveClocksAfter } from "./store.ts";
import { calendar, clockBench, dayLong } from "./testing/bench.ts";

/** What may happen to a clock, and after how long. */
type Deed = "pause" | "resume" | "stop" | "start" | "revise" | "sweep";

const deeds = fc.constantFrom<Deed>("pause", "resume", "stop", "start", "revise", "sweep", "sweep");
/** Mostly forward; now and then the machine's clock is set back. */
const passing = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 40 * hour }) },
  { weight: 1, arbitrary: fc.integer({ min: -3 * hour, max: 0 }) },
);
const life = fc.record({
  targetMs: fc.integer({ min: minute, max: 60 * hour }),
  hours: fc.constantFrom("natural", "office"),
  steps: fc.array(fc.tuple(deeds, passing), { minLength: 1, maxLength: 7 }),
});
type Life = typeof life extends fc.Arbitrary<infer T> ? T : never;

const why = { reason: "why", actor: "li" };

/** Every life of a database is lived side by side: one deed of each, then a sweep of all. */
const atOnce = 100;

/** As many cases as the promise asks for; on PostgreSQL a fifth of them, where `CLOCK_CASES` does not say otherwise. */
function casesOn(engine: "sqlite" | "postgresql"): number {
  return Number(process.env["CLOCK_CASES"] ?? (engine === "sqlite" ? 10_000 : 2_000));
}

describeOnEachEngine("clocks, whatever happens to them", (open, engine) => {
  test("what is reckoned from the segments is what is stored, each stage of each revision rings once at the most, and what runs is late exactly when it is due", async () => {
    const database = await open();
    const clock = createManualClock();
    const bench = clockBench(database, clock);
    const shorter = await bench.act(({ tx, now }) =>
      insertPolicy(
        tx,
        {
          ...dayLong,
          targetMs: 9 * hour,
          hours: "office",
          scope: "x",
          clock: "answer",
          matter: "*",
          reason: "",
          madeBy: "a",
        },
        now,
      ),
    );
    async function happen(moment: ClockMoment, index: string, one: Life, deed: Deed): Promise<void> {
      const subject = `ticket ${index}`;
      const start = {
        subject,
        kind: `of ${one.hours} ${one.targetMs}`,
        cycle: 1,
        scopes: [],
        matter: "lamp",
        usual: { ...dayLong, targetMs: one.targetMs, hours: one.hours },
        reason: "filed",
      };
      const [now] = await clocksOf(moment.tx, subject);
      if (!now || deed === "start") await startClock(moment, start);
      else if (deed === "pause") await pauseClock(moment, now, why);
      else if (deed === "resume") await resumeClock(moment, now, { ...why, atLeastMs: 2 * hour });
      else if (deed === "stop") await stopClock(moment, now, why);
      else if (deed === "revise") await reviseClock(moment, now, shorter, why);
    }

    let lived = 0;
    let latest = clock.now();
    await fc.assert(
      fc.asyncProperty(fc.array(life, { minLength: atOnce, maxLength: atOnce }), async (lives) => {
        const before = bench.rung.length;
        lived += lives.length;
        for (let step = 0; step < 7; step += 1) {
          clock.pass(lives[step]?.steps[0]?.[1] ?? hour);
          latest = Math.max(latest, clock.now());
          await bench.act(async (moment) => {
            for (const [index, one] of lives.entries()) {
              const [deed] = one.steps[step] ?? [];
              if (deed !== undefined && deed !== "sweep")
                await happen(moment, `${lived}-${index}`, one, deed);
            }
          });
          await bench.sweep();
        }

        const live = await bench.act(({ tx }) => liveClocksAfter(tx, 0, lives.length));
        const running = live.filter(({ state }) => state === "running");
        // What was due at the latest hour seen may be breached; what is due by the present one must be.
        const wrong = running.filter(({ dueAt = 0, breachedAt }) =>
          breachedAt === undefined ? dueAt <= clock.now() : dueAt > latest,
        );
        expect(wrong).toEqual([]);
        const rung = bench.rung.slice(before).map((one) => `${one.clock} ${one.revision} ${one.stage}`);
        expect(new Set(rung).size).toBe(rung.length);
        expect((await checkClocks(database, calendar.zone)).drifted).toEqual([]);
        await database.transaction((tx) => tx.deleteFrom("clock").execute());
      }),
      { numRuns: Math.ceil(casesOn(engine) / atOnce), endOnFailure: true },
    );

    expect(bench.errors).toEqual([]);
    expect(lived).toBeGreaterThanOrEqual(casesOn(engine));
    expect(bench.rung.length).toBeGreaterThan(lived / 4);
  }, 300_000);
});
