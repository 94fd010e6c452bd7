import type { Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { unitByCode, unitsBelow } from "../../org/index.ts";
import { calledName, type Person, type PersonId } from "../model.ts";
import { tell, type Acting } from "../moment.ts";
import { personById, reachableAt } from "../store.ts";
import { addResident, mayKeep, residentsNamed, type Refusal } from "./service.ts";
import {
  changeHousehold,
  deleteHousehold,
  findHousehold,
  householdAt,
  householdById,
  membersOf,
  moveIn,
  moveOut,
  setPhoneOnly,
  type Household,
} from "./store.ts";
import { say } from "./texts.ts";
import { householdView } from "./view.ts";

/** Somebody to choose, as a line of a menu. */
export interface Candidate {
  readonly id: PersonId;
  readonly name: string;
  readonly label: Text;
  /** Where she is registered now, or null. */
  readonly address: string | null;
}

/** Who is meant: somebody known, or somebody to be registered. */
export type Someone = { readonly id: PersonId } | { readonly name: string; readonly phoneOnly: boolean };

/** A household as flows speak of it. */
export interface Home {
  readonly grid: string;
  readonly address: string;
  readonly members: readonly Candidate[];
}

/** What the flows about households do, for whoever keeps them; everything answers with what to say. */
export interface HouseholdDesk {
  home(id: number): Promise<Home | Refusal>;
  /** What stands at this address already, or null. */
  at(grid: string, address: string): Promise<Reply | null>;
  people(grid: string, name: string): Promise<readonly Candidate[]>;
  /** Those of the whole village who go by this name and can get messages. */
  carers(grid: string, name: string): Promise<readonly Candidate[]>;
  add(key: string, given: { grid: string; address: string; head: Someone }): Promise<Reply>;
  addMember(key: string, id: number, who: Someone): Promise<Reply>;
  setHead(id: number, who: PersonId): Promise<Reply>;
  setCarer(key: string, id: number, who: PersonId | null): Promise<Reply>;
  switchPhone(id: number, who: PersonId): Promise<Reply>;
  remove(id: number, who: PersonId): Promise<Reply>;
  setAddress(id: number, address: string): Promise<Reply>;
  drop(key: string, id: number): Promise<Reply>;
}

export interface HouseholdServices {
  readonly households: HouseholdDesk;
}

/** The desk for whoever acts; every deed asks anew whether she may do it there. */
export function householdDesk(acting: Acting | undefined): HouseholdDesk {
  const known = (): Acting => {
    if (!acting) throw new Error("somebody who has not joined keeps no households");
    return acting;
  };
  return {
    home: (id) => home(known(), id),
    at: async (grid, address) => {
      const found = await findHousehold(known().tx, grid, address);
      return found ? [say.addressTaken, ...[await householdView(known(), found)].flat()] : null;
    },
    people: async (grid, name) => candidates(await residentsNamed(known(), [grid], name)),
    carers: (grid, name) => carers(known(), grid, name),
    add: (key, given) => add(known(), key, given),
    addMember: (key, id, who) => onKept(known(), id, (household) => addMember(known(), key, household, who)),
    setHead: (id, who) => change(known(), id, { head: who }),
    setCarer: (key, id, who) => onKept(known(), id, (household) => setCarer(known(), key, household, who)),
    switchPhone: (id, who) => onKept(known(), id, (household) => switchPhone(known(), household, who)),
    remove: (id, who) => onKept(known(), id, (household) => remove(known(), household, who)),
    setAddress: (id, address) => onKept(known(), id, (household) => setAddress(known(), household, address)),
    drop: (key, id) => onKept(known(), id, (household) => drop(known(), key, household)),
  };
}

/** The household, if it is there and this person keeps it. */
export async function keptHousehold(acting: Acting, id: number): Promise<Household | Refusal> {
  const household = await householdById(acting.tx, id);
  if (!household) return { refused: say.noSuchHousehold(id) };
  return (await mayKeep(acting, household.grid)) ?? household;
}

async function onKept(
  acting: Acting,
  id: number,
  deed: (household: Household) => Promise<Reply>,
): Promise<Reply> {
  const household = await keptHousehold(acting, id);
  return "refused" in household ? household.refused : deed(household);
}

async function done(acting: Acting, id: number, what: Text): Promise<Reply> {
  const household = await householdById(acting.tx, id);
  return household ? [what, ...[await householdView(acting, household)].flat()] : what;
}

async function home(acting: Acting, id: number): Promise<Home | Refusal> {
  const household = await keptHousehold(acting, id);
  if ("refused" in household) return household;
  const { grid, address } = household;
  const members: { person: Person; address: null }[] = [];
  for (const member of await membersOf(acting.tx, id)) {
    const person = await personById(acting.tx, member);
    if (person) members.push({ person, address: null });
  }
  return { grid, address, members: candidates(members) };
}

function candidates(found: readonly { person: Person; address: string | null }[]): readonly Candidate[] {
  return found.map(({ person, address }) => ({
    id: person.id,
    name: person.name,
    label: say.somebody({ ...person, address }),
    address,
  }));
}

async function carers(acting: Acting, grid: string, name: string): Promise<readonly Candidate[]> {
  const village = (await unitByCode(acting.tx, grid))?.parent ?? grid;
  const grids = (await unitsBelow(acting.tx, village)).map(({ code }) => code);
  const reached = [];
  for (const resident of await residentsNamed(acting, grids, name))
    if ((await reachableAt(acting.tx, resident.person.id)).length > 0) reached.push(resident);
  return candidates(reached);
}

/** The person meant, registered if need be; null when that was refused. */
async function idOf(acting: Acting, key: string, grid: string, who: Someone): Promise<PersonId | Refusal> {
  if ("id" in who) return who.id;
  const added = await addResident(acting, key, { ...who, grid });
  return "refused" in added ? added : added.person.id;
}

async function add(
  acting: Acting,
  key: string,
  given: { grid: string; address: string; head: Someone },
): Promise<Reply> {
  const refusal = await mayKeep(acting, given.grid);
  if (refusal) return refusal.refused;
  const head = await idOf(acting, key, given.grid, given.head);
  if (typeof head === "object") return head.refused;
  const household = await householdAt(acting.tx, { ...given, by: acting.person.id }, acting.now);
  await moveIn(acting.tx, head, household.id, acting.now);
  await changeHousehold(acting.tx, household.id, { head });
  return done(acting, household.id, say.added);
}

async function addMember(acting: Acting, key: string, household: Household, who: Someone): Promise<Reply> {
  const member = await idOf(acting, key, household.grid, who);
  if (typeof member === "object") return member.refused;
  await moveIn(acting.tx, member, household.id, acting.now);
  if (household.head === null) await changeHousehold(acting.tx, household.id, { head: member });
  return done(acting, household.id, say.added);
}

async function change(acting: Acting, id: number, what: { head: PersonId }): Promise<Reply> {
  return onKept(acting, id, async () => {
    await changeHousehold(acting.tx, id, what);
    return done(acting, id, say.changed);
  });
}

async function setCarer(
  acting: Acting,
  key: string,
  household: Household,
  who: PersonId | null,
): Promise<Reply> {
  const { id, address, carer: before } = household;
  if (who !== before) {
    await changeHousehold(acting.tx, id, { carer: who });
    const keeper = calledName(acting.person);
    if (before !== null && before !== acting.person.id)
      await tell(
        acting,
        before,
        { text: say.youCareNoMore(keeper, address) },
        { key: `carer ${key} before`, lane: "reply" },
      );
    const text = say.youCare(keeper, address, await outOfReach(acting, id, who));
    if (who !== null && who !== acting.person.id)
      await tell(acting, who, { text }, { key: `carer ${key}`, lane: "reply" });
  }
  return done(acting, id, say.changed);
}

/** The names of members whom no message reaches, leaving one person out. */
async function outOfReach(acting: Acting, id: number, except: PersonId | null): Promise<readonly string[]> {
  const names: string[] = [];
  for (const member of await membersOf(acting.tx, id)) {
    const person = member === except ? undefined : await personById(acting.tx, member);
    if (person && (await reachableAt(acting.tx, member)).length === 0) names.push(person.name);
  }
  return names;
}

async function switchPhone(acting: Acting, household: Household, who: PersonId): Promise<Reply> {
  const person = await personById(acting.tx, who);
  if (person) await setPhoneOnly(acting.tx, who, person.isPhoneOnly ? null : acting.now);
  return done(acting, household.id, say.changed);
}

async function remove(acting: Acting, household: Household, who: PersonId): Promise<Reply> {
  await moveOut(acting.tx, who, household.id);
  if (household.head === who) await changeHousehold(acting.tx, household.id, { head: null });
  return done(acting, household.id, say.changed);
}

async function setAddress(acting: Acting, household: Household, address: string): Promise<Reply> {
  const taken = await findHousehold(acting.tx, household.grid, address);
  if (taken && taken.id !== household.id)
    return [say.addressTaken, ...[await householdView(acting, taken)].flat()];
  await changeHousehold(acting.tx, household.id, { address });
  return done(acting, household.id, say.changed);
}

async function drop(acting: Acting, key: string, household: Household): Promise<Reply> {
  if ((await membersOf(acting.tx, household.id)).length > 0) return say.notEmpty;
  await setCarer(acting, key, household, null);
  await deleteHousehold(acting.tx, household.id);
  return say.dropped(household.address);
}
