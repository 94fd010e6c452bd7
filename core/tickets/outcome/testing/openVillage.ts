import { addUnits } from "../../../org/index.ts";
import {
  confirmPerson,
  insertMembership,
  insertPerson,
  personById,
  type Acting,
  type Moment,
  type PersonId,
  type Role,
} from "../../../people/index.ts";
import { insertRule, insertSetting } from "../../../points/index.ts";
import type { Tx } from "../../../store/index.ts";
import type { OpenTestDatabase } from "../../../store/testing/index.ts";
import { createCalendar } from "../../../time/index.ts";
import { createManualClock } from "../../../time/testing/manualClock.ts";

export const village = "v";
const grid = "v-G1";

const posts: Readonly<Record<string, readonly [Role, string]>> = {
  wang: ["villager", grid],
  chen: ["villager", grid],
  lin: ["villager", grid],
  li: ["grid_worker", grid],
  zhou: ["liaison_lead", village],
  gen: ["supervisor", village],
  zhao: ["dispatcher", "town"],
  xu: ["direct_leader", "town"],
};

/** What a team earns for a matter, and how much at most in a day and in a month. */
export interface TeamRule {
  readonly delta: number;
  readonly day: number;
  readonly month: number;
}

/** A village with its team, a town above it, three villagers, and a rule by which the team earns. */
export async function openVillage(open: OpenTestDatabase, { delta, day, month }: TeamRule) {
  const database = await open();
  const clock = createManualClock();
  const momentOf = (tx: Tx): Moment => ({
    tx,
    now: clock.now(),
    post: () => Promise.resolve(true),
    calendar: createCalendar("Asia/Shanghai"),
    draw: () => 0,
  });
  await database.transaction(async (tx) => {
    const now = clock.now();
    await addUnits(tx, [
      { code: "county", name: "某县", kind: "county", parent: null },
      { code: "town", name: "某镇", kind: "township", parent: "county" },
      { code: village, name: "某村", kind: "village", parent: "town" },
      { code: grid, name: "G1", kind: "grid", parent: village },
    ]);
    for (const [id, [role, unit]] of Object.entries(posts)) {
      await insertPerson(tx, { id, name: id, nickname: null, language: "zh", grid }, now);
      await confirmPerson(tx, id, id, now);
      await insertMembership(tx, id, { role, unit }, now);
    }
    const caps = [
      { per: "team", within: "day", most: day },
      { per: "team", within: "month", most: month },
    ] as const;
    const rule = { unit: "town", name: "team_settled", kind: "daily", givenBy: "outcome" } as const;
    const made = { by: null, now };
    await insertRule(
      tx,
      { ...rule, delta, caps, title: { zh: "按时办好", en: "Settled" }, isDemo: true },
      made,
    );
    await insertSetting(tx, "town", { publicityDays: 5, approveAbove: 20, isDemo: true }, made);
  });

  return {
    database,
    clock,
    /** In a transaction as an alarm has it. */
    act: <T>(work: (moment: Moment) => Promise<T>): Promise<T> =>
      database.transaction((tx) => work(momentOf(tx)), { isolated: true }),
    /** In a transaction as somebody's turn has it. */
    as: <T>(id: PersonId, work: (acting: Acting) => Promise<T>): Promise<T> =>
      database.transaction(
        async (tx) => {
          const person = await personById(tx, id);
          if (!person) throw new Error(`nobody is called ${id}`);
          return work({ ...momentOf(tx), person });
        },
        { isolated: true },
      ),
  };
}

export type Village = Awaited<ReturnType<typeof openVillage>>;
