import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FakeTelegram } from "./fakeTelegram.ts";

interface Answer {
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: { readonly retry_after?: number };
}

let fake: FakeTelegram;

beforeEach(async () => {
  fake = await FakeTelegram.start();
});
afterEach(() => fake.close());

async function call(method: string, payload: object = {}, token = fake.token): Promise<Answer> {
  const response = await fetch(`${fake.apiRoot}/bot${token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(payload),
  });
  return (await response.json()) as Answer;
}

const ids = ({ result }: Answer) =>
  (result as readonly { update_id: number }[]).map(({ update_id: id }) => id);

describe("updates", () => {
  test("come again until an offset confirms them, and then never", async () => {
    const first = fake.person(7_001).says("一");
    const second = fake.person(7_001).says("二");

    const given = ids(await call("getUpdates"));
    const again = ids(await call("getUpdates"));
    const rest = ids(await call("getUpdates", { offset: (given[0] ?? 0) + 1 }));
    await call("getUpdates", { offset: (given[1] ?? 0) + 1 });

    expect(given).toHaveLength(2);
    expect(again).toEqual(given);
    expect(rest).toEqual(given.slice(1));
    expect(await Promise.all([first, second])).toEqual(["refused", "refused"]);
    expect(fake.updates.pending).toBe(0);
  });

  test("a long poll is answered when somebody speaks; a second poll ends the first", async () => {
    const first = call("getUpdates", { timeout: 20 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const second = call("getUpdates", { timeout: 20 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    void fake.person(7_001).says("在吗");

    const answers = await Promise.all([first, second]);

    const told = answers.map(({ error_code: code, result }) => code ?? (result as unknown[]).length);
    expect(told).toEqual([409, 1]);
  });

  test("confirming what was never given is written down as lost", async () => {
    void fake.person(7_001).says("一");

    await call("getUpdates", { offset: 999_999_999 });

    expect(fake.updates.forgotten).toHaveLength(1);
  });

  test("an update that the types of the Bot API do not allow cannot be sent", () => {
    expect(() => fake.pushUpdate("message", { text: "no chat" })).toThrow("impossible update");
  });
});

describe("what is refused", () => {
  test.each([
    ["sendMessage", { chat_id: 7_001, text: "灯".repeat(4_097) }, "message is too long"],
    ["sendMessage", { chat_id: 7_001, text: " \n " }, "message text is empty"],
    ["sendMessage", { chat_id: 999, text: "x" }, "chat not found"],
    [
      "sendMessage",
      {
        chat_id: 7_001,
        text: "x",
        reply_markup: { inline_keyboard: [[{ text: "长", callback_data: "字".repeat(22) }]] },
      },
      "BUTTON_DATA_INVALID",
    ],
    ["sendPhoto", { chat_id: 7_001, photo: "AgACunknown" }, "wrong remote file identifier"],
    ["editMessageText", { chat_id: 7_001, message_id: 999, text: "x" }, "message to edit not found"],
    ["answerCallbackQuery", { callback_query_id: "1" }, "query is too old"],
    ["setMyCommands", { commands: [{ command: "报事", description: "x" }] }, "BOT_COMMAND_INVALID"],
  ])("%s %j", async (method, payload, words) => {
    fake.person(7_001);

    expect(await call(method, payload)).toMatchObject({
      ok: false,
      error_code: 400,
      description: expect.stringContaining(words) as string,
    });
  });

  test("markup does not count towards the length", async () => {
    fake.person(7_001);
    const text = `<b>${"x".repeat(4_096)}</b>`;

    expect(await call("sendMessage", { chat_id: 7_001, text, parse_mode: "HTML" })).toMatchObject({
      ok: true,
    });
  });

  test("a wrong token, an unknown method and a person who never opened the bot", async () => {
    fake.person(7_003, { opened: false });

    const answers = [
      await call("getMe", {}, "7000000001:wrong"),
      await call("sendTelepathy"),
      await call("sendMessage", { chat_id: 7_003, text: "x" }),
    ];

    expect(answers.map(({ error_code: code }) => code)).toEqual([401, 404, 403]);
  });

  test("a press may be answered within 15 s, not later", async () => {
    const wang = fake.person(7_001);
    const keyboard = { inline_keyboard: [[{ text: "好", callback_data: "ok" }]] };
    await call("sendMessage", { chat_id: 7_001, text: "?", reply_markup: keyboard });
    void wang.presses("好");
    const { result } = await call("getUpdates");
    const [pressed] = result as { callback_query: { id: string } }[];
    const id = pressed?.callback_query.id;

    const soon = await call("answerCallbackQuery", { callback_query_id: id });
    fake.passTime(16_000);
    const late = await call("answerCallbackQuery", { callback_query_id: id });

    expect([soon.ok, late.ok]).toEqual([true, false]);
  });
});

describe("limits", () => {
  const send = (chat: number) => call("sendMessage", { chat_id: chat, text: "x" });

  test("the thirty-first message at once is one too many, and silence is expected", async () => {
    for (let id = 1; id <= 40; id += 1) fake.person(id);
    const frozen = fake.now();
    fake.now = () => frozen;

    const answers = await Promise.all(Array.from({ length: 31 }, (_, index) => send(index + 1)));

    expect(answers.filter(({ ok }) => ok)).toHaveLength(30);
    expect(fake.limits.violations).toMatchObject([{ limit: "overall" }]);
  });

  test("a second message to one chat within a second is refused with the time to wait", async () => {
    fake.person(7_001);
    await send(7_001);

    const second = await send(7_001);
    fake.passTime(1_000);
    const third = await send(7_001);

    expect(second).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } });
    expect(third.ok).toBe(true);
    expect(fake.limits.violations).toMatchObject([{ limit: "chat", chat: 7_001 }]);
  });

  test("the twenty-first message to a group within a minute is refused", async () => {
    fake.group(-500, "双桥村");
    for (let count = 0; count < 20; count += 1) {
      await send(-500);
      fake.passTime(1_000);
    }

    const next = await send(-500);

    expect(next.error_code).toBe(429);
    expect(fake.limits.violations).toMatchObject([{ limit: "group" }]);
  });

  test("whoever goes on after 429 is refused again, and it is written down", async () => {
    fake.person(7_001);
    fake.faults.next("sendMessage", { kind: "tooManyRequests", retryAfter: 100 });
    await send(7_001);
    fake.passTime(50_000);

    const early = await send(7_001);
    fake.passTime(50_001);
    const late = await send(7_001);

    expect([early.error_code, late.ok]).toEqual([429, true]);
    expect(fake.limits.violations).toMatchObject([{ limit: "retry_after" }]);
  });
});
