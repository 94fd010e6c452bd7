import { expect, test } from "vitest";
import type { Body, Outbound } from "../channel/index.ts";
import { describeOnEachEngine } from "../store/testing/index.ts";
import { minute } from "../time/index.ts";
import { bringFile } from "./showing.ts";
import { refusalOf, take } from "./taking.ts";
import { fileNamed, openFetcher } from "./testing/openFetcher.ts";
import { samples } from "./testing/samples.ts";

const card: Outbound = {
  key: "k",
  to: "other/bot/li",
  buttons: [],
  file: fileNamed("lamp"),
  text: "【新事项 1001】",
};
const notYet = "【新事项 1001】\n（照片还没传过来，过一会儿再看。）";
const never = "【新事项 1001】\n（照片在这边打不开，可请对方再发一次。）";

describeOnEachEngine("a message with a file of another platform", (open) => {
  async function stage() {
    const opened = await openFetcher(open);
    const { database, clock } = opened;
    const brought = (outbound = card, language: "zh" | "en" = "zh") =>
      database.transaction((tx) => bringFile(tx, outbound, clock.now(), language));
    return { ...opened, brought };
  }

  test("names the hash once the file is kept", async () => {
    const { arrives, fetcher, brought } = await stage();
    await arrives("lamp", samples.jpg);
    await fetcher.drain();

    expect(await brought()).toEqual({
      ...card,
      upload: expect.stringMatching(/^[0-9a-f]{64}\.jpg$/) as string,
    });
  });

  test("waits a second at a time for a file on its way, and a minute in all", async () => {
    const { arrives, brought, clock } = await stage();
    await arrives("lamp", new Error("no network"));

    const soon = await brought();
    clock.pass(minute);
    const late = await brought();

    expect(soon).toEqual({ waitMs: 1_000 });
    expect(late).toEqual({ key: "k", to: "other/bot/li", buttons: [], text: notYet });
  });

  test("goes in words when its file is gone, refused, or was never asked for", async () => {
    const { arrives, fetcher, brought } = await stage();
    const unknown = await brought();
    await arrives("lamp", undefined);
    await fetcher.drain();
    const gone = await brought();
    await arrives("film", undefined, { kind: "video", bytes: 30_000_000 });
    const { text: _, ...wordless } = card;
    const refused = await brought({ ...wordless, file: fileNamed("film", { kind: "video" }) }, "en");

    expect([unknown, gone]).toMatchObject([{ text: never }, { text: never }]);
    expect(gone).not.toHaveProperty("file");
    expect(refused).toMatchObject({ text: "(The video cannot be opened here; please ask for it again.)" });
  });

  test("is left as it is where the file is at home, and without one", async () => {
    const { brought } = await stage();
    const home = { ...card, to: "paper/bot/li" };
    const { file: _, ...words } = card;

    expect(await brought(home)).toBe(home);
    expect(await brought(words)).toBe(words);
  });
});

test("a film that is too large is refused at once, and the words beside it are taken", () => {
  const file = fileNamed("film", { kind: "video", bytes: 30_000_000 });
  const film = (caption?: string): Body => ({ type: "media", file, ...(caption && { caption }) });
  const zh = "这段视频有 30 MB，太大了，没收下（最多 20 MB）。请拍短一点再发，或者打字说。";

  expect(take(film("路灯坏了"))).toMatchObject({ body: { type: "text", text: "路灯坏了" }, refusal: { zh } });
  expect(take(film())).toEqual({ refusal: expect.objectContaining({ zh }) as object });
});

test("a file that is small enough, or does not say, and words are taken as they are", () => {
  const bodies: readonly Body[] = [
    { type: "media", file: fileNamed("lamp", { bytes: 10_000_000 }), caption: "路灯" },
    { type: "voice", file: fileNamed("voice", { kind: "voice" }) },
    { type: "text", text: "路灯坏了" },
  ];

  expect(bodies.map((body) => take(body))).toEqual(bodies.map((body) => ({ body })));
});

test("whoever sent what cannot be opened is told so, and what to do", () => {
  expect(refusalOf({ kind: "document" }, "wrong_type").zh).toBe(
    "您刚才发的那份文件存不下来，别人可能看不到；别的都记着。请拍成照片再发，或者打字说。",
  );
});
