import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { openDatabase } from "../store/index.ts";
import { describeOnPostgresql, type TestDatabase } from "../store/testing/index.ts";
import { systemClock } from "../time/index.ts";
import { addressOf } from "./address.ts";
import { createInbox } from "./inbox.ts";
import { storeArrivals, type Arrival } from "./store.ts";
import { paperEvent } from "./testing/paperAdapter.ts";
import { createInboxWorker, type InboxWorkerPorts } from "./worker.ts";

const chats = 6;
const each = 8;

describeOnPostgresql("several programs on one inbox", (open) => {
  /** Workers of programs of their own, on one database. */
  async function openWorkers(
    count: number,
    ports: Pick<InboxWorkerPorts, "turn"> & Partial<InboxWorkerPorts>,
  ) {
    const database = await open();
    const errors: unknown[] = [];
    const inbox = createInbox({
      database,
      clock: systemClock,
      arrived: () => undefined,
      report: () => undefined,
    });
    const others = await Promise.all(
      Array.from({ length: count - 1 }, () => openDatabase(database.url, database)),
    );
    const workers = [database, ...others].map((own) =>
      createInboxWorker({
        database: own,
        clock: systemClock,
        parked: () => expect.unreachable(),
        report: (error) => errors.push(error),
        ...ports,
      }),
    );
    const drainAll = () => Promise.all(workers.map((worker) => worker.drain()));
    const close = () => Promise.all(others.map((other) => other.close()));
    return { database, inbox, workers, drainAll, close, errors };
  }

  async function isEmpty(database: TestDatabase): Promise<boolean> {
    const rows = await database.transaction((tx) =>
      tx.selectFrom("inbox").select("id").where("state", "=", "waiting").execute(),
    );
    return rows.length === 0;
  }

  test("a chat's messages are dealt with in order and one at a time, each once, while chats go side by side", async () => {
    const turns: string[] = [];
    const underWay = new Set<string>();
    let most = 0;
    const turn = async (_tx: unknown, { event }: Arrival): Promise<void> => {
      const address = addressOf(event);
      expect(underWay.has(address)).toBe(false);
      underWay.add(address);
      most = Math.max(most, underWay.size);
      await wait(3);
      underWay.delete(address);
      turns.push(event.body.type === "text" ? event.body.text : "");
    };
    const { database, inbox, drainAll, close, errors } = await openWorkers(4, { turn });
    const said = Array.from(
      { length: chats * each },
      (_, index) => `${index % chats} ${Math.floor(index / chats)}`,
    );

    for (const text of said) await inbox.accept([paperEvent(text, { chat: text.split(" ")[0] ?? "" })]);
    while (!(await isEmpty(database))) await drainAll();
    await close();

    expect(errors).toEqual([]);
    expect(most).toBeGreaterThan(1);
    for (let chat = 0; chat < chats; chat += 1)
      expect(turns.filter((text) => text.startsWith(`${chat} `))).toEqual(
        Array.from({ length: each }, (_, index) => `${chat} ${index}`),
      );
  });

  test("what two turns change at once is changed as if one came after the other", async () => {
    const turn: InboxWorkerPorts["turn"] = async (tx) => {
      const { value } = await tx.selectFrom("counter").select("value").executeTakeFirstOrThrow();
      await wait(10);
      await tx
        .updateTable("counter")
        .set({ value: value + 1 })
        .execute();
    };
    const { database, inbox, drainAll, close, errors } = await openWorkers(4, { turn });
    await database.transaction((tx) => tx.insertInto("counter").values({ name: "told", value: 0 }).execute());

    for (let index = 0; index < 12; index += 1)
      await inbox.accept([paperEvent("加一", { chat: `${index}` })]);
    while (!(await isEmpty(database))) await drainAll();
    await close();

    const { value } = await database.transaction((tx) =>
      tx.selectFrom("counter").select("value").executeTakeFirstOrThrow(),
    );
    expect([value, errors]).toEqual([12, []]);
  });

  test("a turn that breaks in one program is tried again by any, three times in all", async () => {
    const tries: number[] = [];
    const parked: string[] = [];
    const { database, inbox, drainAll, close } = await openWorkers(3, {
      turn: (_tx, { attempts }) => {
        tries.push(attempts);
        return Promise.reject(new Error("the turn broke"));
      },
      parked: (_tx, { event }) => Promise.resolve(void parked.push(event.dedupeKey)),
      clock: { now: () => Date.now() + tries.length * 10_000 },
    });

    await inbox.accept([paperEvent("坏", { dedupeKey: "broken" })]);
    while (!(await isEmpty(database))) await drainAll();
    await close();

    expect([tries, parked]).toEqual([[1, 2, 3], ["broken"]]);
  });

  test("a message that was stored late waits for the turn of its chat that is under way", async () => {
    const order: string[] = [];
    const slow = Promise.withResolvers<void>();
    const { database, inbox, workers, drainAll, close } = await openWorkers(2, {
      turn: async (_tx, { event }) => {
        const text = event.body.type === "text" ? event.body.text : "";
        order.push(`${text} begins`);
        if (text === "后") await slow.promise;
        order.push(`${text} ends`);
      },
    });
    const late = Promise.withResolvers<void>();
    const storing = database.transaction(async (tx) => {
      await storeArrivals(tx, [paperEvent("先")], 0);
      await late.promise;
    });
    await wait(50);
    await inbox.accept([paperEvent("后")]);

    const first = workers[0]?.drain();
    await expect.poll(() => order).toEqual(["后 begins"]);
    late.resolve();
    await storing;
    await workers[1]?.drain();
    slow.resolve();
    await first;
    await drainAll();
    await close();

    expect(order).toEqual(["后 begins", "后 ends", "先 begins", "先 ends"]);
  });
});
