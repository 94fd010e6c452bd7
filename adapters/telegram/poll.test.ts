import { afterEach, describe, expect, test, vi } from "vitest";
import { ChannelRefusal } from "../../core/channel/index.ts";
import { RecordingIntake } from "../../core/channel/testing/harness.ts";
import { createTelegramAdapter } from "./index.ts";
import type { FakePerson } from "./testing/fakePerson.ts";
import { KeptLog, openTelegram, type StageOptions } from "./testing/telegramStage.ts";

let close: () => Promise<void> = () => Promise.resolve();
afterEach(() => close());

async function open(options: StageOptions = {}) {
  const stage = await openTelegram(options);
  close = () => stage.close();
  const intake = new RecordingIntake();
  const wang = stage.fake.person(7_001, { name: "王婶" });
  const texts = () => intake.events.map(({ body }) => (body.type === "text" ? body.text : `(${body.type})`));
  return { ...stage, intake, wang, texts, begin: () => stage.start(intake) };
}

async function saysAll(person: FakePerson, ...words: string[]): Promise<void> {
  for (const text of words) void person.says(text);
  await Promise.resolve();
}

describe("the polling loop", () => {
  test("stores what waited as one batch, and confirms it only then", async () => {
    const { wang, intake, fake, texts, begin } = await open();
    const told = ["一", "二", "三"].map((text) => wang.says(text));

    await begin();

    expect(await Promise.all(told)).toEqual(["acknowledged", "acknowledged", "acknowledged"]);
    expect(intake.arrivals).toBe(1);
    expect(texts()).toEqual(["一", "二", "三"]);
    expect(fake.updates.forgotten).toEqual([]);
  });

  test("an outage loses nothing: dropped sockets, proxies, refusals, and a batch whose answer was lost", async () => {
    const { wang, fake, texts, begin, log } = await open();
    await begin();
    fake.faults.next("getUpdates", { kind: "drop", when: "before" }, 2);
    fake.faults.next("getUpdates", { kind: "status", status: 502 }, 2);
    fake.faults.next("getUpdates", { kind: "tooManyRequests", retryAfter: 1 });
    fake.faults.next("getUpdates", { kind: "drop", when: "after" }, 2);

    await saysAll(wang, "一", "二", "三");

    await vi.waitFor(() => expect(new Set(texts())).toEqual(new Set(["一", "二", "三"])), 10_000);
    await vi.waitFor(() => expect(fake.updates.pending).toBe(0), 5_000);
    expect(fake.updates.forgotten).toEqual([]);
    expect(log.lines.join("\n")).not.toContain(fake.token.slice(11));
  });

  test("numbers that begin anew below the last one are heard at once", async () => {
    const { wang, fake, texts, begin } = await open();
    await begin();
    await wang.says("上周");
    fake.updates.restartIds(17);

    const told = await wang.says("这周");

    expect(told).toBe("acknowledged");
    expect(texts()).toEqual(["上周", "这周"]);
  });

  test("updates out of order are all heard, and repeated ones carry the key they had", async () => {
    const { wang, fake, intake, texts, begin } = await open();
    fake.updates.outOfOrder = true;
    const told = ["一", "二", "三"].map((text) => wang.says(text));
    await begin();
    await Promise.all(told);

    await fake.updates.repeatLast();

    expect(texts()).toEqual(["三", "二", "一", "三"]);
    expect(intake.events[3]?.dedupeKey).toBe(intake.events[0]?.dedupeKey);
  });

  test("another bot is not answered, so that two bots never talk for ever", async () => {
    const { fake, wang, intake, begin } = await open();
    await begin();
    const parrot = fake.person(7_099, { name: "复读机", isBot: true });

    await parrot.says("你好");
    await wang.says("在吗");

    expect(intake.events.map(({ actor }) => actor.id)).toEqual(["7001"]);
  });

  test("a webhook left behind by an earlier installation is taken away", async () => {
    const { fake, wang, begin } = await open();
    fake.updates.setWebhook({ url: "http://127.0.0.1:1/old", secret: undefined, connections: 1 }, undefined);

    await begin();

    expect(await wang.says("在吗")).not.toBe("refused");
    expect(fake.updates.webhookUrl).toBe("");
  });

  test("a second program on the same token is told in a sentence what is wrong", async () => {
    const { fake, log, begin } = await open();
    await begin();
    await vi.waitFor(() => expect(fake.calls.some(({ method }) => method === "deleteWebhook")).toBe(true));

    await vi.waitFor(async () => {
      await fetch(`${fake.apiRoot}/bot${fake.token}/getUpdates?timeout=0`);
      expect(log.lines.join()).toContain("another program reads this bot's messages");
    }, 5_000);
  });

  test("a loop that hangs is begun anew by the watchdog, and the operator hears of it", async () => {
    const { wang, intake, log, texts, begin } = await open({ pollTimes: { wedged: 600, hold: 200 } });
    await begin();
    await wang.says("一");
    intake.hold();
    const told = wang.says("二");
    await vi.waitFor(() => expect(intake.arrivals).toBe(2));

    await vi.waitFor(() => expect(log.lines.join()).toContain("begun anew"), 5_000);

    expect(await told).toBe("refused");
    expect(texts()).toEqual(["一"]);
  });

  test("asked for patience longer than the watchdog's, the loop is not begun anew", async () => {
    const { fake, wang, log, texts, begin } = await open({ pollTimes: { wedged: 300, hold: 100 } });
    fake.faults.next("getUpdates", { kind: "tooManyRequests", retryAfter: 2 });
    await begin();
    void wang.says("在吗");
    await vi.waitFor(() => expect(fake.callsOf("getUpdates")).toHaveLength(1));

    await new Promise((resolve) => setTimeout(resolve, 1_200));

    expect(fake.callsOf("getUpdates")).toHaveLength(1);
    expect(log.lines.join()).not.toContain("begun anew");
    await vi.waitFor(() => expect(texts()).toEqual(["在吗"]), 5_000);
  });

  test("a silent server is given up, not waited for", async () => {
    const { fake, wang, texts, begin } = await open({ pollTimes: { wedged: 500, hold: 200 } });
    fake.faults.next("getUpdates", { kind: "stall", ms: 60_000 });
    await begin();

    void wang.says("在吗");

    await vi.waitFor(() => expect(texts()).toEqual(["在吗"]), 5_000);
  });
});

describe("buttons and menus", () => {
  test("a press is answered before it is stored", async () => {
    const { adapter, fake, wang, intake, addressOf, begin } = await open();
    await begin();
    const buttons = [{ label: "满意", token: "/rate 5" }];
    await adapter.send(adapter.render({ key: "k", to: addressOf(wang.id), text: "您觉得？", buttons }));
    const release = intake.hold();

    const told = wang.presses("满意");

    await vi.waitFor(() => expect(fake.callsOf("answerCallbackQuery")).toMatchObject([{ answer: 200 }]));
    expect(intake.events).toEqual([]);
    release();
    expect(await told).toBe("acknowledged");
  });

  test("the menu of commands is shown to all or in one chat, without names Telegram does not take", async () => {
    const { adapter, fake } = await open();
    const commands = [
      { name: "report", help: "反映问题" },
      { name: "报事", help: "反映问题" },
    ];

    await adapter.syncCommands?.(commands);
    await adapter.syncCommands?.(commands, "7001");

    expect(fake.callsOf("setMyCommands").map(({ payload }) => payload)).toEqual([
      {
        commands: [{ command: "report", description: "反映问题" }],
        scope: { type: "all_private_chats" },
      },
      {
        commands: [{ command: "report", description: "反映问题" }],
        scope: { type: "chat", chat_id: 7_001 },
      },
    ]);
    expect(fake.malformed).toEqual([]);
  });

  test("a link that begins with a code exists once the bot knows its name", async () => {
    const { adapter, begin } = await open();
    expect(adapter.startLink?.("g7Kq2m")).toBeUndefined();

    await begin();

    await vi.waitFor(() =>
      expect(adapter.startLink?.("g7Kq2m")).toBe("https://t.me/diantong_bot?start=g7Kq2m"),
    );
    expect(adapter.startLink?.("not a payload")).toBeUndefined();
  });
});

test("a token Telegram does not know stops the start with a sentence that does not repeat it", async () => {
  const { fake, intake } = await open();
  const token = `${fake.token.slice(0, -3)}bad`;
  const log = new KeptLog();
  const delivery = { mode: "polling" } as const;
  const adapter = createTelegramAdapter({ token, apiRoot: fake.apiRoot, delivery, log });

  const refusal = await adapter
    .start(intake, new AbortController().signal)
    .then(() => undefined)
    .catch((error: unknown) => error);

  expect(refusal).toBeInstanceOf(ChannelRefusal);
  expect(String(refusal)).toContain("TELEGRAM_BOT_TOKEN");
  expect(String(refusal)).not.toContain(token.slice(11));
});
