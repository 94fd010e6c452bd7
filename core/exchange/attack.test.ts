/** What somebody might try with tables that go out and come in, and what may go wrong in between, on both databases. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { bringFile } from "../media/index.ts";
import { openDatabase, type Tx } from "../store/index.ts";
import { describeOnEachEngine, describeOnPostgresql, type TestDatabase } from "../store/testing/index.ts";
import { day } from "../time/index.ts";
import { createManualClock } from "../time/testing/manualClock.ts";
import type { Value } from "../spreadsheets/index.ts";
import { personById } from "../people/index.ts";
import { dropImport } from "./incoming/confirm.ts";
import type { Imported } from "./model.ts";
import { openExchange } from "./testing/openExchange.ts";

async function opened(open: () => Promise<TestDatabase>) {
  const database = await open();
  const clock = createManualClock();
  const exchange = await openExchange(database, { dataDir: database.dataDir, clock });
  /** Sends a table, has it checked, and brings it in if nothing is wrong with it. */
  const bring = async (subject: Imported, rows: readonly (readonly Value[])[]) => {
    const id = await exchange.send(subject, rows);
    await exchange.worker().drain();
    if ((await exchange.found(id))?.state !== "checked") return id;
    await exchange.want(id, "wanted");
    await exchange.worker().drain();
    return id;
  };
  const undo = async (id: number) => {
    await exchange.want(id, "undoing");
    await exchange.worker().drain();
  };
  const run = <T>(work: (tx: Tx) => Promise<T>) => database.transaction(work);
  const names = () =>
    run((tx) =>
      tx.selectFrom("person").select("name").where("id", "like", "person-%").orderBy("id").execute(),
    );
  return { ...exchange, database, clock, bring, undo, run, names };
}

const [wang, li]: readonly (readonly Value[])[] = [
  ["第0村 G1", "樟树下3号", "王秀英", "是", ""],
  ["第0村 G1", "樟树下3号", "李建国", "", ""],
] as const;

describeOnEachEngine("what is brought in", (open) => {
  test("is refused as a whole, and each wrong row named: of tables with stars, of errors, of somebody else's place", async () => {
    const exchange = await opened(open);
    const names = ["王**", "#NAME?", "=cmd|calc", "1.1E+17"];
    const rows = names.map((name) => ["第0村 G1", "樟树下3号", name, "", ""]);
    const id = await exchange.bring("households", [
      wang,
      ...rows,
      ["别的村 G1", "樟树下3号", "王秀英", "", ""],
    ]);

    expect(await exchange.found(id)).toMatchObject({ state: "refused", reason: "bad_rows" });
    expect((await exchange.said()).at(-1)?.split("\n").slice(1, -1)).toEqual([
      "第 3 行：有星号：这是打了星号的导出表，不能再导入",
      "第 4 行：姓名「#NAME?」不对",
      "第 5 行：姓名「=cmd|calc」不对",
      "第 6 行：「姓名」的长号码丢了尾数（像 1.38E+10）；请把这一列改成文本再填",
      "第 7 行：您管的地方里没有「别的村 G1」",
    ]);
    expect(await exchange.names()).toEqual([]);
  });

  test("gives nobody's household to whoever joined under her name and was confirmed by nobody", async () => {
    const exchange = await opened(open);
    await exchange.run((tx) =>
      tx
        .insertInto("person")
        .values({ id: "false", name: "王秀英", language: "zh", grid: "village0-G1", created_at: 0 })
        .execute(),
    );
    await exchange.bring("households", [wang]);

    expect((await exchange.said()).at(-1)).toMatch(/王秀英刚加入、还没确认身份/u);
    expect(await exchange.names()).toEqual([]);
  });

  test("leaves the same behind wherever its program dies", async () => {
    for (let step = 1; step <= 6; step += 1) {
      const exchange = await opened(open);
      const id = await exchange.send("households", [wang, li]);
      const dying = dyingAfter(exchange, step);
      await dying.drain().catch(() => undefined);
      await exchange.worker().drain();
      await exchange.want(id, "wanted");
      await dyingAfter(exchange, step)
        .drain()
        .catch(() => undefined);
      await exchange.worker().drain();

      expect([step, await exchange.names()]).toMatchObject([step, [{ name: "王秀英" }, { name: "李建国" }]]);
      expect(await exchange.found(id)).toMatchObject({ state: "done", doneRows: 2 });
      await exchange.database.close();
    }
  }, 60_000);

  test("that somebody stops half-way is taken back", async () => {
    const exchange = await opened(open);
    const rows = Array.from({ length: 700 }, (_, index) => ["第0村 G1", `坡${index}号`, "王秀英", "", ""]);
    const id = await exchange.send("households", rows);
    await exchange.worker().drain();
    await exchange.want(id, "wanted");
    await dyingAfter(exchange, 2)
      .drain()
      .catch(() => undefined);
    const halfway = (await exchange.names()).length;
    await exchange.run(async (tx) => {
      const person = await personById(tx, "operator");
      if (person) await dropImport({ ...exchange.momentIn(tx), person }, id);
    });
    await exchange.worker().drain();

    expect(halfway).toBe(500);
    expect(await exchange.found(id)).toMatchObject({ state: "undone" });
    expect(await exchange.names()).toEqual([]);
  });

  test("is taken back in any order, also where one named a head whom the other takes away", async () => {
    const exchange = await opened(open);
    const first = await exchange.bring("households", [wang]);
    const second = await exchange.bring("households", [["第0村 G1", "樟树下3号", "李建国", "是", ""]]);
    await exchange.undo(first);
    await exchange.undo(second);

    expect(await exchange.found(second)).toMatchObject({ state: "undone" });
    expect(exchange.reported).toEqual([]);
    expect(await exchange.names()).toEqual([]);
  });

  test.each<readonly [string, (tx: Tx, person: string) => Promise<unknown>]>([
    [
      "lives elsewhere since",
      (tx, person) =>
        tx
          .updateTable("household_member")
          .set({ created_at: 9e12 })
          .where("person_id", "=", person)
          .execute(),
    ],
    [
      "is on a list of doors",
      (tx, person_id) =>
        tx
          .insertInto("visit")
          .values({ notice_id: 1, door: "1", grid: "g", person_id, is_reachable: 0, state: "silent" })
          .execute(),
    ],
    ["has a carer", (tx) => tx.updateTable("household").set({ carer_id: "operator" }).execute()],
  ])("is not taken back of who %s", async (_, use) => {
    const exchange = await opened(open);
    const id = await exchange.bring("households", [wang]);
    await exchange.run((tx) => use(tx, `person-import-${id}-2`));
    await exchange.undo(id);

    expect(await exchange.names()).toEqual([{ name: "王秀英" }]);
    expect((await exchange.said()).at(-1)).toMatch(/已撤销；1 个/u);
  });

  test("of goods changes no price back that was changed since", async () => {
    const exchange = await opened(open);
    await exchange.bring("goods", [["第0村", "肥皂", "10", "5", ""]]);
    const id = await exchange.bring("goods", [["第0村", "肥皂", "12", "5", ""]]);
    await exchange.run((tx) => tx.updateTable("shop_goods").set({ price: 30 }).execute());
    await exchange.undo(id);

    const goods = await exchange.run((tx) =>
      tx.selectFrom("shop_goods").select(["price", "stock"]).execute(),
    );
    expect(goods).toEqual([{ price: 30, stock: 5 }]);
  });

  test("of goods takes no price that is none", async () => {
    const exchange = await opened(open);
    const prices = ["-1", "0", "1.5", "1e3", "99999999999", "＝1"];
    await exchange.bring(
      "goods",
      prices.map((price, index) => ["第0村", `肥皂${index}`, price, "5", ""]),
    );

    const said = (await exchange.said()).at(-1)?.match(/「分」要是 1 到 10000 的整数/gu);
    expect(said).toHaveLength(prices.length);
  });

  test("of posts makes nobody more than whoever brings it may", async () => {
    const exchange = await opened(open);
    const id = await exchange.bring("staff", [["operator", "管理员", "某镇", ""]]);

    expect(await exchange.found(id)).toMatchObject({ state: "refused", reason: "not_allowed" });
  });

  test("of a policy says the same in all its lines", async () => {
    const exchange = await opened(open);
    const line = (topic: string) => ["办法", topic, "某镇", "", "", "", "", "", "正文"];
    await exchange.bring("policies", [line("农业"), line("养老")]);

    expect((await exchange.said()).at(-1)).toMatch(/第 3 行：同一份政策，「主题」和第 2 行不一样/u);
  });
});

describeOnPostgresql("what is brought in", (open) => {
  test("by two at once registers nobody twice", async () => {
    const exchange = await opened(open);
    const ids = [
      await exchange.send("households", [wang, li]),
      await exchange.send("households", [li, wang]),
    ];
    await exchange.worker().drain();
    for (const id of ids) await exchange.want(id, "wanted");
    const { url, dataDir } = exchange.database;
    const other = await openDatabase(url, { dataDir });
    const workers = [exchange.worker(), exchange.worker({ database: other })];
    await Promise.all(workers.map((worker, index) => worker.work(String(ids[index]))));

    const states = await Promise.all(ids.map((id) => exchange.found(id)));
    expect(states.map((transfer) => transfer?.state)).toEqual(["done", "done"]);
    expect(await exchange.names()).toHaveLength(2);
    await other.close();
  });
});

describeOnEachEngine("what is taken out", (open) => {
  test("is given to nobody who lost the right while it was made, and lies nowhere after its days", async () => {
    const exchange = await opened(open);
    const id = await exchange.ask({ direction: "out", subject: "staff" });
    let moments = 0;
    const losing = exchange.worker({
      momentIn: (tx) => {
        if ((moments += 1) === 2)
          void tx.deleteFrom("membership").where("person_id", "=", "operator").execute();
        return exchange.momentIn(tx);
      },
    });
    await losing.drain();
    const [kept = ""] = (await exchange.found(id))?.made ?? [];

    expect(await exchange.found(id)).toMatchObject({ state: "refused", reason: "not_allowed" });
    expect((await exchange.said()).at(-1)).toMatch(/不能导出这里的表了/u);
    expect(existsSync(exchange.files.pathOf(kept))).toBe(true);
    exchange.clock.pass(8 * day);
    await exchange.worker().drain();
    expect(existsSync(exchange.files.pathOf(kept))).toBe(false);
  });

  test("holds no question that became a matter which is kept from her", async () => {
    const exchange = await opened(open);
    await exchange.run((tx) => questions(tx));
    const id = await exchange.ask({ direction: "out", subject: "gaps", person: "admin" });
    await exchange.worker().drain();
    const table = readFileSync(exchange.files.pathOf((await exchange.found(id))?.sha256 ?? ""), "utf8");

    expect(table).toContain("养老金怎么领");
    expect(table).not.toMatch(/收了钱|拖着不办/u);
  });

  test("is removed after its days, and read so; the same table can be made again", async () => {
    const exchange = await opened(open);
    const out = await exchange.ask({ direction: "out", subject: "staff" });
    await exchange.worker().drain();
    const kept = (await exchange.found(out))?.sha256 ?? "";
    const before = existsSync(exchange.files.pathOf(kept));
    exchange.clock.pass(7 * day + 1);
    await exchange.worker().drain();
    const after = existsSync(exchange.files.pathOf(kept));
    const again = await exchange.ask({ direction: "out", subject: "staff" });
    await exchange.worker().drain();

    expect([before, after]).toEqual([true, false]);
    expect((await exchange.found(out))?.removedAt).toBe(exchange.clock.now());
    expect(existsSync(exchange.files.pathOf((await exchange.found(again))?.sha256 ?? ""))).toBe(true);
  });

  test("leaves no file behind wherever its program dies, and no message opens one that is gone", async () => {
    for (let step = 1; step <= 7; step += 1) {
      const exchange = await opened(open);
      const out = await exchange.ask({ direction: "out", subject: "staff" });
      await dyingAfter(exchange, step)
        .drain()
        .catch(() => undefined);
      await exchange.worker().drain();
      exchange.clock.pass(8 * day);
      await dyingAfter(exchange, step % 4)
        .drain()
        .catch(() => undefined);
      await exchange.worker().drain();

      const folder = `${exchange.database.dataDir}/media`;
      const left = readdirSync(folder).filter((name) => name !== "aside");
      const id = (await exchange.found(out))?.sha256 ?? "";
      const file = { kind: "document", channel: "own", id } as const;
      const letter = { key: "k", to: "paper/bot/operator", buttons: [], text: "表", file };
      const shown = await exchange.run((tx) => bringFile(tx, letter, exchange.clock.now(), "zh"));
      expect([step, left]).toEqual([step, []]);
      expect(shown).toMatchObject({ text: "表\n（文件到期删掉了；要的话请再做一份。）" });
      await exchange.database.close();
    }
  }, 60_000);

  test("and what was sent in but never confirmed goes too", async () => {
    const exchange = await opened(open);
    const id = await exchange.send("households", [wang]);
    await exchange.worker().drain();
    exchange.clock.pass(7 * day + 1);
    await exchange.worker().drain();

    expect(await exchange.found(id)).toMatchObject({ state: "dropped", reason: "lapsed" });
    expect((await exchange.found(id))?.removedAt).not.toBeNull();
  });
});

type Stage = Awaited<ReturnType<typeof opened>>;

/** A worker whose program dies after so many transactions. */
function dyingAfter({ worker, database }: Stage, transactions: number) {
  let left = transactions;
  return worker({
    database: {
      ...database,
      transaction: (work, options) => {
        if ((left -= 1) < 0) throw new Error("the program died");
        return database.transaction(work, options);
      },
    },
  });
}

async function questions(tx: Tx): Promise<void> {
  const matter = { what: "", place: "", reporter_id: "admin", unit_code: "village0", state: "open" };
  const rest = { answer_due_at: 1, created_at: 1 };
  const matters = [
    { number: 2, kind: "accusation", sealed: 1, about_id: null },
    { number: 3, kind: "complaint", sealed: 0, about_id: "admin" },
  ];
  await tx
    .insertInto("ticket")
    .values(matters.map((one) => ({ ...matter, ...rest, ...one, source_key: `m${one.number}` })))
    .execute();
  const asked = { person_id: "admin", unit_code: "village0", state: "unanswered", asked_at: 1 };
  await tx
    .insertInto("policy_question")
    .values([
      { ...asked, source_key: "1", words: "养老金怎么领", ticket_number: null },
      { ...asked, source_key: "2", words: "村长收了钱怎么办", ticket_number: 2 },
      { ...asked, source_key: "3", words: "拖着不办怎么办", ticket_number: 3 },
    ])
    .execute();
}
