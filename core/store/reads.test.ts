import { expect, test } from "vitest";
import { readOnce } from "./transactions.ts";
import { describeOnEachEngine } from "./testing/index.ts";

describeOnEachEngine("what a transaction has read", (open) => {
  test("is read once, until something is written to a table it came from", async () => {
    const database = await open();
    let reads = 0;

    const seen = await database.transaction(async (tx) => {
      const count = () =>
        readOnce(tx, "counters", ["counter"], async () => {
          reads += 1;
          return (await tx.selectFrom("counter").select("name").execute()).length;
        });
      const before = [await count(), await count()];
      await tx.insertInto("channel_pause").values({ channel: "web", bot: "b", until_at: 1 }).execute();
      const afterAnother = await count();
      await tx.insertInto("counter").values({ name: "bench", value: 1 }).execute();
      const afterInsert = await count();
      await tx.updateTable("counter").set({ name: "other" }).execute();
      await count();
      await tx.deleteFrom("counter").execute();
      return [...before, afterAnother, afterInsert, await count()];
    });

    expect(seen).toEqual([0, 0, 0, 1, 0]);
    expect(reads).toBe(4);
  });

  test("is forgotten with the transaction", async () => {
    const database = await open();
    const count = () =>
      database.transaction((tx) =>
        readOnce(
          tx,
          "counters",
          ["counter"],
          async () => (await tx.selectFrom("counter").selectAll().execute()).length,
        ),
      );
    const before = await count();
    await database.transaction((tx) =>
      tx.insertInto("counter").values({ name: "bench", value: 1 }).execute(),
    );

    expect([before, await count()]).toEqual([0, 1]);
  });
});
