import type { Database, Tx } from "../../store/index.ts";
import type { Hours } from "../hours/hours.ts";
import { hoursById } from "../hours/store.ts";
import type { Zone } from "../zone.ts";
import { reckon, type Clock, type Segment } from "./reckon.ts";
import { liveClocksAfter, segmentsOf } from "./store.ts";

/** A clock that is not what its segments come to. */
export interface Drift {
  readonly clock: Clock;
  readonly reckonedDueAt: number | undefined;
}

const batchSize = 500;

/**
 * Reckons every clock that is not stopped from its segments, a batch in each transaction. Nothing is mended: a drift is a
 * mistake of the program, and somebody must look.
 * @returns how many were looked at, and those that are not as stored.
 */
export async function checkClocks(
  database: Pick<Database, "transaction">,
  zone: Zone,
): Promise<{ readonly checked: number; readonly drifted: readonly Drift[] }> {
  let [checked, after] = [0, 0];
  const drifted: Drift[] = [];
  for (;;) {
    const batch = await database.transaction((tx) => checkBatch(tx, zone, after));
    checked += batch.checked;
    drifted.push(...batch.drifted);
    if (batch.last === undefined) return { checked, drifted };
    after = batch.last;
  }
}

async function checkBatch(tx: Tx, zone: Zone, after: number) {
  const clocks = await liveClocksAfter(tx, after, batchSize);
  const segments = await segmentsOf(
    tx,
    clocks.map(({ id }) => id),
  );
  const drifted: Drift[] = [];
  for (const clock of clocks) {
    const own = segments.get(clock.id) ?? [];
    const found = reckon(own, hoursIn(await hoursUsed(tx, own)), zone);
    const isSame =
      found.dueAt === clock.dueAt &&
      found.consumedMs === clock.consumedMs &&
      found.state === clock.state &&
      found.breachedAt === clock.breachedAt;
    if (!isSame) drifted.push({ clock, reckonedDueAt: found.dueAt });
  }
  return { checked: clocks.length, drifted, last: clocks.length < batchSize ? undefined : clocks.at(-1)?.id };
}

async function hoursUsed(tx: Tx, segments: readonly Segment[]): Promise<ReadonlyMap<number, Hours>> {
  const used = new Map<number, Hours>();
  for (const { hours } of segments) if (!used.has(hours)) used.set(hours, await hoursById(tx, hours));
  return used;
}

function hoursIn(known: ReadonlyMap<number, Hours>): (id: number) => Hours {
  return (id) => {
    const hours = known.get(id);
    if (!hours) throw new Error(`hours ${id} were not read`);
    return hours;
  };
}
