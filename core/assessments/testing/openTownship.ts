import { addUnits, unitByCode, type Unit } from "../../org/index.ts";
import {
  confirmPerson,
  householdAt,
  insertMembership,
  insertPerson,
  moveIn,
  personById,
  upsertAccount,
  type Acting,
  type Moment,
  type PersonId,
  type Role,
} from "../../people/index.ts";
import type { Tx } from "../../store/index.ts";
import type { OpenTestDatabase } from "../../store/testing/index.ts";
import { createCalendar } from "../../time/index.ts";
import { createManualClock } from "../../time/testing/manualClock.ts";
import { columnOf } from "../../evaluation/store.ts";
import type { Counts } from "../../evaluation/index.ts";

/** Everybody of a small county with her post; each lives in a house of her own, but for `aunt`, who lives with `li`. */
export const posts: Readonly<Record<string, readonly [role: Role, unit: string] | undefined>> = {
  admin: ["admin", "county"],
  chu: ["dispatcher", "county"],
  main: ["main_leader", "town"],
  direct: ["direct_leader", "town"],
  zhao: ["dispatcher", "town"],
  office: ["officer", "town"],
  fang: ["discipline", "town"],
  zhou: ["liaison_lead", "v1"],
  li: ["grid_worker", "v1-G1"],
  he: ["grid_worker", "v2-G1"],
  gen: ["supervisor", "v1"],
  wang: undefined,
  chen: undefined,
  aunt: undefined,
};

const home = { he: "v2-G1" } as Readonly<Record<string, string>>;

/** A county with one township of villages, at the turn of the year. */
export async function openTownship(open: OpenTestDatabase, villages: readonly string[] = ["v1", "v2"]) {
  const database = await open();
  const clock = createManualClock();
  clock.set(Date.parse("2026-01-05T07:00+08:00"));
  const momentOf = (tx: Tx): Moment => ({
    tx,
    now: clock.now(),
    post: () => Promise.resolve(true),
    calendar: createCalendar("Asia/Shanghai"),
    draw: () => 0,
  });
  const act = <T>(work: (moment: Moment) => Promise<T>): Promise<T> =>
    database.transaction((tx) => work(momentOf(tx)), { isolated: true });
  await act(async ({ tx }) => {
    await addUnits(tx, [
      { code: "county", name: "某县", kind: "county", parent: null },
      { code: "town", name: "某镇", kind: "township", parent: "county" },
      ...villages.map((code) => ({ code, name: code, kind: "village" as const, parent: "town" })),
      ...villages.map((code) => ({ code: `${code}-G1`, name: "G1", kind: "grid" as const, parent: code })),
    ]);
    for (const [id, post] of Object.entries(posts))
      if (id !== "he" || villages.includes("v2")) await settle(tx, id, post, clock.now());
  });

  return {
    database,
    clock,
    act,
    as: <T>(id: PersonId, deed: (acting: Acting) => Promise<T>): Promise<T> =>
      act(async (moment) => {
        const person = await personById(moment.tx, id);
        if (!person) throw new Error(`nobody is called ${id}`);
        return deed({ ...moment, person });
      }),
    unit: (code: string): Promise<Unit> =>
      act(async ({ tx }) => {
        const unit = await unitByCode(tx, code);
        if (!unit) throw new Error(`there is no ${code}`);
        return unit;
      }),
    /** So much was counted for a village or a person in the year 2025. */
    count: (of: "unit" | "person", id: string, counts: Partial<Counts>): Promise<void> =>
      act(async ({ tx }) => {
        const entries = Object.entries(counts) as [keyof Counts, number][];
        const columns = Object.fromEntries(entries.map(([name, count]) => [columnOf[name], count]));
        const day = Date.parse("2025-06-01T00:00+08:00");
        await tx
          .insertInto("evaluation_day")
          .values({ of_kind: of, of_id: id, day_at: day, ...columns })
          .execute();
      }),
  };
}

/** A good year: every rate is excellent. */
export const good = { filed: 40, settled: 40, answeredInTime: 40, settledInTime: 40, satisfied: 30 } as const;

/** A poor one: most answers came too late. */
export const bad = { ...good, answeredInTime: 10, answeredLate: 30 } as const;

async function settle(tx: Tx, id: PersonId, post: (typeof posts)[string], now: number): Promise<void> {
  const grid = home[id] ?? "v1-G1";
  await insertPerson(tx, { id, name: id, nickname: null, language: "zh", grid }, now);
  await confirmPerson(tx, id, id, now);
  const address = `${id === "aunt" ? "li" : id}的家`;
  await moveIn(tx, id, (await householdAt(tx, { grid, address, by: null }, now)).id, now);
  await upsertAccount(tx, id, { channel: "paper", bot: "bot", actor: id, address: `paper:bot/${id}` }, now);
  if (post) await insertMembership(tx, id, { role: post[0], unit: post[1] }, now);
}
