import { lanes } from "../model.ts";

/** Of what is sent while a lane waits, so much is its own, whatever goes before it. */
const shareOf: ReadonlyMap<number, number> = new Map([
  [lanes.alarm, 0.2],
  [lanes.bulk, 0.1],
]);

/** How much may be leased: `limit` in all; of notices to many only so much, since answers must find room. */
export interface Room {
  readonly limit: number;
  readonly bulk: number;
}

/**
 * Chooses what goes next: an answer before a deadline, a deadline before a notice to many, except that each keeps a small
 * share of its own and so is never starved.
 */
export interface Shares {
  /** How many notices may be asked for. */
  bulkWanted(room: Room): number;
  /** @param waiting the oldest of each lane; as many of each as might be chosen. */
  choose<Row extends { readonly lane: number }>(waiting: readonly Row[], room: Room): readonly Row[];
}

export function createShares(): Shares {
  const owed = new Map<number, number>();
  const due = (lane: number): number => Math.floor(owed.get(lane) ?? 0);
  // One at least, to know that it waits.
  const bulkWanted = ({ limit, bulk }: Room): number => Math.min(limit, Math.max(1, bulk, due(lanes.bulk)));

  return {
    bulkWanted,
    choose(waiting, room) {
      const byLane = Map.groupBy(waiting, ({ lane }) => lane);
      const chosen = [...shareOf.keys()].flatMap((lane) => (byLane.get(lane) ?? []).slice(0, due(lane)));
      let bulkLeft = room.bulk;
      for (const row of waiting.toSorted((one, other) => one.lane - other.lane)) {
        if (chosen.length >= room.limit || chosen.includes(row)) continue;
        if (row.lane === lanes.bulk && (bulkLeft -= 1) < 0) continue;
        chosen.push(row);
      }
      const going = chosen.slice(0, room.limit);
      for (const [lane, share] of shareOf) {
        const gone = going.filter((row) => row.lane === lane).length;
        const waited = byLane.has(lane);
        // Nothing is saved up while nobody waits.
        owed.set(lane, waited ? Math.max(0, (owed.get(lane) ?? 0) + going.length * share - gone) : 0);
      }
      return going;
    },
  };
}
