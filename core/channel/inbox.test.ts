import { expect, test } from "vitest";
import { describeOnEachEngine, type OpenTestDatabase } from "../store/testing/index.ts";
import { createManualClock } from "../time/testing/manualClock.ts";
import { createInbox } from "./inbox.ts";
import {
  countAttempt,
  heardFrom,
  menuOf,
  rememberMenu,
  saidBefore,
  takeArrivals,
  type Arrival,
} from "./store.ts";
import { paperEvent } from "./testing/paperAdapter.ts";
import { createInboxWorker } from "./worker.ts";

async function openInbox(open: OpenTestDatabase) {
  const database = await open();
  const clock = createManualClock();
  const turns: string[] = [];
  const parked: string[] = [];
  const errors: unknown[] = [];
  const fails = new Map<string, number>();
  const inbox = createInbox({
    database,
    clock,
    arrived: () => undefined,
    report: (error) => errors.push(error),
  });

  function words(arrival: Arrival): string {
    return arrival.event.body.type === "text" ? arrival.event.body.text : "";
  }

  const worker = createInboxWorker({
    database,
    clock,
    turn: async (_tx, arrival) => {
      const left = fails.get(words(arrival)) ?? 0;
      fails.set(words(arrival), left - 1);
      if (left > 0) throw new Error("the turn broke");
      turns.push(words(arrival));
      await Promise.resolve();
    },
    parked: (_tx, arrival) => Promise.resolve(void parked.push(words(arrival))),
    report: (error) => errors.push(error),
  });
  return { database, clock, inbox, worker, turns, parked, errors, fails };
}

describeOnEachEngine("the inbox", (open) => {
  test("the same update ten times is one turn", async () => {
    const { inbox, worker, turns } = await openInbox(open);
    const event = paperEvent("路灯坏了");

    await Promise.all(Array.from({ length: 10 }, () => inbox.accept([event])));
    await inbox.accept([event]);
    await worker.drain();

    expect(turns).toEqual(["路灯坏了"]);
  });

  test("a chat's messages are processed in the order they came, however many at once", async () => {
    const { inbox, worker, turns } = await openInbox(open);
    const said = Array.from({ length: 50 }, (_, index) => `第 ${index}`);

    await Promise.all(said.map((text) => inbox.accept([paperEvent(text)])));
    await Promise.all([worker.drain(), worker.drain()]);

    expect(turns).toEqual(said);
  });

  test("a turn that breaks once is tried again, and later messages of its chat wait for it", async () => {
    const { inbox, worker, turns, clock, fails, errors } = await openInbox(open);
    fails.set("一", 1);

    await inbox.accept([paperEvent("一"), paperEvent("二"), paperEvent("别处", { chat: "chen" })]);
    await worker.drain();
    expect(turns).toEqual(["别处"]);
    clock.pass(2_000);
    await worker.drain();

    expect(turns).toEqual(["别处", "一", "二"]);
    expect(errors.length).toBe(1);
  });

  test("a turn that breaks three times within ten seconds is parked, and the next message goes on", async () => {
    const { inbox, worker, turns, parked, clock, fails } = await openInbox(open);
    fails.set("坏", 99);

    await inbox.accept([paperEvent("坏"), paperEvent("好")]);
    await worker.drain();
    clock.pass(2_000);
    await worker.drain();
    clock.pass(5_000);
    await worker.drain();

    expect(parked).toEqual(["坏"]);
    expect(turns).toEqual(["好"]);
  });

  test("a message during which the program dies five times is parked without another try, and no other is blamed", async () => {
    const { database, inbox, worker, turns, parked, clock } = await openInbox(open);
    await inbox.accept([paperEvent("致命"), paperEvent("无辜", { chat: "chen" })]);
    const take = { now: clock.now(), limit: 16, carefulUpTo: Infinity, oneOfEachChat: false };
    for (const _death of [1, 2, 3, 4, 5])
      await database.transaction(async (tx) => {
        const [first] = await takeArrivals(tx, take);
        if (first) await countAttempt(tx, first, clock.now());
      });

    await worker.drain();

    expect(parked).toEqual(["致命"]);
    expect(turns).toEqual(["无辜"]);
  });

  test("what waited when the program started is counted before it is tried, what comes later is not", async () => {
    const { database, inbox, clock } = await openInbox(open);
    await inbox.accept([paperEvent("一"), paperEvent("二")]);
    const counted: (readonly number[])[] = [];
    const worker = createInboxWorker({
      database,
      clock,
      turn: async (tx) => {
        const rows = await tx.selectFrom("inbox").select("attempts").orderBy("id").execute();
        counted.push(rows.map(({ attempts }) => attempts));
      },
      parked: () => expect.unreachable(),
      report: (error) => expect.unreachable(String(error)),
    });

    await worker.drain();
    await inbox.accept([paperEvent("三")]);
    await worker.drain();

    expect(counted).toEqual([
      [1, 0],
      [1, 1],
      [1, 1, 0],
    ]);
  });

  test("what a turn wrote before it broke is not there", async () => {
    const { database, clock, inbox } = await openInbox(open);
    const worker = createInboxWorker({
      database,
      clock,
      turn: async (tx) => {
        await rememberMenu(tx, "paper/bot/wang", [{ label: "半", token: "/half" }], 0);
        throw new Error("half-way");
      },
      parked: () => Promise.resolve(),
      report: () => undefined,
    });

    await inbox.accept([paperEvent("一")]);
    await worker.drain();

    expect(await database.transaction((tx) => menuOf(tx, "paper/bot/wang"))).toEqual([]);
  });

  test("an accepted message waits through a restart", async () => {
    const { database, inbox, clock } = await openInbox(open);
    await inbox.accept([paperEvent("还在")]);

    const again = await database.reopen();
    const taken = await again.transaction((tx) =>
      takeArrivals(tx, { now: clock.now(), limit: 16, carefulUpTo: 0, oneOfEachChat: false }),
    );

    expect(taken.map((arrival) => arrival.event.body)).toEqual([{ type: "text", text: "还在" }]);
  });

  test("an accept that cannot be stored is a failure for whoever brought it", async () => {
    const { database, inbox, errors } = await openInbox(open);
    await database.close();

    const accepting = inbox.accept([paperEvent("丢了吗")]);

    await expect(accepting).rejects.toThrow("closed");
    expect(errors.length).toBe(1);
  });

  test("what a chat said is kept, newest first", async () => {
    const { database, inbox } = await openInbox(open);
    await inbox.accept([paperEvent("一"), paperEvent("二"), paperEvent("别处", { chat: "chen" })]);

    const heard = await database.transaction((tx) => heardFrom(tx, "paper/bot/wang", 10));

    expect(heard.map(({ event }) => event.body)).toEqual([
      { type: "text", text: "二" },
      { type: "text", text: "一" },
    ]);
  });

  test("a second sticker is known as one", async () => {
    const { database, inbox, clock } = await openInbox(open);
    await inbox.accept([
      paperEvent("", { body: { type: "sticker" } }),
      paperEvent("", { body: { type: "sticker" } }),
    ]);
    const place = { address: "paper/bot/wang", actor: "wang", kind: "sticker" };

    const [first, second] = await database.transaction(async (tx) => {
      const [one, two] = await takeArrivals(tx, {
        now: clock.now(),
        limit: 16,
        carefulUpTo: 0,
        oneOfEachChat: false,
      });
      return [await saidBefore(tx, place, 0, one?.id ?? 0), await saidBefore(tx, place, 0, two?.id ?? 0)];
    });

    expect([first, second]).toEqual([false, true]);
  });
});
