import { expect, test } from "vitest";
import { menuOf, type Outcome } from "../channel/index.ts";
import { createPaperAdapter, paperCaps } from "../channel/testing/paperAdapter.ts";
import { describeOnEachEngine, type OpenTestDatabase } from "../store/testing/index.ts";
import { createManualClock } from "../time/testing/manualClock.ts";
import type { Lane } from "./model.ts";
import { createPost } from "./post.ts";
import { createPump } from "./pump.ts";
import { aboutOf, saidTo } from "./store.ts";

const wang = "paper/bot/wang";
const chen = "paper/bot/chen";

async function openPump(open: OpenTestDatabase) {
  const database = await open();
  const clock = createManualClock();
  const adapter = createPaperAdapter();
  const gone: string[] = [];
  const rejected: string[] = [];
  const errors: unknown[] = [];
  const ports = {
    database,
    clock,
    adapter,
    gone: (_tx: unknown, address: string) => Promise.resolve(void gone.push(address)),
    moved: () => Promise.resolve(),
    rejected: (_row: unknown, code: string) => void rejected.push(code),
    report: (error: unknown) => errors.push(error),
  };
  const pump = createPump({ ...ports, owner: "one" });
  const post = createPost({
    clock,
    capsOf: (route) => (route === "paper/bot" ? paperCaps : undefined),
    written: () => undefined,
  });
  let key = 0;
  const say = (
    text: string,
    address = wang,
    lane: Lane = "reply",
    extra: { about?: string; choices?: string[] } = {},
  ) =>
    database.transaction((tx) => {
      key += 1;
      const options = (extra.choices ?? []).map((label) => ({ label, token: `/${label}` }));
      const blocks = [{ type: "text", text } as const, { type: "choices", options } as const];
      return post(tx, {
        key: `k${key}`,
        address,
        lane,
        blocks,
        ...(extra.about ? { about: extra.about } : {}),
      });
    });
  const states = () =>
    database.transaction(async (tx) => {
      const rows = await tx
        .selectFrom("outbox")
        .select(["key", "state", "attempts", "error"])
        .orderBy("id")
        .execute();
      return rows.map((row) => `${row.key} ${row.state}${row.error ? ` ${row.error}` : ""}`);
    });
  const texts = () => adapter.sent.map((outbound) => outbound.text ?? "");
  return { database, clock, adapter, ports, pump, post, say, states, texts, gone, rejected, errors };
}

describeOnEachEngine("the pump", (open) => {
  test("an answer goes before a deadline, and a deadline before a notice to many", async () => {
    const { pump, say, texts } = await openPump(open);
    await say("通知", "paper/bot/a", "bulk");
    await say("快到期", "paper/bot/b", "alarm");
    await say("答复", "paper/bot/c", "reply");

    await pump.drain();

    expect(texts()).toEqual(["答复", "快到期", "通知"]);
  });

  test("a chat's messages go in order, one after the other", async () => {
    const { pump, say, texts, adapter } = await openPump(open);
    adapter.answers.push(async (outbound) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return { kind: "sent", id: outbound.key };
    });
    for (let index = 0; index < 40; index += 1) await say(`${index}`);

    await pump.drain();

    expect(texts()).toEqual(Array.from({ length: 40 }, (_, index) => `${index}`));
  });

  test("one slow chat keeps nobody else waiting", async () => {
    const { pump, say, adapter } = await openPump(open);
    const slow = Promise.withResolvers<Outcome>();
    adapter.answers.push(() => slow.promise);
    await say("慢", wang);
    const draining = pump.drain();
    await expect.poll(() => adapter.answers.length).toBe(0);

    await say("快", chen);
    void pump.drain();
    await expect.poll(() => adapter.sent.map((outbound) => outbound.text)).toEqual(["快"]);
    slow.resolve({ kind: "sent", id: "1" });
    await draining;

    expect(await saidCount(chen)).toBe(1);

    function saidCount(address: string) {
      return Promise.resolve(adapter.sent.filter((outbound) => outbound.to === address).length);
    }
  });

  test("the same key posted twice is said once", async () => {
    const { database, pump, post, texts } = await openPump(open);
    const posting = {
      key: "once",
      address: wang,
      lane: "reply",
      blocks: [{ type: "text", text: "一次" }],
    } as const;

    await database.transaction((tx) => post(tx, posting));
    await database.transaction((tx) => post(tx, posting));
    await pump.drain();

    expect(texts()).toEqual(["一次"]);
  });

  test("what a rolled-back turn posted is never said", async () => {
    const { database, pump, post, texts } = await openPump(open);

    const turn = database.transaction(async (tx) => {
      await post(tx, { key: "half", address: wang, lane: "reply", blocks: [{ type: "text", text: "半句" }] });
      throw new Error("the turn broke");
    });
    await expect(turn).rejects.toThrow("the turn broke");
    await pump.drain();

    expect(texts()).toEqual([]);
  });

  test("a platform that asks for patience stops the whole bot, across a restart, and uses up no attempt", async () => {
    const { pump, say, texts, adapter, clock, ports, states } = await openPump(open);
    adapter.answers.push({ kind: "retry", afterMs: 10_000_000 });
    await say("一", wang);
    await pump.drain();
    await say("二", chen);

    await createPump({ ...ports, owner: "two" }).drain();
    expect(texts()).toEqual([]);
    expect(await states()).toEqual(["k1 waiting", "k2 waiting"]);
    clock.pass(10_000_000);
    await pump.drain();

    expect(texts().sort()).toEqual(["一", "二"]);
  });

  test("an answer whose fate is unknown is said again; a notice is counted instead", async () => {
    const { pump, say, texts, adapter, clock, states } = await openPump(open);
    adapter.answers.push({ kind: "unknown" }, { kind: "unknown" });
    await say("答复", wang);
    await say("通知", chen, "bulk");

    await pump.drain();
    clock.pass(1_000);
    await pump.drain();

    expect(texts()).toEqual(["答复"]);
    expect(await states()).toEqual(["k1 sent", "k2 unknown"]);
  });

  test("an adapter that throws is reported and counts as unknown", async () => {
    const { pump, say, texts, adapter, clock, errors } = await openPump(open);
    adapter.answers.push("throw");
    await say("答复");

    await pump.drain();
    clock.pass(1_000);
    await pump.drain();

    expect([texts(), errors.length]).toEqual([["答复"], 1]);
  });

  test("an answer whose fate stays unknown is given up after six attempts", async () => {
    const { pump, say, adapter, clock, states } = await openPump(open);
    adapter.answers.push(...Array.from({ length: 6 }, () => ({ kind: "unknown" }) as const));
    await say("答复");

    for (let attempt = 0; attempt < 8; attempt += 1) {
      await pump.drain();
      clock.pass(100_000);
    }

    expect(await states()).toEqual(["k1 failed fate unknown after every attempt"]);
  });

  test("later messages of a chat wait behind one that must be tried again", async () => {
    const { pump, say, texts, adapter, clock } = await openPump(open);
    adapter.answers.push({ kind: "unknown" });
    await say("一");
    await say("二");

    await pump.drain();
    expect(texts()).toEqual([]);
    clock.pass(1_000);
    await pump.drain();

    expect(texts()).toEqual(["一", "二"]);
  });

  test("somebody who left ends everything that waits for her, and the owner of the address is told", async () => {
    const { pump, say, adapter, gone, states } = await openPump(open);
    adapter.answers.push({ kind: "gone" });
    await say("一");
    await say("二");

    await pump.drain();

    expect(gone).toEqual([wang]);
    expect(await states()).toEqual(["k1 unreachable gone", "k2 unreachable gone"]);
  });

  test("a chat that moved is followed", async () => {
    const { pump, say, adapter, ports } = await openPump(open);
    const moves: string[] = [];
    const following = createPump({
      ...ports,
      owner: "one",
      moved: (_tx, from, to) => Promise.resolve(void moves.push(`${from} ${to}`)),
    });
    adapter.answers.push({ kind: "moved", to: "wang-2" });
    await say("一");
    await say("二");

    await following.drain();
    await pump.drain();

    expect(moves).toEqual(["paper/bot/wang paper/bot/wang-2"]);
    expect(adapter.sent.map((outbound) => `${outbound.to} ${outbound.text ?? ""}`)).toEqual([
      "paper/bot/wang-2 一",
      "paper/bot/wang-2 二",
    ]);
  });

  test("a message the platform refuses is reported, and the next one goes on", async () => {
    const { pump, say, texts, adapter, rejected, states } = await openPump(open);
    adapter.answers.push({ kind: "rejected", code: "too long" });
    await say("一");
    await say("二");

    await pump.drain();

    expect([texts(), rejected]).toEqual([["二"], ["too long"]]);
    expect(await states()).toEqual(["k1 failed too long", "k2 sent"]);
  });

  test("a message leased by a program that died is said by the next one at once", async () => {
    const { pump, say, texts, adapter, ports } = await openPump(open);
    adapter.answers.push(() => new Promise(() => undefined));
    await say("一");
    void pump.drain();
    await expect.poll(() => adapter.answers.length).toBe(0);

    const next = createPump({ ...ports, owner: "two" });
    await next.recover();
    await next.drain();

    expect(texts()).toEqual(["一"]);
  });

  test("a message whose senders die again and again is never given up", async () => {
    const { pump, say, texts, adapter, ports } = await openPump(open);
    const never = () => new Promise<Outcome>(() => undefined);
    adapter.answers.push(...Array.from({ length: 10 }, () => never));
    await say("一");
    void pump.drain();
    await expect.poll(() => adapter.answers.length).toBe(9);

    for (let death = 1; death <= 10; death += 1) {
      const next = createPump({ ...ports, owner: `life ${death}` });
      await next.recover();
      void next.drain();
      await expect.poll(() => adapter.answers.length).toBe(Math.max(0, 9 - death));
    }

    await expect.poll(texts).toEqual(["一"]);
  });

  test("a message leased by a program that lives is left to it until the lease has run out", async () => {
    const { database, say, texts, adapter, ports, clock } = await openPump(open);
    adapter.answers.push(() => new Promise(() => undefined));
    await say("一");
    void createPump({ ...ports, owner: database.self }).drain();
    await expect.poll(() => adapter.answers.length).toBe(0);

    const next = createPump({ ...ports, owner: "two" });
    await next.recover();
    await next.drain();
    expect(texts()).toEqual([]);
    clock.pass(90_000);
    await next.recover();
    clock.pass(1_000);
    await next.drain();

    expect(texts()).toEqual(["一"]);
  });

  test("the menu counts from the moment it was really sent", async () => {
    const { database, pump, say, adapter, clock } = await openPump(open);
    const menu = async () =>
      (await database.transaction((tx) => menuOf(tx, wang))).map((option) => option.label);
    adapter.answers.push({ kind: "unknown" });
    await say("对吗？", wang, "reply", { choices: ["对", "不对"] });

    await pump.drain();
    expect(await menu()).toEqual([]);
    clock.pass(1_000);
    await pump.drain();

    expect(await menu()).toEqual(["对", "不对"]);
  });

  test("a reply to a message is known by what the message was about", async () => {
    const { database, pump, say } = await openPump(open);
    await say("新事项 1001", wang, "reply", { about: "ticket 1001" });
    await pump.drain();

    const [known, named, strange] = await database.transaction(async (tx) => [
      await aboutOf(tx, wang, "p-k1"),
      await aboutOf(tx, wang, "k1"),
      await aboutOf(tx, chen, "p-k1"),
    ]);

    expect([known, named, strange]).toEqual(["ticket 1001", "ticket 1001", undefined]);
  });

  test("what was said to a chat is kept, newest first; what waits is not in it", async () => {
    const { database, pump, say } = await openPump(open);
    await say("一");
    await say("二");
    await pump.drain();
    await say("三");

    const said = await database.transaction((tx) => saidTo(tx, wang, 10));

    expect(said.map(({ outbound }) => outbound.text)).toEqual(["二", "一"]);
  });

  test("a platform this program does not speak on is a clear no, and nothing is written", async () => {
    const { say, states } = await openPump(open);

    const written = await say("到哪里去", "pigeon/bot/wang");

    expect(written).toBe(false);
    expect(await states()).toEqual([]);
  });
});

test("a bot that may send 50 a second sends no more, and not much less", async () => {
  const { createPace } = await import("./rate.ts");
  const clock = createManualClock();
  const pace = createPace(clock, { perSecond: 50, perChatPerSecond: 1 });
  let sent = 0;

  for (let tick = 0; tick < 1_000; tick += 1) {
    const available = pace.available();
    pace.spend(available);
    sent += available;
    clock.pass(10);
  }

  expect(sent).toBeGreaterThan(500);
  expect(sent).toBeLessThanOrEqual(550);
  expect(pace.waitFor(wang)).toBe(0);
  pace.sends(wang);
  expect([pace.waitFor(wang), pace.waitFor(chen)]).toEqual([1_000, 0]);
});

test("a group hears no more than its share of a minute, however long its queue", async () => {
  const { createPace } = await import("./rate.ts");
  const clock = createManualClock();
  const rates = { perSecond: 30, burst: 10, perChatPerSecond: 1, perGroupPerMinute: 20 };
  const pace = createPace(clock, rates, (address) => address === "paper/bot/-5");
  const sentAt: number[] = [];

  while (sentAt.length < 60) {
    clock.pass(pace.waitFor("paper/bot/-5"));
    pace.sends("paper/bot/-5");
    sentAt.push(clock.now());
  }

  const busiestMinute = Math.max(
    ...sentAt.map((at) => sentAt.filter((other) => other >= at && other < at + 60_000).length),
  );
  expect(busiestMinute).toBe(20);
});

test("a burst after a pause keeps below the platform's limit, whatever was leased before", async () => {
  const { createPace } = await import("./rate.ts");
  const clock = createManualClock();
  const pace = createPace(clock, { perSecond: 30, burst: 10, perChatPerSecond: 1 });
  const waits: number[] = [];

  for (let chat = 0; chat < 12; chat += 1) {
    waits.push(pace.waitFor(`chat ${chat}`));
    if (waits.at(-1) === 0) pace.sends(`chat ${chat}`);
  }

  expect(waits).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 34, 34]);
});
