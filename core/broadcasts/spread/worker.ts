import { setImmediate as breathe } from "node:timers/promises";
import type { Moment } from "../../people/index.ts";
import { afterQuiet, minute, second, setAlarm } from "../../time/index.ts";
import { listNextGrid } from "../doors/listing.ts";
import { sendRecord } from "../doors/record.ts";
import { noticeAlarm } from "../alarm.ts";
import { beginning, type Notice, type NoticeId } from "../model.ts";
import { lookAfter, type Memory } from "../progress/lookAfter.ts";
import { changeNotice, holdNotice, liveNotices, noticeById } from "../store.ts";
import { spreadChunk } from "./chunk.ts";
import type { SpreadPorts } from "./ports.ts";
import { doTask } from "./tasks.ts";

/** Writes out what is to be said to many and looks after it until the last door is closed. */
export interface Spreader {
  /**
   * Does what there is to do now, bit by bit, letting everybody else go first; a second call joins the first.
   * @returns whether any notice is live.
   */
  drain(): Promise<boolean>;
}

export function createSpreader(ports: SpreadPorts): Spreader {
  let draining: Promise<boolean> | undefined;
  let again = false;
  const memory: Memory = new Map();

  async function work(): Promise<boolean> {
    let isAnyLive = false;
    try {
      while (again) {
        again = false;
        if (await drainOnce(ports, memory)) isAnyLive = true;
      }
      return isAnyLive;
    } finally {
      draining = undefined;
    }
  }

  return {
    drain() {
      again = true;
      draining ??= work();
      return draining;
    },
  };
}

/** Every live notice takes a step in turn, urgent ones until they have no more to do. @returns whether there is any. */
async function drainOnce(ports: SpreadPorts, memory: Memory): Promise<boolean> {
  const resting = new Set<NoticeId>();
  let isAnyLive = false;
  while (!ports.isStopping()) {
    const live = await ports.database.transaction((tx) => liveNotices(tx));
    const next = live.find((id) => !resting.has(id));
    if (next === undefined) break;
    isAnyLive = true;
    if (!(await step(ports, next, memory))) resting.add(next);
    await breathe();
  }
  return isAnyLive;
}

/** @returns false when a notice has nothing more to do for now. */
async function step(ports: SpreadPorts, id: NoticeId, memory: Memory): Promise<boolean> {
  try {
    const goesOn = await ports.database.transaction(async (tx) => {
      const notice = await holdNotice(tx, id);
      return notice !== undefined && (await stepIn(ports, ports.momentOf(tx), notice, memory));
    });
    if (goesOn) return true;
    const notice = await ports.database.transaction((tx) => noticeById(tx, id));
    if (notice && notice.recordFor !== null) await sendRecord(ports, notice);
    return false;
  } catch (error) {
    ports.report(error, id);
    return false;
  }
}

async function stepIn(ports: SpreadPorts, moment: Moment, notice: Notice, memory: Memory): Promise<boolean> {
  const { tx } = moment;
  const { task, state, isUrgent } = notice;
  if (task) {
    await doTask(tx, notice, task);
    return true;
  }
  if (state === "spreading" && notice.phase !== "spread") {
    await spreadChunk(ports, moment, notice);
    // A long one shows how it goes between two chunks.
    await lookAfter(ports, moment, notice, memory);
    return true;
  }
  if (state === "sending" && (await holdForNight(moment, notice))) return true;
  if (isUrgent && state !== "cancelled" && (await listDoors(ports, moment, notice))) return true;
  await lookAfter(ports, moment, notice, memory);
  return false;
}

/** What is not urgent and not out by evening waits for the morning. */
async function holdForNight({ tx, now, calendar }: Moment, notice: Notice): Promise<boolean> {
  const wakesAt = afterQuiet(now, calendar.zone, calendar.quiet);
  if (notice.isUrgent || wakesAt <= now || (notice.holdUntil ?? 0) > now) return false;
  await changeNotice(tx, notice.id, {
    holdUntil: wakesAt,
    task: { kind: "hold", until: wakesAt, ...beginning },
  });
  return true;
}

/** When all of an urgent notice is written its time begins: what it takes to say it to everybody, and the time to answer. */
async function listDoors(ports: SpreadPorts, moment: Moment, notice: Notice): Promise<boolean> {
  const { tx, now } = moment;
  if (notice.closedAt !== null) return false;
  if (notice.dueAt !== null) return listNextGrid(moment, notice);
  const slowest = Math.min(...ports.routes.map((route) => ports.capsOf(route)?.rates.perSecond ?? Infinity));
  const dueAt = now + (notice.answerMinutes ?? 0) * minute + Math.ceil(notice.people / slowest) * second;
  await changeNotice(tx, notice.id, { dueAt });
  await setAlarm(tx, {
    key: `notice ${notice.id} due`,
    kind: noticeAlarm,
    subject: `${notice.id} due`,
    fireAt: dueAt,
  });
  return true;
}
