import { codesInside } from "../../org/index.ts";
import type { PersonId } from "../../people/index.ts";
import type { Tx } from "../../store/index.ts";
import type { Entry, EntryId } from "../model.ts";
import type { Stretch } from "../ledger/store.ts";

export type GrantId = number & { readonly __id?: "points grant" };

/** Points that somebody wants to give and a second person must agree to. */
export interface Grant {
  readonly id: GrantId;
  readonly person: string;
  readonly rule: number;
  readonly delta: number;
  readonly reason: string;
  readonly state: "waiting" | "given" | "refused";
  readonly madeBy: string;
  /** Who agreed or refused; null while it waits. */
  readonly decidedBy: string | null;
  readonly createdAt: number;
}

interface GrantRow {
  readonly id: number;
  readonly person_id: string;
  readonly rule_id: number;
  readonly delta: number;
  readonly reason: string;
  readonly state: string;
  readonly made_by: string;
  readonly decided_by: string | null;
  readonly created_at: number;
}

function asGrant(row: GrantRow): Grant {
  return {
    id: row.id,
    person: row.person_id,
    rule: row.rule_id,
    delta: row.delta,
    reason: row.reason,
    state: row.state as Grant["state"],
    madeBy: row.made_by,
    decidedBy: row.decided_by,
    createdAt: row.created_at,
  };
}

/** Keeps what waits for a second person; the same source twice is one. */
export async function insertGrant(
  tx: Tx,
  grant: Omit<Grant, "id" | "state" | "decidedBy" | "createdAt">,
  { sourceKey, now }: { readonly sourceKey: string; readonly now: number },
): Promise<GrantId | undefined> {
  const row = await tx
    .insertInto("points_grant")
    .values({
      source_key: sourceKey,
      person_id: grant.person,
      rule_id: grant.rule,
      delta: grant.delta,
      reason: grant.reason,
      state: "waiting",
      made_by: grant.madeBy,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column("source_key").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

export async function grantById(tx: Tx, id: GrantId): Promise<Grant | undefined> {
  const row = await tx.selectFrom("points_grant").selectAll().where("id", "=", id).executeTakeFirst();
  return row && asGrant(row);
}

/** Whoever decides first decides. @returns false when somebody has. */
export async function decideGrant(
  tx: Tx,
  id: GrantId,
  given: {
    readonly state: "given" | "refused";
    readonly by: string;
    readonly words: string | null;
    readonly now: number;
  },
): Promise<boolean> {
  const result = await tx
    .updateTable("points_grant")
    .set({ state: given.state, decided_by: given.by, decided_at: given.now, words: given.words })
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}

/** Every grid inside a unit, or the unit itself where it is one. */
export async function gridsInside(tx: Tx, path: string): Promise<readonly string[]> {
  const rows = await codesInside(tx, path).where("kind", "=", "grid").execute();
  return rows.map(({ code }) => code);
}

/** How much one person has given others within a stretch of time, and asks leave to give; what was taken back or refused left out. */
export async function givenBy(
  tx: Tx,
  actor: string,
  people: readonly PersonId[],
  { from, until }: Stretch,
): Promise<number> {
  const given = await tx
    .selectFrom("points_entry as e")
    .leftJoin("points_entry as back", "back.reverses_id", "e.id")
    .select(({ fn }) => fn.sum<number | null>("e.delta").as("sum"))
    .where("e.actor_id", "=", actor)
    .where("e.account_kind", "=", "person")
    .where("e.account_id", "in", people)
    .where("e.at", ">=", from)
    .where("e.at", "<", until)
    .where("e.reverses_id", "is", null)
    .where("back.id", "is", null)
    .executeTakeFirstOrThrow();
  const waiting = await tx
    .selectFrom("points_grant")
    .select(({ fn }) => fn.sum<number | null>("delta").as("sum"))
    .where("made_by", "=", actor)
    .where("person_id", "in", people)
    .where("state", "=", "waiting")
    .executeTakeFirstOrThrow();
  return (given.sum ?? 0) + (waiting.sum ?? 0);
}

/** What was given by somebody, not earned by what happened, inside a unit; the newest first. */
export async function givenInside(
  tx: Tx,
  path: string,
  limit: number,
): Promise<
  readonly {
    readonly id: EntryId;
    readonly name: string;
    readonly by: string;
    readonly delta: Entry["delta"];
  }[]
> {
  return tx
    .selectFrom("points_entry as e")
    .innerJoin("person as p", "p.id", "e.account_id")
    .innerJoin("person as by", "by.id", "e.actor_id")
    .select(["e.id", "p.name", "by.name as by", "e.delta"])
    .where("e.account_kind", "=", "person")
    .where("e.kind", "<>", "spent")
    .where("p.grid", "in", codesInside(tx, path))
    .orderBy("e.id", "desc")
    .limit(limit)
    .execute();
}
