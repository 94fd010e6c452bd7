import type { Tx } from "../../store/index.ts";
import type { Link } from "./model.ts";

/** Keeps a new link of a person; her earlier ones that nobody opened, and sessions that are over, are gone. */
export async function keepLink(
  tx: Tx,
  link: { readonly person: string; readonly hash: string; readonly until: number },
  now: number,
): Promise<void> {
  await tx
    .deleteFrom("dashboard_pass")
    .where("person_id", "=", link.person)
    .where(({ or, eb }) => or([eb("session_until", "is", null), eb("session_until", "<=", now)]))
    .execute();
  await tx
    .insertInto("dashboard_pass")
    .values({ person_id: link.person, link_hash: link.hash, link_until: link.until, made_at: now })
    .execute();
}

export async function linkBy(tx: Tx, hash: string): Promise<Link | undefined> {
  const row = await tx
    .selectFrom("dashboard_pass")
    .select(["person_id as person", "link_until as until", "opened_at as openedAt"])
    .where("link_hash", "=", hash)
    .executeTakeFirst();
  return row;
}

/** Uses a link up for a session. @returns false when somebody else did, or its time is over. */
export async function useLink(
  tx: Tx,
  hash: string,
  session: { readonly hash: string; readonly until: number },
  now: number,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("dashboard_pass")
    .set({ opened_at: now, session_hash: session.hash, session_until: session.until })
    .where("link_hash", "=", hash)
    .where("opened_at", "is", null)
    .where("link_until", ">", now)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Whose session this is and until when, while it lasts. */
export async function sessionBy(
  tx: Tx,
  hash: string,
  now: number,
): Promise<{ readonly person: string; readonly until: number } | undefined> {
  const row = await tx
    .selectFrom("dashboard_pass")
    .select(["person_id as person", "session_until as until"])
    .where("session_hash", "=", hash)
    .where("session_until", ">", now)
    .executeTakeFirst();
  return row && { person: row.person, until: row.until ?? now };
}

export async function endSessionBy(tx: Tx, hash: string, now: number): Promise<void> {
  await tx
    .updateTable("dashboard_pass")
    .set({ session_until: now })
    .where("session_hash", "=", hash)
    .where("session_until", ">", now)
    .execute();
}
