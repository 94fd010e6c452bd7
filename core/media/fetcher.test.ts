import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeOnEachEngine } from "../store/testing/index.ts";
import { day, hour, minute, second } from "../time/index.ts";
import { createFetcher } from "./fetcher.ts";
import { KeptFiles } from "./keptFiles.ts";
import { forgetFiles, wantFile } from "./store.ts";
import { fileNamed, mortal, openFetcher } from "./testing/openFetcher.ts";
import { samples } from "./testing/samples.ts";

const program = Buffer.from("\x7fELF\x02\x01\x01", "latin1");

describeOnEachEngine("a file that arrived", (open) => {
  test("is kept on the disk under its hash, as what it really is", async () => {
    const { arrives, fetcher, states, onDisk, folder } = await openFetcher(open);
    await arrives("lamp", samples.jpg, { mime: "application/x-whatever", name: "../../lamp.exe" });

    await fetcher.drain();

    const name = `${createHash("sha256").update(samples.jpg).digest("hex")}.jpg`;
    expect(await states()).toEqual(["lamp kept image/jpeg"]);
    expect(onDisk()).toEqual([name]);
    expect(readFileSync(join(folder, name))).toEqual(samples.jpg);
  });

  test("twice with the same bytes is one file, and a file that is kept is not asked for again", async () => {
    const { arrives, fetcher, states, onDisk, asked } = await openFetcher(open);
    await arrives("first", samples.png);
    await arrives("second", samples.png);
    await fetcher.drain();

    expect(await arrives("first")).toBe(false);
    expect(await fetcher.drain()).toBe(false);

    expect(await states()).toEqual(["first kept image/png", "second kept image/png"]);
    expect(onDisk()).toHaveLength(1);
    expect(asked.toSorted()).toEqual(["first", "second"]);
  });

  test.each([
    ["photo", 10_000_000],
    ["video", 20_000_000],
  ] as const)("a %s that says it has more than %i bytes is refused and never fetched", async (kind, most) => {
    const { arrives, fetcher, states, asked } = await openFetcher(open);

    expect(await arrives("large", samples.mp4, { kind, bytes: most + 1 })).toBe(false);
    expect(await arrives("small", samples.mp4, { kind, bytes: most })).toBe(true);
    await fetcher.drain();

    expect(await states()).toEqual(["large refused too_big", "small kept video/mp4"]);
    expect(asked).toEqual(["small"]);
  });

  test("of a type that is not kept is refused, and whoever sent it is told once", async () => {
    const { arrives, fetcher, states, told, onDisk, files } = await openFetcher(open);
    await files.keep(samples.jpg);
    await arrives("game", program, { kind: "document", name: "game.pdf" });

    await fetcher.drain();
    await arrives("game", program, { kind: "document" });
    await fetcher.drain();

    expect(await states()).toEqual(["game refused wrong_type"]);
    expect(told).toEqual(["paper/bot/wang game wrong_type"]);
    expect(onDisk()).toHaveLength(1);
  });

  test("that the platform has no more is gone; sent anew, it is fetched anew", async () => {
    const { arrives, fetcher, states, told } = await openFetcher(open);
    await arrives("lamp");
    await fetcher.drain();
    const before = await states();

    await arrives("lamp", samples.jpg);
    await fetcher.drain();

    expect(before).toEqual(["lamp gone absent"]);
    expect(await states()).toEqual(["lamp kept image/jpeg"]);
    expect(told).toEqual([]);
  });

  test("while the platform is away is tried again, less and less often, and kept once it is back", async () => {
    const { arrives, fetcher, states, asked, clock, platform, reports } = await openFetcher(open);
    await arrives("lamp", new Error("no network"));

    await fetcher.drain();
    await fetcher.drain();
    expect(asked).toHaveLength(1);
    for (let passed = 0; passed < 10 * minute; passed += second) {
      clock.pass(second);
      await fetcher.drain();
    }
    expect(asked.length).toBeGreaterThan(6);
    expect(asked.length).toBeLessThan(11);
    platform.set("lamp", samples.jpg);
    clock.pass(10 * minute);
    await fetcher.drain();

    expect(await states()).toEqual(["lamp kept image/jpeg"]);
    expect(reports[0]).toBe("lamp Error: no network");
  });

  test("that could not be fetched for a day is given up", async () => {
    const { arrives, fetcher, states, clock } = await openFetcher(open);
    await arrives("lamp", new Error("no network"));

    for (let passed = 0; passed <= day; passed += hour) {
      await fetcher.drain();
      clock.pass(hour);
    }

    expect(await states()).toEqual(["lamp gone unreachable"]);
  });

  test("one that cannot be fetched keeps no other waiting", async () => {
    const { arrives, fetcher, states } = await openFetcher(open);
    for (let index = 0; index < 6; index += 1) await arrives(`away ${index}`, new Error("no network"));
    await arrives("lamp", samples.jpg);

    await fetcher.drain();

    expect((await states()).at(-1)).toBe("lamp kept image/jpeg");
  });

  test("slowly keeps no other waiting, and one of another platform is none of this one's", async () => {
    const { arrives, ports, states, database, clock } = await openFetcher(open);
    const slow = Promise.withResolvers<Uint8Array>();
    const { adapter } = ports;
    const download: typeof adapter.download = (file, maxBytes) =>
      file.id.startsWith("slow") ? slow.promise : adapter.download(file, maxBytes);
    const fetcher = createFetcher({ ...ports, adapter: { ...adapter, download } });
    const elsewhere = { channel: "other", bot: "bot", address: "other/bot/wang" };
    await database.transaction((tx) => wantFile(tx, fileNamed("foreign"), elsewhere, clock.now()));
    for (const id of ["slow 1", "slow 2", "slow 3"]) await arrives(id);
    const draining = fetcher.drain();
    for (const id of ["quick 1", "quick 2", "quick 3"]) await arrives(id, samples.jpg);

    void fetcher.drain();
    await expect
      .poll(async () => (await states()).slice(1, 4))
      .toEqual([1, 2, 3].map((n) => `quick ${n} kept image/jpeg`));
    slow.resolve(samples.png);
    await draining;

    expect((await states()).slice(4)).toEqual([1, 2, 3].map((n) => `slow ${n} kept image/png`));
    expect((await states())[0]).toBe("foreign waiting");
  });

  test("is kept whole though the program died between the disk and the row", async () => {
    const { arrives, ports, states, onDisk, database } = await openFetcher(open);
    await arrives("lamp", samples.jpg);
    const dying = mortal(database);
    const { adapter } = ports;
    const download: typeof adapter.download = (file, maxBytes) => {
      dying.die();
      return adapter.download(file, maxBytes);
    };
    const first = createFetcher({
      ...ports,
      database: dying.database,
      adapter: { ...adapter, download },
    });
    await expect(first.drain()).rejects.toThrow("dead");
    expect([await states(), onDisk().length]).toEqual([["lamp waiting"], 1]);

    await createFetcher(ports).drain();

    expect([await states(), onDisk().length]).toEqual([["lamp kept image/jpeg"], 1]);
  });

  test("while the program is stopped is left for its next life", async () => {
    const { arrives, ports, states } = await openFetcher(open);
    await arrives("lamp", samples.jpg);
    const download = () => new Promise<undefined>(() => undefined);
    const never = createFetcher({ ...ports, adapter: { ...ports.adapter, download } });
    const draining = never.drain();
    never.stop();
    await draining;

    expect(await states()).toEqual(["lamp waiting"]);
    await createFetcher(ports).drain();
    expect(await states()).toEqual(["lamp kept image/jpeg"]);
  });

  test("erased while it is fetched leaves nothing on the disk, erased afterwards neither, unless another file is the same", async () => {
    const { arrives, ports, files, database, onDisk, states } = await openFetcher(open);
    const { adapter } = ports;
    const erase = (id: string) => database.transaction((tx) => forgetFiles(tx, [fileNamed(id)]));
    const remove = async (id: string) => {
      for (const name of await erase(id)) await files.remove(name);
    };
    await arrives("one", samples.jpg);
    await arrives("same", samples.jpg);
    await arrives("slow", samples.png);
    const download: typeof adapter.download = async (file, maxBytes) => {
      if (file.id === "slow") await erase("slow");
      return adapter.download(file, maxBytes);
    };

    await createFetcher({ ...ports, adapter: { ...adapter, download } }).drain();
    const fetched = [await states(), onDisk().length];
    await remove("one");
    const shared = onDisk().length;
    await remove("same");

    expect(fetched).toEqual([["one kept image/jpeg", "same kept image/jpeg"], 1]);
    expect([shared, onDisk().length]).toEqual([1, 0]);
  });

  test("with an identifier that somebody made up to be long is not looked for", async () => {
    const { arrives, states } = await openFetcher(open);

    expect(await arrives("x".repeat(5_000))).toBe(false);

    expect(await states()).toEqual([]);
  });

  test("what a program that died was writing is removed at the next start, and what is cut short is written again", async () => {
    const { files, folder, onDisk } = await openFetcher(open);
    const kept = await files.keep(samples.jpg);
    mkdirSync(join(folder, "aside"), { recursive: true });
    writeFileSync(join(folder, "aside", "half"), "\xff\xd8");
    writeFileSync(join(folder, kept?.id ?? ""), samples.jpg.subarray(0, 5));

    await files.begin(join(folder, "..", "nothing"));
    await files.keep(samples.jpg);

    expect(onDisk()).toEqual([kept?.id]);
    expect(await files.read(kept?.id ?? "")).toEqual(samples.jpg);
    expect(await files.read(`${"0".repeat(64)}.jpg`)).toBeUndefined();
    expect(await files.read("../../../etc/passwd")).toBeUndefined();
  });

  test("of an older version is found where that version kept it", async () => {
    const { files, folder } = await openFetcher(open);
    const former = new KeptFiles(`${folder}-of-old`);
    const kept = await former.keep(samples.jpg);

    await files.begin(`${folder}-of-old`);
    await files.begin(`${folder}-of-old`);

    expect(await files.read(kept?.id ?? "")).toEqual(samples.jpg);
  });
});
