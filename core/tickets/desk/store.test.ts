import { expect, test } from "vitest";
import { addOffices, addUnit, officesOf } from "../../org/index.ts";
import { insertMembership, insertPerson, type Role } from "../../people/index.ts";
import type { Tx } from "../../store/index.ts";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { notPassedOn, type Ticket } from "../model.ts";
import { changeTicket, insertTicket, type TicketChange } from "../store.ts";
import { assistsOf, countQueued, endAssist, heldBy, inOffices, keepAssist, queued } from "./store.ts";
import type { DeskScope } from "./store.ts";

const units = [
  { code: "county", name: "宁海县", kind: "county", parent: null },
  { code: "town", name: "前童镇", kind: "township", parent: "county" },
  { code: "other", name: "岔路镇", kind: "township", parent: "county" },
  { code: "village", name: "双桥村", kind: "village", parent: "town" },
  { code: "far", name: "岔路村", kind: "village", parent: "other" },
] as const;

const town: DeskScope = { unit: "town", path: "county/town", sees: "sent_up" };
const county: DeskScope = { unit: "county", path: "county", sees: "county" };
const everything: DeskScope = { unit: "county", path: "county", sees: "all" };

async function appoint(tx: Tx, id: string, role: Role, unit: string): Promise<void> {
  await insertPerson(tx, { id, name: id, nickname: null, language: "zh", grid: null }, 1);
  await insertMembership(tx, id, { role, unit }, 1);
}

async function lodge(tx: Tx, number: number, given: Partial<Ticket>, change: TicketChange = {}) {
  await insertTicket(tx, {
    ...notPassedOn,
    number,
    kind: "road",
    what: "坑",
    place: "村口",
    reporter: "wang",
    unit: "village",
    responsible: "zhao",
    filedBy: undefined,
    state: "open",
    tier: "complex",
    cycle: 1,
    answerDueAt: 100,
    dueAt: 100,
    about: undefined,
    isUrgent: false,
    isSealed: false,
    createdAt: 1,
    coordinates: undefined,
    sourceKey: `source ${number}`,
    ...given,
  });
  if (Object.keys(change).length > 0) await changeTicket(tx, number, change);
}

describeOnEachEngine("the desk's queue", (open) => {
  async function openTown() {
    const database = await open();
    await database.transaction(async (tx) => {
      for (const unit of units) await addUnit(tx, unit);
      await appoint(tx, "zhao", "dispatcher", "town");
      await appoint(tx, "chu", "dispatcher", "county");
      await appoint(tx, "li", "grid_worker", "village");
      await appoint(tx, "boss", "admin", "county");
    });
    return database;
  }

  const page = { limit: 50, offset: 0 };
  async function numbers(tx: Tx, scopes: readonly DeskScope[], reader = "zhao", shown = page) {
    return (await queued(tx, scopes, reader, shown)).map(({ ticket }) => ticket.number);
  }

  test("is supervised first, then first due first, what stands still last, and turns its pages", async () => {
    const database = await openTown();

    const seen = await database.transaction(async (tx) => {
      await lodge(tx, 1001, { dueAt: 300 });
      await lodge(tx, 1002, { dueAt: 200 });
      await lodge(tx, 1003, { dueAt: undefined });
      await lodge(tx, 1004, { dueAt: 900 }, { supervisedAt: 5 });
      await lodge(tx, 1005, { dueAt: 800 }, { supervisedAt: 9 });
      await lodge(tx, 1006, { dueAt: 200 });
      return {
        all: await numbers(tx, [town]),
        second: await numbers(tx, [town], "zhao", { limit: 2, offset: 2 }),
        count: await countQueued(tx, [town], "zhao"),
      };
    });

    expect(seen).toEqual({ all: [1005, 1004, 1002, 1006, 1001, 1003], second: [1002, 1006], count: 6 });
  });

  test("holds what was sent up, came up by itself or is supervised, and nothing else", async () => {
    const database = await openTown();

    const seen = await database.transaction(async (tx) => {
      await lodge(tx, 1001, {});
      await lodge(tx, 1002, { tier: "simple", responsible: "li" });
      await lodge(tx, 1003, { tier: "simple", responsible: "zhao" });
      await lodge(tx, 1004, { tier: "ordinary", responsible: "li" }, { supervisedAt: 1 });
      await lodge(tx, 1005, { state: "settled" });
      await lodge(tx, 1006, { isSealed: true });
      await lodge(tx, 1007, { about: "zhao" });
      await lodge(tx, 1008, { unit: "far" });
      return {
        zhao: await numbers(tx, [town]),
        boss: await numbers(tx, [everything], "boss"),
        county: await numbers(tx, [county], "chu"),
      };
    });

    expect(seen.zhao).toEqual([1004, 1001, 1003]);
    expect(seen.boss).toEqual([1004, 1001, 1003, 1007, 1008]);
    expect(seen.county).toEqual([]);
  });

  test("the county's holds what townships sent up to it", async () => {
    const database = await openTown();

    const seen = await database.transaction(async (tx) => {
      await lodge(tx, 1001, {});
      await lodge(tx, 1002, { responsible: "chu" }, { countyAt: 7 });
      return [await numbers(tx, [county], "chu"), await numbers(tx, [town])];
    });

    expect(seen).toEqual([[1002], [1001, 1002]]);
  });

  test("an office has what was sent to it and what it helps with, until that ends", async () => {
    const database = await openTown();

    const seen = await database.transaction(async (tx) => {
      const names = ["综合执法", "司法所"];
      await addOffices(
        tx,
        names.map((name) => ({ unit: "town", name, kind: "department" as const, duties: "" })),
      );
      const [lead, helper] = (await officesOf(tx, "town")).map(({ id }) => id);
      if (lead === undefined || helper === undefined) throw new Error("no offices");
      await lodge(tx, 1001, {}, { office: lead });
      await lodge(tx, 1002, {}, { office: lead, bounced: 2 });
      await keepAssist(tx, { number: 1001, cycle: 1 }, { office: helper, part: "查" }, 5);
      await keepAssist(tx, { number: 1001, cycle: 1 }, { office: helper, part: "再查" }, 6);
      const at = async (office: number) =>
        (await inOffices(tx, [office], "shi", 9)).map(({ number }) => number);
      const before = [await at(lead), await at(helper), await assistsOf(tx, { number: 1001, cycle: 1 })];
      const held = [await heldBy(tx, lead, 0), await heldBy(tx, helper, 0)];
      const named = (await queued(tx, [town], "zhao", page)).map(({ office }) => office);
      await endAssist(tx, { number: 1001, cycle: 1 }, helper, 8);
      return { before, held, named, after: [await at(helper), await heldBy(tx, helper, 0)], helper };
    });

    expect(seen.before).toEqual([[1001], [1001], [{ office: seen.helper, part: "再查" }]]);
    expect(seen.held).toEqual([[1001, 1002], [1001]]);
    expect(seen.named).toEqual(["综合执法", "综合执法"]);
    expect(seen.after).toEqual([[], []]);
  });
});
