import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { openDatabase, sql, takeNext, type Database } from "./index.ts";
import { describeOnEachEngine, describeOnPostgresql } from "./testing/index.ts";

async function count(database: Database): Promise<number> {
  const row = await database.transaction((tx) =>
    tx.selectFrom("counter").select("value").executeTakeFirstOrThrow(),
  );
  return row.value;
}

describeOnEachEngine("transactions that see nothing of each other", (open) => {
  test("come out as one after the other, however often one is done again", async () => {
    const database = await open();
    await database.transaction((tx) => tx.insertInto("counter").values({ name: "told", value: 0 }).execute());
    const addOne = () =>
      database.transaction(
        async (tx) => {
          const { value } = await tx.selectFrom("counter").select("value").executeTakeFirstOrThrow();
          await wait(5);
          await tx
            .updateTable("counter")
            .set({ value: value + 1 })
            .execute();
        },
        { isolated: true },
      );

    await Promise.all(Array.from({ length: 8 }, addOne));

    expect(await count(database)).toBe(8);
  });

  test("take numbers side by side, each its own, and none begins again for it", async () => {
    const database = await open();
    let begun = 0;
    const takeOne = () =>
      database.transaction(
        async (tx) => {
          begun += 1;
          await tx.selectFrom("counter").select("value").execute();
          const number = await takeNext(tx, "told", 1001);
          await wait(5);
          return number;
        },
        { isolated: true },
      );

    const numbers = await Promise.all(Array.from({ length: 12 }, takeOne));

    expect(numbers.toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 12 }, (_, index) => 1001 + index),
    );
    expect(begun).toBe(12);
  });

  test("throw what is their own fault at once", async () => {
    const database = await open();
    let tries = 0;

    const broken = database.transaction(
      () => {
        tries += 1;
        return Promise.reject(new Error("broken"));
      },
      { isolated: true },
    );

    await expect(broken).rejects.toThrow("broken");
    expect(tries).toBe(1);
  });
});

describeOnPostgresql("two programs on a database", (open) => {
  async function openTwo() {
    const one = await open();
    const other = await openDatabase(one.url, one);
    return { one, other };
  }

  test("hold a name one after the other, and only as long as a transaction lasts", async () => {
    const { one, other } = await openTwo();
    const order: string[] = [];
    const held = Promise.withResolvers<void>();

    const first = one.transaction(async (tx) => {
      await one.hold(tx, "lease paper/bot");
      held.resolve();
      const [another, same] = await other.transaction(async (second) => [
        await other.tryToHold(second, "lease paper/other"),
        await other.tryToHold(second, "lease paper/bot"),
      ]);
      order.push(`another ${another} same ${same}`);
      await wait(50);
      order.push("first ends");
    });
    await held.promise;
    await other.transaction(async (tx) => {
      await other.hold(tx, "lease paper/bot");
      order.push("second holds");
    });
    await first;
    await other.close();

    expect(order).toEqual(["another true same false", "first ends", "second holds"]);
  });

  test("go on when one has changed a table that the other has read before", async () => {
    const { one, other } = await openTwo();
    const read = () => one.transaction((tx) => tx.selectFrom("counter").selectAll().execute());
    const readIsolated = () =>
      one.transaction((tx) => tx.selectFrom("counter").selectAll().execute(), { isolated: true });
    await read();
    await other.transaction((tx) => sql`ALTER TABLE "counter" ADD COLUMN remark TEXT`.execute(tx));

    const again = await readIsolated();
    await other.transaction((tx) => sql`ALTER TABLE "counter" DROP COLUMN remark`.execute(tx));
    const [first, second] = [await read().catch(String), await read()];
    await other.close();

    expect([again, second]).toEqual([[], []]);
    expect(first).toContain("cached plan");
  });

  test("hear what the other tells when it has committed, and not what they tell themselves", async () => {
    const { one, other } = await openTwo();
    const [heardByOne, heardByOther]: [string[], string[]] = [[], []];
    one.listen((topic) => heardByOne.push(topic));
    other.listen((topic) => heardByOther.push(topic));

    const undone = one.transaction(async (tx) => {
      await one.notify(tx, "never");
      throw new Error("rolled back");
    });
    await expect(undone).rejects.toThrow("rolled back");
    await one.transaction((tx) => one.notify(tx, "outbox telegram/7"));

    await expect.poll(() => heardByOther).toEqual(["outbox telegram/7"]);
    await other.close();
    expect(heardByOne).toEqual([]);
  });

  test("hear again after their connection broke", async () => {
    const { one, other } = await openTwo();
    const heard: string[] = [];
    other.listen((topic) => heard.push(topic));

    await one.transaction((tx) =>
      sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND application_name = 'diantong presence'`.execute(tx),
    );
    const tell = () => one.transaction((tx) => one.notify(tx, "inbox"));
    await expect
      .poll(
        async () => {
          await tell();
          return heard.length;
        },
        { timeout: 5_000 },
      )
      .toBeGreaterThan(0);
    await other.close();

    expect(heard[0]).toBe("inbox");
  });
});
