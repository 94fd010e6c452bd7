import { readAddress, type Adapter, type Address, type Rates, type Route } from "../../channel/index.ts";
import type { Database, Tx } from "../../store/index.ts";
import { second, type TimeSource } from "../../time/index.ts";
import { lanes } from "../model.ts";
import {
  chatFreeAt,
  firstAllowance,
  isLimited,
  keptForReplies,
  limitsChats,
  readyAt,
  refilled,
  spent,
  type Allowance,
} from "../rate/pace.ts";
import { keepAllowance, speakingOf, spokenTo } from "../rate/store.ts";
import { createShares, type Room, type Shares } from "./shares.ts";
import { candidates, holdBack, leaseRows, type Candidate, type Leased } from "./store.ts";

/** Outlasts the send timeout and the skew of clocks. */
const leaseFor = 90 * second;
/** Places in flight that notices to many leave to answers. */
const placesForReplies = 4;
/** Waiting for one token is waiting too often where several programs share them. */
const tokensWorthWaking = 3;

export interface LeasePorts {
  readonly database: Database;
  readonly clock: TimeSource;
  readonly adapter: Adapter;
  readonly owner: string;
}

/** Rows to send now. */
export interface Taken {
  readonly rows: readonly TakenRow[];
  /** When something that could not be taken yet may be, epoch milliseconds; Infinity when nothing is known of any. */
  readonly lookAt: number;
  /** Chats that must rest stood in front of others: there may be more to take at once. */
  readonly isMoreFree: boolean;
}

const nothing: Taken = { rows: [], lookAt: Infinity, isMoreFree: false };

/** A leased row, and when its chat was spoken to lately where the platform limits that. */
export interface TakenRow extends Leased {
  readonly spoken: readonly number[];
}

/** The name under which a route's rows are leased and taken over: by one transaction at a time, whoever's it is. */
export function holdOf(route: Route): string {
  return `lease ${route}`;
}

/**
 * Leases what may be sent in this moment, within the platform's rates: tokens are spent here, by one transaction at a time,
 * so that any number of programs keep one limit; a chat is spoken to by one program at a time, so that its spacing is kept.
 */
export function createLeaser(ports: LeasePorts, route: Route) {
  const { database, clock, adapter } = ports;
  const shares = createShares();
  return (capacity: number, withBulk: boolean): Promise<Taken> =>
    database.transaction(
      async (tx) => {
        await database.hold(tx, holdOf(route));
        const rates = adapter.caps().rates;
        return lease({ tx, ports, route, rates, shares, now: clock.now() }, capacity, withBulk);
      },
      { durable: true },
    );
}

interface Leasing {
  readonly tx: Tx;
  readonly ports: LeasePorts;
  readonly route: Route;
  readonly rates: Rates;
  readonly shares: Shares;
  readonly now: number;
}

async function lease(leasing: Leasing, capacity: number, withBulk: boolean): Promise<Taken> {
  const { tx, ports, route, rates, shares, now } = leasing;
  const { quietUntil, allowance: kept } = await speakingOf(tx, route);
  if (quietUntil > now) return nothing;
  const allowance = isLimited(rates) ? refilled(kept ?? firstAllowance(rates, now), rates, now) : undefined;
  const room = roomFor(rates, allowance, capacity);
  const wanted = { limit: Math.max(1, room.limit), bulk: withBulk ? shares.bulkWanted(room) : 0 };
  const found = await candidates(tx, { route, now, oneByOne: limitsChats(rates), ...wanted });
  if (found.length === 0) return nothing;
  const { free, heldUntil, spoken } = await freeChats(leasing, found);
  const chosen = shares.choose(free, room).map(({ id }) => id);
  const rows = await leaseRows(tx, chosen, { owner: ports.owner, until: now + leaseFor });
  const left = allowance && spent(allowance, rows.length, rates, now);
  if (left && rows.length > 0) await keepAllowance(tx, route, left);
  return {
    rows: rows.map((row) => ({ ...row, spoken: spoken.get(row.outbound.to) ?? [] })),
    lookAt: Math.min(heldUntil, rows.length < free.length ? tokensAt(leasing, left, free) : Infinity),
    isMoreFree: heldUntil !== Infinity && free.length < room.limit,
  };
}

function roomFor(rates: Rates, allowance: Allowance | undefined, capacity: number): Room {
  const tokens = Math.floor(allowance?.tokens ?? Infinity);
  const forBulk = allowance ? tokens - keptForReplies(rates) : Infinity;
  return {
    limit: Math.max(0, Math.min(capacity, tokens)),
    bulk: Math.max(0, Math.min(capacity - placesForReplies, forBulk)),
  };
}

/** Sets aside what would come too soon for its chat: of each chat one row stays, and none of a chat that must rest. */
async function freeChats({ tx, ports, rates, now }: Leasing, found: readonly Candidate[]) {
  const free: Candidate[] = [];
  let heldUntil = Infinity;
  if (!limitsChats(rates)) return { free: found, heldUntil, spoken: new Map<Address, readonly number[]>() };
  const spoken = await spokenTo(tx, [...new Set(found.map(({ address }) => address))]);
  const met = new Set<Address>();
  for (const row of found.toSorted((one, other) => one.lane - other.lane)) {
    const freeAt = chatFreeAt(rates, isGroup(ports.adapter, row.address), spoken.get(row.address) ?? []);
    if (freeAt > now) {
      await holdBack(tx, row.id, freeAt);
      heldUntil = Math.min(heldUntil, freeAt);
    } else if (!met.has(row.address)) free.push(row);
    met.add(row.address);
  }
  return { free, heldUntil, spoken };
}

/** When there are tokens again that are worth waking up for. */
function tokensAt(
  { rates, now }: Leasing,
  allowance: Allowance | undefined,
  waiting: readonly Candidate[],
): number {
  if (!allowance) return Infinity;
  const isBulk = waiting.every(({ lane }) => lane === lanes.bulk);
  const wanted = isBulk ? keptForReplies(rates) + tokensWorthWaking : 1;
  return allowance.tokens >= wanted ? Infinity : readyAt(allowance, wanted, now);
}

/** Does an address belong to more than one person? */
export function isGroup(adapter: Adapter, address: Address): boolean {
  return adapter.isGroup?.(readAddress(address).chat) ?? false;
}
