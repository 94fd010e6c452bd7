import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FileRef, Outbound } from "../../core/channel/index.ts";
import { KeptFiles } from "../../core/media/index.ts";
import { samples } from "../../core/media/testing/samples.ts";
import { newFolder } from "../../core/store/testing/index.ts";
import type { FakePerson } from "./testing/fakePerson.ts";
import { openTelegram } from "./testing/telegramStage.ts";

type Stage = Awaited<ReturnType<typeof openTelegram>>;

let stage: Stage;
let wang: FakePerson;
let files: KeptFiles;
let sent = 0;

beforeEach(async () => {
  files = new KeptFiles(newFolder());
  stage = await openTelegram({ readKept: (name) => files.read(name) });
  stage.fake.limits.setAll("off");
  wang = stage.fake.person(7_001);
});
afterEach(() => stage.close());

async function send(bytes: Uint8Array, kind: FileRef["kind"] = "photo", given: Partial<Outbound> = {}) {
  const upload = (await files.keep(bytes))?.id ?? "";
  const file: FileRef = { kind, channel: "web", id: "x", name: "村口.jpg" };
  const { adapter } = stage;
  sent += 1;
  const outbound = { key: `k${sent}`, to: stage.addressOf(7_001), buttons: [], file, upload, ...given };
  return adapter.send(adapter.render(outbound));
}

function newest() {
  const { message, file } = wang.chat.messages.at(-1) ?? {};
  return { message, type: file?.type, name: file?.name, bytes: file && Buffer.from(file.bytes()) };
}

/** A picture of that many bytes. */
function picture(bytes: number): Buffer {
  return Buffer.concat([samples.jpg, Buffer.alloc(bytes - samples.jpg.length, 7)]);
}

describe("a file of another platform", () => {
  test.each([
    ["photo", "jpg", "photo", "sendPhoto"],
    ["photo", "gif", "animation", "sendAnimation"],
    ["voice", "ogg", "voice", "sendVoice"],
    ["voice", "webm", "document", "sendDocument"],
    ["video", "mp4", "video", "sendVideo"],
    ["document", "pdf", "document", "sendDocument"],
  ] as const)("a %s that is %s arrives whole, as Telegram's %s", async (kind, sample, type, method) => {
    const outcome = await send(samples[sample], kind, { text: "就是这盏" });

    expect(outcome).toMatchObject({ kind: "sent", id: String(newest().message?.message_id) });
    expect(newest()).toMatchObject({ type, name: "村口.jpg", bytes: samples[sample] });
    expect(newest().message?.caption).toBe("就是这盏");
    expect(stage.fake.calls.at(-1)?.method).toBe(method);
    expect(stage.fake.malformed).toEqual([]);
  });

  test("comes with its buttons", async () => {
    await send(samples.jpg, "photo", { text: "对吗？", buttons: [{ label: "对", token: "=t.sure.yes" }] });

    expect(wang.sees().at(-1)).toMatchObject({ text: "对吗？", buttons: [["对"]], file: "photo" });
  });

  test("of megabytes arrives whole", async () => {
    const large = picture(9_999_999);

    expect((await send(large)).kind).toBe("sent");

    expect(newest().bytes?.equals(large)).toBe(true);
  });

  test("that Telegram finds too large is refused as a file, and nothing of the token is told", async () => {
    const outcome = await send(picture(10_000_001));

    expect(outcome).toMatchObject({ kind: "rejected", file: true });
    expect(JSON.stringify(outcome)).not.toContain(stage.fake.token);
    expect(wang.sees()).toEqual([]);
  });

  test("to somebody who blocked the bot is gone, not refused", async () => {
    wang.chat.access = "blocked";

    expect(await send(samples.jpg)).toEqual({ kind: "gone" });
  });

  test.each([
    ["cut before", { kind: "drop", when: "before" }, "unknown"],
    ["cut after", { kind: "drop", when: "after" }, "unknown"],
    ["answered 502", { kind: "status", status: 502 }, "unknown"],
    ["asked for patience", { kind: "tooManyRequests", retryAfter: 3 }, "retry"],
  ] as const)("%s while it is uploaded has the same fate as words", async (_name, fault, fate) => {
    stage.fake.faults.next("sendPhoto", fault);

    expect((await send(samples.jpg)).kind).toBe(fate);
  });
});
