import type { Address } from "../../channel/index.ts";
import type { Tx } from "../../store/index.ts";
import type { Membership, PersonId, Role } from "../model.ts";

/** A code that lets somebody join a unit in a role. */
export interface Invite extends Membership {
  readonly code: string;
  readonly usesLeft: number;
  readonly expiresAt: number;
}

export async function insertInvite(
  tx: Tx,
  invite: Invite,
  by: PersonId | undefined,
  now: number,
): Promise<void> {
  await tx
    .insertInto("invite")
    .values({
      code: invite.code,
      unit_code: invite.unit,
      role: invite.role,
      specialty: invite.specialty ?? null,
      uses_left: invite.usesLeft,
      expires_at: invite.expiresAt,
      created_by: by ?? null,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column("code").doNothing())
    .execute();
}

export async function inviteByCode(tx: Tx, code: string): Promise<Invite | undefined> {
  const row = await tx.selectFrom("invite").selectAll().where("code", "=", code).executeTakeFirst();
  if (!row) return undefined;
  const { unit_code, specialty, uses_left, expires_at } = row;
  const post = { role: row.role as Role, unit: unit_code, ...(specialty === null ? {} : { specialty }) };
  return { ...post, code, usesLeft: uses_left, expiresAt: expires_at };
}

/** Uses a code once. @returns false when it is used up or expired: two people at once cannot both use the last one. */
export async function spendInvite(tx: Tx, code: string, now: number): Promise<boolean> {
  const result = await tx
    .updateTable("invite")
    .set((update) => ({ uses_left: update("uses_left", "-", 1) }))
    .where("code", "=", code)
    .where("uses_left", ">", 0)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}

/** Notes a wrong code. */
export async function noteGuess(tx: Tx, address: Address, now: number): Promise<void> {
  await tx.insertInto("invite_guess").values({ address, at: now }).execute();
}

/** How many wrong codes came from a chat since a moment. */
export async function countGuesses(tx: Tx, address: Address, since: number): Promise<number> {
  const row = await tx
    .selectFrom("invite_guess")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("address", "=", address)
    .where("at", ">=", since)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Is there a code for the first admin that still works? */
export async function hasUnclaimedAdminInvite(tx: Tx, county: string, now: number): Promise<boolean> {
  const row = await tx
    .selectFrom("invite")
    .select("code")
    .where("unit_code", "=", county)
    .where("role", "=", "admin")
    .where("created_by", "is", null)
    .where("uses_left", ">", 0)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return row !== undefined;
}
