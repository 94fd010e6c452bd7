import { setImmediate as whatWaits } from "node:timers/promises";
import type { Database, Tx } from "../../store/index.ts";
import { minute, type Zone } from "../../time/index.ts";
import { difference, factsOf, sharesOf } from "../counting/model.ts";
import { countNext, daysIn, type DayAt } from "../counting/service.ts";
import { keptShares, livesOf, numbersAfter } from "../counting/store.ts";
import { holdProgress, keepProgress, uncounted } from "../progress/store.ts";
import { createLines, type Line } from "./model.ts";
import { linesKept } from "./store.ts";

/** So many matters are made anew in one transaction: it keeps whoever writes waiting for a few milliseconds. */
const batchSize = 100;
/** After a check that died nothing is counted for so long at most. */
const heldAtMost = 30 * minute;

export interface TalliesChecked {
  readonly checked: number;
  /** Matters that do not count for what is kept of them. */
  readonly driftedMatters: readonly number[];
  /** Whose tallies are not the sum of what their matters count for. */
  readonly driftedLines: readonly string[];
  /** False where the program is about to end and left the rest, or another process checks. */
  readonly isWhole: boolean;
}

/**
 * Counts every matter anew from everything that happened to it and compares it with what is kept, and the tallies with their
 * sum. Nothing is counted meanwhile, so that what happens is no drift; nothing is mended: somebody must look.
 */
export async function checkTallies(
  database: Pick<Database, "transaction">,
  {
    zone,
    now,
    isStopping = () => false,
  }: {
    readonly zone: Zone;
    readonly now: () => number;
    readonly isStopping?: () => boolean;
  },
): Promise<TalliesChecked> {
  const dayAt = daysIn(zone);
  while (await database.transaction((tx) => countNext({ tx, now: now(), dayAt }))) if (isStopping()) break;
  if (!(await hold(database, now()))) return { ...nothing, isWhole: false };
  try {
    return await compare(database, dayAt, isStopping);
  } finally {
    await database.transaction(async (tx) => keepProgress(tx, { ...(await holdProgress(tx)), heldUntil: 0 }));
  }
}

const nothing = { checked: 0, driftedMatters: [], driftedLines: [] };

/** @returns false while another process checks. */
function hold(database: Pick<Database, "transaction">, now: number): Promise<boolean> {
  return database.transaction(async (tx) => {
    const progress = await holdProgress(tx);
    if (progress.heldUntil > now) return false;
    await keepProgress(tx, { ...progress, heldUntil: now + heldAtMost });
    return true;
  });
}

async function compare(
  database: Pick<Database, "transaction">,
  dayAt: DayAt,
  isStopping: () => boolean,
): Promise<TalliesChecked> {
  const lines = createLines();
  const driftedMatters: number[] = [];
  let [checked, after] = [0, 0];
  while (!isStopping()) {
    const from = after;
    const batch = await database.transaction((tx) => compareBatch(tx, dayAt, from));
    for (const shares of batch.kept) lines.add(shares);
    driftedMatters.push(...batch.drifted);
    checked += batch.numbers.length;
    after = batch.numbers.at(-1) ?? after;
    await whatWaits();
    if (batch.numbers.length < batchSize) {
      const driftedLines = lines.unlike(await allLines(database));
      return { checked, driftedMatters, driftedLines, isWhole: true };
    }
  }
  return { checked, driftedMatters, driftedLines: [], isWhole: false };
}

/** All tallies, some of them in each transaction: nothing is counted meanwhile. */
async function allLines(database: Pick<Database, "transaction">): Promise<readonly Line[]> {
  const found: Line[] = [];
  for (const kind of ["unit", "person", "office"] as const) {
    let after: string | undefined = "";
    while (after !== undefined) {
      const from: string = after;
      const lines = await database.transaction((tx) => linesKept(tx, kind, from));
      found.push(...lines);
      after = lines.at(-1)?.id;
      await whatWaits();
    }
  }
  return found;
}

async function compareBatch(tx: Tx, dayAt: DayAt, after: number) {
  const numbers = await numbersAfter(tx, after, batchSize);
  const lives = await livesOf(tx, numbers);
  const kept = await keptShares(tx, numbers);
  const fresh = numbers.length === 0 ? new Set() : await uncounted(tx, await holdProgress(tx), numbers);
  const drifted = [...lives].flatMap(([number, life]) => {
    if (fresh.has(number)) return [];
    const shares = sharesOf(factsOf(life), dayAt);
    return difference(kept.get(number) ?? [], shares).length > 0 ? [number] : [];
  });
  return { numbers, drifted, kept: [...kept.values()] };
}
