import { Telegraf } from "telegraf";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FakeTelegram } from "./fakeTelegram.ts";

/** A client that others wrote holds a conversation with the fake: their idea of the Bot API and ours agree. */
let fake: FakeTelegram;
let bot: Telegraf;

beforeEach(async () => {
  fake = await FakeTelegram.start();
  bot = new Telegraf(fake.token, { telegram: { apiRoot: fake.apiRoot } });
});

afterEach(async () => {
  await fake.close();
});

test("telegraf polls, answers words with buttons, and answers the press by editing its message", async () => {
  bot.start((context) => context.reply(`欢迎 ${context.payload}`));
  bot.on("text", (context) =>
    // telegraf's own button maker adds a field the Bot API does not know.
    context.reply("您觉得？", {
      reply_markup: { inline_keyboard: [[{ text: "满意", callback_data: "rate:5" }]] },
    }),
  );
  bot.action("rate:5", async (context) => {
    await context.answerCbQuery("谢谢");
    await context.editMessageText("已评：满意");
  });
  const running = bot.launch();
  const wang = fake.person(7_001, { name: "王婶" });

  await wang.says("/start g7Kq2m");
  await vi.waitFor(() => expect(wang.sees()).toHaveLength(1));
  fake.passTime(1_000);
  await wang.says("路灯坏了");
  await vi.waitFor(() => expect(wang.sees()).toHaveLength(2));
  await wang.presses("满意");
  await vi.waitFor(() => expect(wang.sees()[1]?.edited).toBe(true));

  expect(wang.sees().map(({ text, buttons }) => [text, buttons])).toEqual([
    ["欢迎 g7Kq2m", []],
    ["已评：满意", []],
  ]);
  expect(fake.malformed).toEqual([]);
  bot.stop();
  await running;
});

test("telegraf uploads a photo, which comes back byte for byte by its link", async () => {
  const bytes = Buffer.from([0xff, 0xd8, 1, 2, 3, 0x0d, 0x0a, 0xff]);
  fake.person(7_001);

  const sent = await bot.telegram.sendPhoto(
    7_001,
    { source: bytes, filename: "lamp.jpg" },
    { caption: "灯" },
  );
  const link = await bot.telegram.getFileLink(sent.photo.at(-1)?.file_id ?? "");
  const fetched = await fetch(link);

  expect(Buffer.from(await fetched.arrayBuffer())).toEqual(bytes);
  expect(fake.person(7_001).sees()).toMatchObject([{ text: "灯", file: "photo" }]);
});

test("telegraf hears Telegram's refusals as it expects them", async () => {
  fake.person(7_002).chat.access = "blocked";
  const group = fake.group(-500, "双桥村");
  fake.migrates(group, -1_001_500);

  const refusals = await Promise.all(
    [7_002, -500, 404].map((chat) => bot.telegram.sendMessage(chat, "在吗").catch((error: unknown) => error)),
  );

  expect(refusals).toMatchObject([
    { code: 403, description: "Forbidden: bot was blocked by the user" },
    { code: 400, response: { parameters: { migrate_to_chat_id: -1_001_500 } } },
    { code: 400, description: "Bad Request: chat not found" },
  ]);
});
