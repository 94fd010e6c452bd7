import { expect, test } from "vitest";
import { menuOf, type Outcome } from "../../channel/index.ts";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { createPump } from "../pump.ts";
import { chen, mortal, openPump, wang } from "../testing/openPump.ts";
import { menuOnItsWay, messageQuoted, saidTo } from "./store.ts";

describeOnEachEngine("what can be looked up in the outbox", (open) => {
  test("a menu that may have been seen before its sender died counts at once", async () => {
    const { database, clock, say, adapter, ports } = await openPump(open);
    adapter.answers.push(() => new Promise(() => undefined));
    await say("对吗？", wang, "reply", { choices: ["对", "不对"] });
    await mortal({ ...ports, owner: "one" }).sendUntil(() => adapter.answers.length === 0);

    clock.pass(90_000);
    await createPump({ ...ports, owner: "two" }).recover();
    const menu = await database.transaction((tx) => menuOf(tx, wang));

    expect(menu.map((option) => option.label)).toEqual(["对", "不对"]);
  });

  test("a menu on its way is known as such, and no longer once its sending was recorded", async () => {
    const { database, pump, say, adapter } = await openPump(open);
    const sending = Promise.withResolvers<Outcome>();
    adapter.answers.push(() => sending.promise);
    await say("对吗？", wang, "reply", { choices: ["对", "不对"] });
    const onItsWay = () => database.transaction((tx) => menuOnItsWay(tx, wang));

    const draining = pump.drain();
    await expect.poll(() => adapter.answers.length).toBe(0);
    const under = await onItsWay();
    sending.resolve({ kind: "sent", id: "1" });
    await draining;

    expect(under?.map((option) => option.label)).toEqual(["对", "不对"]);
    expect(await onItsWay()).toBeUndefined();
  });

  test("a menu that surely did not go out does not count until it was sent", async () => {
    const { database, pump, say, adapter, clock } = await openPump(open);
    const menu = async () =>
      (await database.transaction((tx) => menuOf(tx, wang))).map((option) => option.label);
    adapter.answers.push({ kind: "retry", afterMs: 1_000 });
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
      await messageQuoted(tx, wang, "p-k1"),
      await messageQuoted(tx, wang, "k1"),
      await messageQuoted(tx, chen, "p-k1", "新事项 1001"),
    ]);

    expect([known?.about, named?.about, strange]).toEqual(["ticket 1001", "ticket 1001", undefined]);
  });

  test("a message shown under an id that nobody recorded is known by its words, in its own chat only", async () => {
    const { database, pump, say } = await openPump(open);
    await say("新事项 1001", wang, "reply", { about: "ticket 1001" });
    await say("新事项 1002", wang, "reply", { about: "ticket 1002" });
    await say("您好", wang);
    await pump.drain();

    const [known, greeting, strange] = await database.transaction(async (tx) => [
      await messageQuoted(tx, wang, "another", "新事项 1001"),
      await messageQuoted(tx, wang, "another", "您好"),
      await messageQuoted(tx, chen, "another", "新事项 1001"),
    ]);

    expect([known?.about, greeting?.about, strange]).toEqual(["ticket 1001", undefined, undefined]);
  });

  test("the message replied to is known with the menu it showed, whatever was shown since", async () => {
    const { database, pump, say } = await openPump(open);
    await say("对吗？", wang, "reply", { choices: ["对", "不对"] });
    await say("哪一个？", wang, "reply", { choices: ["灯", "沟"] });
    await say("您好", wang);
    await pump.drain();

    const menus = await database.transaction(async (tx) => [
      (await messageQuoted(tx, wang, "p-k1"))?.menu,
      (await messageQuoted(tx, wang, "p-k3"))?.menu,
    ]);

    expect(menus.map((menu) => menu?.map(({ label }) => label))).toEqual([["对", "不对"], []]);
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
});
