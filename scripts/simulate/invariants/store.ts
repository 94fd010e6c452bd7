import { z } from "zod";
import type { Tx } from "../../../core/store/index.ts";
import type { LiveClock, Standing, TimedMatter } from "./model.ts";

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
  const matters = await timedMatters(
    tx,
    rows.flatMap(({ subject }) => numberIn(subject) ?? []),
    alarms.pauses,
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

/** What the alarms that have not rung are about: of clocks by the clock, of pauses by the matter. */
async function unfired(tx: Tx) {
  const rows = await tx
    .selectFrom("alarm")
    .select(["kind", "subject"])
    .where("fired_at", "is", null)
    .where("kind", "in", ["clock", "pause"])
    .execute();
  const subjects = (kind: string) => rows.flatMap((alarm) => (alarm.kind === kind ? [alarm.subject] : []));
  const first = (subject: string) => subject.split(" ")[0] ?? "";
  return { clocks: Map.groupBy(subjects("clock"), first), pauses: Map.groupBy(subjects("pause"), first) };
}

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
  pauses: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<number, TimedMatter>> {
  if (numbers.length === 0) return new Map();
  const rows = await tx
    .selectFrom("ticket as t")
    .select(["t.number", "t.cycle", "t.state", "t.office_id", "t.bounced"])
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
  return new Map(
    rows.map(({ number, cycle, state, office_id, bounced, is_mediated }) => [
      number,
      {
        number,
        cycle,
        state,
        office: office_id,
        bounced,
        isMediated: Number(is_mediated) === 1,
        pauseAlarm: pauses.get(String(number))?.[0],
      },
    ]),
  );
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
