import { addUnits, type Unit } from "../../org/index.ts";
import { insertMembership, insertPerson, personById, type Acting, type Role } from "../../people/index.ts";
import type { Tx } from "../../store/index.ts";
import type { TestDatabase } from "../../store/testing/index.ts";
import { createCalendar, dateAfter, day, hour } from "../../time/index.ts";
import { createManualClock } from "../../time/testing/manualClock.ts";

/** How large a county is: every village has one grid. */
export interface CountySize {
  readonly townships: number;
  /** In all townships together. */
  readonly villages: number;
}

const townshipNames =
  "跃龙 桃源 梅林 桥头胡 强蛟 西店 深甽 黄坛 岔路 前童 桑洲 一市 越溪 长街 力洋 茶院 胡陈 大佳何".split(" ");

function unitsOf({ townships, villages }: CountySize): readonly Omit<Unit, "path">[] {
  const towns = Array.from({ length: townships }, (_, at) => ({
    code: `t${at}`,
    name: `${townshipNames[at % townshipNames.length]}镇`,
    kind: "township" as const,
    parent: "county",
  }));
  const below = Array.from({ length: villages }, (_, at) => [
    { code: `v${at}`, name: `第${at + 1}村`, kind: "village" as const, parent: `t${at % townships}` },
    { code: `v${at}-G1`, name: "G1", kind: "grid" as const, parent: `v${at}` },
  ]);
  const county = { code: "county", name: "某县", kind: "county" as const, parent: null };
  return [county, ...towns, ...below.flat()];
}

/** A matter as a test wants it; the rest is usual. */
export interface GivenMatter {
  readonly grid: string;
  /** Hours from now; null for a clock that stands still. */
  readonly dueInHours?: number | null;
  readonly kind?: string;
  readonly state?: string;
  readonly isSealed?: boolean;
  readonly about?: string;
  readonly reporter?: string;
  readonly what?: string;
}

/** What happened on one day in one village, a little different in each. */
function tallyOf(village: number, daysBack: number, dayAt: number) {
  const filed = (village * 7 + daysBack * 3) % 5;
  return {
    of_kind: "unit",
    of_id: `v${village}`,
    day_at: dayAt,
    filed,
    settled: Math.max(0, filed - ((village + daysBack) % 2)),
    answered_in_time: filed,
    answered_late: daysBack % 9 === 0 ? 1 : 0,
    settled_in_time: Math.max(0, filed - 1),
    settled_late: (village + daysBack) % 11 === 0 ? 1 : 0,
    settled_in_village: Math.max(0, filed - 1),
    satisfied: filed > 2 ? 2 : 0,
    fair: (village + daysBack) % 4 === 0 ? 1 : 0,
    dissatisfied: (village * daysBack) % 13 === 5 ? 1 : 0,
  };
}

/** A county for tests of what its dashboard says, with an invented villager and worker. */
export async function openCounty(database: TestDatabase, size: CountySize) {
  const clock = createManualClock();
  let [drawn, number] = [0, 1_000];
  const momentOf = (tx: Tx) => ({
    tx,
    now: clock.now(),
    post: () => Promise.resolve(true),
    calendar: createCalendar("Asia/Shanghai"),
    draw: (below: number) => (drawn = (drawn * 31 + 17) % 1_000_003) % below,
  });

  function rowOf(given: GivenMatter) {
    const now = clock.now();
    const due = given.dueInHours === null ? null : now + (given.dueInHours ?? 5) * hour;
    number += 1;
    return {
      number,
      kind: given.kind ?? "lamp",
      what: given.what ?? "路灯不亮",
      place: "村口",
      reporter_id: given.reporter ?? "villager",
      unit_code: given.grid,
      responsible_id: "worker",
      state: given.state ?? "open",
      answer_due_at: due ?? now,
      due_at: due,
      sealed: given.isSealed === true ? 1 : 0,
      about_id: given.about ?? null,
      created_at: now - (number % 50) * day,
      source_key: `test ${number}`,
    };
  }

  async function addPerson(
    id: string,
    name: string,
    posts: readonly (readonly [Role, string])[] = [],
  ): Promise<void> {
    await database.transaction(async (tx) => {
      await insertPerson(tx, { id, name, nickname: null, language: "zh", grid: "v0-G1" }, clock.now());
      for (const [role, unit] of posts) await insertMembership(tx, id, { role, unit }, clock.now());
    });
  }

  await database.transaction((tx) => addUnits(tx, unitsOf(size)));
  await addPerson("villager", "某村民");
  await addPerson("worker", "老李");

  /** Files matters as they stand, without their history. @returns their numbers. */
  async function addMatters(given: readonly GivenMatter[]): Promise<readonly number[]> {
    const rows = given.map(rowOf);
    for (let at = 0; at < rows.length; at += 500)
      await database.transaction((tx) =>
        tx
          .insertInto("ticket")
          .values(rows.slice(at, at + 500))
          .execute(),
      );
    return rows.map((row) => row.number);
  }

  /** Tallies of the last eight weeks for every village, as core/evaluation keeps them. */
  async function addTallies(): Promise<void> {
    const { zone } = createCalendar("Asia/Shanghai");
    const days = Array.from({ length: 56 }, (_, back) => dateAfter(zone.dateOf(clock.now()), -back));
    for (const [back, date] of days.entries()) {
      const rows = Array.from({ length: size.villages }, (_, at) =>
        tallyOf(at, back, zone.momentOf(date, 0)),
      );
      await database.transaction((tx) => tx.insertInto("evaluation_day").values(rows).execute());
    }
  }

  return {
    database,
    clock,
    momentOf,
    addPerson,
    addMatters,
    addTallies,
    /** Does something as a person with her posts of this moment. */
    as: <T>(id: string, work: (acting: Acting) => Promise<T>): Promise<T> =>
      database.transaction(async (tx) => {
        const person = await personById(tx, id);
        if (!person) throw new Error(`nobody is called ${id}`);
        return work({ ...momentOf(tx), person });
      }),
  };
}
