import { afterEach, expect, test } from "vitest";
import type { FakePerson } from "../adapters/telegram/testing/fakePerson.ts";
import { samples } from "../core/media/testing/samples.ts";
import { createTranscriber } from "../core/speech/index.ts";
import { describeOnEachEngine } from "../core/store/testing/index.ts";
import { startFakeService, type FakeService } from "../core/work/testing/fakeService.ts";
import { startProgram } from "./proofs/testing/runningProgram.ts";
import { openBothPlatforms, visitor } from "./testing/bothPlatforms.ts";
import { createProgramStage, seedVillage } from "./testing/programStage.ts";

const soon = { timeout: 50_000, interval: 30 };
const heard = "村口大樟树旁边的路灯坏了三天";
const key = "sk-very-secret-key";

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

type Visitor = ReturnType<typeof visitor>;

async function reads(who: FakePerson | Visitor, words: string): Promise<void> {
  const all = async () => (await who.sees()).map(({ text }) => text ?? "").join("\n");
  await expect.poll(all, soon).toContain(words);
}

async function startService(): Promise<FakeService> {
  const service = await startFakeService({ kind: "json", json: { text: heard } });
  closers.push(() => service.close());
  return service;
}

describeOnEachEngine("voices between platforms", (open) => {
  async function both(onTelegram: Readonly<Record<string, number>>, isTranscribing = true) {
    const service = await startService();
    const transcriber = createTranscriber({ baseUrl: service.baseUrl, key, model: "whisper-1" });
    const opened = await openBothPlatforms(
      await open(),
      onTelegram,
      isTranscribing ? transcriber : undefined,
    );
    closers.push(() => opened.close());
    return { ...opened, service };
  }

  /** The voice and the card as the grid worker's page shows them. */
  const voicesOnPage = async (who: Visitor) =>
    (await who.sees()).filter(({ file }) => file?.kind === "voice");

  test("a voice from Telegram is confirmed there, and on the grid worker's page it plays beside its words", async () => {
    const { inSandbox, onTelegram, service, lines } = await both({ wang: 7_001 });
    const [wang, li] = [onTelegram("wang"), inSandbox("li")];

    await wang.sends("voice", samples.ogg);
    await reads(wang, `您说的是：「${heard}」对吗？`);
    await wang.presses("对");
    await reads(wang, "这样交给网格员，对吗？");
    await wang.says("对");
    await reads(li, "【新事项 1001】");
    const [voice] = await voicesOnPage(li);

    expect(voice?.text).toBe(`（语音转成的字，本人确认过）${heard}`);
    expect((await li.opens(voice?.file?.url ?? "")).bytes).toEqual(samples.ogg);
    await reads(li, `王秀英：${heard}（语音 1）`);
    expect(service.requests).toHaveLength(1);
    expect(lines.filter((line) => line.includes(key) || line.includes("樟树"))).toEqual([]);
  });

  test("a voice from the sandbox is a voice on the grid worker's Telegram; her page shows no line she never said", async () => {
    const { inSandbox, onTelegram, fake } = await both({ li: 7_003 });
    const [wang, li] = [inSandbox("wang"), onTelegram("li")];

    await wang.sends(samples.ogg, "");
    await reads(wang, `您说的是：「${heard}」对吗？`);
    await wang.says("对");
    await reads(wang, "这样交给网格员，对吗？");
    await wang.says("对");
    await reads(li, "【新事项 1001】");

    const voice = li.sees().find(({ file }) => file === "voice");
    expect(voice?.text).toBe(`（语音转成的字，本人确认过）${heard}`);
    expect(fake.malformed).toEqual([]);
    expect((await wang.all()).filter(({ from, text }) => from === "person" && text === heard)).toEqual([]);
  });

  test("without a transcriber it is the voice on either side, and nobody is asked anything", async () => {
    const { inSandbox, onTelegram, service } = await both({ wang: 7_001 }, false);
    const [wang, li] = [onTelegram("wang"), inSandbox("li")];

    await wang.sends("voice", samples.ogg);
    await reads(wang, "在哪里？");
    await wang.says("村口");
    await reads(wang, "这样交给网格员，对吗？");
    await wang.says("对");
    await reads(li, "【新事项 1001】");

    const [voice] = await voicesOnPage(li);
    expect([voice?.text ?? "", service.requests]).toEqual(["", []]);
  });

  test("while the service is away she is asked nothing twice, and her voice goes on", async () => {
    const { onTelegram, service, lines } = await both({ wang: 7_001 });
    const wang = onTelegram("wang");
    service.usual = { kind: "status", status: 401 };

    await wang.sends("voice", samples.ogg);
    await reads(wang, "在哪里？");

    expect(service.requests).toHaveLength(1);
    expect(lines.filter((line) => line.includes("a voice was not transcribed this time"))).toHaveLength(1);
    expect(lines.filter((line) => line.includes(key))).toEqual([]);
  });

  test(
    "a voice under way when the program is killed is made words of in its next life, and nothing is lost",
    { timeout: 120_000 },
    async () => {
      const place = await open.place();
      const service = await startService();
      service.next.push({ kind: "slow", ms: 60_000, answer: { kind: "drop" } });
      const settings = {
        DATABASE_URL: place.url,
        DATA_DIR: place.dataDir,
        STT_BASE_URL: service.baseUrl,
        STT_API_KEY: key,
        STT_MODEL: "whisper-1",
      };
      const first = startProgram(settings);
      closers.push(() => first.kill());
      const before = visitor((await first.ready) ?? "", "wang");
      await before.sends(samples.ogg, "");
      await expect.poll(() => service.requests.length, soon).toBe(1);
      await first.kill();

      const second = startProgram(settings);
      closers.push(() => second.kill());
      const origin = (await second.ready) ?? "";
      const [wang, li] = [visitor(origin, "wang"), visitor(origin, "li")];
      await reads(wang, `您说的是：「${heard}」对吗？`);
      await wang.says("对");
      await reads(wang, "这样交给网格员，对吗？");
      await wang.says("对");
      await reads(li, "【新事项 1001】");

      const asked = (await wang.sees()).filter(({ text }) => text?.includes("您说的是") === true);
      const [voice] = await voicesOnPage(li);
      expect((await li.opens(voice?.file?.url ?? "")).bytes).toEqual(samples.ogg);
      expect([asked.length, service.requests.length]).toEqual([1, 2]);
      expect([...first.complaints, ...second.complaints]).toEqual([]);
    },
  );

  test("what she erases is gone with its transcript", async () => {
    const stage = await createProgramStage(await open.filled(seedVillage));
    const file = { kind: "voice", channel: "stage", id: "v1" } as const;
    await stage.hears?.("v1", "书记挪用修路的钱");

    await stage.say("王婶", { type: "voice", file, seconds: 5 });
    await stage.say("王婶", { type: "text", text: "对" });
    await stage.say("王婶", { type: "text", text: "删掉，我自己去说" });

    const left = await stage
      .database()
      .transaction(async (tx) => [
        await tx.selectFrom("inbox").select("event").execute(),
        await tx.selectFrom("talk").selectAll().execute(),
        await tx.selectFrom("transcript").selectAll().execute(),
        await tx.selectFrom("media").selectAll().execute(),
        await tx.selectFrom("ticket").selectAll().execute(),
      ]);
    expect(left.slice(2)).toEqual([[], [], []]);
    expect(JSON.stringify(left)).not.toMatch(/挪用|v1/u);
  });
});
