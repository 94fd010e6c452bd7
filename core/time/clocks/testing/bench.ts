import type { Database, Tx } from "../../../store/index.ts";
import { day, hour } from "../../clock.ts";
import { createCalendar } from "../../saying.ts";
import { sweepAlarms } from "../../sweep.ts";
import { createManualClock, type ManualClock } from "../../testing/manualClock.ts";
import { checkClocks } from "../drift.ts";
import type { Clock, Stage } from "../reckon.ts";
import { ringClock } from "../ring.ts";
import { startClock, type ClockMoment, type Start } from "../service.ts";
import { clocksOf } from "../store.ts";
import { everything, insertPolicy, type Policy, type Terms } from "../policies.ts";

export const calendar = createCalendar("Asia/Shanghai");

/** 24 hours, with every stage there is. */
export const dayLong: Terms = {
  targetMs: day,
  hours: "natural",
  stages: { half: true, beforeMs: [4 * hour, hour], againEveryMs: day },
};

/** Something that rang: which clock, in which revision, at which stage, when. */
export interface Rung {
  readonly clock: number;
  readonly revision: number;
  readonly stage: Stage;
  readonly at: number;
}

/** Clocks on a database, with a time that moves when told and a list of what rang. */
export interface ClockBench {
  readonly rung: readonly Rung[];
  readonly errors: readonly unknown[];
  /** Does something to clocks in a transaction, now. */
  act<T>(work: (moment: ClockMoment) => Promise<T>): Promise<T>;
  start(start?: Partial<Start>): Promise<Clock>;
  /** The newest clock about something. */
  read(subject?: string): Promise<Clock>;
  /** Rings what is due, once. @param skew how much this sweeper's clock is fast. */
  sweep(skew?: number): Promise<number>;
  /** What a stage brings about, beside being noted. */
  onStage: (moment: ClockMoment, clock: Clock, stage: Stage) => Promise<void>;
}

export function clockBench(database: Database, clock: ManualClock): ClockBench {
  const rung: Rung[] = [];
  const errors: unknown[] = [];
  const momentIn = (tx: Tx, now: number): ClockMoment => ({ tx, now, calendar });
  const bench: ClockBench = {
    rung,
    errors,
    act: (work) => database.transaction((tx) => work(momentIn(tx, clock.now()))),
    start: (start = {}) => bench.act((moment) => startClock(moment, { ...usual, ...start })),
    read: (subject = usual.subject) =>
      bench.act(async ({ tx }) => {
        const [newest] = await clocksOf(tx, subject);
        if (!newest) throw new Error(`no clock is about ${subject}`);
        return newest;
      }),
    onStage: () => Promise.resolve(),
    sweep: (skew = 0) =>
      sweepAlarms({
        database,
        clock: { now: () => clock.now() + skew },
        report: (error) => errors.push(error),
        async ring(tx, alarm, now) {
          const moment = momentIn(tx, now);
          const here: Rung[] = [];
          await ringClock(moment, alarm.subject, async (found, stage) => {
            here.push({ clock: found.id, revision: found.revision, stage, at: now });
            await bench.onStage(moment, found, stage);
          });
          rung.push(...here);
        },
      }),
  };
  return bench;
}

const usual: Start = {
  subject: "ticket 1001",
  kind: "answer",
  cycle: 1,
  scopes: ["grid", "village", "town"],
  matter: "lamp",
  usual: dayLong,
  reason: "filed",
};

/** Such clocks at a moment, with what tests of them ask again and again. */
export function openClocks<Of extends Database>(database: Of, at: number) {
  const clock = createManualClock(at);
  const bench = clockBench(database, clock);
  const stages = () => bench.rung.map(({ stage }) => stage);
  const drifted = async () => (await checkClocks(database, calendar.zone)).drifted;
  const policy = (changes: Partial<Policy>) => {
    const terms = { ...dayLong, scope: "town", clock: "answer", matter: everything };
    return bench.act(({ tx, now }) =>
      insertPolicy(tx, { ...terms, reason: "", madeBy: "admin", ...changes }, now),
    );
  };
  return { database, clock, bench, stages, drifted, policy };
}
