import { expect, test } from "vitest";
import { describeOnSqlite } from "../store/testing/index.ts";
import { createRowWork, type RowWorkPorts } from "./rowWork.ts";

interface Row {
  readonly id: string;
}

describeOnSqlite("work that goes by rows", (open) => {
  /** Rows kept in a list; each is done when its `finish` is called. */
  async function begin(atOnce: number, perform?: RowWorkPorts<Row>["perform"]) {
    const waiting = new Set<string>();
    const begun: string[] = [];
    const ends = new Map<string, () => void>();
    const work = createRowWork<Row>({
      database: await open(),
      clock: { now: () => 1 },
      atOnce,
      idOf: ({ id }) => id,
      due: (_tx, _claimant, limit) => Promise.resolve(Array.from(waiting).slice(0, limit)),
      claim: (_tx, id) => Promise.resolve(waiting.has(id) ? { id } : undefined),
      perform:
        perform ??
        (async ({ id }, stopped) => {
          begun.push(id);
          const { promise, resolve } = Promise.withResolvers<"done">();
          ends.set(id, () => resolve("done"));
          if ((await Promise.race([promise, stopped])) === "done") waiting.delete(id);
          return undefined;
        }),
    });
    return { work, waiting, begun, finish: (id: string) => ends.get(id)?.() };
  }

  test("nothing due is said to be nothing", async () => {
    const { work } = await begin(2);

    expect(await work.drain()).toBe(false);
  });

  test("so many are done side by side and no more, each once, also those that come meanwhile", async () => {
    const { work, waiting, begun, finish } = await begin(2);
    for (const id of ["a", "b", "c"]) waiting.add(id);

    const drained = work.drain();
    await expect.poll(() => begun).toEqual(["a", "b"]);
    waiting.add("d");
    const joined = work.drain();
    finish("a");
    await expect.poll(() => begun).toEqual(["a", "b", "c"]);
    finish("b");
    await expect.poll(() => begun).toEqual(["a", "b", "c", "d"]);
    finish("c");
    finish("d");

    expect([await drained, await joined]).toEqual([true, true]);
    expect([begun, waiting.size]).toEqual([["a", "b", "c", "d"], 0]);
  });

  test("one row by its id is not done beside itself", async () => {
    const { work, waiting, begun, finish } = await begin(2);
    waiting.add("a");

    const first = work.work("a");
    await expect.poll(() => begun).toEqual(["a"]);
    await work.work("a");
    finish("a");
    await first;

    expect(begun).toEqual(["a"]);
  });

  test("what is stopped is left for the next life, and nothing is begun any more", async () => {
    const { work, waiting, begun } = await begin(1);
    waiting.add("a").add("b");

    const drained = work.drain();
    await expect.poll(() => begun).toEqual(["a"]);
    work.stop();
    await drained;

    expect(begun).toEqual(["a"]);
    expect(Array.from(waiting)).toEqual(["a", "b"]);
    expect(await work.work("b")).toBeUndefined();
  });

  test("what a row throws is the drain's to throw", async () => {
    const { work, waiting } = await begin(1, () => Promise.reject(new Error("broken")));
    waiting.add("a");

    await expect(work.drain()).rejects.toThrow("broken");
  });
});
