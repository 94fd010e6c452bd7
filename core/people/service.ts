import { unitsBelow, upwards, type Unit } from "../org/index.ts";
import type { Tx } from "../store/index.ts";
import type { Person, PersonId, Role } from "./model.ts";
import { holdersOf, personById } from "./store.ts";

/** Somebody who holds a post for a place. */
export interface Holder {
  readonly person: Person;
  readonly role: Role;
}

/** Who holds the first of these posts for a unit, looking level by level upwards. */
export async function nearestHolder(tx: Tx, unit: Unit, posts: readonly Role[]): Promise<Holder | undefined> {
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

/** Somebody in a village's team, with what she is there for where it is known. */
export interface TeamMember {
  readonly person: Person;
  readonly role: Role;
  readonly specialty?: string;
}

/** A village's team (8+X): its liaison lead first, then its members, then the workers of its grids; everyone once. */
export async function teamOf(tx: Tx, village: Unit): Promise<readonly TeamMember[]> {
  const grids = await unitsBelow(tx, village.code);
  const team = new Map<PersonId, TeamMember>();
  const add = async (unit: string, role: Role): Promise<void> => {
    for (const id of await holdersOf(tx, unit, role)) {
      const person = team.has(id) ? undefined : await personById(tx, id);
      const specialty = person?.memberships.find((one) => one.unit === unit && one.role === role)?.specialty;
      if (person) team.set(id, { person, role, ...(specialty !== undefined && { specialty }) });
    }
  };
  await add(village.code, "liaison_lead");
  await add(village.code, "team_member");
  for (const grid of grids) await add(grid.code, "grid_worker");
  return Array.from(team.values());
}
