import { sql } from "kysely";
import type { Tx } from "../../store/index.ts";
import { asTicket, ticketColumns } from "../store.ts";
import type { Task } from "./model.ts";

const unsettled = ["open", "answered"];

/** What comes first of what is due; null while nothing is, or while it stands still. */
const due = sql<number | null>`case
  when due_at is not null then due_at
  when state = 'open' then answer_due_at
  else settle_due_at end`;

/** A stretch of what a person must act on, first due first, what has no deadline last. */
export async function tasksFrom(
  tx: Tx,
  person: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<readonly Task[]> {
  const rows = await tx
    .selectFrom("ticket")
    .select(ticketColumns)
    .select(due.as("first_due"))
    .where("responsible_id", "=", person)
    .where("state", "in", unsettled)
    .orderBy(sql`case when ${due} is null then 1 else 0 end`)
    .orderBy(due)
    .orderBy("number")
    .offset(offset)
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ticket: asTicket(row),
    dueAt: row.first_due ?? undefined,
    isPaused: false,
  }));
}

/** How many matters a person must act on, and how many of them are due before a moment. */
export async function countTasks(
  tx: Tx,
  person: string,
  before: number,
): Promise<{ readonly all: number; readonly soon: number }> {
  const row = await tx
    .selectFrom("ticket")
    .select(({ fn }) => fn.countAll<number>().as("all"))
    .select(sql<number | null>`sum(case when ${due} < ${before} then 1 else 0 end)`.as("soon"))
    .where("responsible_id", "=", person)
    .where("state", "in", unsettled)
    .executeTakeFirstOrThrow();
  return { all: row.all, soon: row.soon ?? 0 };
}
