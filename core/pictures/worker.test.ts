import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import type { FileRef } from "../channel/index.ts";
import { KeptFiles, keptName } from "../media/index.ts";
import { describeOnEachEngine, type OpenTestDatabase } from "../store/testing/index.ts";
import { createManualClock } from "../time/testing/manualClock.ts";
import type { Picture } from "./model.ts";
import { Painter } from "./painter.ts";
import { pngsOf } from "./pngs.ts";
import { pagesOf, wantPicture } from "./service.ts";
import { readPng } from "./testing/readPng.ts";
import { createDrawing, type DrawingPorts } from "./worker.ts";

const picture: Picture = { language: "zh", title: "取货码", parts: [{ type: "code", words: "482913" }] };
const subject = "order 12";

/** Drawing over a fresh database, in this thread. */
async function openDrawing(open: OpenTestDatabase) {
  const database = await open();
  const clock = createManualClock();
  const files = new KeptFiles(join(database.dataDir, "media"));
  const shown: (readonly FileRef[])[] = [];
  const reports: string[] = [];
  const ports: DrawingPorts = {
    database,
    clock,
    describe: () => Promise.resolve(picture),
    paint: (some) => Promise.resolve(pngsOf(some)),
    keep: async (page) => (await files.keep(page, "photo"))?.id ?? "",
    drawn: (_tx, _subject, pages) => Promise.resolve(void shown.push(pages)),
    remove: (name) => files.remove(name),
    report: ({ error, missing }) => reports.push(error instanceof Error ? error.message : (missing ?? "")),
  };
  return {
    database,
    clock,
    files,
    ports,
    shown,
    reports,
    want: () => database.transaction((tx) => wantPicture(tx, subject, clock.now())),
    pages: (shows = picture) =>
      database.transaction((tx) => pagesOf(tx, { subject, picture: shows }, clock.now())),
    state: () =>
      database.transaction(async (tx) => {
        const row = await tx.selectFrom("picture").select("state").executeTakeFirst();
        return row?.state;
      }),
  };
}

describeOnEachEngine("pictures", (open) => {
  test("that show something else by now leave nothing of what they showed before, but what another one shows too", async () => {
    const { ports, want, pages, files, database, clock } = await openDrawing(open);
    const other: Picture = { ...picture, title: "封存以后" };
    await want();
    await database.transaction((tx) => wantPicture(tx, "order 13", clock.now()));
    await createDrawing(ports).drain();
    const [before] = await pages();
    await want();

    await createDrawing({
      ...ports,
      describe: (_tx, one) => Promise.resolve(one === subject ? other : picture),
    }).drain();
    const isShared = (await files.find(before?.id ?? "")) !== undefined;
    await database.transaction((tx) => wantPicture(tx, "order 13", clock.now()));
    await createDrawing({ ...ports, describe: () => Promise.resolve(undefined) }).drain();

    const [after] = await pages(other);
    expect(isShared).toBe(true);
    expect([
      (await files.find(before?.id ?? "")) !== undefined,
      (await files.find(after?.id ?? "")) !== undefined,
    ]).toEqual([false, true]);
  });

  test("are drawn and handed over once, however often it is asked and looked", async () => {
    const { ports, want, shown, pages, files, database } = await openDrawing(open);
    await want();
    await want();

    await createDrawing(ports).drain();
    await createDrawing(ports).drain();

    expect(shown).toHaveLength(1);
    const [page] = await pages();
    if (!page) throw new Error("a page was drawn");
    expect(shown[0]).toEqual([page]);
    const name = await database.transaction((tx) => keptName(tx, page));
    const bytes = await files.read(name ?? "");
    expect(bytes && readPng(bytes).width).toBe(1_080);
  });

  test("over which a program died are drawn again, and handed over once", async () => {
    const { ports, want, shown, state, clock } = await openDrawing(open);
    await want();
    const dying = { ...ports, drawn: () => Promise.reject(new Error("the power went")) };

    await createDrawing(dying).drain();
    const between = [shown.length, await state()];
    clock.pass(60_000);
    await createDrawing(ports).drain();

    expect([between, shown.length, await state()]).toEqual([[0, "waiting"], 1, "drawn"]);
  });

  test("that cannot be drawn are tried three times, and everybody else's are drawn meanwhile", async () => {
    const { ports, want, shown, reports, state, clock } = await openDrawing(open);
    await want();
    const broken = { ...ports, paint: () => Promise.reject(new Error("no paper")) };

    for (let minute = 0; minute < 5; minute += 1) {
      await createDrawing(broken).drain();
      clock.pass(60_000);
    }

    expect([reports, shown, await state()]).toEqual([["no paper", "no paper", "no paper"], [], "failed"]);
  });

  test("that nobody wants any more are not drawn", async () => {
    const { ports, want, shown, state } = await openDrawing(open);
    await want();

    await createDrawing({ ...ports, describe: () => Promise.resolve(undefined) }).drain();

    expect([shown, await state()]).toEqual([[], "needless"]);
  });

  test("that show something else by now are not shown, and drawn anew when asked for", async () => {
    const { ports, want, pages } = await openDrawing(open);
    const other: Picture = { ...picture, title: "改过的" };
    await want();
    await createDrawing(ports).drain();

    const before = (await pages(other)).length;
    await want();
    await createDrawing({ ...ports, describe: () => Promise.resolve(other) }).drain();

    expect([before, (await pages(other)).length, (await pages()).length]).toEqual([0, 1, 0]);
  });

  test("with a sign that the font has not are drawn, and the operator is told which", async () => {
    const { ports, want, reports, state } = await openDrawing(open);
    await want();

    await createDrawing({
      ...ports,
      describe: () => Promise.resolve({ ...picture, title: "⏰路灯" }),
    }).drain();

    expect([reports, await state()]).toEqual([["⏰"], "drawn"]);
  });
});

test("the thread draws the same bytes as this one, several at once, and goes on after an error", async () => {
  const painter = new Painter();
  const wrong = { ...picture, parts: [{ type: "code", words: "9".repeat(9_000) }] } as const;

  const [first, failed, second] = await Promise.allSettled([
    painter.paint(picture),
    painter.paint(wrong),
    painter.paint(picture),
  ]);
  painter.stop();

  const expected = pngsOf(picture).pages.map((page) => Buffer.from(page));
  for (const drawn of [first, second])
    expect(drawn.status === "fulfilled" && drawn.value.pages.map((page) => Buffer.from(page))).toEqual(
      expected,
    );
  expect(failed.status).toBe("rejected");
});

test("an idle thread ends, and the next picture begins another; a stopped one refuses what it was drawing", async () => {
  const painter = new Painter(1);
  await painter.paint(picture);
  await wait(50);

  await expect(painter.paint(picture)).resolves.toMatchObject({ missing: "" });
  const late = painter.paint(picture);
  painter.stop();

  await expect(late).rejects.toThrow("the painter was stopped");
});
