import { createServer, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Outcome } from "../../core/channel/index.ts";
import { createTelegramAdapter } from "./index.ts";
import type { Fault } from "./testing/faults.ts";
import { KeptLog, openTelegram } from "./testing/telegramStage.ts";

type Stage = Awaited<ReturnType<typeof openTelegram>>;

let stage: Stage;

beforeEach(async () => {
  stage = await openTelegram();
  stage.fake.person(7_001);
});
afterEach(() => stage.close());

function send(chat = 7_001, text = "在吗"): Promise<Outcome> {
  const { adapter } = stage;
  return adapter.send(adapter.render({ key: "k", to: stage.addressOf(chat), text, buttons: [] }));
}

describe("what Telegram answers, and what that means for a message", () => {
  test.each<[string, Fault, Outcome]>([
    ["429 with a time", { kind: "tooManyRequests", retryAfter: 7 }, { kind: "retry", afterMs: 7_000 }],
    [
      "429 for hours",
      { kind: "tooManyRequests", retryAfter: 10_072 },
      { kind: "retry", afterMs: 10_072_000 },
    ],
    ["429 without a time", { kind: "tooManyRequests" }, { kind: "retry", afterMs: 5_000 }],
    ["502 of a proxy", { kind: "status", status: 502 }, { kind: "unknown" }],
    ["500 after it was said", { kind: "status", status: 500, processed: true }, { kind: "unknown" }],
    ["a socket cut before", { kind: "drop", when: "before" }, { kind: "unknown" }],
    ["a socket cut after", { kind: "drop", when: "after" }, { kind: "unknown" }],
  ])("%s", async (_name, fault, outcome) => {
    stage.fake.faults.next("sendMessage", fault);

    expect(await send()).toEqual(outcome);
  });

  test("whoever blocked the bot, left Telegram or never opened it is gone; so is a chat nobody knows", async () => {
    stage.fake.person(7_002).chat.access = "deactivated";
    stage.fake.person(7_003, { opened: false });
    stage.fake.group(-500, "双桥村").access = "kicked";
    stage.fake.person(7_001).chat.access = "blocked";

    const outcomes = await Promise.all([7_001, 7_002, 7_003, -500, 404].map((chat) => send(chat)));

    expect(outcomes.map(({ kind }) => kind)).toEqual(["gone", "gone", "gone", "gone", "gone"]);
  });

  test("a group that became a supergroup has moved", async () => {
    const group = stage.fake.group(-500, "双桥村");
    stage.fake.migrates(group, -1_001_234_567_890);

    expect(await send(-500)).toEqual({ kind: "moved", to: "-1001234567890" });
    expect((await send(-1_001_234_567_890)).kind).toBe("sent");
  });

  test("any other refusal is for good, with Telegram's words", async () => {
    const { adapter } = stage;
    const file = { kind: "photo", channel: "telegram", id: "photo:AgACforgotten" } as const;

    const outcome = await adapter.send(
      adapter.render({ key: "k", to: stage.addressOf(7_001), buttons: [], file }),
    );

    expect(outcome).toMatchObject({
      kind: "rejected",
      code: expect.stringContaining("400 Bad Request: wrong") as string,
    });
  });
});

describe("where no Telegram is", () => {
  const token = "7000000009:AAAnotherTokenThatNobodyMaySee_000000";

  function adapterAt(apiRoot: string, log = new KeptLog()) {
    return createTelegramAdapter({ token, apiRoot, delivery: { mode: "polling" }, log });
  }

  const call = { method: "sendMessage", payload: { chat_id: 1, text: "x" } };

  test("a connection that never came to be was not a message: it is tried again", async () => {
    expect(await adapterAt("http://127.0.0.1:1").send(call)).toEqual({ kind: "retry", afterMs: 5_000 });
    expect(await adapterAt("http://no.such.host.invalid").send(call)).toEqual({
      kind: "retry",
      afterMs: 5_000,
    });
  });

  test("a server that hangs up after it was written to leaves the fate unknown", async () => {
    const open = new Set<Socket>();
    const server = createServer((socket) => {
      open.add(socket);
      socket.once("data", () => socket.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;

    const outcome = await adapterAt(`http://127.0.0.1:${String(port)}`).send(call);

    expect(outcome).toEqual({ kind: "unknown" });
    server.close();
  });

  test("the program starts all the same and says that it goes on trying, without the token", async () => {
    const log = new KeptLog();
    const ending = new AbortController();

    await adapterAt("http://127.0.0.1:1", log).start(
      { accept: () => Promise.resolve(), history: () => Promise.resolve([]) },
      ending.signal,
    );
    await expect.poll(() => log.lines.join()).toContain("trying again");
    ending.abort();

    expect(log.lines.join()).not.toContain(token.slice(11));
  });
});

describe("files", () => {
  const big = { kind: "video", channel: "telegram" } as const;

  test("a film of 30 MB cannot be fetched by a bot: absent, and no byte is fetched", async () => {
    const { id } = stage.fake.files.add("video", 30_000_000);

    const bytes = await stage.adapter.download({ ...big, id: `video:${id}` }, 100_000_000);

    expect(bytes).toBeUndefined();
  });

  test("a server that sends more than it announced is cut off at the cap", async () => {
    const stored = stage.fake.files.add("photo", new Uint8Array(10));
    Object.assign(stored, { bytes: () => new Uint8Array(5_000_000) });

    const bytes = await stage.adapter.download({ ...big, id: `photo:${stored.id}` }, 100_000);

    expect(bytes).toBeUndefined();
  });

  test.each<[string, string, Fault]>([
    ["the file's name is not told", "getFile", { kind: "drop", when: "before" }],
    ["the file's bytes break off", "file", { kind: "drop", when: "before" }],
    ["a proxy answers", "file", { kind: "status", status: 502 }],
  ])("when %s the caller may try again, and the error names no token", async (_name, method, fault) => {
    const { id } = stage.fake.files.add("photo", new Uint8Array(10));
    stage.fake.faults.next(method, fault);

    const error = await stage.adapter
      .download({ ...big, id: `photo:${id}` }, 1_000)
      .then(() => undefined)
      .catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(Error);
    expect(`${String(error)} ${JSON.stringify(error)} ${(error as Error).stack ?? ""}`).not.toContain(
      stage.fake.token.slice(11),
    );
  });
});
