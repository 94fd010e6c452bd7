import type { Database, Tx } from "../../store/index.ts";
import type { Zone } from "../zone.ts";
import { hoursRead } from "./hoursRead.ts";
import { reckon, type Clock } from "./reckon.ts";
import { clockById, liveClocksAfter, segmentsOf } from "./store.ts";

/** A clock that is not what its segments come to. */
export interface Drift {
  readonly clock: Clock;
  readonly reckonedDueAt: number | undefined;
}

const batchSize = 500;

export interface Checked {
  readonly checked: number;
  /** Those that are not as stored. */
  readonly drifted: readonly Drift[];
  /** False where the program is about to end and left the rest. */
  readonly isWhole: boolean;
}

/**
 * Reckons every clock that runs or is paused from its segments, a batch in each transaction. Whichever is not as stored is
 * read once more: a turn may have changed it between two reads. Nothing is mended: a drift is a mistake of the program, and
 * somebody must look. What is stopped is history and not looked at.
 */
export async function checkClocks(
  database: Pick<Database, "transaction">,
  zone: Zone,
  isStopping: () => boolean = () => false,
): Promise<Checked> {
  let [checked, after] = [0, 0];
  const drifted: Drift[] = [];
  while (!isStopping()) {
    const batch = await database.transaction((tx) => checkBatch(tx, zone, after));
    checked += batch.checked;
    if (batch.suspects.length > 0)
      drifted.push(...(await database.transaction((tx) => lookAgain(tx, zone, batch.suspects))));
    if (batch.last === undefined) return { checked, drifted, isWhole: true };
    after = batch.last;
  }
  return { checked, drifted, isWhole: false };
}

async function checkBatch(tx: Tx, zone: Zone, after: number) {
  const clocks = await liveClocksAfter(tx, after, batchSize);
  const suspects = await driftedOf(tx, zone, clocks);
  return {
    checked: clocks.length,
    suspects,
    last: clocks.length < batchSize ? undefined : clocks.at(-1)?.id,
  };
}

async function lookAgain(tx: Tx, zone: Zone, suspects: readonly Drift[]): Promise<readonly Drift[]> {
  const clocks: Clock[] = [];
  for (const { clock } of suspects) {
    const now = await clockById(tx, clock.id);
    if (now && now.state !== "stopped") clocks.push(now);
  }
  return driftedOf(tx, zone, clocks);
}

async function driftedOf(tx: Tx, zone: Zone, clocks: readonly Clock[]): Promise<readonly Drift[]> {
  const ids = clocks.map(({ id }) => id);
  const segments = await segmentsOf(tx, ids);
  const drifted: Drift[] = [];
  for (const clock of clocks) {
    const own = segments.get(clock.id) ?? [];
    const found = reckon(own, await hoursRead(tx, own), zone);
    const isSame =
      found.dueAt === clock.dueAt &&
      found.consumedMs === clock.consumedMs &&
      found.state === clock.state &&
      found.breachedAt === clock.breachedAt;
    if (!isSame) drifted.push({ clock, reckonedDueAt: found.dueAt });
  }
  return drifted;
}
