import { z } from "zod";
import type { Tx } from "../../../core/store/index.ts";
import { stoodStillMs, type LiveClock, type Standing, type TimedMatter } from "./model.ts";

/** Everything that is timed and not over, as it stands in the database. */
export async function standing(tx: Tx, now: number): Promise<Standing> {
  const nags = await tx
    .selectFrom("nag")
    .select(["key", "release_at"])
    .where("sent_at", "is", null)
    .where("release_at", "<=", now)
    .execute();
  return {
    clocks: await liveClocks(tx),
    nags: nags.map(({ key, release_at }) => ({ key, releaseAt: release_at })),
  };
}

const columns = ["id", "subject", "kind", "cycle", "revision", "state", "due_at", "breached_at"] as const;

async function liveClocks(tx: Tx): Promise<readonly LiveClock[]> {
  const rows = await tx
    .selectFrom("clock as c")
    .innerJoin("sla_policy as p", "p.id", "c.policy_id")
    .select(columns.map((column) => `c.${column}` as const))
    .select("p.stages")
    .where("c.state", "in", ["running", "paused"])
    .execute();
  const paused = rows.filter(({ state }) => state === "paused").map(({ id }) => id);
  const [alarms, pauses] = [await unfired(tx), await pausedAt(tx, paused)];
  const subjectsPaused = new Set(rows.flatMap(({ state, subject }) => (state === "paused" ? [subject] : [])));
  const matters = await timedMatters(
    tx,
    rows.flatMap(({ subject }) => numberIn(subject) ?? []),
    { alarms: alarms.pauses, paused: subjectsPaused },
  );
  return rows.map((row): LiveClock => ({
    id: row.id,
    subject: row.subject,
    kind: row.kind,
    cycle: row.cycle,
    revision: row.revision,
    state: row.state,
    dueAt: row.due_at,
    breachedAt: row.breached_at,
    pausedAt: pauses.get(row.id),
    endsAtBreach: endsAtBreach(row.stages),
    alarms: alarms.clocks.get(String(row.id)) ?? [],
    matter: matters.get(numberIn(row.subject) ?? 0),
  }));
}

function numberIn(subject: string): number | undefined {
  const digits = /^ticket (\d+)$/.exec(subject)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

const stagesShape = z.object({ againEveryMs: z.number().optional() });

function endsAtBreach(stages: string): boolean {
  return stagesShape.parse(JSON.parse(stages)).againEveryMs === undefined;
}

/** The alarms that have not rung: of clocks by the clock, of pauses by the matter. */
async function unfired(tx: Tx) {
  const rows = await tx
    .selectFrom("alarm")
    .select(["kind", "subject", "fire_at"])
    .where("fired_at", "is", null)
    .where("kind", "in", ["clock", "pause"])
    .execute();
  const [clocks, pauses] = [new Map<string, string[]>(), new Map<string, PauseAlarm>()];
  for (const { kind, subject, fire_at } of rows) {
    const [about = ""] = subject.split(" ");
    if (kind === "pause") pauses.set(about, { subject, fireAt: fire_at });
    else clocks.set(about, [...(clocks.get(about) ?? []), subject]);
  }
  return { clocks, pauses };
}

type PauseAlarm = NonNullable<TimedMatter["pauseAlarm"]>;

async function pausedAt(tx: Tx, clocks: readonly number[]): Promise<ReadonlyMap<number, number>> {
  if (clocks.length === 0) return new Map();
  const rows = await tx
    .selectFrom("clock_segment")
    .select("clock_id")
    .select(({ fn }) => fn.max("at").as("at"))
    .where("clock_id", "in", clocks)
    .where("kind", "=", "paused")
    .groupBy("clock_id")
    .execute();
  return new Map(rows.map(({ clock_id, at }) => [clock_id, at]));
}

async function timedMatters(
  tx: Tx,
  numbers: readonly number[],
  {
    alarms,
    paused,
  }: { readonly alarms: ReadonlyMap<string, PauseAlarm>; readonly paused: ReadonlySet<string> },
): Promise<ReadonlyMap<number, TimedMatter>> {
  if (numbers.length === 0) return new Map();
  const rows = await tx
    .selectFrom("ticket as t")
    .select(["t.number", "t.cycle", "t.state", "t.office_id", "t.bounced", "t.responsible_id"])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom("mediation as m")
          .select("m.number")
          .whereRef("m.number", "=", "t.number")
          .where("m.state", "<>", "ended"),
      ).as("is_mediated"),
    )
    .where("t.number", "in", [...new Set(numbers)])
    .execute();
  const found = new Map<number, TimedMatter>();
  for (const { number, cycle, state, office_id, bounced, responsible_id, is_mediated } of rows) {
    const isPaused = paused.has(`ticket ${number}`);
    found.set(number, {
      number,
      cycle,
      state,
      office: office_id,
      bounced,
      isMediated: Number(is_mediated) === 1,
      pauseAlarm: alarms.get(String(number)),
      movedAt: isPaused ? await movedAt(tx, { number, cycle }, responsible_id) : undefined,
      pausedBeforeMs: isPaused ? await pausedBefore(tx, number, cycle) : 0,
    });
  }
  return found;
}

/** Events by which a matter goes to somebody else. */
const moves = [
  "handed_over",
  "assigned",
  "sent_up",
  "dispatched",
  "bounced",
  "decided",
  "taken_back",
  "returned",
  "sent_to_county",
  "sent_down",
];
/** By these, too, unless nobody above could take it and it stayed with whoever let it stand still. */
const lapses = ["overdue", "late"];

async function isStillHers(tx: Tx, number: number, responsible: string | null): Promise<boolean> {
  const row = await tx
    .selectFrom("clock_segment as s")
    .innerJoin("clock as c", "c.id", "s.clock_id")
    .select("s.actor_id")
    .where("c.subject", "=", `ticket ${number}`)
    .where("c.state", "=", "paused")
    .where("s.kind", "=", "paused")
    .orderBy("s.id", "desc")
    .executeTakeFirst();
  return row?.actor_id === responsible;
}

async function movedAt(
  tx: Tx,
  { number, cycle }: Pick<TimedMatter, "number" | "cycle">,
  responsible: string | null,
): Promise<number | undefined> {
  const isHers = await isStillHers(tx, number, responsible);
  const row = await tx
    .selectFrom("ticket_event")
    .select(({ fn }) => fn.max("at").as("at"))
    .where("number", "=", number)
    .where("cycle", "=", cycle)
    .where("kind", "in", isHers ? moves : [...moves, ...lapses])
    .executeTakeFirst();
  return row?.at ?? undefined;
}

async function pausedBefore(tx: Tx, number: number, cycle: number): Promise<number> {
  const rows = await tx
    .selectFrom("clock_segment as s")
    .innerJoin("clock as c", "c.id", "s.clock_id")
    .select(["s.clock_id", "s.kind", "s.at", "s.reason"])
    .where("c.subject", "=", `ticket ${number}`)
    .where("c.cycle", "=", cycle)
    .orderBy("s.id")
    .execute();
  return stoodStillMs([...Map.groupBy(rows, ({ clock_id }) => clock_id).values()]);
}

/** What happened to a matter, in order, for whoever looks into it: 「filed, answered, paused」. */
export async function storyOf(tx: Tx, number: number): Promise<readonly { kind: string; at: number }[]> {
  return tx
    .selectFrom("ticket_event")
    .select(["kind", "at"])
    .where("number", "=", number)
    .orderBy("id")
    .execute();
}
