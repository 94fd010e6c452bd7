import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { Line } from "../adapters/web/page/protocol.ts";
import type { FakePerson } from "../adapters/telegram/testing/fakePerson.ts";
import { FakeTelegram } from "../adapters/telegram/testing/fakeTelegram.ts";
import { samples } from "../core/media/testing/samples.ts";
import { openDatabase } from "../core/store/index.ts";
import { describeOnEachEngine } from "../core/store/testing/index.ts";
import { systemClock } from "../core/time/index.ts";
import { createPaperAdapter } from "../core/channel/testing/paperAdapter.ts";
import { startProgram } from "./proofs/testing/runningProgram.ts";
import { seedDemo } from "./seed.ts";
import { createProgramStage, seedVillage } from "./testing/programStage.ts";
import { movesToTelegram, openBothPlatforms, visitor } from "./testing/bothPlatforms.ts";

/** Longer than a lease: what a killed program was sending is taken over when its lease has ended. */
const soon = { timeout: 50_000, interval: 30 };
const program = Buffer.from("\x7fELF\x02\x01\x01", "latin1");

let close: () => Promise<unknown> = () => Promise.resolve();
afterEach(() => close());

type Visitor = ReturnType<typeof visitor>;

async function reads(who: FakePerson | Visitor, words: string): Promise<void> {
  const all = async () => (await who.sees()).map(({ text }) => text ?? "").join("\n");
  await expect.poll(all, soon).toContain(words);
}

/** The newest picture on her page, as it is after a reload. */
async function picture(who: Visitor): Promise<NonNullable<Line["file"]>> {
  const found = async () => (await who.sees()).findLast(({ file }) => file?.url !== undefined)?.file;
  await expect.poll(found, soon).toBeDefined();
  const file = await found();
  return file ?? { kind: "photo" };
}

function shownFiles(person: FakePerson): readonly Buffer[] {
  const files = person.chat.messages.filter(({ fromBot, file }) => fromBot && file);
  return files.map(({ file }) => Buffer.from(file?.bytes() ?? []));
}

describeOnEachEngine("files between platforms", (open) => {
  async function both(onTelegram: Readonly<Record<string, number>>) {
    const opened = await openBothPlatforms(await open(), onTelegram);
    close = () => opened.close();
    return opened;
  }

  test("a photo from the sandbox is a photo on the grid worker's Telegram, and his photo is one on her page", async () => {
    const { fake, inSandbox, onTelegram } = await both({ li: 7_003 });
    const [wang, li] = [inSandbox("wang"), onTelegram("li")];

    await wang.sends(samples.png, "村口大樟树旁边的路灯坏了三天");
    await reads(wang, "对吗");
    await wang.says("对");
    await reads(li, "【新事项 1001】");
    const card = li.sees().findLast(({ text }) => text.includes("【新事项 1001】"));
    await li.sends("photo", samples.jpg, { replyTo: card?.id ?? 0, caption: "换好了，你看" });
    await reads(wang, "换好了，你看");
    const { kind, url = "" } = await picture(wang);

    expect(shownFiles(li)).toEqual([samples.png]);
    expect(li.sees().map(({ file }) => file)[0]).toBe("photo");
    expect(kind).toBe("photo");
    expect(await wang.opens(url)).toEqual({ type: "image/jpeg", bytes: samples.jpg });
    expect(fake.malformed).toEqual([]);
  });

  test("a villager's photo from Telegram reaches the grid worker's page, though Telegram was away at first", async () => {
    const { fake, inSandbox, onTelegram, lines } = await both({ wang: 7_001 });
    const [wang, li] = [onTelegram("wang"), inSandbox("li")];
    fake.faults.next("file", { kind: "status", status: 502 });
    fake.faults.next("getFile", { kind: "drop", when: "before" });

    await wang.sends("photo", samples.jpg, { caption: "村口大樟树旁边的路灯坏了三天" });
    await reads(wang, "对吗");
    await wang.says("对");
    await reads(li, "【新事项 1001】");
    const { url = "" } = await picture(li);

    expect((await li.opens(url)).bytes).toEqual(samples.jpg);
    expect(lines.filter((line) => line.includes(fake.token))).toEqual([]);
  });

  test("a film of 30 MB is refused in a clear sentence, and its words become the matter", async () => {
    const { inSandbox, onTelegram } = await both({ wang: 7_001 });
    const [wang, li] = [onTelegram("wang"), inSandbox("li")];

    await wang.sends("video", 30_000_000, { caption: "村口大樟树旁边的路灯坏了三天" });
    await reads(wang, "这段视频有 30 MB，太大了，没收下（最多 20 MB）。");
    await wang.sends("video", 30_000_000);
    await wang.says("对");
    await reads(wang, "已交给网格员老李");
    await reads(li, "村口大樟树旁边的路灯坏了三天");

    const refusals = wang.sees().filter(({ text }) => text.includes("太大了，没收下"));
    expect(refusals).toHaveLength(2);
    expect((await li.sees()).every(({ file }) => file === undefined)).toBe(true);
  });

  test("a program in disguise is refused when it was fetched; she hears it, and the matter is kept", async () => {
    const { inSandbox, onTelegram, folder } = await both({ wang: 7_001 });
    const [wang, li] = [onTelegram("wang"), inSandbox("li")];

    await wang.sends("photo", program, { caption: "村口大樟树旁边的路灯坏了三天" });
    await reads(wang, "那张照片存不下来，别人可能看不到；别的都记着。");
    await wang.says("对");
    await reads(li, "【新事项 1001】");

    await reads(li, "（照片在这边打不开，可请对方再发一次。）");
    expect(() => readdirSync(folder)).toThrow("ENOENT");
  });

  test("a card whose photo is lost from the disk arrives all the same", async () => {
    const { inSandbox, onTelegram, folder, filesKept } = await both({ li: 7_003 });
    const [wang, li] = [inSandbox("wang"), onTelegram("li")];
    await wang.sends(samples.png, "村口大樟树旁边的路灯坏了三天");
    await reads(wang, "对吗");
    await expect.poll(filesKept, soon).toBe(1);
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });

    await wang.says("对");

    await reads(li, "【新事项 1001】");
    expect(li.sees()[0]?.text).toBe("（照片在这边打不开，可请对方再发一次。）");
  });

  test(
    "a photo under way when the program is killed is fetched in its next life",
    { timeout: 120_000 },
    async () => {
      const place = await open.place();
      const fake = await FakeTelegram.start();
      const database = await openDatabase(place.url, { dataDir: place.dataDir });
      await seedDemo(database, [{ ...createPaperAdapter("web"), bot: "sandbox" }], systemClock.now());
      await movesToTelegram(database, "wang", String(fake.bot.id), 7_001);
      await database.close();
      const settings = {
        DATABASE_URL: place.url,
        DATA_DIR: place.dataDir,
        TELEGRAM_BOT_TOKEN: fake.token,
        TELEGRAM_API_ROOT: fake.apiRoot,
      };
      const wang = fake.person(7_001);
      let isUnderWay = false;
      fake.faults.plan = (method, before) => {
        if (method !== "file" || before > 0) return undefined;
        isUnderWay = true;
        return { kind: "stall", ms: 60_000 };
      };
      const first = startProgram(settings);
      close = () => Promise.all([first.kill(), fake.close()]);
      await first.ready;
      await wang.sends("photo", samples.jpg, { caption: "村口大樟树旁边的路灯坏了三天" });
      await reads(wang, "对吗");
      await expect.poll(() => isUnderWay, soon).toBe(true);
      await first.kill();

      const second = startProgram(settings);
      close = () => Promise.all([second.kill(), fake.close()]);
      const li = visitor((await second.ready) ?? "", "li");
      await wang.says("对");
      await reads(li, "【新事项 1001】");
      const { url = "" } = await picture(li);

      expect((await li.opens(url)).bytes).toEqual(samples.jpg);
      expect([...first.complaints, ...second.complaints]).toEqual([]);
    },
  );

  test("a stranger's photo is asked for only when she has joined, and words bring nothing to fetch", async () => {
    const stage = await createProgramStage(await open.filled(seedVillage));
    const file = { kind: "photo", channel: "stage", id: "水管.jpg" } as const;
    const wanted = () =>
      stage.database().transaction((tx) => tx.selectFrom("media").select(["file_id", "address"]).execute());
    const say = (text: string) => stage.say("小芳", { type: "text", text });

    await stage.say("小芳", { type: "media", file, caption: "门口水管爆了" });
    await say("同意");
    await say("李小芳");
    const before = await wanted();
    await say("双桥村");
    await say("1");

    expect(before).toEqual([]);
    expect(await wanted()).toEqual([{ file_id: "水管.jpg", address: "paper/bot/小芳" }]);
  });
});
