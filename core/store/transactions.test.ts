import { expect, test } from "vitest";
import { afterCommit, sql, type Tx } from "./index.ts";
import { describeOnEachEngine } from "./testing/index.ts";

async function put(tx: Tx, name: string, value: number): Promise<void> {
  await tx
    .insertInto("counter")
    .values({ name, value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
    .execute();
}

async function valueOf(tx: Tx, name: string): Promise<number | undefined> {
  const row = await tx.selectFrom("counter").select("value").where("name", "=", name).executeTakeFirst();
  return row?.value;
}

describeOnEachEngine("a transaction", (open, engine) => {
  test.each([{ durable: false }, { durable: true }])("keeps what it wrote (%o)", async (options) => {
    const database = await open();

    await database.transaction((tx) => put(tx, "ticket", 7), options);

    expect(await database.transaction((tx) => valueOf(tx, "ticket"))).toBe(7);
  });

  test("keeps what it wrote across a restart", async () => {
    const database = await open();
    await database.transaction((tx) => put(tx, "ticket", 7));

    const again = await database.reopen();

    expect(await again.transaction((tx) => valueOf(tx, "ticket"))).toBe(7);
  });

  test("that throws leaves nothing behind, and its error arrives unchanged", async () => {
    const database = await open();
    const trouble = new Error("the lamp fell");

    const turn = database.transaction(async (tx) => {
      await put(tx, "ticket", 7);
      throw trouble;
    });

    await expect(turn).rejects.toBe(trouble);
    expect(await database.transaction((tx) => valueOf(tx, "ticket"))).toBeUndefined();
  });

  test("whose statement failed is not committed even when the error was caught", async () => {
    const database = await open();
    const turn = database.transaction(async (tx) => {
      await put(tx, "ticket", 7);
      await sql`SELECT lamp FROM nowhere`.execute(tx).catch(() => undefined);
    });

    await expect(turn).rejects.toThrow("nowhere");
    expect(await database.transaction((tx) => valueOf(tx, "ticket"))).toBeUndefined();
  });

  test("inside another is refused at once instead of waiting for ever", async () => {
    const database = await open();

    const outer = database.transaction(async () => {
      await database.transaction(async () => undefined);
    });

    await expect(outer).rejects.toThrow("A transaction is already running here");
  });

  test("cannot be used after it ended", async () => {
    const database = await open();
    const kept: Tx[] = [];
    await database.transaction(async (tx) => {
      kept.push(tx);
    });
    const [ended] = kept;
    if (ended === undefined) throw new Error("no tx was kept");

    await expect(put(ended, "ticket", 1)).rejects.toThrow("This transaction has ended");
    expect(() => afterCommit(ended, () => undefined)).toThrow("this one has ended");
  });

  test("waits for the one before it, in the order of asking", async () => {
    const database = await open();
    const order: string[] = [];
    const turn = (name: string) =>
      database.transaction(async (tx) => {
        await put(tx, "same row", order.length);
        order.push(`${name} begins`);
        await new Promise((done) => setTimeout(done, 5));
        order.push(`${name} ends`);
      });

    const first = turn("first");
    if (engine === "postgresql") await new Promise((done) => setTimeout(done, 50));
    await Promise.all([first, turn("second")]);

    const expected = ["first begins", "first ends", "second begins", "second ends"];
    expect(engine === "sqlite" ? order : [...order].sort()).toEqual(expected);
  });

  test("nudges after commit, may open the next transaction there, and never nudges after a rollback", async () => {
    const database = await open();
    const heard = new Promise<number | undefined>((resolve) => {
      void database.transaction(async (tx) => {
        afterCommit(tx, async () => resolve(await database.transaction((next) => valueOf(next, "ticket"))));
        await put(tx, "ticket", 9);
      });
    });
    let wrongly = false;
    const failing = database.transaction(async (tx) => {
      afterCommit(tx, () => (wrongly = true));
      throw new Error("no");
    });

    await expect(failing).rejects.toThrow("no");
    expect(await heard).toBe(9);
    expect(wrongly).toBe(false);
  });

  test("reports a failing nudge and stands", async () => {
    const errors: unknown[] = [];
    const log = { info: () => undefined, error: (details: object) => void errors.push(details) };
    const database = await open({ log });

    const result = await database.transaction(async (tx) => {
      afterCommit(tx, () => {
        throw new Error("deaf");
      });
      return "done";
    });
    await new Promise((done) => setTimeout(done, 1));

    expect(result).toBe("done");
    expect(errors).toEqual([{ err: new Error("deaf") }]);
  });

  test("is refused once the database is closed", async () => {
    const database = await open();
    await database.close();

    await expect(database.transaction(async () => 1)).rejects.toThrow("The database is closed");
  });

  if (engine === "postgresql")
    test("whose connection breaks between two statements fails, and the next one has another", async () => {
      const database = await open();
      const cut = Promise.withResolvers<number>();
      const goesOn = Promise.withResolvers<void>();

      const broken = database.transaction(async (tx) => {
        const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(tx);
        cut.resolve(rows[0]?.pid ?? 0);
        await goesOn.promise;
        await put(tx, "ticket", 7);
      });
      const pid = await cut.promise;
      await database.transaction((tx) => sql`SELECT pg_terminate_backend(${pid})`.execute(tx));
      await new Promise((done) => setTimeout(done, 100));
      goesOn.resolve();

      await expect(broken).rejects.toThrow();
      expect(await database.transaction((tx) => valueOf(tx, "ticket"))).toBe(undefined);
    });
});

describeOnEachEngine("a value", (open) => {
  test("of every portable kind comes back as it was", async () => {
    const database = await open();
    const texts = ["", "路灯 🏮 'quoted' \\ % _", "e\u0301", "\u200F\u200D"];

    await database.transaction(async (tx) => {
      for (const [index, text] of texts.entries()) await put(tx, text, index);
      await tx
        .insertInto("alarm")
        .values({ key: "a", kind: "k", subject: "s", fire_at: Number.MAX_SAFE_INTEGER })
        .execute();
    });

    const rows = await database.transaction((tx) =>
      tx.selectFrom("counter").select("name").orderBy("value").execute(),
    );
    const alarm = await database.transaction((tx) =>
      tx.selectFrom("alarm").selectAll().executeTakeFirstOrThrow(),
    );
    expect(rows.map(({ name }) => name)).toEqual(texts);
    expect(alarm).toEqual({
      key: "a",
      kind: "k",
      subject: "s",
      fire_at: Number.MAX_SAFE_INTEGER,
      fired_at: null,
    });
  });

  test.each([
    ["text with NUL", "a\0b", 1],
    ["NaN", "a", Number.NaN],
    ["a number too large to be exact", "a", 2 ** 53],
    ["a boolean", "a", true as unknown as number],
  ])("that the engines would store differently is refused: %s", async (_kind, name, value) => {
    const database = await open();

    await expect(database.transaction((tx) => put(tx, name, value))).rejects.toThrow("The store cannot hold");
  });

  test("counted or summed is a number", async () => {
    const database = await open();

    const answer = await database.transaction(async (tx) => {
      await put(tx, "a", 2);
      await put(tx, "b", 3);
      return await tx
        .selectFrom("counter")
        .select([tx.fn.countAll().as("count"), tx.fn.sum("value").as("sum")])
        .executeTakeFirstOrThrow();
    });

    expect(answer).toEqual({ count: 2, sum: 5 });
  });

  test("changed by an update says how many rows it changed", async () => {
    const database = await open();

    const changed = await database.transaction(async (tx) => {
      await put(tx, "a", 2);
      return await tx.updateTable("counter").set({ value: 3 }).where("name", "=", "a").executeTakeFirst();
    });

    expect(changed.numUpdatedRows).toBe(1n);
  });
});
