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
