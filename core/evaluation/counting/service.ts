import type { Moment } from "../../people/index.ts";
import type { Tx } from "../../store/index.ts";
import { dateAfter, day, type Zone } from "../../time/index.ts";
import type { Period } from "../model.ts";
import { addedUp, badAtOf, difference, factsOf, sharesOf } from "./model.ts";
import { missingIn, stillMissing } from "../progress/model.ts";
import {
  eventsAfter,
  eventsAmong,
  holdProgress,
  isUpToDate,
  keepProgress,
  type Progress,
} from "../progress/store.ts";
import { addToDays, keepMatters, keptShares, livesOf, numbersAfter, type Counted } from "./store.ts";

/** The first moment of the day of a moment. */
export type DayAt = (at: number) => number;

/** Days where the installation is; remembers what it has found, since asking the calendar is slow. */
export function daysIn(zone: Zone): DayAt {
  const known = new Map<number, Period[]>();
  return (at) => {
    const around = Math.floor(at / day);
    const days = known.get(around) ?? [];
    const found = days.find(({ from, to }) => at >= from && at < to);
    if (found) return found.from;
    const date = zone.dateOf(at);
    const from = zone.momentOf(date, 0);
    known.set(around, [...days, { from, to: zone.momentOf(dateAfter(date, 1), 0) }]);
    return from;
  };
}

/** So many events, or matters, are counted in one transaction: it keeps whoever writes waiting for a few milliseconds. */
const atOnce = 100;

/** When something is counted, and in which transaction. */
export interface Counting {
  readonly tx: Tx;
  readonly now: number;
  readonly dayAt: DayAt;
}

/**
 * Counts the next of what has happened. The first time it goes through every matter there is, a few in each transaction.
 * @returns false when everything is counted, or the nightly check wants nothing to be.
 */
export async function countNext(counting: Counting): Promise<boolean> {
  const { tx, now } = counting;
  if (await isUpToDate(tx)) return false;
  const progress = await holdProgress(tx);
  if (progress.heldUntil > now) return false;
  return progress.anewAfter === undefined
    ? countEvents(counting, progress)
    : countAnew(counting, progress, progress.anewAfter);
}

async function countAnew(counting: Counting, progress: Progress, after: number): Promise<boolean> {
  const numbers = await numbersAfter(counting.tx, after, atOnce);
  await recount(counting, numbers);
  const anewAfter = numbers.length < atOnce ? undefined : numbers.at(-1);
  await keepProgress(counting.tx, { ...progress, anewAfter });
  return true;
}

async function countEvents(counting: Counting, progress: Progress): Promise<boolean> {
  const { tx, now } = counting;
  const events = await eventsAfter(tx, progress.eventId, atOnce);
  const found = await eventsAmong(tx, progress.missing);
  const ids = events.map(({ id }) => id);
  const fresh = missingIn(progress.eventId, ids, now);
  const missing = [
    ...stillMissing(
      progress.missing,
      found.map(({ id }) => id),
      now,
    ),
    ...fresh,
  ];
  await recount(counting, [...new Set([...found, ...events].map(({ number }) => number))]);
  const last = ids.at(-1) ?? progress.eventId;
  if (last !== progress.eventId || missing.length !== progress.missing.length || found.length > 0)
    await keepProgress(tx, { ...progress, eventId: last, missing });
  return events.length === atOnce;
}

/** Counts some matters from everything that happened to them, and puts the tallies right. */
async function recount({ tx, dayAt }: Counting, numbers: readonly number[]): Promise<void> {
  const lives = await livesOf(tx, numbers);
  const kept = await keptShares(tx, numbers);
  const changed: Counted[] = [];
  const added = [...lives].flatMap(([number, life]) => {
    const facts = factsOf(life);
    const shares = sharesOf(facts, dayAt);
    const more = difference(kept.get(number) ?? [], shares);
    if (more.length > 0) changed.push({ number, unit: life.unit, badAt: badAtOf(facts), shares });
    return more;
  });
  await keepMatters(tx, changed);
  await addToDays(tx, addedUp(added));
}

/**
 * Counts what has just happened, as far as that is little; the rest is counted beside the turns.
 * @param most so many events at most.
 * @returns false where figures would be of only a part of what happened: there is more, or the nightly check wants nothing counted.
 */
export async function catchUp(
  { tx, now, calendar }: Pick<Moment, "tx" | "now" | "calendar">,
  most = 3 * atOnce,
): Promise<boolean> {
  const dayAt = daysIn(calendar.zone);
  for (let counted = 0; counted < most; counted += atOnce) if (!(await countNext({ tx, now, dayAt }))) break;
  return isUpToDate(tx, { orMissing: true });
}
