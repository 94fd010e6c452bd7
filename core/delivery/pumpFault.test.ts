import { expect, test } from "vitest";
import { createPaperAdapter, paperCaps } from "../channel/testing/paperAdapter.ts";
import type { Database } from "../store/index.ts";
import { describeOnEachEngine } from "../store/testing/index.ts";
import { createManualClock } from "../time/testing/manualClock.ts";
import type { Lane } from "./model.ts";
import { createPost } from "./post.ts";
import { createPump } from "./pump.ts";

/** The same database, except that the next transactions that need not be durable fail. */
function failing(database: Database, times: number): Database {
  let left = times;
  return {
    ...database,
    transaction: (work, settings) => {
      if (settings !== undefined || left === 0) return database.transaction(work, settings);
      left -= 1;
      return Promise.reject(new Error("disk full (as the test wished)"));
    },
  };
}

/** The same database, except that the connection is lost right after the first durable commit. */
function forgetful(database: Database): Database {
  let isLost = false;
  return {
    ...database,
    transaction: async (work, settings) => {
      const result = await database.transaction(work, settings);
      if (settings?.durable !== true || isLost) return result;
      isLost = true;
      throw new Error("connection lost (as the test wished)");
    },
  };
}

/** The same database, closed once something was leased. */
function closing(database: Database): Database {
  return {
    ...database,
    transaction: async (work, settings) => {
      const result = await database.transaction(work, settings);
      if (settings?.durable === true) await database.close();
      return result;
    },
  };
}

describeOnEachEngine("the pump while the database fails", (open) => {
  async function openFaulty(faulty: (database: Database) => Database) {
    const database = await open();
    const clock = createManualClock();
    const adapter = createPaperAdapter();
    const post = createPost({ clock, capsOf: () => paperCaps, written: () => undefined });
    const pump = createPump({
      database: faulty(database),
      clock,
      adapter,
      owner: database.self,
      gone: () => Promise.resolve(),
      moved: () => Promise.resolve(),
      rejected: () => undefined,
      report: () => undefined,
    });
    const blocks = [{ type: "text", text: "您好" }] as const;
    const say = (lane: Lane) =>
      database.transaction((tx) => post(tx, { key: lane, address: `paper/bot/${lane}`, lane, blocks }));
    return { database, clock, adapter, pump, say };
  }

  test("an outcome that cannot be written down is written down later, and the message is not said again", async () => {
    const stage = await openFaulty((database) => failing(database, 2));
    await stage.say("reply");

    await stage.pump.drain();

    const states = await stage.database.transaction((tx) =>
      tx.selectFrom("outbox").select("state").execute(),
    );
    expect(states).toEqual([{ state: "sent" }]);
    expect(stage.adapter.sent.map(({ key }) => key)).toEqual(["reply"]);
  });

  test("what was leased without our knowing is sent a few seconds later, notices to many too", async () => {
    const stage = await openFaulty(forgetful);
    for (const lane of ["reply", "bulk"] as const) await stage.say(lane);

    await expect(stage.pump.drain()).rejects.toThrow("connection lost");
    await stage.pump.recover();
    await stage.pump.drain();
    const early = stage.adapter.sent.length;
    stage.clock.pass(5_000);
    await stage.pump.recover();
    await stage.pump.drain();

    expect(early).toBe(0);
    expect(stage.adapter.sent.map(({ key }) => key)).toEqual(["reply", "bulk"]);
  });

  test("where the database is closed for good the end does not wait for it", async () => {
    const stage = await openFaulty(closing);
    await stage.say("reply");

    await expect(stage.pump.drain()).rejects.toThrow("The database is closed");
  });
});
