import { addressOf, readAddress, rememberMenu, type Address, type Outcome } from "../channel/index.ts";
import type { Tx } from "../store/index.ts";
import { fateOfRetry, fateOfUnknown, type Fate } from "./model.ts";
import type { TakenRow } from "./leasing/lease.ts";
import type { Leased } from "./leasing/store.ts";
import { endWaiting, moveAddress, recordFate, recordSent } from "./store.ts";

/** What else must change when an attempt ended in a way that concerns more than one message. */
export interface OutcomePorts {
  /** The person cannot be reached at this address any more. */
  readonly gone: (tx: Tx, address: Address) => Promise<void>;
  readonly moved: (tx: Tx, from: Address, to: Address) => Promise<void>;
  /** The platform refused a message for good: somebody should look. */
  readonly rejected: (row: Leased, code: string) => void;
}

export interface Attempt {
  readonly row: TakenRow;
  readonly outcome: Outcome;
  /** Epoch milliseconds; when the platform had answered. */
  readonly at: number;
}

/** Does this outcome leave the rest of the chat's messages waiting behind it? */
export function holdsChat(outcome: Outcome): boolean {
  return outcome.kind !== "sent" && outcome.kind !== "rejected";
}

/** Writes the outcome of one attempt, with everything that follows from it, if the lease is still ours. */
export async function recordOutcome(
  tx: Tx,
  ports: OutcomePorts,
  attempt: Attempt,
  owner: string,
  now: number,
): Promise<void> {
  const { row, outcome } = attempt;
  const address = row.outbound.to;
  if (outcome.kind === "sent") {
    const ours = await recordSent(tx, row, owner, outcome.id, now);
    if (ours && row.menu) await rememberMenu(tx, address, row.menu, now);
    return;
  }
  await recordFate(tx, row, owner, fateOf(outcome, row, now));
  // It may have been seen: a number said before it is said again answers this menu, not the one before.
  if (outcome.kind === "unknown" && row.menu) await rememberMenu(tx, address, row.menu, now);
  if (outcome.kind === "rejected") ports.rejected(row, outcome.code);
  if (outcome.kind === "gone") {
    await endWaiting(tx, address, "gone");
    await ports.gone(tx, address);
  }
  if (outcome.kind === "moved") {
    const to = addressOf({ ...readAddress(address), chat: outcome.to });
    await moveAddress(tx, address, to);
    await ports.moved(tx, address, to);
  }
}

function fateOf(outcome: Exclude<Outcome, { kind: "sent" }>, row: Leased, now: number): Fate {
  const { attempts } = row;
  switch (outcome.kind) {
    case "retry":
      return fateOfRetry(outcome.afterMs, attempts, now);
    case "unknown":
      return fateOfUnknown(row.lane, attempts, now);
    case "moved":
      return { state: "waiting", nextAt: now, attempts };
    case "gone":
    case "closed":
      return { state: "unreachable", nextAt: now, attempts: attempts + 1, error: outcome.kind };
    case "rejected":
      return { state: "failed", nextAt: now, attempts: attempts + 1, error: outcome.code };
  }
}
