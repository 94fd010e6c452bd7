import { z } from "zod";
import { readOnce, type Tx } from "../../store/index.ts";
import { checkedIntervals, naturalHours, type Hours, type Interval } from "./hours.ts";

const intervals = z.array(z.tuple([z.number(), z.number()])).transform(checkedIntervals);
const week = z.array(intervals).length(7);

/** A day unlike its weekday, with where that is from and what it is called. */
export interface KeptDay {
  readonly date: string;
  readonly hours: readonly Interval[];
  /** "schedule 国庆节", "statute 元旦", "office 停电": the first word is where it is from. */
  readonly note: string;
}

/** A version of hours with the notes of its days. */
export interface KeptHours extends Hours {
  readonly version: number;
  readonly noted: readonly KeptDay[];
}

/** Hours by their id; throws for one that is not there. */
export async function hoursById(tx: Tx, id: number): Promise<Hours> {
  if (id === naturalHours.id) return naturalHours;
  const found = await readOnce(tx, `hours ${id}`, ["calendar", "calendar_day"], () => readHours(tx, id));
  if (!found) throw new Error(`hours ${id} are not there`);
  return found;
}

/** The newest version of hours with this name. */
export async function newestHours(tx: Tx, name: string): Promise<KeptHours | undefined> {
  const row = await tx
    .selectFrom("calendar")
    .select("id")
    .where("name", "=", name)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && readHours(tx, row.id);
}

async function readHours(tx: Tx, id: number): Promise<KeptHours | undefined> {
  const row = await tx.selectFrom("calendar").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) return undefined;
  const rows = await tx
    .selectFrom("calendar_day")
    .select(["date", "hours", "note"])
    .where("calendar_id", "=", id)
    .orderBy("date")
    .execute();
  const noted = rows.map(({ date, hours, note }) => ({
    date,
    hours: intervals.parse(JSON.parse(hours)),
    note,
  }));
  return {
    id,
    name: row.name,
    version: row.version,
    week: week.parse(JSON.parse(row.week)),
    days: new Map(noted.map(({ date, hours }) => [date, hours])),
    noted,
  };
}

/** Keeps a new version of hours. Throws when somebody else kept that version meanwhile: the turn is tried again. @returns its id. */
export async function insertHours(
  tx: Tx,
  hours: {
    readonly name: string;
    readonly version: number;
    readonly week: readonly (readonly Interval[])[];
    readonly days: readonly KeptDay[];
    readonly madeBy: string | null;
  },
  now: number,
): Promise<number> {
  const { name, version, madeBy } = hours;
  const row = await tx
    .insertInto("calendar")
    .values({ name, version, week: JSON.stringify(hours.week), made_by: madeBy, created_at: now })
    .onConflict((conflict) => conflict.columns(["name", "version"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) throw new Error(`hours "${name}" were changed by somebody else meanwhile`);
  const days = hours.days.map(({ date, hours: open, note }) => ({
    calendar_id: row.id,
    date,
    hours: JSON.stringify(open),
    note,
  }));
  if (days.length > 0) await tx.insertInto("calendar_day").values(days).execute();
  return row.id;
}
