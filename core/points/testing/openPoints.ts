import { addUnits, type Unit } from "../../org/index.ts";
import {
  changeHousehold,
  confirmPerson,
  householdAt,
  insertPerson,
  moveIn,
  type Moment,
  type PersonId,
} from "../../people/index.ts";
import type { Tx } from "../../store/index.ts";
import type { OpenTestDatabase } from "../../store/testing/index.ts";
import { createCalendar } from "../../time/index.ts";
import { createManualClock } from "../../time/testing/manualClock.ts";
import type { Cap } from "../model.ts";
import { insertRule } from "../rules/store.ts";
import { insertSetting } from "../settings/store.ts";

export const grid: Unit = {
  code: "village-G1",
  name: "G1",
  kind: "grid",
  parent: "village",
  path: "town/village/village-G1",
};

export const caps: readonly Cap[] = [
  { per: "person", within: "day", most: 5 },
  { per: "person", within: "month", most: 12 },
  { per: "household", within: "month", most: 15 },
];

/** A small village with two rules: ratings, paid by the program and capped, and something given by staff without a cap. */
export async function openPoints(open: OpenTestDatabase) {
  const database = await open();
  const clock = createManualClock();
  let [drawn, families] = [0, 0];
  const momentOf = (tx: Tx): Moment => ({
    tx,
    now: clock.now(),
    post: () => Promise.resolve(true),
    calendar: createCalendar("Asia/Shanghai"),
    draw: (below) => (drawn += 7) % below,
  });
  await database.transaction(async (tx) => {
    await addUnits(tx, [
      { code: "town", name: "某镇", kind: "township", parent: null },
      { code: "village", name: "某村", kind: "village", parent: "town" },
      { code: grid.code, name: grid.name, kind: "grid", parent: "village" },
    ]);
    const rated = { unit: "town", name: "rated", kind: "daily", delta: 2, givenBy: "event", caps } as const;
    const special = {
      unit: "town",
      name: "rescue",
      kind: "special",
      delta: 20,
      givenBy: "staff",
      caps: [],
    } as const;
    const made = { by: null, now: clock.now() };
    await insertRule(tx, { ...rated, title: { zh: "评价", en: "Rating" }, isDemo: true }, made);
    await insertRule(tx, { ...special, title: { zh: "救人", en: "Rescue" }, isDemo: true }, made);
    await insertSetting(tx, "town", { publicityDays: 5, approveAbove: 20, isDemo: true }, made);
  });

  /** So many people of one new household, confirmed unless said otherwise. */
  async function addFamily(members: number, isConfirmed = true): Promise<readonly PersonId[]> {
    const family = (families += 1);
    const people = Array.from({ length: members }, (_, index) => `p${family}-${index}`);
    await database.transaction(async (tx) => {
      const home = await householdAt(tx, { grid: grid.code, address: `${family}号`, by: null }, clock.now());
      for (const id of people) {
        await insertPerson(
          tx,
          { id, name: id, nickname: null, language: "zh", grid: grid.code },
          clock.now(),
        );
        if (isConfirmed) await confirmPerson(tx, id, id, clock.now());
        await moveIn(tx, id, home.id, clock.now());
      }
      await changeHousehold(tx, home.id, { head: people[0] ?? null });
    });
    return people;
  }

  return {
    database,
    clock,
    momentOf,
    addFamily,
    /** In a transaction as a turn has it. */
    act: <T>(work: (moment: Moment) => Promise<T>): Promise<T> =>
      database.transaction((tx) => work(momentOf(tx)), { isolated: true }),
  };
}
