import { rememberMenu, type Route } from "../../channel/index.ts";
import type { Tx } from "../../store/index.ts";
import { minute } from "../../time/index.ts";
import { fateOfOrphan, fateOfUnknown } from "../model.ts";
import { chatFreeAt, limitsChats, spokenAt } from "../rate/pace.ts";
import { forgetSpoken, keepSpoken, spokenTo } from "../rate/store.ts";
import { holdOf, isGroup, type LeasePorts } from "./lease.ts";
import { endLease, leasesOf, type OpenLease } from "./store.ts";

/** How often chats that nothing holds back are forgotten. */
const tidyEvery = minute;

/** Takes over what a program that died was sending, and what one that lives has not ended within its lease. */
export function createTakeover(ports: LeasePorts & { readonly route: Route }): () => Promise<void> {
  const { database, clock, route, adapter } = ports;
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
      const left = leases.filter(({ owner, until }) => !alive.has(owner) || until <= now);
      if (left.length === 0) return;
      await database.hold(tx, holdOf(route));
      for (const lease of left) await takeOver(tx, lease, alive.has(lease.owner), now);
      await restChats(tx, ports, left, now);
    });
  };
}

async function takeOver(tx: Tx, lease: OpenLease, isAlive: boolean, now: number): Promise<void> {
  const fateOf = isAlive ? fateOfUnknown : fateOfOrphan;
  await endLease(tx, lease, fateOf(lease.lane, lease.attempts, now));
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
