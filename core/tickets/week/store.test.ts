/** A week out of what happened, on both databases: nothing is entered for it. */
import { expect, test } from "vitest";
import { addUnit } from "../../org/index.ts";
import type { Tx } from "../../store/index.ts";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { createZone } from "../../time/index.ts";
import { appendEvent } from "../events/store.ts";
import { notPassedOn, type TicketEventKind } from "../model.ts";
import { insertTicket } from "../store.ts";
import { reportOf, weekOf } from "./model.ts";
import { happenedIn } from "./store.ts";

const zone = createZone("Asia/Shanghai");
const at = (moment: string): number => Date.parse(`${moment}+08:00`);
const now = at("2026-11-25T12:00");

async function aTicket(tx: Tx, number: number, about?: string): Promise<void> {
  await insertTicket(tx, {
    number,
    kind: "lamp",
    what: "路灯坏了",
    place: "村口",
    reporter: "wang",
    unit: "g1",
    responsible: "li",
    filedBy: undefined,
    state: "open",
    ...notPassedOn,
    cycle: 1,
    answerDueAt: now,
    dueAt: now,
    about,
    isUrgent: false,
    isSealed: false,
    createdAt: now,
    coordinates: undefined,
    sourceKey: `ticket ${number}`,
  });
}

type Told = readonly [
  number: number,
  kind: TicketEventKind,
  actor: string | undefined,
  when: string,
  words?: string,
];

async function tell(tx: Tx, told: readonly Told[]): Promise<void> {
  for (const [index, [number, kind, actor, when, words = ""]] of told.entries())
    await appendEvent(
      tx,
      { number, cycle: 1, kind, actor, words, files: [], sourceKey: `event ${index}` },
      at(when),
    );
}

async function village(tx: Tx): Promise<void> {
  await addUnit(tx, { code: "g1", name: "G1", kind: "grid", parent: null });
  for (const number of [1001, 1002, 1003]) await aTicket(tx, number);
  await aTicket(tx, 1004, "li");
  await tell(tx, [
    [1001, "filed", "wang", "2026-11-20T10:00"],
    [1001, "answered", "li", "2026-11-22T23:59"],
    [1001, "settled", "li", "2026-11-23T00:00"],
    [1001, "rated", "wang", "2026-11-24T10:00", "fair"],
    [1002, "filed", "wang", "2026-11-22T10:00"],
    [1002, "overdue", undefined, "2026-11-23T10:00"],
    [1002, "answered", "li", "2026-11-29T23:59"],
    [1003, "answered", "zhou", "2026-11-24T10:00"],
    [1004, "answered", "li", "2026-11-24T10:00"],
  ]);
}

describeOnEachEngine("a week of a worker", (open) => {
  test("is counted out of events between Monday and Sunday of the place, with what became of last week's work", async () => {
    const database = await open();
    await database.transaction(village);

    const [weeks, kinds] = await database.transaction(async (tx) => {
      const told = [];
      for (const weeksAgo of [0, 1]) {
        const week = weekOf(zone, now, weeksAgo);
        told.push(reportOf("li", week, (await happenedIn(tx, "li", week)).happened));
      }
      return [told, (await happenedIn(tx, "li", weekOf(zone, now, 0))).kinds] as const;
    });

    expect(weeks).toEqual([
      {
        lines: [
          { number: 1001, deeds: ["settled"], scores: ["fair"] },
          { number: 1002, deeds: ["answered"], scores: [] },
        ],
        answered: 1,
        settled: 1,
        passedOn: 0,
        inTime: 0,
        late: 1,
        scores: { satisfied: 0, fair: 1, dissatisfied: 0 },
      },
      {
        lines: [{ number: 1001, deeds: ["answered"], scores: [] }],
        answered: 1,
        settled: 0,
        passedOn: 0,
        inTime: 1,
        late: 0,
        scores: { satisfied: 0, fair: 0, dissatisfied: 0 },
      },
    ]);
    // A complaint about her is not read by her in any list, though she worked on it before she was named.
    expect([...kinds.keys()]).toEqual([1001, 1002]);
  });

  test("is empty for somebody who did nothing, whoever else did something to the same matters", async () => {
    const database = await open();
    await database.transaction(village);

    const { happened } = await database.transaction((tx) => happenedIn(tx, "chen", weekOf(zone, now, 0)));

    expect(happened).toEqual([]);
  });
});
