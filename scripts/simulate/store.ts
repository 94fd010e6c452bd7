import type { Tx } from "../../core/store/index.ts";

/** Every unsettled matter: does somebody with a post have it, and does a clock run or stand still for it? */
export async function unsettledMatters(tx: Tx) {
  const matters = await tx
    .selectFrom("ticket as t")
    .select("t.number")
    .select(({ exists, selectFrom }) => [
      exists(
        selectFrom("membership as m")
          .select("m.role")
          .whereRef("m.person_id", "=", "t.responsible_id")
          .where("m.role", "<>", "villager"),
      ).as("has_owner"),
      exists(
        selectFrom("clock as c")
          .select("c.id")
          .where((c) => c("c.subject", "=", c.fn<string>("concat", [c.val("ticket "), c.ref("t.number")])))
          .where("c.state", "<>", "stopped"),
      ).as("has_clock"),
    ])
    .where("t.state", "in", ["open", "answered"])
    .execute();
  return matters.map(({ number, has_owner, has_clock }) => ({
    number,
    hasOwner: Number(has_owner) === 1,
    hasClock: Number(has_clock) === 1,
  }));
}

/** A deadline that passed, as the matter's events have it. */
export interface PassedDeadline {
  readonly number: number;
  readonly kind: string;
  readonly cycle: number;
  readonly at: number;
}

export async function passedDeadlines(tx: Tx): Promise<readonly PassedDeadline[]> {
  return tx
    .selectFrom("ticket_event")
    .select(["number", "kind", "cycle", "at"])
    .where("kind", "in", ["overdue", "late"])
    .execute();
}

/** What clocks had to say about matters, and when it was said. */
export async function thingsSaid(tx: Tx) {
  return tx.selectFrom("nag").select(["key", "subject", "sent_at"]).execute();
}

/** Everything that was said, and when. */
export async function messagesSent(tx: Tx) {
  const rows = await tx
    .selectFrom("outbox")
    .select(["address", "payload", "sent_at"])
    .where("state", "=", "sent")
    .orderBy("id")
    .execute();
  return rows.map(({ address, payload, sent_at }) => {
    const { text = "" } = JSON.parse(payload) as { readonly text?: string };
    return { to: address, text, at: sent_at ?? 0 };
  });
}

/** Deadlines that are past without a breach, alarms that are due and have not rung, words that may be said and are not. */
export async function missedBy(tx: Tx, now: number): Promise<number> {
  const clocks = await tx
    .selectFrom("clock")
    .select("id")
    .where("state", "=", "running")
    .where("breached_at", "is", null)
    .where("due_at", "<=", now)
    .execute();
  const alarms = await tx
    .selectFrom("alarm")
    .select("key")
    .where("fired_at", "is", null)
    .where("fire_at", "<=", now)
    .execute();
  const nags = await tx
    .selectFrom("nag")
    .select("key")
    .where("sent_at", "is", null)
    .where("release_at", "<=", now)
    .execute();
  return clocks.length + alarms.length + nags.length;
}

/** How many matters there are, settled or over, and answered in time in their last round. */
export async function countMatters(tx: Tx) {
  const rows = await tx.selectFrom("ticket").select(["state", "answered_at", "answer_due_at"]).execute();
  return {
    matters: rows.length,
    settled: rows.filter(({ state }) => state === "settled" || state === "closed").length,
    answeredInTime: rows.filter((row) => row.answered_at !== null && row.answered_at <= row.answer_due_at)
      .length,
  };
}

/** A matter as whoever acts on it sees it. */
export interface Matter {
  readonly number: number;
  readonly state: string;
  readonly tier: string;
  readonly office: number | null;
  readonly bounced: number;
  readonly isAtCounty: boolean;
  readonly isSupervised: boolean;
  /** Do the clocks of whoever must settle it stand still? */
  readonly isPaused: boolean;
}

const matterColumns = [
  "number",
  "state",
  "tier",
  "office_id",
  "bounced",
  "county_at",
  "supervised_at",
] as const;

function mattersIn(tx: Tx) {
  return tx
    .selectFrom("ticket as t")
    .select(matterColumns.map((column) => `t.${column}` as const))
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom("clock as c")
          .select("c.id")
          .where((c) => c("c.subject", "=", c.fn<string>("concat", [c.val("ticket "), c.ref("t.number")])))
          .where("c.state", "=", "paused"),
      ).as("is_paused"),
    )
    .orderBy("t.number");
}

function asMatter(row: Awaited<ReturnType<ReturnType<typeof mattersIn>["execute"]>>[number]): Matter {
  const { number, state, tier, bounced } = row;
  return {
    number,
    state,
    tier,
    office: row.office_id,
    bounced,
    isAtCounty: row.county_at !== null,
    isSupervised: row.supervised_at !== null,
    isPaused: Number(row.is_paused) === 1,
  };
}

/** What somebody reported, or must act on, and that is not over. */
export async function mattersOf(
  tx: Tx,
  column: "reporter_id" | "responsible_id",
  person: string,
): Promise<readonly Matter[]> {
  const rows = await mattersIn(tx)
    .where(`t.${column}`, "=", person)
    .where("t.state", "in", ["open", "answered", "settled"])
    .execute();
  return rows.map(asMatter);
}

/** What lies with the offices of a unit. */
export async function mattersInOffices(tx: Tx, unit: string): Promise<readonly Matter[]> {
  const rows = await mattersIn(tx)
    .innerJoin("office as o", "o.id", "t.office_id")
    .where("o.unit_code", "=", unit)
    .where("t.state", "in", ["open", "answered"])
    .execute();
  return rows.map(asMatter);
}

/** What the villages of a township have in their own hands. */
export async function mattersInVillages(tx: Tx, township: string): Promise<readonly Matter[]> {
  const rows = await mattersIn(tx)
    .where("t.unit_code", "like", `${township.slice(0, 9)}%`)
    .where("t.tier", "<>", "complex")
    .where("t.state", "in", ["open", "answered"])
    .execute();
  return rows.map(asMatter);
}

/** The consultations of a unit under way: about which matter, who is asked and has not spoken, who decides. */
export async function consultationsOf(tx: Tx, unit: string) {
  const underWay = await tx
    .selectFrom("consultation")
    .select(["id", "number", "state", "leader_id"])
    .where("unit_code", "=", unit)
    .where("state", "in", ["asking", "deciding"])
    .orderBy("id")
    .execute();
  const asked = await tx
    .selectFrom("consultation_party as p")
    .innerJoin("consultation as c", "c.id", "p.consultation_id")
    .select(["p.consultation_id", "p.person_id"])
    .where("c.unit_code", "=", unit)
    .where("c.state", "in", ["asking", "deciding"])
    .where("p.state", "in", ["waiting", "silent"])
    .orderBy("p.id")
    .execute();
  return underWay.map(({ id, number, state, leader_id }) => ({
    number,
    state,
    leader: leader_id,
    waitedFor: asked.flatMap((one) => (one.consultation_id === id ? (one.person_id ?? []) : [])),
  }));
}

/** How often everything was done that people do with deadlines. */
export async function deedsDone(tx: Tx) {
  const events = await tx.selectFrom("ticket_event").select(["number", "cycle", "kind", "detail"]).execute();
  const limits = await tx.selectFrom("sla_policy").select("id").where("made_by", "is not", null).execute();
  const days = await tx.selectFrom("calendar").select("id").where("made_by", "is not", null).execute();
  const kinds = Map.groupBy(events, ({ kind }) => kind);
  const rounds = Map.groupBy(events, ({ number, cycle }) => `${number} ${cycle}`);
  const isBouncedTwice = (life: readonly string[]) => life.indexOf("bounced") < life.lastIndexOf("bounced");
  const isLateAndBack = (life: readonly string[]) =>
    life.includes("late") && life.lastIndexOf("not_fixed") > life.indexOf("late");
  const lives = Array.from(rounds.values(), (round) => round.map(({ kind }) => kind));
  return {
    events: new Map(Array.from(kinds, ([kind, of]) => [kind, of.length])),
    bouncedTwice: lives.filter(isBouncedTwice).length,
    notFixedAfterLate: lives.filter(isLateAndBack).length,
    extensions: (kinds.get("consult_changed") ?? []).filter(({ detail }) => detail.startsWith("延到")).length,
    limits: limits.length,
    days: days.length,
  };
}

/** A quarrel that is not settled, and how far its mediation is; no state where there is none now. */
export interface Mediated {
  readonly number: number;
  readonly reporter: string;
  readonly responsible: string | null;
  readonly mediator: string | null;
  readonly state: string | undefined;
  readonly parties: readonly { readonly person: string | null; readonly state: string }[];
}

/** The quarrels of a grid that are not settled. */
export async function disputesOf(tx: Tx, grid: string): Promise<readonly Mediated[]> {
  const rows = await tx
    .selectFrom("ticket as t")
    .leftJoin("mediation as m", (join) =>
      join.onRef("m.number", "=", "t.number").on("m.state", "<>", "ended"),
    )
    .select(["t.number", "t.reporter_id", "t.responsible_id", "m.mediator_id", "m.state"])
    .where("t.unit_code", "=", grid)
    .where("t.kind", "=", "dispute")
    .where("t.state", "in", ["open", "answered"])
    .orderBy("t.number")
    .execute();
  const found: Mediated[] = [];
  for (const row of rows)
    found.push({
      number: row.number,
      reporter: row.reporter_id,
      responsible: row.responsible_id,
      mediator: row.mediator_id,
      state: row.state ?? undefined,
      parties: row.state === null ? [] : await partiesOf(tx, row.number),
    });
  return found;
}

async function partiesOf(tx: Tx, number: number) {
  return tx
    .selectFrom("mediation_party")
    .select(["person_id as person", "state"])
    .where("number", "=", number)
    .orderBy("id")
    .execute();
}
