import type { Database } from "../../store/index.ts";
import type { Account } from "../model.ts";
import { accountSumsAfter, balancesWithoutEntries, type LedgerDrift } from "./store.ts";

const batchSize = 500;

export interface LedgerChecked {
  readonly checked: number;
  /** Accounts whose balance is not the sum of their entries. */
  readonly drifted: readonly LedgerDrift[];
  /** False where the program is about to end and left the rest. */
  readonly isWhole: boolean;
}

/**
 * Compares every kept balance with the sum of its entries, a batch in each transaction and each batch in one statement, so that
 * what is written meanwhile is no drift. Nothing is mended: a drift is a mistake of the program, and somebody must look.
 */
export async function checkLedger(
  database: Pick<Database, "transaction">,
  isStopping: () => boolean = () => false,
): Promise<LedgerChecked> {
  let checked = 0;
  let after: Account | undefined;
  const drifted: LedgerDrift[] = [];
  while (!isStopping()) {
    const from = after;
    const batch = await database.transaction((tx) => accountSumsAfter(tx, from, batchSize));
    checked += batch.length;
    drifted.push(...batch.filter(({ balance, sum }) => balance !== sum));
    after = batch.at(-1)?.account;
    if (batch.length < batchSize) {
      drifted.push(...(await database.transaction((tx) => balancesWithoutEntries(tx, batchSize))));
      return { checked, drifted, isWhole: true };
    }
  }
  return { checked, drifted, isWhole: false };
}
