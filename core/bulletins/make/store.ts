import { codesInside } from "../../org/index.ts";
import type { Tx } from "../../store/index.ts";
import type { Ticket } from "../../tickets/index.ts";
import type { Period } from "../model.ts";
import type { Complaint, Lapse } from "./model.ts";

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

/** Deadlines missed and villagers not satisfied inside a unit; nothing of what is sealed, complains of somebody's service or was withdrawn. */
export async function wrongsIn(tx: Tx, path: string, period: Stretch): Promise<Wrongs> {
  const inPeriod = await eventsIn(tx, path, period);
  const earlier = await stillLate(tx, path, period);
  const rows = [...earlier, ...inPeriod];
  const numbers = [...new Set(rows.map(({ number }) => number))];
  const ends = Map.groupBy(await endsOf(tx, numbers, period.to), ({ number }) => number);
  const doneAfter = ({ number, cycle, at }: EventRow, kinds: readonly string[], cycles: number) =>
    ends.get(number)?.find((end) => end.cycle === cycle + cycles && end.at >= at && kinds.includes(end.kind))
      ?.at;
  return {
    matters: new Map(rows.map((row) => [row.number, asMatter(row)])),
    lapses: rows
      .filter(({ kind }) => kind !== "rated")
      .map((row) => {
        const kind = row.kind === "overdue" ? "answer" : "settle";
        return { number: row.number, kind, at: row.at, doneAt: doneAfter(row, endings[kind], 0) };
      }),
    complaints: inPeriod
      .filter(({ kind }) => kind === "rated")
      .map((row) => ({
        number: row.number,
        cycle: row.cycle,
        doneAt: doneAfter(row, endings.settle, 1),
      })),
  };
}

/** What ends the waiting for an answer, and for a matter to be settled. */
const endings = {
  answer: ["answered", "mediating", "settled", "mediated", "unverified", "withdrawn", "closed"],
  settle: ["settled", "mediated", "unverified", "withdrawn", "closed"],
} as const;

function asMatter(row: EventRow): Matter {
  const { number, path } = row;
  const [kind, tier] = [row.about as Ticket["kind"], row.tier as Ticket["tier"]];
  return { number, kind, tier, codes: path.split("/") };
}

/** What became late, or was not good enough, in the period. `bad_at` finds the few of a million matters. */
async function eventsIn(tx: Tx, path: string, { from, to }: Stretch): Promise<readonly EventRow[]> {
  return tx
    .selectFrom("evaluation_matter as m")
    .innerJoin("ticket as t", "t.number", "m.number")
    .innerJoin("ticket_event as e", "e.number", "m.number")
    .innerJoin("unit as u", "u.code", "t.unit_code")
    .select(columns)
    .where("m.unit_code", "in", codesInside(tx, path))
    .where("m.bad_at", ">=", from)
    .where("t.sealed", "=", 0)
    .where("t.about_id", "is", null)
    .where("t.state", "<>", "withdrawn")
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

/** Missed before the period, and not settled to this day. */
async function stillLate(tx: Tx, path: string, { from }: Stretch): Promise<readonly EventRow[]> {
  return tx
    .selectFrom("ticket as t")
    .innerJoin("ticket_event as e", "e.number", "t.number")
    .innerJoin("unit as u", "u.code", "t.unit_code")
    .select(columns)
    .where("t.unit_code", "in", codesInside(tx, path))
    .where("t.state", "in", ["open", "answered"])
    .where("t.sealed", "=", 0)
    .where("t.about_id", "is", null)
    .where("e.kind", "in", ["overdue", "late"])
    .whereRef("e.cycle", "=", "t.cycle")
    .where("e.at", "<", from)
    .orderBy("e.id")
    .execute();
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

interface End {
  readonly id: number;
  readonly number: number;
  readonly cycle: number;
  readonly kind: string;
  readonly at: number;
}

/** The most a database is asked for by name at once. */
const atOnce = 500;

/** Events until a moment that end the waiting for an answer or a settlement, oldest first. */
async function endsOf(tx: Tx, numbers: readonly number[], to: number): Promise<readonly End[]> {
  const found: End[] = [];
  for (let start = 0; start < numbers.length; start += atOnce) {
    const rows = await tx
      .selectFrom("ticket_event")
      .select(["id", "number", "cycle", "kind", "at"])
      .where("number", "in", numbers.slice(start, start + atOnce))
      .where("kind", "in", endings.answer)
      .where("at", "<", to)
      .orderBy("id")
      .execute();
    found.push(...rows);
  }
  return found;
}

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

/** How many matters from before a moment are neither settled nor over now, by the path of their unit. */
export async function openSince(tx: Tx, path: string, to: number): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom("ticket as t")
    .innerJoin("unit as u", "u.code", "t.unit_code")
    .select(({ fn }) => ["u.path", fn.countAll<number>().as("count")])
    .where("t.sealed", "=", 0)
    .where("t.about_id", "is", null)
    .where("t.state", "in", ["open", "answered"])
    .where("t.created_at", "<", to)
    .where("t.unit_code", "in", codesInside(tx, path))
    .groupBy("u.path")
    .execute();
  return new Map(rows.map(({ path: at, count }) => [at, count]));
}

/** Which of these matters are sealed now. */
export async function sealedAmong(tx: Tx, numbers: readonly number[]): Promise<ReadonlySet<number>> {
  if (numbers.length === 0) return new Set();
  const rows = await tx
    .selectFrom("ticket")
    .select("number")
    .where("number", "in", numbers)
    .where("sealed", "=", 1)
    .execute();
  return new Set(rows.map(({ number }) => number));
}
