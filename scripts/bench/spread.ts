import { setImmediate as breathe } from "node:timers/promises";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crowd, insertPeople } from "../../core/broadcasts/testing/manyPeople.ts";
import { grids, openSpread, route } from "../../core/broadcasts/testing/openSpread.ts";
import { openDatabase, type Database } from "../../core/store/index.ts";
import type { Figure } from "./result.ts";

const people = 180_000;
const carersOf = 9_000;
const perHousehold = 3;
const atOnce = 3_000;

/** A notice to everybody of a county, written out: how long it takes, and how long nobody else got a turn. */
export async function benchSpread(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "diantong-spread-"));
  const database = await openDatabase(`file:${join(folder, "spread.db")}`, { dataDir: folder });
  const village = await openSpread(() => Promise.resolve(standing(database, folder)));
  await settle(village.database);
  const ordinary = await spreadOnce(village, false);
  const urgent = await spreadOnce(village, true);
  await database.close();
  rmSync(folder, { recursive: true, force: true });
  return [...figuresOf("ordinary", ordinary), ...figuresOf("urgent, with its doors", urgent)];
}

function standing(database: Database, dataDir: string) {
  return {
    ...database,
    url: "",
    dataDir,
    reopen: () => Promise.reject(new Error("the bench does not restart")),
  };
}

async function settle(database: Database): Promise<void> {
  const all = crowd(people, grids, route);
  for (let from = 0; from < people; from += atOnce) {
    const some = all.slice(from, from + atOnce).map((one, index) => ({
      ...one,
      household: Math.floor((from + index) / perHousehold) + 1,
      // One in twenty has no chat and is told by whoever looks after her.
      address: (from + index) % 20 === 0 ? null : one.address,
    }));
    await database.transaction(async (tx) => {
      const households = Array.from({ length: atOnce / perHousehold }, (_, index) =>
        householdOf(from / perHousehold + index + 1),
      );
      // Whoever looks after a household lives in it, and has to be there first.
      await tx
        .insertInto("household")
        .values(households.map((one) => ({ ...one, carer_id: null })))
        .execute();
      await insertPeople(tx, some, 0);
      for (const { id, carer_id } of households)
        if (carer_id !== null)
          await tx.updateTable("household").set({ carer_id }).where("id", "=", id).execute();
    });
    await breathe();
  }
}

function householdOf(id: number) {
  const carer = `crowd-${String((id - 1) * perHousehold + 1).padStart(6, "0")}`;
  return {
    id,
    grid: grids[id % grids.length] ?? "",
    address: String(id),
    carer_id: id <= carersOf ? carer : null,
    created_at: 0,
  };
}

interface Spread {
  readonly totalMs: number;
  /** What the processor worked on it: on a machine that others use, too, the better figure. */
  readonly workedMs: number;
  readonly longestMs: number;
}

type Village = Awaited<ReturnType<typeof openSpread>>;

async function spreadOnce(village: Village, isUrgent: boolean): Promise<Spread> {
  await village.begin({ isUrgent, people, words: isUrgent ? "台风橙色预警" : "停水" });
  let longestMs = 0;
  let last = performance.now();
  const watching = setInterval(() => {
    longestMs = Math.max(longestMs, performance.now() - last - 1);
    last = performance.now();
  }, 1);
  const begun = performance.now();
  const before = process.cpuUsage();
  await village.spreaderOn(village.database).drain();
  const totalMs = performance.now() - begun;
  const { user, system } = process.cpuUsage(before);
  const workedMs = (user + system) / 1_000;
  clearInterval(watching);
  return { totalMs, workedMs, longestMs };
}

const circumstances =
  "SQLite, commits NORMAL; one in twenty without a chat, households of three, 2,000 people in a transaction";

function figuresOf(name: string, { totalMs, workedMs, longestMs }: Spread): readonly Figure[] {
  const worked = `${(workedMs / 1_000).toFixed(1)} s of the processor`;
  const note = `${worked}; ${circumstances}`;
  return [
    {
      name: `fan-out to ${people.toLocaleString("en")}, ${name}`,
      value: totalMs / 1_000,
      unit: "s",
      target: { value: 6, is: "at most" },
      note,
    },
    {
      name: `longest stall of it, ${name}`,
      value: longestMs,
      unit: "ms",
      target: { value: 100, is: "at most" },
      note,
    },
  ];
}
