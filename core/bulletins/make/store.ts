import { codesInside } from "../../org/index.ts";
import type { Tx } from "../../store/index.ts";
import type { Ticket } from "../../tickets/index.ts";
import type { Period } from "../model.ts";
import { answerAfter, endAfter, unansweredAfterMs, type Complaint, type Lapse } from "./model.ts";
import { inParts, isTold, turnsOf, type Standing } from "./stand/store.ts";

/** What a list says of a matter besides why it is on it. */
export interface Matter {
  readonly number: number;
  readonly kind: Ticket["kind"];
  readonly tier: Ticket["tier"];
  /** The codes from the county down to its unit. */
  readonly codes: readonly string[];
}

/** What went wrong inside a unit in a period. */
export interface Wrongs {
  readonly matters: ReadonlyMap<number, Matter>;
  readonly lapses: readonly Lapse[];
  readonly complaints: readonly Complaint[];
}

type Stretch = Pick<Period, "from" | "to">;

interface EventRow {
  readonly id: number;
  readonly number: number;
  readonly cycle: number;
  readonly kind: string;
  readonly at: number;
  readonly about: string;
  readonly tier: string;
  readonly path: string;
}

/**
 * Deadlines missed and villagers not satisfied inside a unit: in the period or up to a day before it, and those missed earlier
 * of matters that were open at its end. Nothing of what is sealed or complains of somebody's service.
 */
export async function wrongsIn(
  tx: Tx,
  path: string,
  period: Stretch,
  open: ReadonlyMap<number, Standing>,
): Promise<Wrongs> {
  const recent = await eventsIn(tx, path, { ...period, from: period.from - unansweredAfterMs });
  const earlier = await stillLate(tx, period, open);
  const rows = [...new Map([...earlier, ...recent].map((row) => [row.id, row])).values()];
  const turns = await turnsOf(tx, [...new Set(rows.map(({ number }) => number))], period.to);
  return {
    matters: new Map(rows.map((row) => [row.number, asMatter(row)])),
    lapses: rows
      .filter(({ kind }) => kind !== "rated")
      .map((row): Lapse => {
        const { number, kind, at } = row;
        const own = turns.get(number) ?? [];
        return kind === "overdue"
          ? { number, kind: "answer", at, end: answerAfter(own, row) }
          : { number, kind: "settle", at, end: endAfter(own, row) };
      }),
    complaints: rows
      .filter(({ kind, at }) => kind === "rated" && at >= period.from)
      .map(({ number, cycle, at }): Complaint => {
        const own = turns.get(number) ?? [];
        const times = own.filter((turn) => turn.kind === "rated" && turn.at <= at).length;
        return { number, times, end: endAfter(own, { cycle: cycle + 1, at }) };
      }),
  };
}

function asMatter(row: EventRow): Matter {
  const { number, path } = row;
  const [kind, tier] = [row.about as Ticket["kind"], row.tier as Ticket["tier"]];
  return { number, kind, tier, codes: path.split("/") };
}

/** What became late, or was not good enough, in a stretch. `bad_at` finds the few of a million matters. */
async function eventsIn(tx: Tx, path: string, { from, to }: Stretch): Promise<readonly EventRow[]> {
  return tx
    .selectFrom("evaluation_matter as m")
    .innerJoin("ticket as t", "t.number", "m.number")
    .innerJoin("ticket_event as e", "e.number", "m.number")
    .innerJoin("unit as u", "u.code", "t.unit_code")
    .select(columns)
    .where("m.unit_code", "in", codesInside(tx, path))
    .where("m.bad_at", ">=", from)
    .where(isTold)
    .where("e.at", ">=", from)
    .where("e.at", "<", to)
    .where(({ or, and, eb }) =>
      or([
        eb("e.kind", "in", ["overdue", "late"]),
        and([eb("e.kind", "=", "rated"), eb("e.detail", "like", "dissatisfied%")]),
      ]),
    )
    .orderBy("e.id")
    .execute();
}

/** Missed before the period, in the round in which a matter was still to be settled at its end. */
async function stillLate(
  tx: Tx,
  { from }: Stretch,
  open: ReadonlyMap<number, Standing>,
): Promise<readonly EventRow[]> {
  const found: EventRow[] = [];
  for (const some of inParts([...open.keys()])) {
    const rows = await tx
      .selectFrom("ticket as t")
      .innerJoin("ticket_event as e", "e.number", "t.number")
      .innerJoin("unit as u", "u.code", "t.unit_code")
      .select(columns)
      .where("t.number", "in", some)
      .where("e.kind", "in", ["overdue", "late"])
      .where("e.at", "<", from)
      .orderBy("e.id")
      .execute();
    found.push(...rows.filter(({ number, cycle }) => open.get(number)?.cycle === cycle));
  }
  return found;
}

const columns = [
  "e.id",
  "e.number",
  "e.cycle",
  "e.kind",
  "e.at",
  "t.kind as about",
  "t.tier",
  "u.path",
] as const;

/** Is this a place of the demonstration? Its people are called demo-… (bot/seed.ts). */
export async function holdsDemoPeople(tx: Tx, path: string): Promise<boolean> {
  const row = await tx
    .selectFrom("membership")
    .select("person_id")
    .where("person_id", "like", "demo-%")
    .where("unit_code", "in", codesInside(tx, path))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Was there anybody with a post inside a unit, or a matter, before a moment? */
export async function hasBegun(tx: Tx, path: string, moment: number): Promise<boolean> {
  const post = tx
    .selectFrom("membership")
    .select("unit_code")
    .where("unit_code", "in", codesInside(tx, path))
    .where("created_at", "<", moment);
  const matter = tx
    .selectFrom("ticket")
    .select("unit_code")
    .where("unit_code", "in", codesInside(tx, path))
    .where("created_at", "<", moment);
  return [await post.limit(1).executeTakeFirst(), await matter.limit(1).executeTakeFirst()].some(Boolean);
}

/** Which of these matters are sealed by now, or complain of somebody. */
export async function sealedAmong(tx: Tx, numbers: readonly number[]): Promise<ReadonlySet<number>> {
  if (numbers.length === 0) return new Set();
  const rows = await tx
    .selectFrom("ticket as t")
    .select("t.number")
    .where("t.number", "in", numbers)
    .where(({ not }) => not(isTold))
    .execute();
  return new Set(rows.map(({ number }) => number));
}
