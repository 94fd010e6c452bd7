import type { Tx } from "../../store/index.ts";
import type { Ticket } from "../model.ts";
import { asTicket, ticketColumns, unsettled } from "../store.ts";

/** Who has something unsettled that is due before a moment. */
export async function responsibleDueBefore(tx: Tx, before: number): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("ticket")
    .select("responsible_id")
    .distinct()
    .where("responsible_id", "is not", null)
    .where("state", "in", unsettled)
    .where("due_at", "<", before)
    .orderBy("responsible_id")
    .execute();
  return rows.flatMap(({ responsible_id }) => responsible_id ?? []);
}

/** What a person must act on that is due before a moment, first due first. */
export async function dueBefore(tx: Tx, person: string, before: number): Promise<readonly Ticket[]> {
  const rows = await tx
    .selectFrom("ticket")
    .select(ticketColumns)
    .where("responsible_id", "=", person)
    .where("state", "in", unsettled)
    .where("due_at", "<", before)
    .orderBy("due_at")
    .orderBy("number")
    .execute();
  return rows.map(asTicket);
}

/** Is there any clock about a matter? */
export async function hasClocks(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom("clock").select("id").limit(1).executeTakeFirst()) !== undefined;
}

/** Every matter that is not over, oldest first. */
export async function withoutEnd(tx: Tx): Promise<readonly Ticket[]> {
  const rows = await tx
    .selectFrom("ticket")
    .select(ticketColumns)
    .where("state", "in", [...unsettled, "settled"])
    .orderBy("number")
    .execute();
  return rows.map(asTicket);
}

/** Forgets the alarms of matters from before there were clocks. */
export async function removeOldAlarms(tx: Tx): Promise<void> {
  await tx.deleteFrom("alarm").where("kind", "=", "ticket").execute();
}

/** What is unsettled inside a unit, oldest first, sealed or not. */
export async function unsettledUnder(tx: Tx, path: string, limit: number): Promise<readonly Ticket[]> {
  const rows = await tx
    .selectFrom("ticket as t")
    .innerJoin("unit as u", "u.code", "t.unit_code")
    .select(ticketColumns.map((column) => `t.${column}` as const))
    .where("t.state", "in", unsettled)
    .where(({ or, eb }) => or([eb("u.path", "=", path), eb("u.path", "like", `${path}/%`)]))
    .orderBy("t.number")
    .limit(limit)
    .execute();
  return rows.map(asTicket);
}
