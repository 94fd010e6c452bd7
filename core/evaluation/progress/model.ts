/** Numbers of events that were not there when later ones were: their transactions may end after those of later ones. */
export interface Missing {
  readonly from: number;
  readonly to: number;
  /** Since when they are missed, epoch milliseconds. */
  readonly since: number;
}

/** No turn takes so long: what is still missing then was given to nobody. */
const missedFor = 600_000;

/** The numbers left out of a row of numbers that goes on after `after`; in order. */
export function missingIn(after: number, ids: readonly number[], since: number): readonly Missing[] {
  const found: Missing[] = [];
  let last = after;
  for (const id of ids) {
    if (id > last + 1) found.push({ from: last + 1, to: id - 1, since });
    last = id;
  }
  return found;
}

/** What is missing still, once some have been found and the time of others is over. */
export function stillMissing(
  missing: readonly Missing[],
  found: readonly number[],
  now: number,
): readonly Missing[] {
  const ids = found.toSorted((one, other) => one - other);
  return missing
    .filter(({ since }) => now - since < missedFor)
    .flatMap(({ from, to, since }) => {
      const inside = ids.filter((id) => id >= from && id <= to);
      return missingIn(from - 1, [...inside, to + 1], since);
    });
}
