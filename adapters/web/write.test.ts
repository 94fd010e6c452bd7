import { expect, test } from "vitest";
import type { InboundEvent, Outbound } from "../../core/channel/index.ts";
import { faultOf, lineOfHistory, render } from "./write.ts";

const card: Outbound = {
  key: "out-7",
  to: "web/sandbox/li",
  text: "【新事项 1024】路灯 · 双桥村 G1",
  buttons: [
    { label: "答复", token: "a1" },
    { label: "上报乡镇", token: "a2" },
  ],
  file: { kind: "photo", channel: "web", id: `${"a".repeat(64)}.jpg`, name: "lamp.jpg" },
};

test("a card is drawn with its buttons and its picture", () => {
  expect(render(card)).toMatchInlineSnapshot(`
    {
      "actor": "li",
      "file": {
        "channel": "web",
        "id": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.jpg",
        "kind": "photo",
        "name": "lamp.jpg",
      },
      "line": {
        "buttons": [
          {
            "label": "答复",
            "token": "a1",
          },
          {
            "label": "上报乡镇",
            "token": "a2",
          },
        ],
        "file": {
          "kind": "photo",
          "name": "lamp.jpg",
          "url": "/sandbox/files/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.jpg",
        },
        "from": "bot",
        "id": "out-7",
        "text": "【新事项 1024】路灯 · 双桥村 G1",
      },
    }
  `);
});

test.each([
  ["wrong_address", { to: "telegram/bot/1" }],
  ["empty", { text: "" }],
  ["button_without_label", { text: "选", buttons: [{ label: "", token: "t" }] }],
  ["file_of_another_channel", { file: { kind: "photo", channel: "telegram", id: "x" } }],
] as const)("%s is the reason given", (code, content) => {
  const call = render({ key: "k", to: "web/sandbox/li", buttons: [], ...content });

  expect(faultOf(call)).toBe(code);
});

test.each<[InboundEvent["body"], object | undefined]>([
  [{ type: "command", name: "start", args: "g7Kq2m" }, { text: "/start g7Kq2m" }],
  [{ type: "command", name: "menu", args: "" }, { text: "/menu" }],
  [{ type: "action", token: "a1" }, { pressed: "a1" }],
  [
    { type: "voice", seconds: 6, file: { kind: "voice", channel: "telegram", id: "x" } },
    { seconds: 6, file: { kind: "voice" } },
  ],
  [
    { type: "location", latitude: 29.29, longitude: 121.43 },
    { place: { latitude: 29.29, longitude: 121.43 } },
  ],
  [{ type: "sticker" }, { sticker: true }],
  [{ type: "lifecycle", change: "opened" }, undefined],
])("%j is shown in the history as %j", (body, content) => {
  const event: InboundEvent = {
    dedupeKey: "wang/1",
    channel: "web",
    bot: "sandbox",
    chat: "wang",
    actor: { id: "wang" },
    group: false,
    addressed: true,
    at: 5,
    body,
  };

  const line = lineOfHistory({ from: "person", at: 5, event });

  expect(line).toEqual(content && { id: "wang/1", from: "person", at: 5, ...content });
});
