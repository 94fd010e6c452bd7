import { expect, test } from "vitest";
import { menuOf, type Outcome } from "../channel/index.ts";
import { describeOnEachEngine } from "../store/testing/index.ts";
import { createPump } from "./pump.ts";
import { chen, mortal, openPump, wang } from "./testing/openPump.ts";

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

  test("a menu whose fate is unknown may have been seen: a number answers it before it is said again", async () => {
    const { database, pump, post, adapter } = await openPump(open);
    adapter.answers.push({ kind: "unknown" });
    const options = [{ label: "对", token: "/yes" }];
    const blocks = [{ type: "text", text: "对吗" } as const, { type: "choices", options } as const];
    await database.transaction((tx) => post(tx, { key: "k1", address: wang, lane: "reply", blocks }));

    await pump.drain();

    expect(await database.transaction((tx) => menuOf(tx, wang))).toEqual(options);
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
    const { say, texts, adapter, ports } = await openPump(open);
    adapter.answers.push(() => new Promise(() => undefined));
    await say("一");
    await mortal({ ...ports, owner: "one" }).sendUntil(() => adapter.answers.length === 0);

    const next = createPump({ ...ports, owner: "two" });
    await next.recover();
    await next.drain();

    expect(texts()).toEqual(["一"]);
  });

  test("a message whose senders die again and again is never given up", async () => {
    const { say, texts, adapter, ports } = await openPump(open);
    const never = () => new Promise<Outcome>(() => undefined);
    adapter.answers.push(...Array.from({ length: 10 }, () => never));
    await say("一");

    for (let death = 1; death <= 10; death += 1) {
      const next = mortal({ ...ports, owner: `life ${death}` });
      await next.pump.recover();
      await next.sendUntil(() => adapter.answers.length === 10 - death);
    }

    const last = createPump({ ...ports, owner: "last" });
    await last.recover();
    await last.drain();

    expect(texts()).toEqual(["一"]);
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

  test("a platform this program does not speak on is a clear no, and nothing is written", async () => {
    const { say, states } = await openPump(open);

    const written = await say("到哪里去", "pigeon/bot/wang");

    expect(written).toBe(false);
    expect(await states()).toEqual([]);
  });
});
