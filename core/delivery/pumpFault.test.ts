import { expect, test } from "vitest";
import { createPaperAdapter, paperCaps } from "../channel/testing/paperAdapter.ts";
import type { Database } from "../store/index.ts";
import { describeOnEachEngine } from "../store/testing/index.ts";
import { createManualClock } from "../time/testing/manualClock.ts";
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

describeOnEachEngine("the pump while the database fails", (open) => {
  test("an outcome that cannot be written down is the drain's error, not the end of the program", async () => {
    const database = await open();
    const clock = createManualClock();
    const adapter = createPaperAdapter();
    const post = createPost({ clock, capsOf: () => paperCaps, written: () => undefined });
    const pump = createPump({
      database: failing(database, 1),
      clock,
      adapter,
      owner: "one",
      gone: () => Promise.resolve(),
      moved: () => Promise.resolve(),
      rejected: () => undefined,
      report: () => undefined,
    });
    const blocks = [{ type: "text", text: "您好" }] as const;
    await database.transaction((tx) =>
      post(tx, { key: "k1", address: "paper/bot/wang", lane: "reply", blocks }),
    );

    await expect(pump.drain()).rejects.toThrow("disk full");
    clock.pass(120_000);
    await pump.recover();
    await pump.drain();

    const states = await database.transaction((tx) => tx.selectFrom("outbox").select("state").execute());
    expect(states).toEqual([{ state: "sent" }]);
    expect(adapter.sent.map(({ key }) => key)).toEqual(["k1", "k1"]);
  });
});
