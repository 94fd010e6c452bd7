import { expect, test } from "vitest";
import { createPaperAdapter } from "../channel/testing/paperAdapter.ts";
import type { Rates } from "../channel/index.ts";
import { describeOnEachEngine, type OpenTestDatabase } from "../store/testing/index.ts";
import { systemClock } from "../time/index.ts";
import { lanes, type Lane } from "./model.ts";
import { createPump } from "./pump.ts";
import { speakingOf } from "./rate/store.ts";

const route = "paper/bot";

/** A platform with limits, the real clock, and rows written directly. */
async function openPaced(open: OpenTestDatabase, rates: Partial<Rates>) {
  const database = await open();
  const adapter = createPaperAdapter("paper", {
    rates: { perSecond: 1_000, burst: 40, perChatPerSecond: 20, perGroupPerMinute: 3, ...rates },
  });
  const grouping = { ...adapter, isGroup: (chat: string) => chat.startsWith("-") };
  const ports = {
    database,
    clock: systemClock,
    adapter: grouping,
    gone: () => Promise.resolve(),
    moved: () => Promise.resolve(),
    rejected: () => expect.unreachable(),
    report: (error: unknown) => expect.unreachable(String(error)),
  };
  const write = (rows: readonly { readonly key: string; readonly chat: string; readonly lane: Lane }[]) =>
    database.transaction((tx) =>
      tx
        .insertInto("outbox")
        .values(
          rows.map(({ key, chat, lane }) => ({
            key,
            route,
            address: `${route}/${chat}`,
            lane: lanes[lane],
            payload: JSON.stringify({ text: key, buttons: [] }),
            state: "waiting",
            attempts: 0,
            next_at: 1,
            created_at: 1,
          })),
        )
        .execute(),
    );
  const speaking = () => database.transaction((tx) => speakingOf(tx, route));
  const pumpOf = (owner: string) => createPump({ ...ports, owner });
  return { database, adapter, write, speaking, pumpOf, pump: pumpOf("one") };
}

function bulk(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    key: `通知 ${index}`,
    chat: `${index}`,
    lane: "bulk" as const,
  }));
}

describeOnEachEngine("a pump with limits", (open) => {
  test("a reply goes next while a broadcast waits, whatever is in flight", async () => {
    const { adapter, write, pump } = await openPaced(open, { perSecond: 100, burst: 20 });
    await write(bulk(120));
    const draining = pump.drain();
    await expect.poll(() => adapter.sent.length).toBeGreaterThan(30);

    await write([{ key: "答复", chat: "wang", lane: "reply" }]);
    const before = adapter.sent.length;
    void pump.drain();
    await expect.poll(() => adapter.sent.some(({ key }) => key === "答复")).toBe(true);
    const after = adapter.sent.findIndex(({ key }) => key === "答复");
    await draining;

    // What was leased when it came, no more.
    expect(after - before).toBeLessThanOrEqual(5);
    expect(adapter.sent).toHaveLength(121);
  });

  test("a broadcast goes on while replies never end", async () => {
    const { adapter, write, pump } = await openPaced(open, { perSecond: 200, burst: 8 });
    await write(bulk(20));
    const replies = Array.from({ length: 150 }, (_, index) => ({
      key: `答复 ${index}`,
      chat: `r${index}`,
      lane: "reply" as const,
    }));
    await write(replies);

    await pump.drain();

    const places = adapter.sent.flatMap(({ key }, at) => (key.startsWith("通知") ? [at] : []));
    expect(places).toHaveLength(20);
    expect(places.filter((at) => at < 100).length).toBeGreaterThanOrEqual(5);
    expect(places.filter((at) => at < 100).length).toBeLessThanOrEqual(15);
  });

  test("a chat is spoken to at its pace and in order, across lanes and programs", async () => {
    const { adapter, write, pump, pumpOf } = await openPaced(open, {});
    const sentAt: number[] = [];
    adapter.answers.push(
      ...Array.from({ length: 8 }, () => (outbound: { readonly key: string }) => {
        sentAt.push(Date.now());
        return Promise.resolve({ kind: "sent" as const, id: outbound.key });
      }),
    );
    const row = (key: string, lane: Lane) => ({ key, chat: "wang", lane });
    await write([row("1", "bulk"), row("2", "reply"), row("3", "reply"), row("4", "bulk")]);
    await write([row("5", "reply"), row("6", "alarm"), row("7", "reply"), row("8", "alarm")]);

    await Promise.all([pump.drain(), pumpOf("two").drain(), pumpOf("three").drain()]);
    await pump.drain();

    const keys = adapter.sent.map(({ key }) => key);
    expect(keys.toSorted()).toEqual(["1", "2", "3", "4", "5", "6", "7", "8"]);
    for (const lane of [
      ["2", "3", "5", "7"],
      ["6", "8"],
      ["1", "4"],
    ])
      expect(keys.filter((key) => lane.includes(key))).toEqual(lane);
    const gaps = sentAt.slice(1).map((at, index) => at - (sentAt[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(49);
  });

  test("a group hears its share of a minute, also from a program that starts in it", async () => {
    const { adapter, write, pump, pumpOf } = await openPaced(open, {});
    await write([1, 2, 3, 4, 5].map((index) => ({ key: `${index}`, chat: "-7", lane: "reply" })));

    await pump.drain();
    await pumpOf("next life").drain();

    expect(adapter.sent.map(({ key }) => key)).toEqual(["1", "2", "3"]);
  });

  test("a complaint is learned from once, kept with the pause, and a restart does not begin at the top", async () => {
    const { adapter, write, pump, pumpOf, speaking } = await openPaced(open, { perSecond: 100 });
    const asks = { kind: "retry", afterMs: 60_000 } as const;
    adapter.answers.push(asks, asks, asks);
    await write(bulk(10));

    await pump.drain();
    const learned = await speaking();
    await pumpOf("next life").drain();

    expect(learned.quietUntil).toBeGreaterThan(Date.now() + 50_000);
    expect(learned.allowance?.perSecond).toBeCloseTo(60);
    expect((await speaking()).allowance?.perSecond).toBeCloseTo(60);
    expect(adapter.sent).toHaveLength(7);
  });

  test("a program that is about to end sends answers and leaves notices to its next life", async () => {
    const { adapter, write, pump, pumpOf } = await openPaced(open, {});
    await write([...bulk(100), { key: "答复", chat: "wang", lane: "reply" }]);

    pump.stop();
    await pump.drain();
    expect(adapter.sent.map(({ key }) => key)).toEqual(["答复"]);
    await pumpOf("next life").drain();

    expect(adapter.sent).toHaveLength(101);
  });
});
