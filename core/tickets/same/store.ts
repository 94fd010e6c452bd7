import { codesInside } from "../../org/index.ts";
import type { Tx } from "../../store/index.ts";
import type { Ticket, TicketNumber } from "../model.ts";
import { asTicket, ticketColumns } from "../store.ts";

/** Who follows a matter, the longest waiting first. */
export async function followersOf(tx: Tx, number: TicketNumber): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("ticket_follower")
    .select("person_id")
    .where("number", "=", number)
    .orderBy("since_at")
    .orderBy("person_id")
    .execute();
  return rows.map((row) => row.person_id);
}

/** @returns false when she followed it already. */
export async function addFollower(
  tx: Tx,
  number: TicketNumber,
  person: string,
  now: number,
): Promise<boolean> {
  const result = await tx
    .insertInto("ticket_follower")
    .values({ number, person_id: person, since_at: now })
    .onConflict((conflict) => conflict.columns(["number", "person_id"]).doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
}

/** @returns false when she did not follow it. */
export async function removeFollower(tx: Tx, number: TicketNumber, person: string): Promise<boolean> {
  const result = await tx
    .deleteFrom("ticket_follower")
    .where("number", "=", number)
    .where("person_id", "=", person)
    .executeTakeFirst();
  return result.numDeletedRows > 0;
}

/** The numbers of the matters a person follows, the newest first. */
export async function followedBy(tx: Tx, person: string, limit: number): Promise<readonly TicketNumber[]> {
  const rows = await tx
    .selectFrom("ticket_follower")
    .select("number")
    .where("person_id", "=", person)
    .orderBy("number", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => row.number);
}

/** The unsettled, unsealed matters of some kinds inside a unit, told since a moment, the newest first. */
export async function unsettledPublic(
  tx: Tx,
  path: string,
  { kinds, since }: { readonly kinds: readonly string[]; readonly since: number },
  limit: number,
): Promise<readonly Ticket[]> {
  const rows = await tx
    .selectFrom("ticket")
    .select(ticketColumns)
    .where("unit_code", "in", codesInside(tx, path))
    .where("state", "in", ["open", "answered"])
    .where("kind", "in", kinds)
    .where("created_at", ">=", since)
    .where("sealed", "=", 0)
    .orderBy("number", "desc")
    .limit(limit)
    .execute();
  return rows.map(asTicket);
}
