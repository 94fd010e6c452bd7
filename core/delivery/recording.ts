import { setTimeout as wait } from "node:timers/promises";
import type { Rates, Route } from "../channel/index.ts";
import { StoreRefusal, type Tx } from "../store/index.ts";
import { holdOf, isGroup, type LeasePorts } from "./leasing/lease.ts";
import type { Leased } from "./leasing/store.ts";
import { recordOutcome, type Attempt, type OutcomePorts } from "./outcome.ts";
import { heedComplaint } from "./rate/complaint.ts";
import { chatFreeAt, limitsChats, spokenAt } from "./rate/pace.ts";
import { keepSpoken, type SpokenChat } from "./rate/store.ts";
import { recordFate } from "./store.ts";

/** Messages of one chat and lane that were tried, and those behind them that were not. */
export interface Ended {
  readonly attempts: readonly Attempt[];
  readonly untried: readonly Leased[];
  /** How long the first of those waits for its file, milliseconds. */
  readonly waitMs: number;
}

/** How long until it is tried again to write down how sendings ended, milliseconds; about a minute in all, as long as their leases. */
const triedAgainAfter = [200, 500, ...Array.from({ length: 60 }, () => 1_000)];

/**
 * Writes down how sendings ended, with everything that follows from it, in one commit. Nobody else knows it: where the
 * database is gone or full it is tried again until their leases are over, so that nothing is said twice that need not be.
 */
export async function recordEnds(
  ports: LeasePorts & OutcomePorts,
  route: Route,
  groups: readonly Ended[],
): Promise<void> {
  for (const pause of triedAgainAfter)
    try {
      return await record(ports, route, groups);
    } catch (error) {
      if (error instanceof StoreRefusal && error.code === "closed") throw error;
      await wait(pause, undefined, { ref: false });
    }
  return record(ports, route, groups);
}

async function record(
  ports: LeasePorts & OutcomePorts,
  route: Route,
  groups: readonly Ended[],
): Promise<void> {
  const { database, clock, adapter, owner } = ports;
  const { rates } = adapter.caps();
  const now = clock.now();
  await database.transaction(async (tx) => {
    const attempts = groups.flatMap((group) => group.attempts);
    // What concerns more than the row that was tried would meet a lease half-way.
    if (attempts.some(({ outcome }) => concernsOthers.has(outcome.kind)))
      await database.hold(tx, holdOf(route));
    await heed(tx, { route, rates }, attempts, now);
    for (const row of groups.flatMap((group) => group.untried)) {
      const waitMs = groups.find((group) => group.untried.includes(row))?.waitMs ?? 0;
      await recordFate(tx, row, owner, { state: "waiting", nextAt: now + waitMs, attempts: row.attempts });
    }
    for (const attempt of attempts) await recordOutcome(tx, ports, attempt, owner, now);
    if (limitsChats(rates)) await keepSpoken(tx, spokenIn(ports, rates, attempts));
  });
}

const concernsOthers: ReadonlySet<string> = new Set(["retry", "gone", "moved"]);

async function heed(
  tx: Tx,
  bot: { readonly route: Route; readonly rates: Rates },
  attempts: readonly Attempt[],
  now: number,
): Promise<void> {
  const asked = attempts.flatMap(({ outcome }) => (outcome.kind === "retry" ? [outcome.afterMs] : []));
  if (asked.length > 0) await heedComplaint(tx, bot, now + Math.max(...asked), now);
}

/** Whatever became of them, these chats were spoken to. */
function spokenIn(
  { adapter }: LeasePorts,
  rates: Rates,
  attempts: readonly Attempt[],
): readonly SpokenChat[] {
  const chats = attempts.map(({ row, at }) => {
    const address = row.outbound.to;
    const isOfMany = isGroup(adapter, address);
    const spoken = spokenAt(rates, isOfMany, row.spoken, at);
    return { address, spoken, until: chatFreeAt(rates, isOfMany, spoken) };
  });
  return [...new Map(chats.map((chat) => [chat.address, chat])).values()];
}
