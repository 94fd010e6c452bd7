import { expect, test } from "vitest";
import { openDatabase } from "./index.ts";
import { startChild } from "./testing/child.ts";
import { describeOnEachEngine } from "./testing/index.ts";

describeOnEachEngine("the programs on a database", (open, engine) => {
  test("are there while they have it open, under a name of each opening", async () => {
    const first = await open();

    const before = await first.transaction(first.programs);
    const second = await first.reopen();
    const after = await second.transaction(second.programs);

    expect([...before]).toEqual([first.self]);
    expect([...after]).toEqual([second.self]);
    expect(first.self).not.toBe(second.self);
  });

  // On SQLite there is never a second one.
  if (engine === "sqlite") return;

  test("are gone as soon as they are killed", async () => {
    const { url, dataDir } = await open.place();
    const database = await openDatabase(url, { dataDir });
    const child = startChild("openAndWait.ts", [url, dataDir]);
    await child.line("open");
    const count = async () => (await database.transaction(database.programs)).size;

    const living = await count();
    await child.kill();

    expect(living).toBe(2);
    await expect.poll(count, { timeout: 2_000 }).toBe(1);
    await database.close();
  });
});
