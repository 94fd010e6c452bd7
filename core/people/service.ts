import { upwards, type Unit } from "../org/index.ts";
import type { Tx } from "../store/index.ts";
import type { Person, PersonId, Role } from "./model.ts";
import { holdersOf, personById } from "./store.ts";

/** Somebody who holds a post for a place. */
export interface Holder {
  readonly person: Person;
  readonly role: Role;
}

/**
 * Who holds the first of these posts for a unit, looking level by level upwards; `above` leaves out everyone up to and
 * including that post, so that a matter climbs and never falls back.
 */
export async function nearestHolder(
  tx: Tx,
  unit: Unit,
  ladder: readonly Role[],
  above?: Role,
): Promise<Holder | undefined> {
  const posts = above === undefined ? ladder : ladder.slice(ladder.indexOf(above) + 1);
  for (const role of posts) {
    for (const code of upwards(unit)) {
      const [holder] = await holdersOf(tx, code, role);
      const person = holder === undefined ? undefined : await personById(tx, holder);
      if (person) return { person, role };
    }
  }
  return undefined;
}

/** Everyone who holds a post for a unit or above it. */
export async function holdersAbove(tx: Tx, unit: Unit, role: Role): Promise<readonly PersonId[]> {
  const found: PersonId[] = [];
  for (const code of upwards(unit)) found.push(...(await holdersOf(tx, code, role)));
  return found;
}
