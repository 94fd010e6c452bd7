import type { Expression, Tx } from "../../store/index.ts";

/** Something a clock has to say to somebody. What it says is its owner's, plain data in text. */
export interface Nag {
  /** Why it is said: the same twice is one. */
  readonly key: string;
  readonly recipient: string;
  /** The clock it is about: unless it is a fact, it is dropped when that changes. */
  readonly clock: number | undefined;
  readonly subject: string;
  /** Of several about one subject only the highest is said. */
  readonly rank: number;
  /** One line of a list. */
  readonly line: string;
  /** The whole message, where it is the only one. */
  readonly saying: string;
  readonly isFact: boolean;
  /** Not before then; epoch milliseconds. */
  readonly releaseAt: number;
}

/** Keeps a nag until it is released; one that is there stays as it is. */
export async function keepNag(tx: Tx, nag: Nag, now: number): Promise<void> {
  await tx
    .insertInto("nag")
    .values({
      key: nag.key,
      recipient: nag.recipient,
      clock_id: nag.clock ?? null,
      subject: nag.subject,
      rank: nag.rank,
      line: nag.line,
      saying: nag.saying,
      is_fact: nag.isFact ? 1 : 0,
      release_at: nag.releaseAt,
      created_at: now,
      sent_at: null,
    })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .execute();
}

/** Drops what was to be said about a clock and is no fact: it is not true any more. */
export async function dropNagsOfClock(tx: Tx, clock: number): Promise<void> {
  await tx
    .deleteFrom("nag")
    .where("clock_id", "=", clock)
    .where("sent_at", "is", null)
    .where("is_fact", "=", 0)
    .execute();
}

/** From this rank on something is overdue; below it is a reminder. */
export const overdueRank = 10;

/**
 * Drops reminders about something that nobody has read yet, since it lies with somebody else now; and whatever is no fact of
 * what `former`, who had it, was to hear.
 */
export async function dropReminders(
  tx: Tx,
  subject: string,
  former: Expression<string | null>,
): Promise<void> {
  await tx
    .deleteFrom("nag")
    .where("subject", "=", subject)
    .where("sent_at", "is", null)
    .where("is_fact", "=", 0)
    .where(({ or, eb }) => or([eb("rank", "<", overdueRank), eb("recipient", "=", former)]))
    .execute();
}

/** Drops what is no fact about something that is over. */
export async function dropAllButFacts(tx: Tx, subject: string): Promise<void> {
  await tx
    .deleteFrom("nag")
    .where("subject", "=", subject)
    .where("sent_at", "is", null)
    .where("is_fact", "=", 0)
    .execute();
}

/** Drops whatever these people have not read about something: it concerns them no longer. */
export async function dropNagsTo(tx: Tx, subject: string, people: Expression<string>): Promise<void> {
  await tx
    .deleteFrom("nag")
    .where("subject", "=", subject)
    .where("sent_at", "is", null)
    .where("recipient", "in", people)
    .execute();
}

/** Who has something to hear by now. */
export async function waitingRecipients(tx: Tx, now: number, limit: number): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("nag")
    .select("recipient")
    .distinct()
    .where("sent_at", "is", null)
    .where("release_at", "<=", now)
    .orderBy("recipient")
    .limit(limit)
    .execute();
  return rows.map(({ recipient }) => recipient);
}

/** Puts off what somebody has to hear by now. */
export async function postponeNags(tx: Tx, recipient: string, now: number, until: number): Promise<void> {
  await tx
    .updateTable("nag")
    .set({ release_at: until })
    .where("recipient", "=", recipient)
    .where("sent_at", "is", null)
    .where("release_at", "<=", now)
    .execute();
}

/** Takes what somebody has to hear by now, so that nobody else says it; the highest first, one about each subject. */
export async function takeNags(tx: Tx, recipient: string, now: number): Promise<readonly Nag[]> {
  const rows = await tx
    .updateTable("nag")
    .set({ sent_at: now })
    .where("recipient", "=", recipient)
    .where("sent_at", "is", null)
    .where("release_at", "<=", now)
    .returningAll()
    .execute();
  const nags = rows
    .sort((one, other) => other.rank - one.rank || other.id - one.id)
    .map((row): Nag => ({
      key: row.key,
      recipient: row.recipient,
      clock: row.clock_id ?? undefined,
      subject: row.subject,
      rank: row.rank,
      line: row.line,
      saying: row.saying,
      isFact: row.is_fact === 1,
      releaseAt: row.release_at,
    }));
  return nags.filter((nag, index) => nags.findIndex(({ subject }) => subject === nag.subject) === index);
}
