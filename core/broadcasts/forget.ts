import { filesOf, withdrawFrom } from "../delivery/index.ts";
import type { Tx } from "../store/index.ts";
import { batchesOf } from "./model.ts";
import { unsubscribeAll } from "./subscriptions/store.ts";
import { addressesOf, forgetAddresses } from "./answer/store.ts";

/** Somebody is erased: nothing more is said to her, and that there was a message for her is all that is left. */
export async function forgetRecipient(tx: Tx, person: string): Promise<void> {
  for (const { notice, address } of await addressesOf(tx, person)) {
    const batches = batchesOf(notice);
    await withdrawFrom(tx, [...batches, ...batches.map((batch) => filesOf(batch))], address);
  }
  await unsubscribeAll(tx, person);
  await forgetAddresses(tx, person);
}
