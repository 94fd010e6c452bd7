import { setTimeout as pause } from "node:timers/promises";
import { insertMany } from "../../core/tickets/testing/manyMatters.ts";
import { day, hour, systemClock } from "../../core/time/index.ts";
import { median, type Figure } from "./result.ts";
import { openVillage, type Village } from "./village.ts";

const grid = "330226106235-G1";
const sizes = [10_000, 100_000, 1_000_000];
const due = 100;
const rounds = 7;
/** How much longer a sweep may take at a hundred times as many matters: its target. */
const flat = 1.2;

/** One village for each size; the sizes are measured in turn, so that a noisy moment strikes all alike. */
export async function benchSweep(): Promise<readonly Figure[]> {
  const villages: Village[] = [];
  for (const size of sizes) villages.push(await filled(size));
  const times = sizes.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, village] of villages.entries()) {
      const milliseconds = await sweepOnce(village, (sizes[index] ?? 0) + 1 + round * due);
      // The first round warms up.
      if (round > 0) times[index]?.push(milliseconds);
    }
  }
  for (const village of villages) await village.remove();
  const [smallest = []] = times;
  return sizes.map((size, index) => ({
    name: `sweep: ${due} due among ${size.toLocaleString("en")} open`,
    value: median(times[index] ?? []),
    unit: "ms",
    beside: { name: `among ${(sizes[0] ?? 0).toLocaleString("en")}`, value: median(smallest) },
    target: { value: flat * median(smallest), is: "at most" as const },
    note: `each of the ${due} breaches: its matter moves up, five people are told; SQLite, commits NORMAL`,
  }));
}

/** A village with so many open matters, none of them due for hours. */
async function filled(size: number): Promise<Village> {
  const village = await openVillage(1);
  const at = systemClock.now() - hour;
  const many = { from: 2_000_000, unit: grid, reporter: "villager-0", responsible: "demo-li" };
  for (let from = 0; from < size; from += 20_000) {
    const count = Math.min(20_000, size - from);
    await village.database.transaction((tx) =>
      insertMany(tx, { ...many, count, from: many.from + from, filedAt: at, everyMs: 1 }),
    );
    await pause(1);
  }
  return village;
}

/** A hundred more fall due at this moment, and one sweep finds them. */
async function sweepOnce(village: Village, round: number): Promise<number> {
  await village.database.transaction((tx) =>
    insertMany(tx, {
      count: due,
      from: 10_000_000 + round,
      unit: grid,
      reporter: "villager-0",
      responsible: "demo-li",
      filedAt: systemClock.now() - day,
    }),
  );
  const began = performance.now();
  await village.program.sweep();
  const milliseconds = performance.now() - began;
  await village.program.settle();
  return milliseconds;
}
