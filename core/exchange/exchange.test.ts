/** Tables that go out and come in, by workers that may die at any moment, on both databases. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { KeptFiles } from "../media/index.ts";
import { describeOnEachEngine, type TestDatabase } from "../store/testing/index.ts";
import { createManualClock } from "../time/testing/manualClock.ts";
import type { Value } from "../spreadsheets/index.ts";
import type { Tx } from "../store/index.ts";
import { openExchange } from "./testing/openExchange.ts";

async function opened(open: () => Promise<TestDatabase>) {
  const database = await open();
  const clock = createManualClock();
  const exchange = await openExchange(database, { dataDir: database.dataDir, clock });
  const count = async (name: "person" | "household" | "household_member" | "transfer_step") => {
    const rows = (tx: Tx) => tx.selectFrom(name).selectAll().execute();
    return (await database.transaction(rows)).length;
  };
  const all = async () => [await count("person"), await count("household"), await count("household_member")];
  return { ...exchange, database, clock, count, all };
}

function* people(rows: number, from = 0): Generator<readonly Value[]> {
  for (let index = from; index < from + rows; index += 1) {
    const house = Math.floor(index / 3);
    const name = Array.from(String(index), (digit) => "甲乙丙丁戊己庚辛壬癸"[Number(digit)]).join("");
    yield [
      `第${house % 2}村 G${(house % 4) + 1}`,
      `${house}号`,
      `某${name}`,
      index % 3 === 0 ? "是" : "",
      "",
    ];
  }
}

async function table({ files, found }: Awaited<ReturnType<typeof opened>>, id: number): Promise<string> {
  const kept = (await found(id))?.sha256 ?? "";
  return readFileSync(files.pathOf(kept), "utf8");
}

describeOnEachEngine("bringing in households", (open) => {
  test("registers everybody, and the same file again changes nothing", async () => {
    const exchange = await opened(open);
    const id = await exchange.send("households", people(1_300), "xlsx");
    await exchange.worker().drain();
    await exchange.want(id, "wanted");
    await exchange.worker().drain();
    const before = await exchange.all();
    const again = await exchange.send("households", people(1_300));
    await exchange.worker().drain();

    expect(before).toEqual([1_303, 434, 1_300]);
    expect(await exchange.found(id)).toMatchObject({ state: "done", doneRows: 1_300 });
    expect(await exchange.found(again)).toMatchObject({ state: "dropped", counts: { same: 1_300, bad: 0 } });
    expect(await exchange.all()).toEqual(before);
  });

  test("goes on behind its last step when its program died, and does nothing twice", async () => {
    const exchange = await opened(open);
    const id = await exchange.send("households", people(1_300));
    await exchange.worker().drain();
    await exchange.want(id, "wanted");
    let left = 3;
    const dying = exchange.worker({
      database: {
        ...exchange.database,
        transaction: (work, options) => {
          if ((left -= 1) < 0) throw new Error("the program died");
          return exchange.database.transaction(work, options);
        },
      },
    });

    await expect(dying.drain()).rejects.toThrow("died");
    const halfway = await exchange.found(id);
    await exchange.worker().drain();

    expect(halfway).toMatchObject({ state: "wanted" });
    expect(halfway?.doneRows).toBeGreaterThan(0);
    expect(halfway?.doneRows).toBeLessThan(1_300);
    expect(await exchange.found(id)).toMatchObject({ state: "done", doneRows: 1_300 });
    expect(await exchange.all()).toEqual([1_303, 434, 1_300]);
  });

  test("leaves nothing behind when one row cannot be brought in any more", async () => {
    const exchange = await opened(open);
    const before = await exchange.all();
    const id = await exchange.send("households", people(1_300));
    await exchange.worker().drain();
    // Two namesakes without an address join meanwhile: nobody can tell which of them is meant.
    await exchange.database.transaction(async (tx) => {
      for (const person of ["one", "other"]) {
        const row = { id: person, name: nameAt(1_284), language: "zh", grid: gridAt(1_284), created_at: 0 };
        await tx.insertInto("person").values(row).execute();
      }
    });
    await exchange.want(id, "wanted");
    await exchange.worker().drain();

    expect(await exchange.found(id)).toMatchObject({ state: "refused" });
    expect((await exchange.said()).at(-1)).toMatch(/第 1286 行.*一行都没留/u);
    expect(await exchange.all()).toEqual([(before[0] ?? 0) + 2, 0, 0]);
    expect(await exchange.count("transfer_step")).toBe(0);
  });

  test("is taken back but for whoever has been used since, and people who were there stay", async () => {
    const exchange = await opened(open);
    await exchange.database.transaction((tx) =>
      tx
        .insertInto("person")
        .values({
          id: "neighbour",
          name: nameAt(0),
          language: "zh",
          grid: gridAt(0),
          created_at: 0,
          confirmed_at: 0,
        })
        .execute(),
    );
    const id = await exchange.send("households", people(30));
    await exchange.worker().drain();
    await exchange.want(id, "wanted");
    await exchange.worker().drain();
    await exchange.database.transaction((tx) =>
      tx
        .insertInto("person_tag")
        .values({ person_id: `person-import-${id}-3`, tag: "独居老人", made_by: "operator", created_at: 0 })
        .execute(),
    );
    await exchange.want(id, "undoing");
    await exchange.worker().drain();

    expect((await exchange.said()).at(-1)).toMatch(/已撤销；1 个/u);
    expect(await exchange.found(id)).toMatchObject({ state: "undone" });
    expect(await exchange.all()).toEqual([5, 1, 1]);
  });

  test("shows how far it is in one message that changes itself", async () => {
    const exchange = await opened(open);
    const id = await exchange.send("households", people(2_000));
    // Each step takes four seconds.
    const momentIn = (tx: Tx) => {
      exchange.clock.pass(4_000);
      return exchange.momentIn(tx);
    };
    await exchange.worker({ momentIn }).drain();

    const said = await exchange.said();
    expect(said.filter((text) => text.includes("正在查"))).not.toEqual([]);
    expect(await exchange.found(id)).toMatchObject({ state: "checked" });
    expect((await exchange.found(id))?.shownCount).toBeGreaterThan(0);
  });
});

describeOnEachEngine("taking tables out", (open) => {
  test("writes names with stars for a lead and whole for an operator, never what is sealed or about her", async () => {
    const exchange = await opened(open);
    await exchange.database.transaction((tx) => matters(tx));
    const ids = {
      lead: await exchange.ask({
        direction: "out",
        subject: "tickets",
        person: "liaison_lead",
        isWhole: false,
      }),
      admin: await exchange.ask({ direction: "out", subject: "tickets", person: "admin" }),
    };
    await exchange.worker().drain();

    const [lead, admin] = [await table(exchange, ids.lead), await table(exchange, ids.admin)];
    expect(lead).toContain("路灯坏了，138****00 王**");
    expect(lead).not.toMatch(/王秀英|13800138000|宅基地|贪/u);
    expect(lead.trim().split("\r\n")).toHaveLength(4);
    expect(admin).toMatch(/13800138000.*王秀英/u);
    expect(admin).toContain("宅基地");
    expect(admin).not.toMatch(/贪|拖着不办/u);
  });

  test("is refused when she lost the post meanwhile, or the right to see names", async () => {
    const exchange = await opened(open);
    const whole = await exchange.ask({ direction: "out", subject: "staff", person: "liaison_lead" });
    const lost = await exchange.ask({ direction: "out", subject: "staff", person: "operator" });
    await exchange.database.transaction((tx) =>
      tx.deleteFrom("membership").where("person_id", "=", "operator").execute(),
    );
    await exchange.worker().drain();

    expect([await exchange.found(whole), await exchange.found(lost)]).toMatchObject([
      { state: "refused", reason: "not_allowed" },
      { state: "refused", reason: "not_allowed" },
    ]);
  });

  test("that breaks what makes it is given up after three times, and said", async () => {
    const exchange = await opened(open);
    const id = await exchange.ask({ direction: "out", subject: "staff" });
    const full = () => Promise.reject(new Error("the disk is full"));
    const files = Object.assign(new KeptFiles(exchange.database.dataDir), { keepSheet: full });
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await exchange.worker({ files }).drain();
      exchange.clock.pass(20_000);
    }

    expect(exchange.reported).toHaveLength(3);
    expect(await exchange.found(id)).toMatchObject({ state: "refused", reason: "failed" });
    expect((await exchange.said()).at(-1)).toMatch(/没做成/u);
  });

  test("of households can be brought in again and changes nothing", async () => {
    const exchange = await opened(open);
    const id = await exchange.send("households", people(700));
    await exchange.worker().drain();
    await exchange.want(id, "wanted");
    await exchange.worker().drain();
    const out = await exchange.ask({ direction: "out", subject: "households" });
    await exchange.worker().drain();
    const kept = (await exchange.found(out))?.sha256 ?? "";
    const back = await exchange.sendKept("households", kept);
    await exchange.worker().drain();

    expect(await exchange.found(back)).toMatchObject({
      state: "dropped",
      counts: { same: 700, bad: 0, fresh: 0 },
    });
  });
});

function nameAt(index: number): string {
  return String([...people(1, index)][0]?.[2]);
}

function gridAt(index: number): string {
  const [, village = "", grid = ""] = /^第(\d)村 (G\d)$/u.exec(String([...people(1, index)][0]?.[0])) ?? [];
  return `village${village}-${grid}`;
}

async function matters(tx: Tx): Promise<void> {
  await tx
    .insertInto("person")
    .values({ id: "wang", name: "王秀英", language: "zh", grid: "village0-G1", created_at: 0 })
    .execute();
  const matter = {
    place: "村口",
    reporter_id: "wang",
    unit_code: "village0-G1",
    state: "open",
    answer_due_at: 1,
    created_at: 1,
  };
  const given = [
    { number: 1, kind: "lamp", what: "路灯坏了，13800138000 王秀英", sealed: 0, about_id: null },
    { number: 2, kind: "accusation", what: "某人贪了钱", sealed: 1, about_id: null },
    { number: 3, kind: "complaint", what: "拖着不办", sealed: 0, about_id: "admin" },
    { number: 4, kind: "dispute", what: "为宅基地吵", sealed: 0, about_id: null },
  ];
  await tx
    .insertInto("ticket")
    .values(given.map((one) => ({ ...matter, ...one, source_key: `m${one.number}` })))
    .execute();
}
