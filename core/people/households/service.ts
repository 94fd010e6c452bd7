import type { Text } from "../../language/index.ts";
import { unitByCode, unitName, unitsBelow, type Unit } from "../../org/index.ts";
import type { Tx } from "../../store/index.ts";
import { readName, type Person, type PersonId } from "../model.ts";
import type { Acting, Moment } from "../moment.ts";
import { can, unitsWhere } from "../permission.ts";
import { confirmPerson, insertMembership, insertPerson, personById, reachableAt } from "../store.ts";
import {
  changeHousehold,
  householdAt,
  householdOf,
  membersCaredFor,
  moveIn,
  residentsCalled,
  setPhoneOnly,
} from "./store.ts";
import { say } from "./texts.ts";

/** An expected "no", with the sentence for the person. */
export interface Refusal {
  readonly refused: Text;
}

/** Somebody who lives in a grid. */
export interface Resident {
  readonly person: Person;
  /** Tells namesakes apart; null where no household is kept. */
  readonly address: string | null;
}

const residentsListed = 8;

/**
 * The grids whose people somebody keeps, in code order; at most `limit`, for the admin of a county keeps hundreds.
 */
export async function gridsKept(acting: Acting, limit: number): Promise<readonly Unit[]> {
  const grids = new Map<string, Unit>();
  const units: string[] = [...unitsWhere(acting.person.memberships, "household.keep")];
  for (let code = units.shift(); code !== undefined && grids.size < limit; code = units.shift()) {
    const unit = await unitByCode(acting.tx, code);
    if (unit?.kind === "grid") grids.set(unit.code, unit);
    else units.unshift(...(await unitsBelow(acting.tx, code)).map((below) => below.code));
  }
  return Array.from(grids.values()).sort((one, other) => (one.code < other.code ? -1 : 1));
}

/** People of these grids by their name, nickname or a part of it, by name; at most eight. */
export async function residentsNamed(
  { tx }: Pick<Moment, "tx">,
  grids: readonly string[],
  name: string,
): Promise<readonly Resident[]> {
  const residents: Resident[] = [];
  for (const { person: id, address } of await residentsCalled(
    tx,
    grids,
    name.normalize("NFKC"),
    residentsListed,
  )) {
    const person = await personById(tx, id);
    if (person) residents.push({ person, address });
  }
  return residents;
}

/** Somebody without an account, as whoever keeps the grid knows her. */
export interface NewResident {
  readonly name: string;
  readonly grid: string;
  /** Where she lives; makes the household when there is none, with her as its head. */
  readonly address?: string;
  readonly phoneOnly: boolean;
}

/**
 * Registers somebody without an account. Whoever keeps the grid vouches for her, so that she is confirmed.
 * @param key what she is registered from: the same twice is one person.
 */
export async function addResident(
  acting: Acting,
  key: string,
  given: NewResident,
): Promise<Resident | Refusal> {
  const { tx, now } = acting;
  const name = readName(given.name);
  if (name === undefined) return { refused: say.notName };
  const refusal = await mayKeep(acting, given.grid);
  if (refusal) return refusal;
  const id = `person-${key.replaceAll(".", "-")}`;
  if (await insertPerson(tx, { id, name, nickname: null, language: "zh", grid: given.grid }, now)) {
    await insertMembership(tx, id, { role: "villager", unit: given.grid }, now);
    await confirmPerson(tx, id, acting.person.id, now);
    if (given.phoneOnly) await setPhoneOnly(tx, id, now);
    if (given.address !== undefined) await settleAt(acting, id, given.grid, given.address);
  }
  const person = await personById(tx, id);
  if (!person) throw new Error(`person ${id} was registered and is not there`);
  return { person, address: (await householdOf(tx, id))?.address ?? null };
}

async function settleAt(acting: Acting, person: PersonId, grid: string, address: string): Promise<void> {
  const household = await householdAt(acting.tx, { grid, address, by: acting.person.id }, acting.now);
  await moveIn(acting.tx, person, household.id, acting.now);
  if (household.head === null) await changeHousehold(acting.tx, household.id, { head: person });
}

/** Why this person may not keep the households of a grid, or undefined. */
export async function mayKeep(acting: Acting, grid: string): Promise<Refusal | undefined> {
  const unit = await unitByCode(acting.tx, grid);
  if (unit && can(acting.person.memberships, "household.keep", unit)) return undefined;
  return { refused: say.mayNotKeep(await unitName(acting.tx, grid)) };
}

/** Whom somebody acts for: those she looks after whom no message reaches. */
export async function wardsOf(tx: Tx, carer: PersonId): Promise<readonly Person[]> {
  const wards: Person[] = [];
  for (const id of await membersCaredFor(tx, carer)) {
    const person = (await reachableAt(tx, id)).length === 0 ? await personById(tx, id) : undefined;
    if (person) wards.push(person);
  }
  return wards;
}

/** May this person act for that one: her carer, while no message reaches her herself? */
export async function actsFor(tx: Tx, carer: PersonId, person: PersonId): Promise<boolean> {
  if (carer === person || (await householdOf(tx, person))?.carer !== carer) return false;
  return (await reachableAt(tx, person)).length === 0;
}
