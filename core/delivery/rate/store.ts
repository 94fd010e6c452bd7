import { readAddress, type Address, type Route } from "../../channel/index.ts";
import type { Tx } from "../../store/index.ts";
import type { Allowance } from "./pace.ts";

/** How a bot may speak now. */
export interface Speaking {
  /** Epoch milliseconds; 0 when it never had to be quiet. */
  readonly quietUntil: number;
  /** Undefined until something was learned. */
  readonly allowance: Allowance | undefined;
}

function botOf(route: Route): { readonly channel: string; readonly bot: string } {
  const { channel, bot } = readAddress(`${route}/`);
  return { channel, bot };
}

export async function speakingOf(tx: Tx, route: Route): Promise<Speaking> {
  const { channel, bot } = botOf(route);
  const row = await tx
    .selectFrom("channel_pause")
    .select(["until_at", "per_second", "learned_at", "tokens", "filled_at"])
    .where("channel", "=", channel)
    .where("bot", "=", bot)
    .executeTakeFirst();
  if (!row) return { quietUntil: 0, allowance: undefined };
  const { until_at: quietUntil, per_second: perSecond, tokens } = row;
  const learned = { learnedAt: row.learned_at, tokens, filledAt: row.filled_at };
  return { quietUntil, allowance: perSecond === null ? undefined : { perSecond, ...learned } };
}

/** Writes what a bot may still say. Whoever writes it holds the route. */
export async function keepAllowance(tx: Tx, route: Route, allowance: Allowance): Promise<void> {
  const row = {
    per_second: allowance.perSecond,
    learned_at: allowance.learnedAt,
    tokens: allowance.tokens,
    filled_at: allowance.filledAt,
  };
  await tx
    .insertInto("channel_pause")
    .values({ ...botOf(route), until_at: 0, ...row })
    .onConflict((conflict) => conflict.columns(["channel", "bot"]).doUpdateSet(row))
    .execute();
}

/** Keeps a route quiet until a moment, across restarts. */
export async function pauseRoute(tx: Tx, route: Route, until: number): Promise<void> {
  await tx
    .insertInto("channel_pause")
    .values({ ...botOf(route), until_at: until, learned_at: 0, tokens: 0, filled_at: 0 })
    .onConflict((conflict) =>
      conflict
        .columns(["channel", "bot"])
        .doUpdateSet({ until_at: until })
        // Several answers may ask at once: the longest patience counts.
        .where("channel_pause.until_at", "<", until),
    )
    .execute();
}

/** When these chats were spoken to lately; a chat that is missing is free. */
export async function spokenTo(
  tx: Tx,
  addresses: readonly Address[],
): Promise<ReadonlyMap<Address, readonly number[]>> {
  if (addresses.length === 0) return new Map();
  const rows = await tx
    .selectFrom("chat_pace")
    .select(["address", "spoken"])
    .where("address", "in", addresses)
    .execute();
  return new Map(rows.map(({ address, spoken }) => [address, JSON.parse(spoken) as number[]]));
}

/** A chat that was spoken to, and until when that matters. */
export interface SpokenChat {
  readonly address: Address;
  readonly spoken: readonly number[];
  readonly until: number;
}

export async function keepSpoken(tx: Tx, chats: readonly SpokenChat[]): Promise<void> {
  if (chats.length === 0) return;
  await tx
    .insertInto("chat_pace")
    .values(
      chats.map(({ address, spoken, until }) => ({
        address,
        spoken: JSON.stringify(spoken),
        until_at: until,
      })),
    )
    .onConflict((conflict) =>
      conflict.column("address").doUpdateSet(({ ref }) => ({
        spoken: ref("excluded.spoken"),
        until_at: ref("excluded.until_at"),
      })),
    )
    .execute();
}

/** Forgets chats that nothing holds back any more. */
export async function forgetSpoken(tx: Tx, now: number): Promise<void> {
  await tx.deleteFrom("chat_pace").where("until_at", "<=", now).execute();
}
