import type { ExchangePorts } from "../ports.ts";
import { changeTransfer, transferById, type Transfer } from "../store.ts";

/** Writes down under which name a table of a transfer is going to lie, so that it is removed one day whatever happens next. */
export function noteMade(
  { database }: Pick<ExchangePorts, "database">,
  { id }: Transfer,
): (name: string) => Promise<void> {
  return (name) =>
    database.transaction(async (tx) => {
      const made = (await transferById(tx, id))?.made ?? [];
      if (!made.includes(name)) await changeTransfer(tx, id, ["waiting"], { made: [...made, name] });
    });
}
