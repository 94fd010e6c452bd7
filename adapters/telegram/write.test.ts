import { expect, test } from "vitest";
import type { FileRef, Outbound } from "../../core/channel/index.ts";
import { botApiSchema } from "./testing/botApiSchema.ts";
import { render } from "./write.ts";

const bot = "7000000001";
const to = `telegram/${bot}/7001`;

function call(content: Partial<Outbound>) {
  return render({ key: "k", to, buttons: [], ...content }, bot);
}

function file(id: string, kind: FileRef["kind"] = "photo", channel = "telegram"): FileRef {
  return { kind, channel, id };
}

function buttons(...labels: string[]) {
  return labels.map((label) => ({ label, token: `/${label}` }));
}

function rows(...labels: string[]): string[][] {
  const { payload } = call({ text: "选", buttons: buttons(...labels) });
  const { inline_keyboard: keyboard } = payload["reply_markup"] as { inline_keyboard: { text: string }[][] };
  return keyboard.map((row) => row.map(({ text }) => text));
}

test("words and buttons are one sendMessage, without a preview of links", () => {
  const drawn = call({ text: "对吗？", buttons: [{ label: "对", token: "=t.sure.yes" }] });

  expect(drawn).toEqual({
    method: "sendMessage",
    payload: {
      chat_id: 7_001,
      text: "对吗？",
      link_preview_options: { is_disabled: true },
      reply_markup: { inline_keyboard: [[{ text: "对", callback_data: "=t.sure.yes" }]] },
    },
  });
});

test.each([
  ["photo:AgACx", "sendPhoto", "photo"],
  ["voice:AgACx", "sendVoice", "voice"],
  ["audio:AgACx", "sendAudio", "audio"],
  ["video:AgACx", "sendVideo", "video"],
  ["animation:AgACx", "sendAnimation", "animation"],
  ["document:AgACx", "sendDocument", "document"],
])(
  "a file received as %s is sent as the same kind, by its identifier, with its words",
  (id, method, field) => {
    expect(call({ file: file(id), text: "就是这盏" })).toEqual({
      method,
      payload: { chat_id: 7_001, [field]: "AgACx", caption: "就是这盏" },
    });
  },
);

test("every call drawn is one that the types of the Bot API allow", () => {
  const calls = [
    call({ text: "灯", buttons: buttons("满意", "不满意") }),
    call({ file: file("photo:AgACx"), text: "灯", buttons: buttons("好") }),
    call({ file: file("video_note:AgACx", "video") }),
    call({ to: `telegram/${bot}/-1001234567890`, text: "群" }),
  ];

  expect(calls.map(({ method, payload }) => botApiSchema().faultInCall(method, payload))).toEqual(
    calls.map(() => undefined),
  );
});

test("short buttons stand side by side, long ones below each other", () => {
  expect(rows("满意", "基本满意", "不满意")).toEqual([["满意", "基本满意", "不满意"]]);
  expect(rows("对，交上去", "改地点", "改类别")).toEqual([["对，交上去", "改地点"], ["改类别"]]);
  expect(rows("1001 门前的水管漏水 · 等答复", "都不是")).toEqual([
    ["1001 门前的水管漏水 · 等答复"],
    ["都不是"],
  ]);
});

test.each([
  ["wrong_address", { to: "web/sandbox/wang", text: "x" }],
  ["wrong_address", { to: `telegram/8/7001`, text: "x" }],
  ["wrong_address", { to: `telegram/${bot}/@wang`, text: "x" }],
  ["empty", { text: " \n" }],
  ["text_too_long", { text: "x".repeat(4_097) }],
  ["text_too_long", { text: "x".repeat(1_025), file: file("photo:AgACx") }],
  ["too_many_buttons", { text: "x", buttons: buttons(...Array.from({ length: 31 }, (_, at) => String(at))) }],
  ["token_too_long", { text: "x", buttons: [{ label: "长", token: "字".repeat(22) }] }],
  ["button_without_label", { text: "x", buttons: [{ label: " ", token: "a" }] }],
  ["button_without_token", { text: "x", buttons: [{ label: "好", token: "" }] }],
  ["file_of_another_channel", { file: file("photo:x", "photo", "web") }],
  ["file_unknown", { file: file("../../etc/passwd") }],
  ["file_without_caption", { file: file("video_note:AgACx", "video"), text: "灯" }],
])("what Telegram would not show as meant is not sent: %s", (fault, content) => {
  expect(call(content)).toMatchObject({ fault, payload: {} });
});
