import { unitByCode, unitsBelow, upwards, type Office, type Unit, type UnitCode } from "../org/index.ts";
import type { Tx } from "../store/index.ts";
import { specialtyRank, type Person, type PersonId, type Role } from "./model.ts";
import { holdersOf, personById, postsIn } from "./store.ts";

/** Somebody who holds a post for a place. */
export interface Holder {
  readonly person: Person;
  readonly role: Role;
  /** Of a team member: which of the 8+X she is; of an officer: the name of her office. */
  readonly specialty?: string;
}

/** Who holds the first of these posts for a unit, looking level by level upwards, whether she is away or not; never `except`. */
export async function usualHolder(
  tx: Tx,
  unit: Unit,
  posts: readonly Role[],
  except?: PersonId,
): Promise<Holder | undefined> {
  for (const role of posts) {
    for (const code of upwards(unit)) {
      const holder = (await holdersOf(tx, code, role)).find((id) => id !== except);
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

/** Everyone who holds a post at the nearest level at which anybody does. */
export async function nearestHolders(tx: Tx, unit: Unit, role: Role): Promise<readonly PersonId[]> {
  for (const code of upwards(unit)) {
    const holders = await holdersOf(tx, code, role);
    if (holders.length > 0) return holders;
  }
  return [];
}

/** Everyone who holds a post in a unit itself; a team in the order of the 8+X, namesakes of a post first come first. */
export async function holdersIn(tx: Tx, unit: string): Promise<Holder[]> {
  const holders: Holder[] = [];
  for (const { person: id, ...post } of await postsIn(tx, unit)) {
    const person = await personById(tx, id);
    if (person) holders.push({ person, ...post });
  }
  return holders.sort((one, other) => specialtyRank(one.specialty) - specialtyRank(other.specialty));
}

/** Who works in an office, first come first. */
export async function officersOf(tx: Tx, office: Pick<Office, "unit" | "name">): Promise<readonly Holder[]> {
  const holders = await holdersIn(tx, office.unit);
  return holders.filter(({ role, specialty }) => role === "officer" && specialty === office.name);
}

/** Does somebody work in this office? */
export function isOfficerOf(person: Person, office: Pick<Office, "unit" | "name">): boolean {
  return person.memberships.some(
    ({ role, unit, specialty }) => role === "officer" && unit === office.unit && specialty === office.name,
  );
}

const teamRoles = ["liaison_lead", "team_member", "grid_worker"] as const;

/** The villages in whose team somebody is. */
export async function teamsOf(
  tx: Tx,
  { memberships }: Pick<Person, "memberships">,
): Promise<readonly UnitCode[]> {
  const villages = new Set<UnitCode>();
  for (const { role, unit: code } of memberships) {
    if (!teamRoles.some((one) => one === role)) continue;
    const unit = await unitByCode(tx, code);
    const village = unit?.kind === "grid" ? unit.parent : unit?.kind === "village" ? unit.code : null;
    if (village !== null) villages.add(village);
  }
  return [...villages];
}

/** A village's team: its liaison leads, its members in the order of the 8+X, then the workers of its grids; everyone once. */
export async function teamOf(tx: Tx, village: Unit): Promise<readonly Holder[]> {
  const holders = await holdersIn(tx, village.code);
  for (const grid of await unitsBelow(tx, village.code)) holders.push(...(await holdersIn(tx, grid.code)));
  const team = teamRoles.flatMap((role) => holders.filter((holder) => holder.role === role));
  return Array.from(
    new Map(team.toReversed().map((holder) => [holder.person.id, holder])).values(),
  ).reverse();
}
