import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { RecordingIntake } from "../../core/channel/testing/harness.ts";
import { openTelegram, webhookSecret } from "./testing/telegramStage.ts";

let stage: Awaited<ReturnType<typeof openTelegram>>;
let intake: RecordingIntake;

beforeEach(async () => {
  stage = await openTelegram({ mode: "webhook" });
  intake = new RecordingIntake();
});
afterEach(() => stage.close());

const update = {
  update_id: 5,
  message: {
    message_id: 1,
    date: 1_795_339_200,
    from: { id: 7_001, is_bot: false, first_name: "王" },
    chat: { id: 7_001, type: "private", first_name: "王" },
    text: "路灯坏了",
  },
};

async function post(body: string, secret?: string): Promise<number> {
  const response = await fetch(`${stage.origin}/telegram/webhook`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(secret !== undefined && { "x-telegram-bot-api-secret-token": secret }),
    },
    body,
  });
  return response.status;
}

async function started(): Promise<void> {
  await stage.start(intake);
  await vi.waitFor(() => expect(stage.fake.updates.webhookUrl).not.toBe(""));
}

test("whoever does not know the secret is turned away, whatever he brings", async () => {
  await started();
  const body = JSON.stringify(update);

  const statuses = [
    await post(body),
    await post(body, ""),
    await post(body, webhookSecret.slice(0, -1)),
    await post(body, `${webhookSecret}x`),
    await post("not json", "wrong"),
  ];

  expect(statuses).toEqual([401, 401, 401, 401, 401]);
  expect(intake.arrivals).toBe(0);
});

test("what is no update, or far too large, is refused and stores nothing", async () => {
  await started();

  const statuses = [
    await post("not json", webhookSecret),
    await post("[]", webhookSecret),
    await post('{"update_id":"5"}', webhookSecret),
    await post(JSON.stringify({ ...update, padding: "x".repeat(1_100_000) }), webhookSecret),
  ];

  expect(statuses).toEqual([400, 400, 400, 413]);
  expect(intake.events).toEqual([]);
});

test("an update of a kind nobody reads is acknowledged, so that it does not come for ever", async () => {
  await started();

  expect(await post('{"update_id":6,"poll_answer":{}}', webhookSecret)).toBe(200);
  expect(await post('{"update_id":7,"message":{"from":{"is_bot":false}}}', webhookSecret)).toBe(200);
  expect(stage.log.lines.join()).toContain("could not be read");
});

test("before the program listens Telegram is asked to come again", async () => {
  expect(await post(JSON.stringify(update), webhookSecret)).toBe(503);
});

test("Telegram is told the address and the secret, and to keep to what is read here", async () => {
  await started();

  expect(stage.fake.callsOf("setWebhook").map(({ payload }) => payload)).toEqual([
    {
      url: `${stage.origin}/telegram/webhook`,
      secret_token: webhookSecret,
      allowed_updates: ["message", "edited_message", "callback_query", "my_chat_member"],
    },
  ]);
});

test("many at once, out of order, each stored before it is acknowledged", async () => {
  await started();
  stage.fake.updates.outOfOrder = true;
  const people = Array.from({ length: 40 }, (_, index) => stage.fake.person(8_000 + index));

  const told = await Promise.all(people.map((person) => person.says("在吗")));

  expect(new Set(told)).toEqual(new Set(["acknowledged"]));
  expect(new Set(intake.events.map(({ chat }) => chat)).size).toBe(40);
});
