import { expect, test } from "vitest";
import { evaluate, evaluateEach, ratesOf, sumOf, type Counts } from "../../evaluation/index.ts";
import type { Role } from "../../people/index.ts";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { hour } from "../../time/index.ts";
import { openCounty } from "../testing/openCounty.ts";
import { figuresOf } from "./figures.ts";
import { boardOf, unitFor } from "./service.ts";

describeOnEachEngine("the dashboard", (open) => {
  /** Two townships with two villages each: v0 and v2 in t0, v1 and v3 in t1. */
  async function openTwo(role: Role = "main_leader", unit = "t0") {
    const county = await openCounty(await open(), { townships: 2, villages: 4 });
    await county.addPerson("reader", "童书记", [[role, unit]]);
    const board = (code?: string) =>
      county.as("reader", async (acting) => {
        const shown = await unitFor(acting, code);
        return typeof shown === "string" ? shown : boardOf(acting, shown);
      });
    const seen = async (code?: string) => {
      const shown = await board(code);
      if (typeof shown === "string") return shown;
      const { sum, queue, places } = shown;
      return { sum, numbers: queue.map(({ number }) => number), places };
    };
    return { ...county, board, seen };
  }

  test("shows what is due first, with where it belongs and who has it, and counts how pressing it is", async () => {
    const { addMatters, board } = await openTwo();
    const [late, still, soon, far] = await addMatters([
      { grid: "v0-G1", dueInHours: -3 },
      { grid: "v0-G1", dueInHours: null },
      { grid: "v2-G1", dueInHours: 5, state: "answered" },
      { grid: "v2-G1", dueInHours: 30 },
    ]);
    await addMatters([
      { grid: "v2-G1", state: "settled" },
      { grid: "v2-G1", state: "closed" },
    ]);

    const shown = await board();

    expect(shown).toMatchObject({
      unit: { code: "t0" },
      sum: { open: 4, overdue: 1, soon: 1, supervised: 0 },
      queue: [
        { number: late, place: "第1村", holder: "老李" },
        { number: soon, place: "第3村" },
        { number: far },
        { number: still, dueAt: undefined },
      ],
      places: [
        { code: "v0", name: "第1村", open: 2, overdue: 1, hasPage: true },
        { code: "v2", open: 2, overdue: 0 },
      ],
    });
  });

  test("a township's leader sees her township and nothing of the other one, whatever she asks for", async () => {
    const { addMatters, seen } = await openTwo();
    await addMatters([{ grid: "v1-G1" }, { grid: "v3-G1" }]);
    const [own] = await addMatters([{ grid: "v2-G1" }]);

    const asked = ["t1", "v1", "county", "v2-G1", "nowhere", "' or 1=1 --"].map((code) => seen(code));

    expect(await seen()).toMatchObject({ sum: { open: 1 }, numbers: [own] });
    expect(await seen("v2")).toMatchObject({ sum: { open: 1 }, numbers: [own] });
    expect(await Promise.all(asked)).toEqual(asked.map(() => "not_yours"));
  });

  test("a liaison lead sees her village, grid by grid; the county sees townships", async () => {
    const village = await openTwo("liaison_lead", "v1");
    await village.addMatters([{ grid: "v1-G1" }, { grid: "v3-G1" }]);
    const county = await openTwo("dispatcher", "county");
    await county.addMatters([{ grid: "v1-G1" }, { grid: "v2-G1" }, { grid: "county" }]);

    expect(await village.seen()).toMatchObject({
      sum: { open: 1 },
      places: [{ code: "v1-G1", hasPage: false }],
    });
    expect(await village.seen("t1")).toBe("not_yours");
    expect(await county.seen()).toMatchObject({
      sum: { open: 3 },
      places: [
        { code: "county", hasPage: false },
        { code: "t0", open: 1 },
        { code: "t1", open: 1 },
      ],
    });
  });

  test("what is sealed and complaints about service are neither shown nor counted, for nobody", async () => {
    for (const role of ["main_leader", "admin", "dispatcher"] as const) {
      const { addMatters, addPerson, seen, board } = await openTwo(role, "county");
      await addPerson("clerk", "某干部");
      const empty = await seen();
      await addMatters([
        { grid: "v0-G1", kind: "accusation", isSealed: true, dueInHours: -1 },
        { grid: "v0-G1", kind: "complaint", about: "reader", dueInHours: -1 },
        { grid: "v0-G1", kind: "complaint", about: "clerk", dueInHours: 1 },
        // Somebody was called by no name that is known.
        { grid: "v0-G1", kind: "complaint", dueInHours: 1 },
        // Put under another kind, it is a complaint still.
        { grid: "v0-G1", kind: "lamp", about: "reader" },
      ]);

      expect(await seen()).toEqual(empty);
      expect(await board()).toMatchObject({ sum: { open: 0, overdue: 0, soon: 0 }, queue: [] });
    }
  });

  test("a dispute is neither shown nor counted, whoever reads: another side of it may walk past", async () => {
    const { addMatters, seen } = await openTwo();
    const [lamp] = await addMatters([{ grid: "v0-G1" }]);
    await addMatters([
      { grid: "v0-G1", kind: "dispute", dueInHours: -1 },
      { grid: "v0-G1", kind: "dispute", reporter: "reader" },
    ]);

    expect(await seen()).toMatchObject({ sum: { open: 1, overdue: 0 }, numbers: [lamp] });
  });

  test("nothing on it holds a villager's name or words", async () => {
    const { addMatters, board } = await openTwo();
    await addMatters([{ grid: "v0-G1", what: "我家电话 13800000000，李四打人" }]);

    expect(JSON.stringify(await board())).not.toMatch(/13800000000|李四|某村民|村口/u);
  });

  test("whoever holds no post that has it sees none, and posts of two places are both there", async () => {
    const worker = await openTwo("grid_worker", "v0-G1");
    const office = await openTwo("operator", "t0");
    const both = await openTwo("main_leader", "v1");
    await both.addPerson("two", "周敏", [
      ["liaison_lead", "v0"],
      ["main_leader", "t1"],
      ["liaison_lead", "v3"],
    ]);

    const shown = await both.as("two", async (acting) => {
      const unit = await unitFor(acting, undefined);
      return typeof unit === "string" ? unit : boardOf(acting, unit);
    });

    expect(await worker.seen()).toBe("no_post");
    expect([await worker.seen("v0"), await office.seen("t0")]).toEqual(["no_post", "no_post"]);
    expect(shown).toMatchObject({ unit: { code: "t1" }, above: [], beside: [{ code: "v0" }] });
  });

  test("an urgent notice is counted door by door inside the reader's place alone", async () => {
    const { database, board, clock } = await openTwo("main_leader", "t0");
    await database.transaction(async (tx) => {
      const notice = {
        source_key: "n1",
        made_by: "reader",
        unit_code: "county",
        audience: "{}",
        words: "台风橙色预警\n请回收到",
        files: "[]",
        is_urgent: 1,
        state: "sending",
        review: "none",
        start_at: 1,
        people: 4,
        phase: "spread",
        due_at: clock.now() + hour,
        is_live: 1,
        created_at: 1,
      };
      const { id } = await tx.insertInto("notice").values(notice).returning("id").executeTakeFirstOrThrow();
      const door = (at: number, grid: string, state: string) => ({
        notice_id: id,
        door: `h${at}`,
        grid,
        person_id: "villager",
        is_reachable: 1,
        state,
      });
      const states = ["answered", "help", "visited", "due", "silent"];
      const here = states.map((state, at) => door(at, "v0-G1", state));
      await tx
        .insertInto("visit")
        .values([...here, door(9, "v1-G1", "silent")])
        .execute();
    });

    expect(await board()).toMatchObject({
      calls: [{ head: "台风橙色预警", doors: 5, answered: 2, help: 1, visited: 1, open: 2 }],
    });
    expect(await board("v2")).toMatchObject({ calls: [] });
  });

  test("its figures are those of core/evaluation: eight weeks to today, rates of the last four", async () => {
    const { addTallies, as } = await openTwo();
    await addTallies();

    const figures = await as("reader", async (acting) => {
      const unit = await unitFor(acting, undefined);
      if (typeof unit === "string") throw new Error(unit);
      return figuresOf(acting, unit);
    });

    expect(figures.weeks).toHaveLength(8);
    expect(figures.weeks[0]?.from).toBe(Date.parse("2026-09-29T00:00:00+08:00"));
    expect(figures.to).toBe(Date.parse("2026-11-24T00:00:00+08:00"));
    expect(figures.weeks.every(({ filed }) => filed > 0)).toBe(true);
    expect(Array.from(figures.satisfactionBelow.keys())).toEqual(["v0", "v2"]);
    expect(figures.rates.find(({ name }) => name === "content")?.rate.denominator).toBeGreaterThan(0);
  });

  test("its figures, read in one pass, are those that each place and week has by itself", async () => {
    const { addTallies, as, database } = await openTwo("main_leader", "county");
    await addTallies();

    const figures = await as("reader", async (acting) => {
      const unit = await unitFor(acting, "county");
      if (typeof unit === "string") throw new Error(unit);
      return figuresOf(acting, unit);
    });
    const ends = [...figures.weeks.slice(1).map(({ from }) => from), figures.to];
    const [weeks, towns] = await database.transaction(async (tx) => {
      const each: Counts[] = [];
      for (const [at, { from }] of figures.weeks.entries())
        each.push(await evaluate(tx, { unit: "county", from, to: ends[at] ?? 0 }));
      return [each, await evaluateEach(tx, { under: "county", kind: "township", ...figures })];
    });

    expect(figures.weeks.map(({ filed, settled }) => [filed, settled])).toEqual(
      weeks.map(({ filed, settled }) => [filed, settled]),
    );
    expect(figures.rates[0]?.rate).toEqual(ratesOf(sumOf(weeks.slice(-4))).answeredInTime);
    expect([...figures.satisfactionBelow]).toEqual(
      towns.map(({ unit, counts }) => [unit, ratesOf(counts).content]),
    );
  });

  test("an empty county has a page of zeros, and no share of nothing", async () => {
    const { board, as } = await openTwo();

    const figures = await as("reader", async (acting) => {
      const unit = await unitFor(acting, undefined);
      if (typeof unit === "string") throw new Error(unit);
      return figuresOf(acting, unit);
    });

    expect(await board()).toMatchObject({ sum: { open: 0 }, queue: [], calls: [], places: [{}, {}] });
    expect(figures.rates.every(({ rate }) => rate.share === null)).toBe(true);
  });
});
