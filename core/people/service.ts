import type { Json } from "../dialogue/index.ts";
import { upwards, unitByCode, unitName, unitsOfKind, type Unit } from "../org/index.ts";
import type { Tx } from "../store/index.ts";
import { calledName, consentVersion, type Person, type PersonId, type Role } from "./model.ts";
import {
  holdersOf,
  insertConsent,
  insertMembership,
  insertPerson,
  personById,
  personOf,
  upsertAccount,
  type Account,
} from "./store.ts";

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

/** What somebody says about herself on joining; `first` is what she came for, kept until she is known. */
export interface Joining {
  readonly name: string;
  readonly grid: string;
  readonly first: Json;
}

/** What a stranger can do: see where people live here, and join. */
export interface Newcomer {
  /** The grids one can live in, with the names people know. */
  grids(): Promise<readonly { readonly code: string; readonly name: string }[]>;
  /** @returns the new person's name and her grid worker's. */
  join(key: string, given: Joining): Promise<{ name: string; worker: string | null }>;
}

/** Joins whoever speaks from an account; joining twice is joining once. */
export function newcomer(tx: Tx, now: number, account: Account): Newcomer {
  return {
    grids: () => grids(tx),
    join: (key, given) => join(tx, now, account, { name: given.name, grid: given.grid, id: `person-${key}` }),
  };
}

async function grids(tx: Tx): Promise<readonly { code: string; name: string }[]> {
  const named: { code: string; name: string }[] = [];
  for (const { code } of await unitsOfKind(tx, "grid")) named.push({ code, name: await unitName(tx, code) });
  return named;
}

async function join(
  tx: Tx,
  now: number,
  account: Account,
  given: { readonly id: PersonId; readonly name: string; readonly grid: string },
): Promise<{ name: string; worker: string | null }> {
  const known = await personOf(tx, account);
  if (known) return { name: known.name, worker: await workerOf(tx, known.grid ?? given.grid) };
  const { id, name, grid } = given;
  await insertPerson(tx, { id, name, nickname: null, language: "zh", grid }, now);
  await insertMembership(tx, id, { role: "villager", unit: grid }, now);
  await insertConsent(tx, id, consentVersion, now);
  await upsertAccount(tx, id, account, now);
  return { name, worker: await workerOf(tx, grid) };
}

async function workerOf(tx: Tx, grid: string): Promise<string | null> {
  const unit = await unitByCode(tx, grid);
  const worker = unit && (await nearestHolder(tx, unit, ["grid_worker"]));
  return worker ? calledName(worker.person) : null;
}
