/** Slips of which something changes between the asking and the making, on both databases. */
import { readFileSync } from "node:fs";
import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import { describeOnEachEngine, type TestDatabase } from "../../store/testing/index.ts";
import type { Tx } from "../../store/index.ts";
import { createManualClock } from "../../time/testing/manualClock.ts";
import { openExchange } from "../testing/openExchange.ts";

const lamp = 1001;

async function opened(open: () => Promise<TestDatabase>) {
  const database = await open();
  const clock = createManualClock();
  const exchange = await openExchange(database, { dataDir: database.dataDir, clock });
  await database.transaction((tx) => matter(tx));
  const change = (set: object) =>
    database.transaction((tx) => tx.updateTable("ticket").set(set).where("number", "=", lamp).execute());
  const slip = (person: string, isWhole = false) =>
    exchange.ask({ direction: "out", subject: "slip", format: "pdf", about: lamp, person, isWhole });
  return { ...exchange, database, clock, change, slip };
}

async function matter(tx: Tx): Promise<void> {
  const person = { language: "zh", created_at: 0 };
  await tx
    .insertInto("person")
    .values([
      { ...person, id: "wang", name: "王秀英", grid: "village0-G1" },
      { ...person, id: "worker", name: "李建国", grid: "village0-G1" },
      { ...person, id: "officer", name: "章丽娟", grid: null },
    ])
    .execute();
  await tx
    .insertInto("office")
    .values({ unit_code: "town", name: "综合执法", kind: "platform", duties: "" })
    .execute();
  await tx
    .insertInto("membership")
    .values([
      { person_id: "worker", role: "grid_worker", unit_code: "village0-G1", created_at: 0 },
      { person_id: "officer", role: "officer", unit_code: "town", specialty: "综合执法", created_at: 0 },
    ])
    .execute();
  await tx
    .insertInto("ticket")
    .values({
      number: lamp,
      kind: "lamp",
      what: "路灯坏了，王秀英 13800138000",
      place: "村口",
      reporter_id: "wang",
      unit_code: "village0-G1",
      state: "open",
      answer_due_at: 1,
      created_at: 1,
      source_key: "m",
    })
    .execute();
}

async function read({ files, found }: Awaited<ReturnType<typeof opened>>, id: number): Promise<string> {
  const bytes = readFileSync(files.pathOf((await found(id))?.sha256 ?? ""));
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text.replaceAll(/\s/gu, "");
}

const gone = { state: "refused", reason: "not_allowed", sha256: null };

describeOnEachEngine("slips as files", (open) => {
  test("of a matter on which nothing was done yet say so, with stars", async () => {
    const exchange = await opened(open);
    const id = await exchange.slip("worker");
    await exchange.worker().drain();

    const words = await read(exchange, id);
    expect(words).toContain("反映人王**");
    expect(words).toContain("附件无承办—");
    expect(words).toContain("办理结果等答复村民评价未评价");
    expect(words).not.toMatch(/王秀英|13800138000/u);
  });

  test("are not made of what was sealed, or turned out to be about her, meanwhile", async () => {
    const exchange = await opened(open);
    const ids = [await exchange.slip("worker"), await exchange.slip("liaison_lead")];
    await exchange.change({ sealed: 1 });
    await exchange.worker().drain();
    await exchange.change({ sealed: 0, about_id: "worker" });
    const about = await exchange.slip("worker");
    await exchange.worker().drain();

    for (const id of [...ids, about]) expect(await exchange.found(id)).toMatchObject(gone);
  });

  test("are made for an office as long as it has the matter, and not when it was passed on meanwhile", async () => {
    const exchange = await opened(open);
    const { id: office } = await exchange.database.transaction((tx) =>
      tx.selectFrom("office").select("id").executeTakeFirstOrThrow(),
    );
    await exchange.change({ office_id: office, tier: "complex" });
    const had = await exchange.slip("officer");
    await exchange.worker().drain();
    const later = await exchange.slip("officer");
    await exchange.change({ office_id: null });
    await exchange.worker().drain();

    expect(await exchange.found(had)).toMatchObject({ state: "done" });
    expect(await exchange.found(later)).toMatchObject(gone);
  });

  test("that were asked for with names whole are not made for whoever may not see them any more", async () => {
    const exchange = await opened(open);
    const whole = await exchange.slip("admin", true);
    await exchange.worker().drain();
    const worker = await exchange.slip("worker", true);
    await exchange.worker().drain();

    expect(await read(exchange, whole)).toMatch(/反映人王秀英.*13800138000/u);
    expect(await exchange.found(worker)).toMatchObject(gone);
  });

  test("are not handed over when she lost the matter while the paper was set", async () => {
    const exchange = await opened(open);
    const id = await exchange.slip("worker");
    const print = async () => {
      await exchange.change({ sealed: 1 });
      return { file: new TextEncoder().encode("%PDF-1.7\n"), missing: "" };
    };
    await exchange.worker({ print }).drain();

    expect(await exchange.found(id)).toMatchObject(gone);
    expect(await exchange.said()).toHaveLength(0);
  });

  test("that break what sets them are given up after three times", async () => {
    const exchange = await opened(open);
    const id = await exchange.slip("worker");
    const print = () => Promise.reject(new Error("no room"));
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await exchange.worker({ print }).drain();
      exchange.clock.pass(20_000);
    }

    expect(exchange.reported).toHaveLength(3);
    expect(await exchange.found(id)).toMatchObject({ state: "refused", reason: "failed" });
  });
});
