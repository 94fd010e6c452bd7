import { codesInside } from "../../../org/index.ts";
import { sql, type Tx } from "../../../store/index.ts";
import { standOf, turning, type Turn } from "../model.ts";

/** What is in the figures of core/evaluation: neither what is sealed nor what complains of somebody. */
export const isTold = sql<boolean>`(t.sealed = 0 and t.kind not in ('complaint', 'accusation')
  and (t.about_id is null or t.kind = 'dispute'))`;

/** The most a database is asked for by name at once. */
const atOnce = 500;

/** So many names at a time. */
export function inParts<Of>(all: readonly Of[]): readonly (readonly Of[])[] {
  const parts = Math.ceil(all.length / atOnce);
  return Array.from({ length: parts }, (_, index) => all.slice(index * atOnce, (index + 1) * atOnce));
}

/** What happened to some matters before a moment, as far as it begins or ends a waiting or says 不满意; oldest first. */
export async function turnsOf(
  tx: Tx,
  numbers: readonly number[],
  to: number,
): Promise<ReadonlyMap<number, readonly Turn[]>> {
  const found: (Turn & { readonly number: number })[] = [];
  for (const some of inParts(numbers)) {
    const rows = await tx
      .selectFrom("ticket_event as e")
      .innerJoin("ticket as t", "t.number", "e.number")
      .select(["e.number", "e.cycle", "e.kind", "e.at", "e.actor_id", "t.reporter_id"])
      .where("e.number", "in", some)
      .where(({ or, and, eb }) =>
        or([
          eb("e.kind", "in", turning),
          and([eb("e.kind", "=", "rated"), eb("e.detail", "like", "dissatisfied%")]),
        ]),
      )
      .where("e.at", "<", to)
      .orderBy("e.id")
      .execute();
    for (const { actor_id, reporter_id, ...turn } of rows)
      found.push({ ...turn, isReporters: actor_id === reporter_id });
  }
  return Map.groupBy(found, ({ number }) => number);
}

/** A matter that came to an end, or began anew, after a moment: how it stood at it. */
export interface Moved {
  /** Of the unit it is in. */
  readonly path: string;
  readonly isOpen: boolean;
  readonly wasOpen: boolean;
  /** The round it was in then. */
  readonly cycle: number;
}

/** Transactions that end out of order put no event further from its place than this. */
const slack = 1_000;

/** The number of an event not long before everything that happened since a moment: numbers grow as time does. */
async function eventBefore(tx: Tx, at: number): Promise<number> {
  const newest = await tx
    .selectFrom("ticket_event")
    .select(({ fn }) => fn.max("id").as("id"))
    .executeTakeFirst();
  let [low, high] = [0, newest?.id ?? 0];
  while (high - low > slack) {
    const middle = Math.floor((low + high) / 2);
    const row = await tx
      .selectFrom("ticket_event")
      .select("at")
      .where("id", ">=", middle)
      .orderBy("id")
      .limit(1)
      .executeTakeFirst();
    if (row && row.at < at) low = middle;
    else high = middle;
  }
  return low - slack;
}

/** The matters inside a unit, from before a moment, that have come to an end or begun anew since. */
export async function movedSince(tx: Tx, path: string, to: number): Promise<ReadonlyMap<number, Moved>> {
  const events = await tx
    .selectFrom("ticket_event")
    .select("number")
    .distinct()
    .where("id", ">", await eventBefore(tx, to))
    .where("at", ">=", to)
    .where("kind", "in", turning)
    .execute();
  const numbers = events.map(({ number }) => number);
  const turns = await turnsOf(tx, numbers, to);
  const found = new Map<number, Moved>();
  for (const some of inParts(numbers)) {
    const rows = await tx
      .selectFrom("ticket as t")
      .innerJoin("unit as u", "u.code", "t.unit_code")
      .select(["t.number", "t.state", "u.path"])
      .where("t.number", "in", some)
      .where("t.created_at", "<", to)
      .where(isTold)
      .execute();
    for (const row of rows) {
      if (!`${row.path}/`.startsWith(`${path}/`)) continue;
      const then = standOf(turns.get(row.number) ?? []);
      const isOpen = row.state === "open" || row.state === "answered";
      found.set(row.number, { path: row.path, isOpen, wasOpen: then.isOpen, cycle: then.cycle });
    }
  }
  return found;
}

/** How many matters from before a moment were neither settled nor over at it, by the path of their unit. */
export async function openAt(
  tx: Tx,
  path: string,
  to: number,
  moved: ReadonlyMap<number, Moved>,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom("ticket as t")
    .innerJoin("unit as u", "u.code", "t.unit_code")
    .select(({ fn }) => ["u.path", fn.countAll<number>().as("count")])
    .where(isTold)
    .where("t.state", "in", ["open", "answered"])
    .where("t.created_at", "<", to)
    .where("t.unit_code", "in", codesInside(tx, path))
    .groupBy("u.path")
    .execute();
  const counts = new Map(rows.map(({ path: at, count }) => [at, count]));
  for (const one of moved.values())
    counts.set(one.path, (counts.get(one.path) ?? 0) + Number(one.wasOpen) - Number(one.isOpen));
  return counts;
}
