import { expect, test } from "vitest";
import { describeOnEachEngine, type OpenTestDatabase } from "../store/testing/index.ts";
import { createManualClock } from "../time/testing/manualClock.ts";
import { addressOf } from "./address.ts";
import { countInbox, menuOf, rememberMenu, storeArrivals } from "./store.ts";
import { paperEvent } from "./testing/paperAdapter.ts";
import { createInboxWorker } from "./worker.ts";

const chats = ["wang", "chen", "zhou"];

/** A worker that has begun before anything came; its turns leave a menu in their chat, and break in the chats given. */
async function openWorker(open: OpenTestDatabase, breaksIn: readonly string[]) {
  const database = await open();
  const clock = createManualClock();
  const reported: string[] = [];
  const worker = createInboxWorker({
    database,
    clock,
    turn: async (tx, { event }) => {
      await rememberMenu(tx, addressOf(event), [{ label: event.chat, token: "/go" }], clock.now());
      if (breaksIn.includes(event.chat)) throw new Error("the turn broke");
    },
    parked: () => Promise.resolve(),
    report: (_error, { event }) => reported.push(event.chat),
  });
  await worker.drain();
  const events = chats.map((chat) => paperEvent("你好", { chat }));
  await database.transaction((tx) => storeArrivals(tx, events, clock.now()));

  const answered = (): Promise<readonly boolean[]> =>
    database.transaction(async (tx) => {
      const found: boolean[] = [];
      for (const event of events) found.push((await menuOf(tx, addressOf(event))).length > 0);
      return found;
    });
  const waiting = (): Promise<number> => database.transaction(async (tx) => (await countInbox(tx)).waiting);
  return { worker, answered, waiting, reported };
}

describeOnEachEngine("turns that share a commit", (open) => {
  test("are all taken", async () => {
    const { worker, answered, waiting } = await openWorker(open, []);

    await worker.drain();

    expect(await answered()).toEqual([true, true, true]);
    expect(await waiting()).toBe(0);
  });

  test("are taken alone when one of them breaks: it leaves nothing behind, is reported once, and spoils no other", async () => {
    const { worker, answered, waiting, reported } = await openWorker(open, ["chen"]);

    await worker.drain();

    expect(await answered()).toEqual([true, false, true]);
    expect(await waiting()).toBe(1);
    expect(reported).toEqual(["chen"]);
  });
});
