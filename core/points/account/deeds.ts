import type { PersonId } from "../../people/index.ts";
import type { Tx } from "../../store/index.ts";
import { accountOf } from "../ledger/service.ts";
import { entriesWithin, reversalOf, type Stretch } from "../ledger/store.ts";

/** How often somebody was given points for a deed (特别贡献) within a stretch of time, and how many; what was taken back does not count. */
export async function deedsOf(
  tx: Tx,
  person: PersonId,
  stretch: Stretch,
): Promise<{ readonly deeds: number; readonly points: number }> {
  let [deeds, points] = [0, 0];
  for (const { id, kind, delta, reverses } of await entriesWithin(tx, accountOf(person), stretch)) {
    if (kind !== "special" || reverses !== null || (await reversalOf(tx, id)) !== undefined) continue;
    deeds += 1;
    points += delta;
  }
  return { deeds, points };
}
