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

/** A matter that was still to be settled at a moment. */
export interface Standing {
  /** Of the unit it is in. */
  readonly path: string;
  /** The round it was in then. */
  readonly cycle: number;
}

/**
 * The matters inside a unit, from before a moment, that were neither settled nor over at it, whatever came of them since. Of a
 * million only those are looked at that are not over, or were not by then.
 */
export async function openAt(tx: Tx, path: string, to: number): Promise<ReadonlyMap<number, Standing>> {
  const inside = tx
    .selectFrom("ticket as t")
    .innerJoin("unit as u", "u.code", "t.unit_code")
    .select(["t.number", "u.path"])
    .where("t.unit_code", "in", codesInside(tx, path))
    .where("t.created_at", "<", to)
    .where(isTold);
  const rows = [
    ...(await inside.where("t.state", "in", ["open", "answered", "settled"]).execute()),
    ...(await inside
      .where("t.state", "in", ["closed", "withdrawn"])
      .where("t.closed_at", ">=", to)
      .execute()),
  ];
  const turns = await turnsOf(
    tx,
    rows.map(({ number }) => number),
    to,
  );
  const found = new Map<number, Standing>();
  for (const { number, path: at } of rows) {
    const { isOpen, cycle } = standOf(turns.get(number) ?? []);
    if (isOpen) found.set(number, { path: at, cycle });
  }
  return found;
}
