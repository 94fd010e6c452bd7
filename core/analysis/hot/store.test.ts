/** What is counted, and what is in no count: on both databases. */
import { expect, test } from "vitest";
import type { Tx } from "../../store/index.ts";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { day, minute } from "../../time/index.ts";
import type { NewTicket } from "../../tickets/store.ts";
import { first, monday, openTown, second, town } from "../testing/openTown.ts";
import { countsIn, mattersIn, namesBehind } from "./store.ts";

const week = { from: monday, until: monday + 7 * day, lastDay: monday + 6.5 * day };

/** 王's dispute is mediated, and another side of it is somebody of staff. */
async function mediated(tx: Tx, number: number, side: string): Promise<void> {
  await tx
    .insertInto("mediation")
    .values({ number, state: "hearing", opened_by: "li", opened_at: monday })
    .execute();
  await tx
    .insertInto("mediation_party")
    .values({ number, person_id: side, name: side, state: "asked" })
    .execute();
}

describeOnEachEngine("what is told in a week", (open) => {
  test("is counted by people: a place, a kind and a week know each once, with those who follow", async () => {
    const town1 = await openTown(open);
    await town1.change(async (tx) => {
      for (const id of ["wang", "chen", "lin"]) await town1.addPerson(tx, id);
      const lamp = await town1.tellOf(tx, "wang");
      await town1.tellOf(tx, "wang", { place: "桥头" });
      await town1.tellOf(tx, "chen", { unit: `${first}-G2` });
      await town1.follow(tx, lamp, "lin");
      await town1.follow(tx, lamp, "chen");
      await town1.tellOf(tx, "wang", { kind: "road" });
      await town1.tellOf(tx, "wang", { unit: `${second}-G1` });
      await town1.tellOf(tx, "wang", { unit: town ?? "" });
    });

    const counts = await town1.change((tx) => countsIn(tx, week, []));

    expect(
      counts.toSorted((one, other) => (`${one.place}${one.kind}` < `${other.place}${other.kind}` ? -1 : 1)),
    ).toEqual([
      { place: town, kind: "lamp", people: 1 },
      { place: first, kind: "lamp", people: 3 },
      { place: first, kind: "road", people: 1 },
      { place: second, kind: "lamp", people: 1 },
    ]);
  });

  const left: readonly (readonly [string, Partial<NewTicket>])[] = [
    ["is sealed", { isSealed: true }],
    ["was taken back", { state: "withdrawn" }],
    ["complains of somebody", { about: "li" }],
    ["is a complaint about a service", { kind: "complaint" }],
    ["is an accusation", { kind: "accusation" }],
    ["only asks for a person", { kind: "human" }],
    ["was told the minute before", { createdAt: monday - minute }],
    ["was told when the week was over", { createdAt: monday + 7 * day }],
  ];

  test.each(left)("what %s is in no count and no list, nor are those who follow it", async (_what, more) => {
    const town1 = await openTown(open);

    const [counts, matters] = await town1.change(async (tx) => {
      for (const id of ["wang", "chen", "li"]) await town1.addPerson(tx, id);
      const number = await town1.tellOf(tx, "wang", more);
      if (more.createdAt === undefined) await town1.follow(tx, number, "chen");
      const unit = { path: "330226000000" };
      return [
        await countsIn(tx, week, []),
        await mattersIn(tx, { unit, kind: more.kind ?? "lamp", week }, [], 10),
      ];
    });

    expect([counts, matters]).toEqual([[], []]);
  });

  test("who followed an older matter in this week counts in this week, and the matter is listed", async () => {
    const town1 = await openTown(open);

    const [counts, matters] = await town1.change(async (tx) => {
      for (const id of ["wang", "chen"]) await town1.addPerson(tx, id);
      const number = await town1.tellOf(tx, "wang", { createdAt: monday - 30 * day });
      await town1.follow(tx, number, "chen", monday + day);
      const unit = { path: "330226000000/330226101000" };
      return [await countsIn(tx, week, []), await mattersIn(tx, { unit, kind: "lamp", week }, [], 10)];
    });

    expect(counts).toEqual([{ place: first, kind: "lamp", people: 1 }]);
    expect(matters.map(({ number }) => number)).toEqual([1001]);
  });

  test("what one person tells ten times, told of again and followed, is one person", async () => {
    const town1 = await openTown(open);

    const counts = await town1.change(async (tx) => {
      for (const id of ["wang", "chen"]) await town1.addPerson(tx, id);
      const numbers: number[] = [];
      for (let at = 0; at < 10; at += 1)
        numbers.push(await town1.tellOf(tx, "wang", { createdAt: monday + at * 6 * 3_600_000 }));
      for (const number of numbers.slice(0, 3)) await town1.follow(tx, number, "chen");
      return countsIn(tx, week, []);
    });

    expect(counts).toEqual([{ place: first, kind: "lamp", people: 2 }]);
  });

  test("the names behind a matter are its reporter's, its followers' and its sides', not of staff who filed it", async () => {
    const town1 = await openTown(open);

    const names = await town1.change(async (tx) => {
      for (const id of ["wang", "chen", "carer"]) await town1.addPerson(tx, id);
      await town1.addPerson(tx, "li", { role: "grid_worker", unit: first ?? "" });
      const one = await town1.tellOf(tx, "wang", { kind: "dispute", filedBy: "li" });
      await mediated(tx, one, "chen");
      await tx
        .insertInto("mediation_party")
        .values({ number: one, person_id: null, name: "赵六", state: "asked" })
        .execute();
      const other = await town1.tellOf(tx, "wang", { filedBy: "carer" });
      return namesBehind(tx, [one, other]);
    });

    expect(new Set(names)).toEqual(new Set(["wang", "chen", "赵六", "carer"]));
  });

  test("a dispute is in no count for another side of it, and in everybody else's", async () => {
    const town1 = await openTown(open);

    const counts = await town1.change(async (tx) => {
      for (const id of ["wang", "sun", "zhao"]) await town1.addPerson(tx, id);
      const number = await town1.tellOf(tx, "wang", { kind: "dispute" });
      await mediated(tx, number, "sun");
      const readers = [["sun"], ["zhao"], ["zhao", "sun"], []];
      const seen: number[] = [];
      for (const of of readers) seen.push((await countsIn(tx, week, of)).length);
      return seen;
    });

    expect(counts).toEqual([0, 1, 0, 1]);
  });
});
