import { paperCaps } from "../../channel/testing/paperAdapter.ts";
import { createPost } from "../../delivery/index.ts";
import { addUnits } from "../../org/index.ts";
import type { Moment } from "../../people/index.ts";
import type { Database, Tx } from "../../store/index.ts";
import type { TestDatabase } from "../../store/testing/index.ts";
import { createCalendar } from "../../time/index.ts";
import { createManualClock } from "../../time/testing/manualClock.ts";
import { ringNotice } from "../compose/begin.ts";
import { batchesOf, type Notice } from "../model.ts";
import { standingOf } from "../progress/service.ts";
import type { SpreadPorts } from "../spread/ports.ts";
import { createSpreader } from "../spread/worker.ts";
import { changeNotice, insertNotice, noticeById } from "../store.ts";

export const route = "paper/bot";
export const grids = ["village-G1", "village-G2", "village-G3"] as const;

/** A small village whose notices are written by spreaders that can be killed. */
export async function openSpread(open: () => Promise<TestDatabase>) {
  const database = await open();
  const clock = createManualClock();
  const capsOf = (of: string) => (of === route ? paperCaps : undefined);
  const post = createPost({ clock, capsOf, written: () => undefined });
  const momentOf = (tx: Tx): Moment => ({
    tx,
    now: clock.now(),
    post,
    calendar: createCalendar("Asia/Shanghai"),
    draw: () => 0,
  });
  await database.transaction((tx) =>
    addUnits(tx, [
      { code: "town", name: "某镇", kind: "township", parent: null },
      { code: "village", name: "某村", kind: "village", parent: "town" },
      ...grids.map((code) => ({ code, name: code.slice(-2), kind: "grid" as const, parent: "village" })),
    ]),
  );
  const spreaderOn = (of: Pick<Database, "transaction">, given: Partial<SpreadPorts> = {}) =>
    createSpreader({
      database: of,
      momentOf,
      routes: [route],
      capsOf,
      written: () => undefined,
      keepTable: () => Promise.resolve(`${"0".repeat(64)}.csv`),
      isStopping: () => false,
      report: (error) => {
        if (!(error instanceof Death)) throw error;
      },
      ...given,
    });

  async function begin(given: Partial<Notice> = {}): Promise<number> {
    return database.transaction(async (tx) => {
      const { id } = await insertNotice(
        tx,
        {
          sourceKey: `test ${given.words ?? ""} ${clock.now()}`,
          madeBy: "nobody",
          unit: "village",
          audience: given.audience ?? { units: ["village"], roles: [], channels: [], tags: [] },
          words: given.words ?? "停水",
          files: [],
          isUrgent: given.isUrgent ?? false,
          state: "planned",
          review: "none",
          reviewer: null,
          startAt: clock.now(),
          repeats: null,
          answerMinutes: 30,
          people: given.people ?? 0,
          origin: null,
        },
        clock.now(),
      );
      await changeNotice(tx, id, { state: "planned" });
      await ringNotice(momentOf(tx), `${id} start`);
      return id;
    });
  }

  return {
    database,
    clock,
    momentOf,
    spreaderOn,
    begin,
    noticeOf: (id: number) => database.transaction((tx) => noticeById(tx, id)),
    counts: (id: number) =>
      database.transaction(async (tx) => {
        const notice = await noticeById(tx, id);
        if (!notice) throw new Error("no such notice");
        return (await standingOf(momentOf(tx), notice)).counts;
      }),
    /** The chats that have a message of a notice, one for each message. */
    chats: (id: number) =>
      database.transaction(async (tx) => {
        const rows = await tx
          .selectFrom("outbox")
          .select("address")
          .where("batch", "in", batchesOf(id))
          .orderBy("address")
          .execute();
        return rows.map(({ address }) => address);
      }),
  };
}

export type OpenSpread = Awaited<ReturnType<typeof openSpread>>;

/** What a program that is killed throws everywhere. */
export class Death extends Error {}

/**
 * A database that dies: after so many transactions, either before the next one begins or in the middle of it, so that it is
 * rolled back.
 */
export function mortal(database: Database, lives: number, isInside: boolean): Pick<Database, "transaction"> {
  let left = lives;
  return {
    async transaction(work, options) {
      left -= 1;
      if (left >= 0) return database.transaction(work, options);
      if (!isInside || left < -1) throw new Death("killed");
      return database.transaction(async (tx) => {
        await work(tx);
        throw new Death("killed in the middle");
      }, options);
    },
  };
}
