/** After random lives what is kept is what everything that happened comes to, on both databases. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Database, Tx } from "../../store/index.ts";
import { describeOnEachEngine, describeOnPostgresql } from "../../store/testing/index.ts";
import { day, hour } from "../../time/index.ts";
import { factsOf } from "../counting/model.ts";
import { countNext } from "../counting/service.ts";
import { livesOf } from "../counting/store.ts";
import { noCounts, sumOf } from "../model.ts";
import { evaluate, evaluateEach, evaluateOffice, evaluatePerson } from "../service.ts";
import { insertEvent, insertMatter, insertStopped, openTown, units, zone } from "../testing/openTown.ts";
import { checkTallies } from "./check.ts";

type Town = Awaited<ReturnType<typeof openTown>>;

const always = { from: 0, to: 400 * day };
const now = () => 300 * day;

const kinds =
  "filed answered asked overdue late handed_over sent_up returned paused settled unverified not_fixed rated closed reopened withdrawn put_back mediating mediated mediation_failed dispatched sent_to_county".split(
    " ",
  );

const deed = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant("happens" as const),
      matter: fc.nat({ max: 11 }),
      kind: fc.constantFrom(...kinds),
      actor: fc.constantFrom("wang", "li", "zhou", null),
      holder: fc.constantFrom("li", "zhou", null),
      office: fc.constantFrom(7, null),
      cycle: fc.integer({ min: 1, max: 3 }),
      words: fc.constantFrom("satisfied", "fair", "dissatisfied 拖得太久"),
      hours: fc.integer({ min: 0, max: 200 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("stops" as const),
      matter: fc.nat({ max: 11 }),
      kind: fc.constantFrom("answer", "village"),
      cycle: fc.integer({ min: 1, max: 3 }),
      isOut: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("count" as const) }) },
);

type Deed = typeof deed extends fc.Arbitrary<infer Of> ? Of : never;

/** Twelve matters: one is sealed, one complains of somebody. */
async function twelve(tx: Tx, from: number): Promise<void> {
  for (let index = 0; index < 12; index += 1) {
    const unit = units[index % units.length] ?? "town";
    const kept = index === 3 ? { kind: "complaint", about: "li" } : { sealed: index === 4 ? 1 : 0 };
    await insertMatter(tx, { number: from + index, unit, ...kept });
    await insertEvent(tx, {
      number: from + index,
      kind: "filed",
      actor: "wang",
      at: 5 * day + index * 7 * hour,
      key: "filed",
    });
  }
}

async function carryOut({ database, dayAt }: Town, from: number, deeds: readonly Deed[]): Promise<void> {
  let at = 10 * day;
  for (const [index, one] of deeds.entries()) {
    await database.transaction(async (tx) => {
      if (one.do === "count") return void (await countNext({ tx, now: now(), dayAt }));
      const number = from + one.matter;
      // A clock stops with something that happens, never by itself.
      const { kind = "answered" } = one.do === "happens" ? one : {};
      if (one.do === "stops") await insertStopped(tx, { ...one, number });
      at += one.do === "happens" ? one.hours * hour : 0;
      await insertEvent(tx, { ...one, number, kind, at, key: `${index}` });
    });
  }
  while (await database.transaction((tx) => countNext({ tx, now: now(), dayAt })));
}

/** What the same figures come to, straight from what happened. */
async function fromEvents({ database }: Town, count: number) {
  const numbers = Array.from({ length: count }, (_, index) => 1001 + index);
  const lives = await database.transaction((tx) => livesOf(tx, numbers));
  const facts = [...lives.values()].flatMap(factsOf);
  return (of: string, ids: readonly string[]) =>
    sumOf(facts.filter((fact) => fact.of === of && ids.includes(fact.id)).map(({ name }) => ({ [name]: 1 })));
}

describeOnEachEngine("figures that are kept", (open) => {
  test("are what everything that happened comes to, whenever it was counted", async () => {
    const town = await openTown(open);
    let from = 1001;
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 20, maxLength: 60 }), async (deeds) => {
        await town.database.transaction((tx) => twelve(tx, from));
        await carryOut(town, from, deeds);
        from += 12;

        const sum = await fromEvents(town, from - 1001);
        const [whole, each, li, office] = await town.database.transaction(async (tx) => [
          await evaluate(tx, { unit: "county", ...always }),
          await evaluateEach(tx, { under: "county", kind: "village", ...always }),
          await evaluatePerson(tx, { person: "li", ...always }),
          await evaluateOffice(tx, { office: 7, ...always }),
        ]);
        expect(whole).toEqual(sum("unit", ["v1", "v2", "town"]));
        expect(each).toEqual(["v1", "v2"].map((unit) => ({ unit, counts: sum("unit", [unit]) })));
        expect(li).toEqual(sum("person", ["li"]));
        expect(office).toEqual(sum("office", ["7"]));
      }),
      { numRuns: 15, endOnFailure: true },
    );

    const checked = await checkTallies(town.database, { zone, now });
    expect(checked).toEqual({ checked: from - 1001, driftedMatters: [], driftedLines: [], isWhole: true });
  }, 60_000);

  test("are by the day of the place: the first moment of a period is in it, the last is not", async () => {
    const town = await openTown(open);
    const midnight = 10 * day - 8 * hour;
    await town.database.transaction(async (tx) => {
      for (const [index, at] of [midnight - 1, midnight, midnight + day - 1, midnight + day].entries()) {
        await insertMatter(tx, { number: 1001 + index });
        await insertEvent(tx, { number: 1001 + index, kind: "filed", at, key: "filed" });
      }
    });
    await carryOut(town, 1001, []);

    const counts = await town.database.transaction((tx) =>
      evaluate(tx, { unit: "v1", from: midnight, to: midnight + day }),
    );

    expect(counts).toEqual({ ...noCounts, filed: 2 });
  });

  test("are found by the nightly check when somebody changed them, each way", async () => {
    const town = await openTown(open);
    await town.database.transaction((tx) => twelve(tx, 1001));
    await carryOut(town, 1001, []);
    await town.database.transaction(async (tx) => {
      await tx.updateTable("evaluation_matter").set({ shares: "[]" }).where("number", "=", 1001).execute();
      // The same sum, on another day.
      await tx
        .updateTable("evaluation_day")
        .set(({ eb }) => ({ day_at: eb("day_at", "+", 30 * day) }))
        .where("of_id", "=", "v2")
        .execute();
    });

    const found = await checkTallies(town.database, { zone, now });

    expect(found.driftedMatters).toEqual([1001]);
    expect(found.driftedLines.toSorted()).toEqual(["unit v1", "unit v2"]);
  });

  test("are all looked at, however many people there are", async () => {
    const town = await openTown(open);
    await town.database.transaction(async (tx) => {
      for (let number = 1001; number < 1131; number += 1) {
        await insertMatter(tx, { number });
        await insertEvent(tx, { number, kind: "filed", at: 5 * day, key: "filed" });
        await insertEvent(tx, { number, kind: "answered", actor: `p${number}`, at: 6 * day, key: "answer" });
      }
    });
    await carryOut(town, 1001, []);
    await town.database.transaction(async (tx) => {
      for (const id of ["p1001", "p1064", "p1130"])
        await tx.updateTable("evaluation_day").set({ answered_in_time: 2 }).where("of_id", "=", id).execute();
    });

    const found = await checkTallies(town.database, { zone, now });

    expect(found.checked).toBe(130);
    expect(found.driftedLines.toSorted()).toEqual(["person p1001", "person p1064", "person p1130"]);
  });

  test("are not called wrong for what happened while they were checked, and are counted again afterwards", async () => {
    const town = await openTown(open);
    await town.database.transaction((tx) => twelve(tx, 1001));
    await carryOut(town, 1001, []);
    let [calls, isCounted] = [0, true];
    const meddled: Pick<Database, "transaction"> = {
      async transaction(work) {
        calls += 1;
        if (calls === 3) isCounted = await meddle();
        return town.database.transaction(work);
      },
    };
    async function meddle(): Promise<boolean> {
      await town.database.transaction((tx) =>
        insertEvent(tx, { number: 1002, kind: "answered", actor: "li", at: 11 * day, key: "meanwhile" }),
      );
      return town.database.transaction((tx) => countNext({ tx, now: now(), dayAt: town.dayAt }));
    }

    const found = await checkTallies(meddled, { zone, now });
    await carryOut(town, 1001, []);

    expect(isCounted).toBe(false);
    expect([found.driftedMatters, found.driftedLines]).toEqual([[], []]);
    const after = await town.database.transaction((tx) => evaluatePerson(tx, { person: "li", ...always }));
    expect(after.answeredInTime).toBe(1);
  });
});

describeOnPostgresql("what is counted beside turns that end out of order", (open) => {
  test("is everything: an event whose number is lower than one that was counted before is not passed over", async () => {
    const town = await openTown(open);
    await town.database.transaction((tx) => twelve(tx, 1001));
    await carryOut(town, 1001, []);
    let [begun, end] = [() => {}, () => {}];
    const isBegun = new Promise<void>((resolve) => (begun = resolve));
    const mayEnd = new Promise<void>((resolve) => (end = resolve));
    const answer = { kind: "answered", actor: "li", at: 11 * day, key: "answer" };

    const slow = town.database.transaction(async (tx) => {
      await insertEvent(tx, { ...answer, number: 1001 });
      begun();
      await mayEnd;
    });
    await isBegun;
    await town.database.transaction((tx) => insertEvent(tx, { ...answer, number: 1002 }));
    await carryOut(town, 1001, []);
    end();
    await slow;
    await carryOut(town, 1001, []);

    const li = await town.database.transaction((tx) => evaluatePerson(tx, { person: "li", ...always }));
    expect(li.answeredInTime).toBe(2);
  });
});
