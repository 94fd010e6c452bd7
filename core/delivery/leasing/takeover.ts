import { rememberMenu, type Route } from "../../channel/index.ts";
import type { Tx } from "../../store/index.ts";
import { minute, second } from "../../time/index.ts";
import { fateOfOrphan, fateOfUnknown, fateOfUnsent, type Fate } from "../model.ts";
import { chatFreeAt, limitsChats, spokenAt } from "../rate/pace.ts";
import { forgetSpoken, keepSpoken, spokenTo } from "../rate/store.ts";
import { holdOf, isGroup, leaseFor, type LeasePorts } from "./lease.ts";
import { endLease, leasesOf, type OpenLease } from "./store.ts";

/** How often chats that nothing holds back are forgotten. */
const tidyEvery = minute;
/** A lease of our own that is as old as this was surely given to whoever sends, or never will be. */
const surelyGiven = 5 * second;

export interface TakeoverPorts extends LeasePorts {
  readonly route: Route;
  /** Is this row being sent, or its end being written down, here? */
  readonly isHeld: (id: number) => boolean;
}

/**
 * Takes over what a program that died was sending, what one that lives has not ended within its lease, and what this one
 * leased without ever hearing so: the connection broke at the commit.
 */
export function createTakeover(ports: TakeoverPorts): () => Promise<void> {
  const { database, clock, route, adapter, owner: self, isHeld } = ports;
  const isLost = ({ id, owner, until }: OpenLease, now: number): boolean =>
    owner === self && !isHeld(id) && until - leaseFor + surelyGiven <= now;
  let tidiedAt = 0;
  return async () => {
    const now = clock.now();
    const isUntidy = limitsChats(adapter.caps().rates) && now - tidiedAt >= tidyEvery;
    if (isUntidy) tidiedAt = now;
    await database.transaction(async (tx) => {
      if (isUntidy) await forgetSpoken(tx, now);
      const leases = await leasesOf(tx, route);
      if (leases.length === 0) return;
      // Asked after the leases were read: whoever leased one of them was announced before.
      const alive = await database.programs(tx);
      const fates = new Map<OpenLease, Fate>();
      for (const lease of leases) {
        const { owner, until, lane, attempts } = lease;
        if (!alive.has(owner)) fates.set(lease, fateOfOrphan(lane, attempts, now));
        else if (until <= now) fates.set(lease, fateOfUnknown(lane, attempts, now));
        else if (isLost(lease, now)) fates.set(lease, fateOfUnsent(attempts, now));
      }
      const left = [...fates.keys()];
      if (left.length === 0) return;
      await database.hold(tx, holdOf(route));
      for (const [lease, fate] of fates) await takeOver(tx, lease, fate, now);
      await restChats(tx, ports, left, now);
    });
  };
}

async function takeOver(tx: Tx, lease: OpenLease, fate: Fate, now: number): Promise<void> {
  await endLease(tx, lease, fate);
  // It may have been seen: a number said before it is said again answers this menu, not the one before.
  if (lease.menu) await rememberMenu(tx, lease.address, lease.menu, now);
}

/** Nobody wrote down when these were spoken to: it may have been just now. */
async function restChats(
  tx: Tx,
  { adapter }: LeasePorts,
  leases: readonly OpenLease[],
  now: number,
): Promise<void> {
  const { rates } = adapter.caps();
  if (!limitsChats(rates)) return;
  const addresses = [...new Set(leases.map(({ address }) => address))];
  const before = await spokenTo(tx, addresses);
  const chats = addresses.map((address) => {
    const isOfMany = isGroup(adapter, address);
    const spoken = spokenAt(rates, isOfMany, before.get(address) ?? [], now);
    return { address, spoken, until: chatFreeAt(rates, isOfMany, spoken) };
  });
  await keepSpoken(tx, chats);
}
