import { readFileSync } from "node:fs";
import fc from "fast-check";
import type { Update } from "grammy/types";
import { describe, expect, test } from "vitest";
import type { InboundEvent } from "../../core/channel/index.ts";
import { eventOfUpdate } from "./read.ts";
import { botApiSchema } from "./testing/botApiSchema.ts";

const self = { id: 7_000_000_001, username: "diantong_bot" };
const receivedAt = 1_795_339_260_000;

interface Saved {
  readonly update: Update;
  /** Null for what is not for the bot. */
  readonly event: InboundEvent | null;
}

const saved = JSON.parse(readFileSync(new URL("fixtures/updates.json", import.meta.url), "utf8")) as Readonly<
  Record<string, Saved>
>;

describe("a saved update becomes what was meant", () => {
  test.each(Object.entries(saved))("%s", (_name, { update, event }) => {
    expect(botApiSchema().faultInUpdate(update)).toBeUndefined();

    expect(eventOfUpdate(update, self, receivedAt) ?? null).toEqual(event);
  });
});

const plain = saved["plain words"]?.update;

test("the same number given to another message, after Telegram began to count anew, is another key", () => {
  const other = { ...plain, message: { ...plain?.message, date: 1_764_000_000 } } as Update;

  const keys = [plain as Update, other, plain as Update].map(
    (update) => eventOfUpdate(update, self, receivedAt)?.dedupeKey,
  );

  expect(keys[0]).not.toBe(keys[1]);
  expect(keys[0]).toBe(keys[2]);
});

test("a key is the same whenever the update is delivered again", () => {
  for (const { update } of Object.values(saved)) {
    const first = eventOfUpdate(update, self, receivedAt);
    const again = eventOfUpdate(structuredClone(update), self, receivedAt + 3_600_000);

    expect(again?.dedupeKey).toBe(first?.dedupeKey);
  }
});

test("an update from a year ago keeps its date", () => {
  const old = { ...plain, message: { ...plain?.message, date: 1_763_803_200 } } as Update;

  expect(eventOfUpdate(old, self, receivedAt)?.at).toBe(1_763_803_200_000);
});

test.each([
  ["no chat", { chat: { id: "x", type: "private" } }],
  ["no chat", { chat: { id: 2 ** 60, type: "private" } }],
  ["no sender", { from: { is_bot: false, first_name: "王" } }],
  ["no date", { date: "yesterday" }],
  ["no date", { date: undefined }],
  ["a message without a number", { reply_to_message: {} }],
  ["no place", { location: { latitude: "north", longitude: 1 } }],
  ["a file without an id", { voice: { file_id: "", duration: 1 } }],
])(
  "an update with %s is refused before it is stored, where it would stop those behind it",
  (fault, wrong) => {
    const update = { ...plain, message: { ...plain?.message, ...wrong } } as unknown as Update;

    expect(() => eventOfUpdate(update, self, receivedAt)).toThrow(fault);
  },
);

test("what Telegram will invent next year is answered as a sticker is, a notice of Telegram's own is not", () => {
  const { text: _, ...nothing } = plain?.message ?? {};
  const invented = { ...plain, message: { ...nothing, smell: { strength: 3 } } } as unknown as Update;
  const notice = { ...plain, message: { ...nothing, pinned_message: nothing } } as unknown as Update;

  expect(eventOfUpdate(invented, self, receivedAt)?.body).toEqual({ type: "sticker" });
  expect(eventOfUpdate(notice, self, receivedAt)).toBeUndefined();
});

test("whatever words come in whatever chat, reading never fails and nothing in the event offends a database", () => {
  const words = fc.string({ unit: "binary", maxLength: 60 });
  const chat = fc.constantFrom("private", "group", "supergroup", "channel");

  fc.assert(
    fc.property(words, words, chat, fc.integer(), (text, name, type, id) => {
      const message = { message_id: 1, date: 1, from: { id: 1, is_bot: false, first_name: name }, text };
      const update = { update_id: id, message: { ...message, chat: { id: 1, type } } } as unknown as Update;

      const event = eventOfUpdate(update, self, receivedAt);

      const stored = JSON.stringify(event ?? {});
      expect(stored).not.toContain(String.raw`\u0000`);
      expect(stored).not.toMatch(/\\ud[89a-f]/i);
      if (event?.body.type === "text") expect(event.body.text).not.toMatch(/^\s*\//);
    }),
  );
});
