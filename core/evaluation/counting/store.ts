import type { Tx } from "../../store/index.ts";
import { sql } from "../../store/index.ts";
import type { CountName } from "../model.ts";
import { columnOf } from "../store.ts";
import { entriesOf, type Happened, type Life, type Share } from "./model.ts";

export async function numbersAfter(tx: Tx, number: number, limit: number): Promise<readonly number[]> {
  const rows = await tx
    .selectFrom("ticket")
    .select("number")
    .where("number", ">", number)
    .orderBy("number")
    .limit(limit)
    .execute();
  return rows.map((row) => row.number);
}

/** What else happens to a matter counts for nothing. */
const counted = new Set([
  "filed",
  "answered",
  "mediating",
  "settled",
  "mediated",
  "mediation_failed",
  "unverified",
  "not_fixed",
  "handed_over",
  "sent_up",
  "dispatched",
  "sent_to_county",
  "returned",
  "paused",
  "overdue",
  "late",
  "rated",
  "closed",
  "reopened",
  "withdrawn",
  "put_back",
]);

/** The lives of some matters, as far as they count. */
export async function livesOf(tx: Tx, numbers: readonly number[]): Promise<ReadonlyMap<number, Life>> {
  if (numbers.length === 0) return new Map();
  const tickets = await tx
    .selectFrom("ticket as t")
    .innerJoin("unit as u", "u.code", "t.unit_code")
    .select(["t.number", "t.kind", "t.reporter_id", "t.about_id", "t.sealed"])
    .select(["u.code", "u.kind as unit_kind", "u.parent"])
    .where("t.number", "in", numbers)
    .execute();
  const happened = await happenedTo(tx, numbers);
  const runOut = await runOutOf(tx, numbers);
  return new Map(
    tickets.map((row) => [
      row.number,
      {
        unit: row.unit_kind === "grid" ? (row.parent ?? row.code) : row.code,
        isOfVillage: row.unit_kind === "grid" || row.unit_kind === "village",
        kind: row.kind,
        reporter: row.reporter_id,
        about: row.about_id ?? undefined,
        isSealed: row.sealed === 1,
        happened: happened.get(row.number) ?? [],
        runOut: runOut.get(row.number) ?? [],
      },
    ]),
  );
}

async function happenedTo(tx: Tx, numbers: readonly number[]): Promise<ReadonlyMap<number, Happened[]>> {
  const rows = await tx
    .selectFrom("ticket_event")
    .select(["number", "cycle", "kind", "actor_id", "holder_id", "office_id", "at"])
    .select(sql<string>`case when kind = 'rated' then detail else '' end`.as("words"))
    .where("number", "in", numbers)
    .orderBy("id")
    .execute();
  // Left out here and not in the query: with both conditions SQLite would seek each kind of each matter.
  const those = rows.filter(({ kind }) => counted.has(kind));
  const happened = those.map(({ number, cycle, kind, actor_id, holder_id, office_id, words, at }) => ({
    number,
    event: {
      cycle,
      kind,
      actor: actor_id ?? undefined,
      holder: holder_id ?? undefined,
      office: office_id === null ? undefined : String(office_id),
      words,
      at,
    },
  }));
  return listed(happened.map(({ number, event }) => [number, event]));
}

async function runOutOf(tx: Tx, numbers: readonly number[]) {
  const subjects = numbers.map((number) => `ticket ${number}`);
  const rows = await tx
    .selectFrom("clock")
    .select(["subject", "kind", "cycle", "state", "consumed_ms", "target_ms"])
    .where("subject", "in", subjects)
    .execute();
  // Left out here and not in the query: SQLite would go through every clock that is stopped.
  const out = rows.filter(
    ({ state, consumed_ms, target_ms }) => state === "stopped" && consumed_ms > target_ms,
  );
  return listed(
    out.map(({ subject, kind, cycle }) => [
      Number(subject.slice("ticket ".length)),
      { cycle, isAnswers: kind === "answer" },
    ]),
  );
}

function listed<Of>(pairs: readonly (readonly [number, Of])[]): ReadonlyMap<number, Of[]> {
  const found = new Map<number, Of[]>();
  for (const [number, one] of pairs) {
    const list = found.get(number);
    if (list) list.push(one);
    else found.set(number, [one]);
  }
  return found;
}

/** What some matters were counted for so far. */
export async function keptShares(
  tx: Tx,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, readonly Share[]>> {
  if (numbers.length === 0) return new Map();
  const rows = await tx
    .selectFrom("evaluation_matter")
    .select(["number", "shares"])
    .where("number", "in", numbers)
    .execute();
  return new Map(rows.map(({ number, shares }) => [number, JSON.parse(shares) as readonly Share[]]));
}

/** What a matter counts for, as it is kept. */
export interface Counted {
  readonly number: number;
  readonly unit: string;
  readonly badAt: number | undefined;
  readonly shares: readonly Share[];
}

export async function keepMatters(tx: Tx, matters: readonly Counted[]): Promise<void> {
  if (matters.length === 0) return;
  await tx
    .insertInto("evaluation_matter")
    .values(
      matters.map(({ number, unit, badAt, shares }) => ({
        number,
        unit_code: unit,
        bad_at: badAt ?? null,
        shares: JSON.stringify(shares),
      })),
    )
    .onConflict((conflict) =>
      conflict.column("number").doUpdateSet(({ ref }) => ({
        unit_code: ref("excluded.unit_code"),
        bad_at: ref("excluded.bad_at"),
        shares: ref("excluded.shares"),
      })),
    )
    .execute();
}

/** Far below the number of values either database takes at once. */
const linesAtOnce = 500;

/** Adds to the tallies, or takes away; lines with the same counts are written together, and name no others. */
export async function addToDays(tx: Tx, shares: readonly Share[]): Promise<void> {
  const alike = Map.groupBy(shares, (share) =>
    entriesOf(share)
      .map(([name]) => name)
      .join(" "),
  );
  for (const [names, lines] of alike)
    for (let from = 0; from < lines.length; from += linesAtOnce)
      await addAlike(tx, names.split(" ") as CountName[], lines.slice(from, from + linesAtOnce));
}

async function addAlike(tx: Tx, names: readonly CountName[], lines: readonly Share[]): Promise<void> {
  const columns = names.map((name) => columnOf[name]);
  await tx
    .insertInto("evaluation_day")
    .values(
      lines.map(({ of, id, dayAt, counts }) => ({
        of_kind: of,
        of_id: id,
        day_at: dayAt,
        ...Object.fromEntries(names.map((name) => [columnOf[name], counts[name] ?? 0])),
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["of_kind", "of_id", "day_at"])
        .doUpdateSet(({ eb, ref }) =>
          Object.fromEntries(
            columns.map((column) => [
              column,
              eb(ref(`evaluation_day.${column}`), "+", ref(`excluded.${column}`)),
            ]),
          ),
        ),
    )
    .execute();
}
