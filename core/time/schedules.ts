import { Cron } from "croner";
import type { Database, Tx } from "../store/index.ts";
import type { TimeSource } from "./clock.ts";

/** Something to do at every slot of a pattern, once each, also when the program was down at that moment. */
export interface Schedule {
  readonly name: string;
  /** In cron's words, in the installation's time zone: "0 7 * * *". */
  readonly pattern: string;
  /** After downtime: every slot that was missed, or the last one only. */
  readonly catchUp: "each" | "last";
  /** A slot that was missed by more is left out. */
  readonly latestMs?: number;
  /**
   * What takes long and only reads: done before the slot is marked, outside of any transaction, maybe by several at once.
   * @returns false where it could not be finished: the slot is left for later.
   */
  readonly before?: () => Promise<boolean>;
  /** What is done, in the transaction that marks the slot done. */
  readonly run: (tx: Tx, slot: number) => Promise<void>;
}

export interface SchedulePorts {
  readonly database: Pick<Database, "transaction">;
  readonly clock: TimeSource;
  readonly timeZone: string;
  readonly report: (error: unknown, schedule: string) => void;
}

/** More missed slots than these are not looked for. */
const mostMissed = 60;

/**
 * Does what is due of every schedule; several at once do each slot once. A schedule seen for the first time begins with
 * its next slot: what was due before it was there was never promised.
 * @returns how many slots were done.
 */
export async function runSchedules(ports: SchedulePorts, schedules: readonly Schedule[]): Promise<number> {
  let done = 0;
  for (const schedule of schedules) {
    try {
      done += await runSchedule(ports, schedule);
    } catch (error) {
      ports.report(error, schedule.name);
    }
  }
  return done;
}

async function runSchedule(
  { database, clock, timeZone }: SchedulePorts,
  schedule: Schedule,
): Promise<number> {
  const now = clock.now();
  const [newest] = slotsBefore(schedule, timeZone, now, 1);
  if (newest === undefined) return 0;
  const last = await database.transaction((tx) => lastSlot(tx, schedule.name));
  if (last === undefined) {
    await database.transaction((tx) => claim(tx, schedule.name, newest, now));
    return 0;
  }
  if (newest <= last) return 0;
  const missed = slotsBefore(schedule, timeZone, now, mostMissed)
    .filter((slot) => slot > last)
    .toReversed();
  const due = (schedule.catchUp === "last" ? missed.slice(-1) : missed).filter(
    (slot) => schedule.latestMs === undefined || now - slot <= schedule.latestMs,
  );
  let done = 0;
  for (const slot of due) {
    if ((await schedule.before?.()) === false) return done;
    const isDone = await database.transaction(
      async (tx) => {
        if (!(await claim(tx, schedule.name, slot, now))) return false;
        await schedule.run(tx, slot);
        return true;
      },
      { isolated: true },
    );
    if (isDone) done += 1;
  }
  return done;
}

/** The newest slots up to a moment, the newest first. */
function slotsBefore({ pattern }: Schedule, timeZone: string, now: number, count: number): readonly number[] {
  const cron = new Cron(pattern, { timezone: timeZone, paused: true });
  // What falls on this very moment is due, and croner gives what is earlier only.
  const slots = cron.previousRuns(count + 1, new Date(now + 1_000)).map((slot) => slot.getTime());
  return slots.filter((slot) => slot <= now).slice(0, count);
}

async function lastSlot(tx: Tx, schedule: string): Promise<number | undefined> {
  const row = await tx
    .selectFrom("schedule_run")
    .select("slot")
    .where("schedule", "=", schedule)
    .orderBy("slot", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.slot;
}

/** @returns false when somebody else has done this slot. */
async function claim(tx: Tx, schedule: string, slot: number, now: number): Promise<boolean> {
  const result = await tx
    .insertInto("schedule_run")
    .values({ schedule, slot, ran_at: now })
    .onConflict((conflict) => conflict.columns(["schedule", "slot"]).doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
}
