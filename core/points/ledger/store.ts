import type { Tx } from "../../store/index.ts";
import type { Account, AccountKind, Entry, EntryId, EntryKind, Rule } from "../model.ts";

interface EntryRow {
  readonly id: number;
  readonly account_kind: string;
  readonly account_id: string;
  readonly delta: number;
  readonly kind: string;
  readonly rule_id: number | null;
  readonly source_key: string;
  readonly reason: string;
  readonly actor_id: string | null;
  readonly at: number;
  readonly published_at: number;
  readonly effective_at: number;
  readonly reverses_id: number | null;
}

function asEntry(row: EntryRow): Entry {
  return {
    id: row.id,
    account: { kind: row.account_kind as AccountKind, id: row.account_id },
    delta: row.delta,
    kind: row.kind as EntryKind,
    rule: row.rule_id,
    sourceKey: row.source_key,
    reason: row.reason,
    actor: row.actor_id,
    at: row.at,
    publishedAt: row.published_at,
    effectiveAt: row.effective_at,
    reverses: row.reverses_id,
  };
}

/**
 * Whoever writes to an account holds it first: of two that come at once the later one sees what the other wrote, so that no
 * cap and no balance is passed by both.
 */
export async function holdAccount(tx: Tx, { kind, id }: Account): Promise<void> {
  await tx
    .insertInto("points_balance")
    .values({ account_kind: kind, account_id: id, balance: 0 })
    .onConflict((conflict) =>
      conflict
        .columns(["account_kind", "account_id"])
        .doUpdateSet(({ ref }) => ({ balance: ref("points_balance.balance") })),
    )
    .execute();
}

/**
 * Writes a line of the ledger and adds it to the balance of its account, which the caller holds.
 * @returns undefined when this source was written already, or what it takes back was taken back before.
 */
export async function insertEntry(tx: Tx, entry: Omit<Entry, "id">): Promise<EntryId | undefined> {
  const { account, delta } = entry;
  const row = await tx
    .insertInto("points_entry")
    .values({
      account_kind: account.kind,
      account_id: account.id,
      delta,
      kind: entry.kind,
      rule_id: entry.rule,
      source_key: entry.sourceKey,
      reason: entry.reason,
      actor_id: entry.actor,
      at: entry.at,
      published_at: entry.publishedAt,
      effective_at: entry.effectiveAt,
      reverses_id: entry.reverses,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) return undefined;
  await tx
    .updateTable("points_balance")
    .set(({ eb }) => ({ balance: eb("balance", "+", delta) }))
    .where("account_kind", "=", account.kind)
    .where("account_id", "=", account.id)
    .execute();
  return row.id;
}

export async function entryById(tx: Tx, id: EntryId): Promise<Entry | undefined> {
  const row = await tx.selectFrom("points_entry").selectAll().where("id", "=", id).executeTakeFirst();
  return row && asEntry(row);
}

/** What took an entry back; undefined while nothing has. */
export async function reversalOf(tx: Tx, id: EntryId): Promise<EntryId | undefined> {
  const row = await tx
    .selectFrom("points_entry")
    .select("id")
    .where("reverses_id", "=", id)
    .executeTakeFirst();
  return row?.id;
}

/** The entry that was written because of this source. */
export async function entryBySource(tx: Tx, sourceKey: string): Promise<Entry | undefined> {
  const row = await tx
    .selectFrom("points_entry")
    .selectAll()
    .where("source_key", "=", sourceKey)
    .executeTakeFirst();
  return row && asEntry(row);
}

/** The newest entries of an account, those that are older than `before`. */
export async function entriesOf(
  tx: Tx,
  { kind, id }: Account,
  { before, limit }: { readonly before?: EntryId; readonly limit: number },
): Promise<readonly Entry[]> {
  let query = tx
    .selectFrom("points_entry")
    .selectAll()
    .where("account_kind", "=", kind)
    .where("account_id", "=", id);
  if (before !== undefined) query = query.where("id", "<", before);
  const rows = await query.orderBy("id", "desc").limit(limit).execute();
  return rows.map(asEntry);
}

/** What an account wrote within a stretch of time, the oldest first. */
export async function entriesWithin(
  tx: Tx,
  { kind, id }: Account,
  { from, until }: Stretch,
): Promise<readonly Entry[]> {
  const rows = await tx
    .selectFrom("points_entry")
    .selectAll()
    .where("account_kind", "=", kind)
    .where("account_id", "=", id)
    .where("at", ">=", from)
    .where("at", "<", until)
    .orderBy("id")
    .execute();
  return rows.map(asEntry);
}

/** From a moment until before another, epoch milliseconds. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** How much a rule, in any version and of any unit, paid to some accounts of one kind within a stretch of time; what was taken back does not count. */
export async function paidUnder(
  tx: Tx,
  { name }: Pick<Rule, "name">,
  accounts: readonly Account[],
  { from, until }: Stretch,
): Promise<number> {
  let paid = 0;
  for (const { kind, id } of accounts) {
    const row = await tx
      .selectFrom("points_entry as e")
      .innerJoin("points_rule as r", "r.id", "e.rule_id")
      .leftJoin("points_entry as back", "back.reverses_id", "e.id")
      .select(({ fn }) => fn.sum<number | null>("e.delta").as("paid"))
      .where("e.account_kind", "=", kind)
      .where("e.account_id", "=", id)
      .where("e.at", ">=", from)
      .where("e.at", "<", until)
      .where("e.reverses_id", "is", null)
      .where("back.id", "is", null)
      .where("r.name", "=", name)
      .executeTakeFirstOrThrow();
    paid += row.paid ?? 0;
  }
  return paid;
}

/** The sum of an account's entries as it is kept. */
export async function balanceOf(tx: Tx, { kind, id }: Account): Promise<number> {
  const row = await tx
    .selectFrom("points_balance")
    .select("balance")
    .where("account_kind", "=", kind)
    .where("account_id", "=", id)
    .executeTakeFirst();
  return row?.balance ?? 0;
}

/** What of the balance takes effect later, by when, the soonest first. */
export async function pendingOf(
  tx: Tx,
  { kind, id }: Account,
  now: number,
): Promise<readonly { readonly effectiveAt: number; readonly sum: number }[]> {
  const rows = await tx
    .selectFrom("points_entry")
    .select(({ fn }) => ["effective_at", fn.sum<number>("delta").as("sum")])
    .where("account_kind", "=", kind)
    .where("account_id", "=", id)
    .where("effective_at", ">", now)
    .groupBy("effective_at")
    .orderBy("effective_at")
    .execute();
  return rows.map(({ effective_at, sum }) => ({ effectiveAt: effective_at, sum }));
}

/** An account whose kept balance is not the sum of its entries. */
export interface LedgerDrift {
  readonly account: Account;
  readonly balance: number | null;
  readonly sum: number;
}

/** The next accounts with entries, each with what it comes to and what is kept. */
export async function accountSumsAfter(
  tx: Tx,
  after: Account | undefined,
  limit: number,
): Promise<readonly LedgerDrift[]> {
  let query = tx
    .selectFrom("points_entry as e")
    .leftJoin("points_balance as b", (join) =>
      join.onRef("b.account_kind", "=", "e.account_kind").onRef("b.account_id", "=", "e.account_id"),
    )
    .select(({ fn }) => [
      "e.account_kind",
      "e.account_id",
      fn.max<number | null>("b.balance").as("balance"),
      fn.sum<number>("e.delta").as("sum"),
    ]);
  if (after)
    query = query.where(({ eb, and, or }) =>
      or([
        eb("e.account_kind", ">", after.kind),
        and([eb("e.account_kind", "=", after.kind), eb("e.account_id", ">", after.id)]),
      ]),
    );
  const rows = await query
    .groupBy(["e.account_kind", "e.account_id"])
    .orderBy("e.account_kind")
    .orderBy("e.account_id")
    .limit(limit)
    .execute();
  return rows.map(({ account_kind, account_id, balance, sum }) => ({
    account: { kind: account_kind as AccountKind, id: account_id },
    balance,
    sum,
  }));
}

/** Balances that are kept and that no entry explains. */
export async function balancesWithoutEntries(tx: Tx, limit: number): Promise<readonly LedgerDrift[]> {
  const rows = await tx
    .selectFrom("points_balance as b")
    .leftJoin("points_entry as e", (join) =>
      join.onRef("e.account_kind", "=", "b.account_kind").onRef("e.account_id", "=", "b.account_id"),
    )
    .select(["b.account_kind", "b.account_id", "b.balance"])
    .where("b.balance", "<>", 0)
    .where("e.id", "is", null)
    .limit(limit)
    .execute();
  return rows.map(({ account_kind, account_id, balance }) => ({
    account: { kind: account_kind as AccountKind, id: account_id },
    balance,
    sum: 0,
  }));
}
