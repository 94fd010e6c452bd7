import type { Database, Tx } from "../store/index.ts";

/** Who works: a row that one of the other living programs has taken is left to it. */
export interface Claimant {
  readonly now: number;
  readonly self: string;
  readonly others: readonly string[];
}

export interface ClaimantPorts {
  readonly database: Database;
  readonly clock: { readonly now: () => number };
}

/** Reads and takes rows in a transaction, as one of the programs that live. */
export async function asClaimant<T>(
  { database, clock }: ClaimantPorts,
  work: (tx: Tx, claimant: Claimant) => Promise<T>,
): Promise<T> {
  return database.transaction(async (tx) => {
    const programs = await database.programs(tx);
    const others = Array.from(programs).filter((name) => name !== database.self);
    return work(tx, { now: clock.now(), self: database.self, others });
  });
}
