import { expect, test } from "vitest";
import { createPaperAdapter, paperCaps } from "../channel/testing/paperAdapter.ts";
import type { FileRef, Outbound, Outcome } from "../channel/index.ts";
import { describeOnEachEngine } from "../store/testing/index.ts";
import { createManualClock } from "../time/testing/manualClock.ts";
import { createPost } from "./post.ts";
import { createPump } from "./pump.ts";

const foreign: FileRef = { kind: "photo", channel: "elsewhere", id: "lamp" };
const own: FileRef = { kind: "photo", channel: "paper", id: "lamp" };
const refusedFile: Outcome = { kind: "rejected", code: "PHOTO_INVALID_DIMENSIONS", file: true };

describeOnEachEngine("a card with a file", (open) => {
  async function stage() {
    const database = await open();
    const clock = createManualClock();
    const adapter = createPaperAdapter();
    const post = createPost({ clock, capsOf: () => paperCaps, written: () => undefined });
    const state = { isKept: false, refused: [] as string[] };
    const pump = createPump({
      database,
      clock,
      adapter,
      owner: "one",
      gone: () => Promise.resolve(),
      moved: () => Promise.resolve(),
      rejected: (_row, code) => expect.unreachable(code),
      report: (error) => expect.unreachable(String(error)),
      files: {
        bring: (outbound) =>
          Promise.resolve(state.isKept ? { ...outbound, upload: "hash.jpg" } : { waitMs: 1_000 }),
        inWords: ({ key, to, buttons }) => Promise.resolve({ key, to, buttons, text: "（照片打不开）" }),
        refused: (_row, code) => void state.refused.push(code),
      },
    });
    const say = (key: string, file: FileRef | undefined, address = "paper/bot/li") =>
      database.transaction((tx) =>
        post(tx, {
          key,
          address,
          lane: "reply",
          blocks: [...(file ? [{ type: "file", file } as const] : []), { type: "text", text: key }],
        }),
      );
    const said = () => adapter.sent.map(({ text, file, upload }: Outbound) => upload ?? file?.id ?? text);
    return { database, clock, adapter, pump, say, said, state };
  }

  test("waits for it, with what follows in the chat, and keeps no other chat waiting", async () => {
    const { pump, say, said, clock, state } = await stage();
    await say("card", foreign);
    await say("next", undefined);
    await say("other", undefined, "paper/bot/chen");

    await pump.drain();
    const before = said();
    state.isKept = true;
    await pump.drain();
    const tooSoon = said();
    clock.pass(1_000);
    await pump.drain();

    expect([before, tooSoon]).toEqual([["other"], ["other"]]);
    expect(said()).toEqual(["other", "hash.jpg", "card", "next"]);
  });

  test.each([foreign, own])("goes in words when the platform refuses the file of $channel", async (file) => {
    const { pump, say, said, state, adapter } = await stage();
    state.isKept = true;
    adapter.answers.push(refusedFile);
    await say("card", file);

    await pump.drain();

    expect(said()).toEqual(["（照片打不开）", "card"]);
    expect(state.refused).toEqual(["PHOTO_INVALID_DIMENSIONS"]);
  });

  test("goes in words when four attempts to send the file had no answer", async () => {
    const { pump, say, said, state, adapter, clock } = await stage();
    state.isKept = true;
    for (let attempt = 0; attempt < 4; attempt += 1) adapter.answers.push({ kind: "unknown" });
    await say("card", foreign);

    for (let passed = 0; passed < 30; passed += 1) {
      await pump.drain();
      clock.pass(1_000);
    }

    expect(said()).toEqual(["（照片打不开）", "card"]);
  });

  test("whose words are asked to wait as well is tried again from the beginning", async () => {
    const { pump, say, said, state, adapter, clock } = await stage();
    state.isKept = true;
    adapter.answers.push(refusedFile, { kind: "retry", afterMs: 2_000 });
    await say("card", foreign);

    await pump.drain();
    const before = said();
    clock.pass(2_000);
    await pump.drain();

    expect(before).toEqual([]);
    expect(said()).toEqual(["hash.jpg", "card"]);
  });
});
