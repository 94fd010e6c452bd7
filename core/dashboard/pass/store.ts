import { codesInside } from "../../org/index.ts";
import type { Tx } from "../../store/index.ts";
import type { Link } from "./model.ts";

/** Keeps a new link of a person; her earlier ones that nobody opened are gone, and what she opened before `keptSince`. */
export async function keepLink(
  tx: Tx,
  link: { readonly person: string; readonly hash: string; readonly until: number },
  { now, keptSince }: { readonly now: number; readonly keptSince: number },
): Promise<void> {
  await tx
    .deleteFrom("dashboard_pass")
    .where("person_id", "=", link.person)
    .where(({ or, eb }) => or([eb("opened_at", "is", null), eb("opened_at", "<", keptSince)]))
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

/** A browser that reads on; `until` is when it stops, epoch milliseconds. */
export interface LiveSession {
  readonly id: number;
  readonly person: string;
  readonly until: number;
}

/** Whose session this is and until when, while it lasts. */
export async function sessionBy(tx: Tx, hash: string, now: number): Promise<LiveSession | undefined> {
  const row = await tx
    .selectFrom("dashboard_pass")
    .select(["id", "person_id as person", "session_until as until"])
    .where("session_hash", "=", hash)
    .where("session_until", ">", now)
    .executeTakeFirst();
  return row && { ...row, until: row.until ?? now };
}

/** When each of a person's browsers stops, the first to stop first; epoch milliseconds. */
export async function sessionsOf(tx: Tx, person: string, now: number): Promise<readonly number[]> {
  const rows = await tx
    .selectFrom("dashboard_pass")
    .select("session_until as until")
    .where("person_id", "=", person)
    .where("session_until", ">", now)
    .orderBy("session_until")
    .execute();
  return rows.map(({ until }) => until ?? now);
}

/** Lets every browser in which a person reads now go on until then, or ends it. @returns how many there were. */
export async function moveSessions(tx: Tx, person: string, until: number, now: number): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable("dashboard_pass")
    .set({ session_until: until })
    .where("person_id", "=", person)
    .where("session_until", ">", now)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export async function endSessionBy(tx: Tx, hash: string, now: number): Promise<void> {
  await tx
    .updateTable("dashboard_pass")
    .set({ session_until: now })
    .where("session_hash", "=", hash)
    .where("session_until", ">", now)
    .execute();
}

/** Notes whose page is read in a session; the first time of each counts. */
export async function noteLook(
  tx: Tx,
  look: { readonly pass: number; readonly unit: string },
  now: number,
): Promise<void> {
  const known = await tx
    .selectFrom("dashboard_look")
    .select("at")
    .where("pass_id", "=", look.pass)
    .where("unit_code", "=", look.unit)
    .executeTakeFirst();
  if (known) return;
  await tx
    .insertInto("dashboard_look")
    .values({ pass_id: look.pass, unit_code: look.unit, at: now })
    .onConflict((conflict) => conflict.columns(["pass_id", "unit_code"]).doNothing())
    .execute();
}

/** Somebody read a unit's page, and when first in that session. */
export interface Look {
  readonly person: string;
  readonly unit: string;
  readonly at: number;
  /** When the session ended or is to end. */
  readonly until: number;
}

/** Who read pages inside any of these units; the newest first. */
export async function looksInside(tx: Tx, paths: readonly string[], limit: number): Promise<readonly Look[]> {
  const rows = await tx
    .selectFrom("dashboard_look as l")
    .innerJoin("dashboard_pass as p", "p.id", "l.pass_id")
    .select(["p.person_id as person", "l.unit_code as unit", "l.at", "p.session_until as until"])
    .where(({ or, eb }) => or(paths.map((path) => eb("l.unit_code", "in", codesInside(tx, path)))))
    .orderBy("l.at", "desc")
    .orderBy("l.pass_id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, until: row.until ?? row.at }));
}
