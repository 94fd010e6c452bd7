import { afterEach, expect, test } from "vitest";
import type { FileRef } from "../../core/channel/index.ts";
import { createPost } from "../../core/delivery/post.ts";
import { createPump } from "../../core/delivery/pump.ts";
import { KeptFiles } from "../../core/media/index.ts";
import { samples } from "../../core/media/testing/samples.ts";
import { describeOnEachEngine, newFolder, type TestDatabase } from "../../core/store/testing/index.ts";
import { systemClock } from "../../core/time/index.ts";
import type { Fault } from "./testing/faults.ts";
import { openTelegram } from "./testing/telegramStage.ts";

let close: () => Promise<void> = () => Promise.resolve();
afterEach(() => close());

const file: FileRef = { kind: "photo", channel: "web", id: "x" };
const notice = "（照片打不开）";

/** The outbox and the pump, with kept files to be uploaded to a (fake) Telegram; the clock is the real one. */
async function openUploads(database: TestDatabase, bytes: Uint8Array) {
  const files = new KeptFiles(newFolder());
  const upload = (await files.keep(bytes))?.id ?? "";
  const stage = await openTelegram({ readKept: (name) => files.read(name) });
  close = () => stage.close();
  const { adapter } = stage;
  const refused: string[] = [];
  const pump = createPump({
    database,
    clock: systemClock,
    adapter,
    owner: database.self,
    gone: () => Promise.resolve(),
    moved: () => Promise.resolve(),
    rejected: (_row, code) => expect.unreachable(code),
    report: (error) => expect.unreachable(String(error)),
    files: {
      bring: (outbound) => Promise.resolve({ ...outbound, upload }),
      inWords: ({ key, to, buttons }) => Promise.resolve({ key, to, buttons, text: notice }),
      refused: (_row, code) => void refused.push(code),
    },
  });
  const post = createPost({ clock: systemClock, capsOf: () => adapter.caps(), written: () => undefined });
  const sendCard = (chat: number) =>
    database.transaction((tx) =>
      post(tx, {
        key: `card ${String(chat)}`,
        address: stage.addressOf(chat),
        lane: "reply",
        blocks: [
          { type: "file", file },
          { type: "text", text: "【新事项】" },
        ],
      }),
    );
  const states = () =>
    database.transaction(async (tx) => {
      const rows = await tx.selectFrom("outbox").select("state").execute();
      return rows.map(({ state }) => state);
    });
  /** Looks again as the program's tick does, until nothing waits. */
  const settle = async (): Promise<void> => {
    while ((await states()).some((state) => state === "waiting" || state === "leased")) {
      await pump.drain();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  return { ...stage, sendCard, states, settle, refused };
}

describeOnEachEngine("cards with a photo to upload", (open) => {
  test("all arrive in a storm, each photo or a word about it before its card", async () => {
    const { fake, sendCard, states, settle } = await openUploads(await open(), samples.jpg);
    const people = Array.from({ length: 16 }, (_, index) => fake.person(8_000 + index));
    for (const { id } of people) await sendCard(id);
    const faults: readonly Fault[] = [
      { kind: "drop", when: "before" },
      { kind: "status", status: 502 },
      { kind: "drop", when: "after" },
      { kind: "tooManyRequests", retryAfter: 1 },
      { kind: "status", status: 500, processed: true },
      { kind: "stall", ms: 150 },
    ];
    fake.faults.plan = (method, before) =>
      method === "sendPhoto" && before < 24 && before % 2 === 0
        ? faults[(before / 2) % faults.length]
        : undefined;

    await settle();

    const seen = people.map((person) => person.sees());
    expect(seen.every((shown) => shown[0]?.file === "photo" || shown[0]?.text === notice)).toBe(true);
    expect(seen.map((shown) => shown.filter(({ text }) => text === "【新事项】").length)).toEqual(
      people.map(() => 1),
    );
    expect(seen.map((shown) => shown.at(-1)?.text)).toEqual(people.map(() => "【新事项】"));
    expect(seen.filter((shown) => shown.some(({ file: type }) => type === "photo")).length).toBeGreaterThan(
      12,
    );
    expect(new Set(await states())).toEqual(new Set(["sent"]));
    expect(fake.limits.violations.filter(({ limit }) => limit === "chat")).toEqual([]);
    expect(fake.malformed).toEqual([]);
  });

  test("arrive in words when Telegram finds the photo too large", async () => {
    const large = Buffer.concat([samples.jpg, Buffer.alloc(10_000_000)]);
    const { fake, sendCard, settle, refused } = await openUploads(await open(), large);
    const wang = fake.person(7_001);
    await sendCard(7_001);

    await settle();

    expect(wang.sees().map(({ text }) => text)).toEqual([notice, "【新事项】"]);
    expect(refused).toEqual(["400 Bad Request: file is too big for a photo"]);
  });
});
