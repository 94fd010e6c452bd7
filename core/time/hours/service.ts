import type { Tx } from "../../store/index.ts";
import { specialDays } from "./holidays.ts";
import { naturalHours, type Hours, type Interval } from "./hours.ts";
import { insertHours, newestHours, type KeptDay, type KeptHours } from "./store.ts";

/** The hours of an office: a demonstration until an office enters its own, working Monday to Friday. */
export const officeHours = "office";

const morning: Interval = [8 * 60 + 30, 12 * 60];
const afternoon: Interval = [13 * 60 + 30, 17 * 60];
const workday: readonly Interval[] = [morning, afternoon];
const usualWeek: readonly (readonly Interval[])[] = [workday, workday, workday, workday, workday, [], []];

/** How many years before and after this one a version of hours knows. */
const yearsAround = 1;

/** What hours are read in. */
export interface HoursMoment {
  readonly tx: Tx;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The hours with this name as they are now; those of the office are made when first asked for. */
export async function hoursNamed({ tx, now }: HoursMoment, name: string): Promise<Hours> {
  if (name === naturalHours.name) return naturalHours;
  const newest = await newestHours(tx, name);
  if (newest) return newest;
  if (name !== officeHours) throw new RangeError(`no hours are called "${name}"`);
  return keepHours(tx, now, {
    name,
    version: 1,
    week: usualWeek,
    days: knownDays(now, usualWeek),
    madeBy: null,
  });
}

async function keepHours(tx: Tx, now: number, hours: Parameters<typeof insertHours>[1]): Promise<KeptHours> {
  await insertHours(tx, hours, now);
  const kept = await newestHours(tx, hours.name);
  if (!kept) throw new Error(`hours "${hours.name}" were not kept`);
  return kept;
}

/** The special days of the years around a moment. */
function knownDays(now: number, week: readonly (readonly Interval[])[]): readonly KeptDay[] {
  const year = new Date(now).getUTCFullYear();
  const usual = week.find((intervals) => intervals.length > 0) ?? workday;
  const days: KeptDay[] = [];
  for (let one = year - yearsAround; one <= year + yearsAround; one += 1)
    for (const { date, isWorkday, source, name } of specialDays(one))
      days.push({ date, hours: isWorkday ? usual : [], note: `${source} ${name}` });
  return days;
}

/** What an office entered itself comes before what is published. */
const entered = "office ";

/** A new version of the office's hours where a year's schedule has become known since; clocks that run keep theirs. */
export async function refreshHours({ tx, now }: HoursMoment): Promise<boolean> {
  const newest = await newestHours(tx, officeHours);
  if (!newest?.week) return false;
  const own = newest.noted.filter(({ note }) => note.startsWith(entered));
  const days = withOwn(knownDays(now, newest.week), own);
  if (JSON.stringify(days) === JSON.stringify(newest.noted)) return false;
  await keepHours(tx, now, {
    name: officeHours,
    version: newest.version + 1,
    week: newest.week,
    days,
    madeBy: null,
  });
  return true;
}

function withOwn(published: readonly KeptDay[], own: readonly KeptDay[]): readonly KeptDay[] {
  const all = new Map([...published, ...own].map((day) => [day.date, day]));
  return [...all.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
}

/**
 * Enters a day by hand: a holiday, or a day to work on. A new version of the hours; clocks that run keep theirs.
 * @param by who entered it.
 */
export async function enterDay(
  { tx, now }: HoursMoment,
  day: { readonly date: string; readonly isWorkday: boolean; readonly why: string },
  by: string,
): Promise<Hours> {
  await hoursNamed({ tx, now }, officeHours);
  const newest = await newestHours(tx, officeHours);
  const week = newest?.week ?? usualWeek;
  const usual = week.find((intervals) => intervals.length > 0) ?? workday;
  const own = { date: day.date, hours: day.isWorkday ? usual : [], note: `${entered}${day.why}` };
  return keepHours(tx, now, {
    name: officeHours,
    version: (newest?.version ?? 0) + 1,
    week,
    days: withOwn(newest?.noted ?? [], [own]),
    madeBy: by,
  });
}
