import type { Tx } from "../../store/index.ts";
import { sql } from "../../store/index.ts";
import { countNames } from "../model.ts";
import { columnOf } from "../store.ts";
import type { Happened, Life, Share } from "./model.ts";
import type { Missing } from "./progress.ts";

/** How far everything has been counted. */
export interface Progress {
  /** Up to this event everything is counted, but for what is missing. */
  readonly eventId: number;
  readonly missing: readonly Missing[];
  /** The last matter counted while everything is counted anew; undefined once that is done. */
  readonly anewAfter: number | undefined;
  /** Until then nothing is to be counted, epoch milliseconds. */
  readonly heldUntil: number;
}

const name = "tickets";

/** So many events before the newest are counted once more after everything was: some of them were perhaps not there yet. */
const readAgain = 10_000;

/**
 * How far it has been counted; whoever asks holds it until her transaction ends, so that nobody counts at the same time. The
 * first time everything is counted anew.
 */
export async function holdProgress(tx: Tx): Promise<Progress> {
  const newest = tx
    .selectFrom("ticket_event")
    .select(
      sql<number>`case when max(id) > ${sql.lit(readAgain)} then max(id) - ${sql.lit(readAgain)} else 0 end`.as(
        "id",
      ),
    );
  const row = await tx
    .insertInto("evaluation_progress")
    .values({ name, event_id: newest, missing: "[]", anew_after: 0, held_until: 0 })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ name }))
    .returningAll()
    .executeTakeFirstOrThrow();
  return {
    eventId: row.event_id,
    missing: JSON.parse(row.missing) as readonly Missing[],
    anewAfter: row.anew_after ?? undefined,
    heldUntil: row.held_until,
  };
}

export async function keepProgress(
  tx: Tx,
  { eventId, missing, anewAfter, heldUntil }: Progress,
): Promise<void> {
  await tx
    .updateTable("evaluation_progress")
    .set({
      event_id: eventId,
      missing: JSON.stringify(missing),
      anew_after: anewAfter ?? null,
      held_until: heldUntil,
    })
    .where("name", "=", name)
    .execute();
}

/** The next events after one, in order. */
export async function eventsAfter(tx: Tx, id: number, limit: number) {
  return tx
    .selectFrom("ticket_event")
    .select(["id", "number"])
    .where("id", ">", id)
    .orderBy("id")
    .limit(limit)
    .execute();
}

/** Which of the events that were missing are there now. */
export async function eventsAmong(tx: Tx, missing: readonly Missing[]) {
  if (missing.length === 0) return [];
  return tx
    .selectFrom("ticket_event")
    .select(["id", "number"])
    .where(({ or, eb }) => or(missing.map(({ from, to }) => eb.between("id", from, to))))
    .execute();
}

/** Which of some matters have events that are not counted yet. */
export async function uncounted(
  tx: Tx,
  { eventId, missing }: Progress,
  numbers: readonly number[],
): Promise<ReadonlySet<number>> {
  const rows = await tx
    .selectFrom("ticket_event")
    .select("number")
    .distinct()
    .where("number", "in", numbers)
    .where(({ or, eb }) =>
      or([eb("id", ">", eventId), ...missing.map(({ from, to }) => eb.between("id", from, to))]),
    )
    .execute();
  return new Set(rows.map(({ number }) => number));
}

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
const counted = [
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
];

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
    .where("kind", "in", counted)
    .orderBy("id")
    .execute();
  const happened = rows.map(({ number, cycle, kind, actor_id, holder_id, office_id, words, at }) => ({
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
    .select(["subject", "kind", "cycle"])
    .where("subject", "in", subjects)
    .where("state", "=", "stopped")
    .whereRef("consumed_ms", ">", "target_ms")
    .execute();
  return listed(
    rows.map(({ subject, kind, cycle }) => [
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

/** Adds to the tallies, or takes away. */
export async function addToDays(tx: Tx, shares: readonly Share[]): Promise<void> {
  for (let from = 0; from < shares.length; from += linesAtOnce) {
    const lines = shares.slice(from, from + linesAtOnce).map(({ of, id, dayAt, counts }) => ({
      of_kind: of,
      of_id: id,
      day_at: dayAt,
      ...Object.fromEntries(countNames.map((count) => [columnOf[count], counts[count] ?? 0])),
    }));
    await tx
      .insertInto("evaluation_day")
      .values(lines)
      .onConflict((conflict) =>
        conflict
          .columns(["of_kind", "of_id", "day_at"])
          .doUpdateSet(({ eb, ref }) =>
            Object.fromEntries(
              countNames.map((count) => [
                columnOf[count],
                eb(ref(`evaluation_day.${columnOf[count]}`), "+", ref(`excluded.${columnOf[count]}`)),
              ]),
            ),
          ),
      )
      .execute();
  }
}
